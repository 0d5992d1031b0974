import { RECOMMENDATION_STATES } from '@closeout/domain';
import { wholeBodiesWithin } from '../access/visibility.ts';
import {
  column,
  globalId,
  list,
  one,
  readType,
  sql,
  type ComputedField,
  type ReadField,
  type Reading,
} from '../../read/model.ts';

/** Who reads every finding of the body, and who holds the responsible post. */
function visible(row: string, reading: Reading): string {
  const posts = reading.viewer.grants.flatMap((grant) =>
    grant.role === 'LEADER' && grant.postId ? [grant.postId] : [],
  );
  const own = `${row}.post_id = ANY(${reading.statement.param(posts, 'text[]::uuid[]')})`;
  return `(${wholeBodiesWithin('readFinding', `${row}.body_id`, reading)} OR ${own})`;
}

readType({
  name: 'Recommendation',
  table: 'recommendation',
  prefix: 'rcm',
  visible,
  fields: {
    id: globalId('rcm'),
    number: column('number', 'STATISTICS'),
    text: column('text', 'TEXT'),
    post: one('Post', (p, c) => `${c}.id = ${p}.post_id`, { class: 'STATISTICS' }),
    state: column('state', 'STATISTICS'),
    answer: column('answer', 'TEXT'),
    answeredOn: column('answered_on', 'STATISTICS'),
    removable: sql((row) => `(${row}.state <> 'ANSWERED')`, 'STATISTICS'),
    version: column('version', 'STATISTICS'),
    updatedAt: column('updated_at', 'STATISTICS'),
    updatedByName: column('updated_by_name', 'NAMES'),
  },
});

/** Counts are told to those who read in the whole body, and to the office. */
const counted = (row: string, reading: Reading): string =>
  `(${wholeBodiesWithin('readFinding', `${row}.body_id`, reading)} OR ${wholeBodiesWithin('assessEffect', `${row}.body_id`, reading)})`;

const recommendationCounts: ComputedField = {
  kind: 'computed',
  class: 'STATISTICS',
  needs: {
    counts: (row, reading) =>
      `(SELECT CASE WHEN ${counted(row, reading)} THEN coalesce(json_object_agg(rs.state, rs.n), '{}'::json) END FROM (SELECT rc.state, count(*) AS n FROM recommendation rc WHERE rc.inspection_id = ${row}.id GROUP BY rc.state) rs)`,
  },
  value: (needs) => {
    const counts = needs['counts'] as Record<string, number> | null;
    return counts && RECOMMENDATION_STATES.map((state) => ({ state, count: counts[state] ?? 0 }));
  },
};

const referrals: ComputedField = {
  kind: 'computed',
  class: 'TEXT',
  needs: {
    rows: (row, reading) =>
      `(SELECT CASE WHEN ${counted(row, reading)} THEN coalesce(json_agg(json_build_object('kind', rf.kind, 'receiver', rf.receiver, 'count', rf.count, 'version', rf.version) ORDER BY rf.kind, rf.receiver), '[]'::json) END FROM referral_count rf WHERE rf.inspection_id = ${row}.id)`,
  },
  value: (needs) => needs['rows'],
};

/** What an inspection keeps beside its findings: recommendations with their answers, and counts of referrals. */
export const besideFindings: Record<string, ReadField> = {
  recommendations: list(
    'Recommendation',
    (p, c) => `${c}.inspection_id = ${p}.id`,
    (c) => `${c}.number`,
    { class: 'STATISTICS', guarded: true },
  ),
  recommendationCounts,
  referrals,
};
