import { notFound } from '@closeout/domain';

const PATTERN = /^([a-z]{3})_([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

/** The opaque global id of a record: `fnd_` + uuid. */
export const encodeId = (prefix: string, uuid: string): string => `${prefix}_${uuid}`;

/** Splits a global id; null for anything that is none, so that a malformed id answers like an absent record. */
export function decodeId(id: string): { prefix: string; uuid: string } | null {
  const match = PATTERN.exec(id);
  return match === null ? null : { prefix: match[1] as string, uuid: match[2] as string };
}

/** The uuid of an id of the wanted type; anything else is answered as if the record did not exist. */
export function uuidOf(id: string, prefix: string, what: string): string {
  const decoded = decodeId(id);
  if (decoded === null || decoded.prefix !== prefix) throw notFound(what);
  return decoded.uuid;
}

/** Like `uuidOf`, for an optional id: null and undefined stay what they are. */
export function optionalUuid<T extends string | null | undefined>(
  id: T,
  prefix: string,
  what: string,
): T extends string ? string : T {
  return (id === null || id === undefined ? id : uuidOf(id, prefix, what)) as T extends string ? string : T;
}
