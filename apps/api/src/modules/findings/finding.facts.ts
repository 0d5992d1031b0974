import type {
  ChainStep,
  FindingFacts,
  FindingState,
  PointOutcome,
  SumFacts,
  SubmissionPurpose,
} from '@closeout/domain';
import type { Expression } from '../../read/model.ts';

/** The persons who hold a role in a department, a post or a body today, as JSON. */
const today = (reading: { today: string; statement: { param: (value: unknown, cast: string) => string } }): string =>
  reading.statement.param(reading.today, 'text::date');
const current = (alias: string, day: string): string =>
  `${alias}.revoked_at IS NULL AND ${alias}.from_on <= ${day} AND (${alias}.to_on IS NULL OR ${alias}.to_on >= ${day})`;

/** Who holds each step's office for the finding, in one look at the grants: by role and scope, the leader's post also by who holds it. */
const holdersSql = (f: string, day: string): string => {
  const holders = (step: string, role: string): string =>
    `'${step}', coalesce(json_agg(DISTINCT ho.person_id) FILTER (WHERE ho.role = '${role}'), '[]'::json)`;
  return `(SELECT json_build_object(${holders('CLERK_CHECK', 'CLERK')}, ${holders('DEPARTMENT_HEAD', 'DEPARTMENT_HEAD')}, ${holders('LEADER', 'LEADER')}, ${holders('SECRETARY', 'SECRETARY')}) FROM (
      SELECT hg.role::text AS role, ha.person_id FROM role_grant hg JOIN account ha ON ha.id = hg.account_id AND ha.active WHERE ${current('hg', day)}
        AND ((hg.role IN ('CLERK', 'SECRETARY') AND hg.body_id = ${f}.body_id) OR (hg.role = 'DEPARTMENT_HEAD' AND hg.department_id = ${f}.lead_department_id) OR (hg.role = 'LEADER' AND hg.post_id = ${f}.leader_post_id))
      UNION ALL
      SELECT 'LEADER', ph.person_id FROM post_holding ph JOIN account la ON la.person_id = ph.person_id AND la.active WHERE ph.post_id = ${f}.leader_post_id AND ph.to_on IS NULL) ho)`;
};

/**
 * Everything the rules ask of one finding (packages/domain findings/facts.ts) as one JSON expression over its row:
 * the same facts decide a mutation and draw the buttons.
 */
export const findingFactsSql: Expression = (f, reading) => {
  const day = today(reading);
  return `json_build_object(
    'bodyId', ${f}.body_id, 'state', ${f}.state, 'leadDepartmentId', ${f}.lead_department_id, 'leaderPostId', ${f}.leader_post_id,
    'leaderConfirmed', ${f}.leader_confirmed_at IS NOT NULL,
    'supportingDepartmentIds', (SELECT coalesce(json_agg(fd.department_id), '[]'::json) FROM finding_department fd WHERE fd.finding_id = ${f}.id),
    'subjectIds', (SELECT coalesce(json_agg(fs.person_id), '[]'::json) FROM finding_subject fs WHERE fs.finding_id = ${f}.id),
    'handlerIds', (SELECT coalesce(json_agg(h.id), '[]'::json) FROM (SELECT ${f}.handler_id AS id UNION SELECT fa.handler_id FROM action fa WHERE fa.finding_id = ${f}.id) h WHERE h.id IS NOT NULL),
    'actions', (SELECT coalesce(json_agg(json_build_object('ordinal', fa.ordinal, 'state', fa.state, 'needsEvidence', fa.needs_evidence,
        'evidencePresent', fn.present, 'evidenceAccepted', fn.accepted) ORDER BY fa.ordinal), '[]'::json)
      FROM action fa CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE fe.acceptance <> 'REJECTED') AS present, count(*) FILTER (WHERE fe.acceptance = 'ACCEPTED') AS accepted
        FROM evidence_action fl JOIN evidence fe ON fe.id = fl.evidence_id WHERE fl.action_id = fa.id) fn WHERE fa.finding_id = ${f}.id),
    'points', (SELECT coalesce(json_agg(json_build_object('ordinal', fp.ordinal, 'outcome', fp.outcome) ORDER BY fp.ordinal), '[]'::json) FROM finding_point fp WHERE fp.finding_id = ${f}.id),
    'sums', (SELECT coalesce(json_agg(json_build_object('label', fm.label, 'establishedFen', fm.established_fen::text, 'statedFen', fm.stated_fen::text, 'disposition', fm.disposition,
        'recoveredFen', (SELECT coalesce(sum(fr.fen), 0)::text FROM recovery fr WHERE fr.sum_id = fm.id), 'waivedFen', (SELECT coalesce(sum(fw.fen), 0)::text FROM waiver fw WHERE fw.sum_id = fm.id)) ORDER BY fm.ordinal), '[]'::json) FROM money_sum fm WHERE fm.finding_id = ${f}.id),
    'pending', (SELECT json_build_object('id', su.id, 'purpose', su.purpose, 'submittedById', su.submitted_by_id,
        'steps', (SELECT json_agg(json_build_object('ordinal', st.ordinal, 'kind', st.kind, 'state', st.state, 'signerId', st.signer_id, 'byResolution', st.resolution_id IS NOT NULL, 'skipReason', st.skip_reason) ORDER BY st.ordinal) FROM signoff_step st WHERE st.submission_id = su.id))
        FROM submission su WHERE su.finding_id = ${f}.id AND su.outcome = 'PENDING'),
    'holders', ${holdersSql(f, day)})`;
};

interface FactsJson extends Omit<FindingFacts, 'sums'> {
  state: FindingState;
  points: { ordinal: number; outcome: PointOutcome | null }[];
  pending: { id: string; purpose: SubmissionPurpose; submittedById: string; steps: ChainStep[] } | null;
  sums: (Omit<SumFacts, 'establishedFen' | 'statedFen' | 'recoveredFen' | 'waivedFen'> &
    Record<'recoveredFen' | 'waivedFen', string> &
    Record<'establishedFen' | 'statedFen', string | null>)[];
}

const fen = (text: string | null): bigint | null => (text === null ? null : BigInt(text));

/** Reads the JSON of `findingFactsSql`; sums become bigint fen. */
export function readFacts(json: unknown): FindingFacts {
  const facts = json as FactsJson;
  return {
    ...facts,
    sums: facts.sums.map((sum) => ({
      ...sum,
      establishedFen: fen(sum.establishedFen),
      statedFen: fen(sum.statedFen),
      recoveredFen: BigInt(sum.recoveredFen),
      waivedFen: BigInt(sum.waivedFen),
    })),
  };
}
