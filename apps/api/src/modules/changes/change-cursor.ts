import { createHash } from 'node:crypto';
import type { Viewer } from '@closeout/domain';
import { GraphQLError } from 'graphql';

/** A place in the feed: a transaction, and the order within it. */
export interface Place {
  xid: bigint;
  n: bigint;
}

export const BEGINNING: Place = { xid: 0n, n: 0n };

/** What a mirror knows of itself: it is complete up to `at`, and has heard of every removal since `base`, where its full read began. */
export interface Cursor {
  run: string;
  at: Place;
  base: Place;
  rights: string;
  types: string;
}

const digest = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 16);

/** Everything of the viewer that decides what the feed shows; where it changes, nobody notes what came into sight. */
export function rightsOf(viewer: Viewer): string {
  const grants = viewer.grants.map((grant) =>
    JSON.stringify(
      Object.entries(grant)
        .map(([name, value]: [string, unknown]) => [name, Array.isArray(value) ? value.toSorted() : value] as const)
        .toSorted(([one], [other]) => one.localeCompare(other)),
    ),
  );
  return digest([viewer.kind, viewer.personId, viewer.classes?.toSorted() ?? null, grants.toSorted()]);
}

export const typesOf = (types: readonly string[] | null): string =>
  types === null ? '' : digest([...new Set(types)].toSorted());

export const later = (one: Place, other: Place): Place =>
  one.xid > other.xid || (one.xid === other.xid && one.n > other.n) ? one : other;

export const writeCursor = ({ run, at, base, rights, types }: Cursor): string =>
  Buffer.from(JSON.stringify([run, ...[at.xid, at.n, base.xid, base.n].map(String), rights, types]), 'utf8').toString(
    'base64url',
  );

const refused = (message: string, code: string, status: number): GraphQLError =>
  new GraphQLError(message, { extensions: { code, http: { status } } });

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const COUNTER = /^\d{1,19}$/;

function parse(text: string): Cursor | null {
  try {
    const parts = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as unknown[];
    if (parts.length !== 7 || !parts.every((part) => typeof part === 'string')) return null;
    const [run, xid, n, baseXid, baseN, rights, types] = parts as [
      string,
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    if (!UUID.test(run) || ![xid, n, baseXid, baseN].every((part) => COUNTER.test(part))) return null;
    const at = { xid: BigInt(xid), n: BigInt(n) };
    return { run, at, base: { xid: BigInt(baseXid), n: BigInt(baseN) }, rights, types };
  } catch {
    return null;
  }
}

/** Reads a cursor that the feed gave to a viewer with the same rights for the same kinds of records; anything else is refused by a code of its own. */
export function readCursor(text: string, now: Pick<Cursor, 'rights' | 'types'>): Cursor {
  const cursor = parse(text);
  if (cursor === null) throw refused('this cursor is not one of changes', 'BAD_USER_INPUT', 400);
  if (cursor.rights !== now.rights)
    throw refused(
      'what you may see has changed since this cursor was given: read everything again, beginning without a cursor',
      'RIGHTS_CHANGED',
      410,
    );
  if (cursor.types !== now.types)
    throw refused(
      'this cursor was given for other types: go on with the same, or begin without a cursor',
      'BAD_USER_INPUT',
      400,
    );
  return cursor;
}

export const cursorExpired = (): GraphQLError =>
  refused(
    'this cursor is too old, or of a time before the database was restored: read everything again, beginning without a cursor',
    'CURSOR_EXPIRED',
    410,
  );
