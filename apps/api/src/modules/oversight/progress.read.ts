import { completionBasisPoints } from '@closeout/domain';
import { findingsWithin } from '../access/visibility.ts';
import type { ComputedField, Reading } from '../../read/model.ts';
import { overdueSql } from '../findings/overdue.ts';

/** Counts of an inspection's findings within the viewer's outline reach. */
function counts(i: string, reading: Reading): string {
  const f = reading.statement.alias('pf');
  const of = (state: string): string => `count(*) FILTER (WHERE ${f}.state = '${state}')`;
  return `(SELECT json_build_object('findings', count(*), 'recorded', ${of('RECORDED')}, 'unclaimed', ${of('UNCLAIMED')}, 'rectifying', ${of('RECTIFYING')}, 'inReview', ${of('IN_REVIEW')}, 'closed', ${of('CLOSED')}, 'continuing', ${of('CONTINUING')}, 'overdue', count(*) FILTER (WHERE ${overdueSql(f, reading)}))
    FROM finding ${f} WHERE ${f}.inspection_id = ${i}.id AND (${findingsWithin('readOutline', f, reading)}))`;
}

export const progress: ComputedField = {
  kind: 'computed',
  class: 'STATISTICS',
  needs: { counts },
  value: (needs) => {
    const all = needs['counts'] as Record<string, number>;
    return { ...all, rateBasisPoints: completionBasisPoints(all['closed'] ?? 0, all['findings'] ?? 0) };
  },
};
