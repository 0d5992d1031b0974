import type { TableChange } from '@closeout/documents';
import type { Context } from '../../../graphql/context.ts';
import { decodeId } from '../../../read/ids.ts';
import { headingOf, remark } from './remark.ts';

/** The values by which the audit trail names a column's change. */
const NAMES: Partial<Record<TableChange['column'], readonly string[]>> = {
  title: ['title'],
  description: ['description', 'points'],
  remediationType: ['remediationType'],
  target: ['acceptanceCriterion'],
  measure: ['text'],
  leader: ['leaderPostId'],
  leadDepartment: ['leadDepartmentId', 'departmentId'],
  supportingDepartments: ['supportingDepartmentIds'],
  person: ['handlerId'],
  deadline: ['dueOn', 'dueText', 'dueKind'],
  progress: ['progress', 'state'],
  effect: ['effect'],
  remark: ['remark'],
};

interface Entry {
  record_id: string;
  actor_name: string;
  at: Date;
  keys: string[] | null;
}

const recordOf = (change: TableChange): string => decodeId(change.actionId ?? change.findingId)?.uuid ?? '';

/** Names for each conflict who changed that cell last, from the audit trail; where it tells nothing of the cell, who touched the record last. */
export async function changersOf(ctx: Context, changes: readonly TableChange[]): Promise<TableChange[]> {
  const ids = [...new Set(changes.filter(({ conflict }) => conflict !== null).map(recordOf))];
  if (ids.length === 0) return [...changes];
  const entries = await ctx.db.$queryRaw<Entry[]>`
    SELECT e.record_id, e.actor_name, e.at, (SELECT array_agg(k) FROM jsonb_object_keys(CASE jsonb_typeof(e.after) WHEN 'object' THEN e.after ELSE '{}' END) k) AS keys
    FROM audit_event e WHERE e.record_id = ANY(${ids}::text[]::uuid[]) AND e.record_type IN ('Finding', 'Action') ORDER BY e.id DESC`;
  const byRecord = Map.groupBy(entries, (entry) => entry.record_id);
  return changes.map((change) => {
    if (change.conflict === null) return change;
    const own = byRecord.get(recordOf(change)) ?? [];
    const names = NAMES[change.column] ?? [];
    const entry = own.find(({ keys }) => names.some((name) => keys?.includes(name) === true)) ?? own[0];
    return { ...change, conflict: { by: entry?.actor_name ?? '', at: entry?.at.toISOString() ?? '' } };
  });
}

/** A conflict in a sentence, for the list that goes back to whoever filled the table in. */
export const conflictWords = (change: TableChange) =>
  remark('TABLE_CONFLICT', {
    column: headingOf(change.column),
    by: change.conflict?.by || '他人',
    now: change.before,
    value: change.after,
  });
