import { likelyKind, notFound, shanghaiDay, suggestRepeats, type RepeatKind } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import { uuidOf } from '../../read/ids.ts';
import { visibleFinding } from '../access/visibility.ts';
import { reading } from '../findings/change-finding.ts';

interface Row {
  id: string;
  seq: number;
  roundId: string;
  text: string;
  closedAt: Date | null;
  itself: boolean;
}

/** Findings of one body that are compared; more than that no body has had. */
const MOST = 2_000;

export interface Suggested {
  id: string;
  kind: RepeatKind;
  likeness: number;
}

/** Earlier findings of the same body, of other rounds or before it in the same list, that say much the same; one statement. */
export async function repeatSuggestions(ctx: Context, findingGlobalId: string): Promise<Suggested[]> {
  const id = uuidOf(findingGlobalId, 'fnd', 'the finding');
  const r = reading(ctx);
  const self = r.statement.param(id, 'uuid');
  const text = `SELECT f.id, f.seq, i.round_id AS "roundId", f.title || ' ' || f.description AS text, f.closed_at AS "closedAt", f.id = ${self} AS itself
    FROM finding f JOIN inspection i ON i.id = f.inspection_id
    WHERE f.body_id = (SELECT s.body_id FROM finding s WHERE s.id = ${self}) AND (${visibleFinding('f', r)})
      AND NOT EXISTS (SELECT 1 FROM finding_repeat n WHERE n.finding_id = ${self} AND n.earlier_id = f.id)
    ORDER BY f.id DESC LIMIT ${MOST}`;
  const rows = await ctx.db.$queryRawUnsafe<Row[]>(text, ...r.statement.values);
  const itself = rows.find((row) => row.itself);
  if (itself === undefined) throw notFound('the finding');
  const earlier = rows.filter((row) => !row.itself && (row.roundId !== itself.roundId || row.seq < itself.seq));
  return suggestRepeats(itself.text, earlier).map((one) => {
    const row = earlier.find((candidate) => candidate.id === one.id);
    const closedOn = row?.closedAt ? shanghaiDay(row.closedAt) : null;
    return { ...one, kind: likelyKind(row?.roundId === itself.roundId, closedOn) };
  });
}
