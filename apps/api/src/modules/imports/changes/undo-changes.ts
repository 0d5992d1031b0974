import type { Context } from '../../../graphql/context.ts';
import type { AuditEntry, Transaction } from '../../audit/in-transaction.ts';
import type { FoundImport } from '../change-import.ts';
import { restore, type Applied } from './table-state.ts';

/** What a committed table left behind; written by the commit only. */
const appliedOf = (stored: unknown): Applied => stored as Applied;

/** Takes a table back: every record it changed says again what it said before, with its entry in the trail. */
export async function undoChanges(
  ctx: Context,
  tx: Transaction,
  found: FoundImport,
): Promise<{ before: Record<string, unknown>; events: AuditEntry[] }> {
  const applied = appliedOf(found.applied);
  await restore(tx, applied, { updatedByName: ctx.viewer.name, updatedAt: ctx.now() });
  const { findings, actions } = applied.created;
  const records = [...applied.before.map(({ id }) => id), ...findings];
  const events = records.map((recordId) => ({
    verb: 'undoImport',
    recordType: 'Finding',
    recordId,
    bodyId: found.bodyId,
    after: { import: found.id },
  }));
  return { before: { findings: applied.before.length, added: findings.length + actions.length }, events };
}

/** Locks the changed findings, so that nobody starts work on them while they are taken back. */
export async function lockChanged(tx: Transaction, found: FoundImport): Promise<void> {
  const ids = appliedOf(found.applied).before.map(({ id }) => id);
  await tx.$queryRaw`SELECT 1 FROM finding WHERE id = ANY(${ids}::text[]::uuid[]) ORDER BY id FOR UPDATE`;
}

/** Who last worked on a record of the table since, and on which finding. */
export const changedSinceSql = `
  SELECT e.actor_name, e.at, e.verb, f.seq FROM audit_event e JOIN import i ON i.id = $1::uuid
  JOIN jsonb_to_recordset(COALESCE(i.applied -> 'versions', '[]')) AS v(id uuid) ON v.id = e.record_id
  LEFT JOIN finding f ON f.id = e.record_id OR f.id = (SELECT a.finding_id FROM action a WHERE a.id = e.record_id)
  WHERE e.at >= i.committed_at ORDER BY e.id DESC LIMIT 1`;

/** Whether no record of the committed table `i` has another version than the commit gave it. */
export const untouchedSql = (i: string): string =>
  `NOT EXISTS (SELECT 1 FROM jsonb_to_recordset(COALESCE(${i}.applied -> 'versions', '[]')) AS uv(id uuid, version int)
    LEFT JOIN finding uf ON uf.id = uv.id LEFT JOIN action ua ON ua.id = uv.id WHERE COALESCE(uf.version, ua.version) IS DISTINCT FROM uv.version)`;
