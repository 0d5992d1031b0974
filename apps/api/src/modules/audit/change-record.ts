import { notFound } from '@closeout/domain';
import { demandVersion } from '../findings/change-finding.ts';
import type { Transaction } from './in-transaction.ts';

/** Tables whose rows carry a version. */
export type VersionedTable =
  'body' | 'department' | 'post' | 'person' | 'account' | 'round' | 'inspection' | 'handover';

export interface Wanted {
  table: VersionedTable;
  recordType: string;
  id: string;
  /** In words, for the refusal. */
  what: string;
  /** The version that was seen; a stale one is refused with who changed it since. */
  version?: number | null;
}

/** Locks a row, loads it and compares the version; an absent one is refused like an invisible one. */
export async function lockRecord<T extends { id: string; version: number; createdAt: Date }>(
  tx: Transaction,
  wanted: Wanted,
  load: () => Promise<T | null>,
): Promise<T> {
  await tx.$queryRawUnsafe(`SELECT 1 FROM "${wanted.table}" WHERE id = $1::uuid FOR UPDATE`, wanted.id);
  const record = await load();
  if (record === null) throw notFound(wanted.what);
  await demandVersion(
    tx,
    { id: record.id, version: record.version, updatedByName: null, updatedAt: record.createdAt },
    wanted.recordType,
    wanted.version,
  );
  return record;
}

/** The given fields alone: absent ones stay unchanged, null clears. */
export const given = <T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

/** What the patched fields were before, for the audit trail. */
export const before = (record: object, patch: object): Record<string, unknown> =>
  Object.fromEntries(Object.keys(patch).map((key) => [key, (record as Record<string, unknown>)[key]]));
