import { deputiesOf } from '../deputies/deputies-of.ts';
import { grantInForce } from '../access/grant-in-force.ts';
import { findingsWithin, visibleEvidence, visibleFinding, visibleWithFinding } from '../access/visibility.ts';
import { uuidOf } from '../../read/ids.ts';
import { column, globalId, list, one, readType, sql, type GroupField, type Reading } from '../../read/model.ts';
import { rootPage } from '../../read/roots.ts';
import { reviewFields } from '../reviews/review.type.ts';
import { holdsStep } from './step-holders.ts';

const day = (reading: Reading): string => reading.statement.param(reading.today, 'text::date');

/** Names of the persons who hold a step now, through role and scope; packages/domain decides which of them may sign. */
function holderNames(s: string, reading: Reading): string {
  const today = day(reading);
  return `(SELECT coalesce(json_agg(DISTINCT hn.name), '[]'::json)
    FROM submission hs JOIN finding hf ON hf.id = hs.finding_id
    JOIN role_grant hg ON ${grantInForce('hg', today)}
    JOIN account ha ON ha.id = hg.account_id AND ha.active AND ${holdsStep(`${s}.kind`, 'hg', 'hf', 'ha.person_id', 'false')}
    JOIN person hn ON hn.id = ha.person_id
    WHERE hs.id = ${s}.submission_id AND ${s}.state IN ('CURRENT', 'WAITING'))`;
}

/** `X 代 Y`: who may sign a step for a holder who is away. */
const deputyNames = (s: string, reading: Reading): string =>
  `(SELECT coalesce(json_agg(DISTINCT qx.name || ' 代 ' || qy.name), '[]'::json)
    FROM submission qs JOIN finding qf ON qf.id = qs.finding_id CROSS JOIN LATERAL (${deputiesOf('qf', day(reading))}) qq
    JOIN person qx ON qx.id = qq.deputy_id JOIN person qy ON qy.id = qq.principal_id
    WHERE qs.id = ${s}.submission_id AND qq.step = ${s}.kind::text AND ${s}.state IN ('CURRENT', 'WAITING'))`;

readType({
  name: 'SignoffStep',
  table: 'signoff_step',
  prefix: 'stp',
  visible: (row, reading) => {
    const submission = reading.statement.alias('vs');
    return `EXISTS (SELECT 1 FROM submission ${submission} WHERE ${submission}.id = ${row}.submission_id AND ${visibleWithFinding()(submission, reading)})`;
  },
  fields: {
    id: globalId('stp'),
    ordinal: column('ordinal', 'STATISTICS'),
    kind: column('kind', 'STATISTICS'),
    state: column('state', 'STATISTICS'),
    skipReason: column('skip_reason', 'STATISTICS'),
    holderNames: sql(holderNames, 'NAMES'),
    deputyNames: sql(deputyNames, 'NAMES'),
    reachedAt: column('reached_at', 'STATISTICS'),
    signerName: column('signer_name', 'NAMES'),
    signerPost: column('signer_post', 'STATISTICS'),
    principalName: column('principal_name', 'NAMES'),
    opinion: column('opinion', 'TEXT'),
    signedAt: column('signed_at', 'STATISTICS'),
    onPaper: column('on_paper', 'STATISTICS'),
    scan: one('Attachment', (p, c) => `${c}.id = ${p}.scan_id`, { class: 'STATISTICS' }),
    resolution: one('Resolution', (p, c) => `${c}.id = ${p}.resolution_id`, { class: 'STATISTICS' }),
    recordedByName: column('recorded_by_name', 'NAMES'),
  },
});

/** The decision on the submission before this one, or the beginning of time. */
const SINCE = (s: string): string =>
  `coalesce((SELECT max(ps.decided_at) FROM submission ps WHERE ps.finding_id = ${s}.finding_id AND ps.submitted_at < ${s}.submitted_at), '-infinity'::timestamptz)`;
const ACTIONS = (s: string): string => `action sa WHERE sa.finding_id = ${s}.finding_id`;
const EVIDENCE = (s: string): string =>
  `evidence sv WHERE EXISTS (SELECT 1 FROM evidence_action sl JOIN action sa ON sa.id = sl.action_id WHERE sl.evidence_id = sv.id AND sa.finding_id = ${s}.finding_id)`;

const summary: GroupField = {
  kind: 'group',
  class: 'STATISTICS',
  fields: {
    actions: sql((s) => `(SELECT count(*) FROM ${ACTIONS(s)})`, 'STATISTICS'),
    actionsSettled: sql(
      (s) => `(SELECT count(*) FROM ${ACTIONS(s)} AND sa.state IN ('DONE', 'DROPPED'))`,
      'STATISTICS',
    ),
    updates: sql(
      (s) =>
        `(SELECT count(*) FROM progress_update su JOIN action sa ON sa.id = su.action_id WHERE sa.finding_id = ${s}.finding_id AND su.at > ${SINCE(s)} AND su.at <= ${s}.submitted_at)`,
      'STATISTICS',
    ),
    evidenceAdded: sql(
      (s) =>
        `(SELECT count(*) FROM ${EVIDENCE(s)} AND sv.created_at > ${SINCE(s)} AND sv.created_at <= ${s}.submitted_at)`,
      'STATISTICS',
    ),
    evidencePending: sql((s) => `(SELECT count(*) FROM ${EVIDENCE(s)} AND sv.acceptance = 'PENDING')`, 'STATISTICS'),
    recoveredFen: sql(
      (s) =>
        `(SELECT coalesce(sum(sr.fen), 0)::text FROM recovery sr JOIN money_sum sm ON sm.id = sr.sum_id WHERE sm.finding_id = ${s}.finding_id AND sr.created_at > ${SINCE(s)} AND sr.created_at <= ${s}.submitted_at)`,
      'MONEY',
    ),
    answersReturn: sql(
      (s) =>
        `(SELECT coalesce(pt.opinion, pk.note) FROM submission ps LEFT JOIN signoff_step pt ON pt.submission_id = ps.id AND pt.state = 'RETURNED' LEFT JOIN recheck pk ON pk.submission_id = ps.id AND pk.outcome = 'FAILED' WHERE ps.finding_id = ${s}.finding_id AND ps.submitted_at < ${s}.submitted_at AND ps.outcome = 'RETURNED' ORDER BY ps.decided_at DESC LIMIT 1)`,
      'TEXT',
    ),
  },
};

readType({
  name: 'Submission',
  table: 'submission',
  prefix: 'sub',
  visible: visibleWithFinding(),
  fields: {
    id: globalId('sub'),
    attempt: column('attempt', 'STATISTICS'),
    purpose: column('purpose', 'STATISTICS'),
    outcome: column('outcome', 'STATISTICS'),
    statement: column('statement', 'TEXT'),
    reason: column('reason', 'TEXT'),
    target: column('target', 'TEXT'),
    nextReviewOn: column('next_review_on', 'STATISTICS'),
    submittedByName: column('submitted_by_name', 'NAMES'),
    submittedByPost: column('submitted_by_post', 'STATISTICS'),
    submittedAt: column('submitted_at', 'STATISTICS'),
    decidedAt: column('decided_at', 'STATISTICS'),
    steps: list(
      'SignoffStep',
      (p, c) => `${c}.submission_id = ${p}.id`,
      (c) => `${c}.ordinal`,
      { class: 'STATISTICS' },
    ),
    currentStep: one('SignoffStep', (p, c) => `${c}.submission_id = ${p}.id AND ${c}.state = 'CURRENT'`, {
      class: 'STATISTICS',
    }),
    summary,
    openedByMe: sql(
      (s, reading) =>
        `EXISTS (SELECT 1 FROM submission_opening oo WHERE oo.submission_id = ${s}.id AND oo.account_id = ${reading.statement.param(reading.viewer.accountId, 'text::uuid')})`,
      'STATISTICS',
    ),
    daysWaiting: sql(
      (s, reading) =>
        `(SELECT greatest(0, ${day(reading)} - (wt.reached_at AT TIME ZONE 'Asia/Shanghai')::date) FROM (SELECT coalesce((SELECT ws.reached_at FROM signoff_step ws WHERE ws.submission_id = ${s}.id AND ws.state = 'CURRENT'), ${s}.submitted_at) AS reached_at) wt)`,
      'STATISTICS',
    ),
    reviews: list(
      'SubmissionReview',
      (p, c) => `${c}.submission_id = ${p}.id`,
      (c) => `${c}.entered_at, ${c}.id`,
      { class: 'STATISTICS', guarded: true },
    ),
    sample: one('Recheck', (p, c) => `${c}.submission_id = ${p}.id`, { class: 'STATISTICS' }),
    finding: one('Finding', (p, c) => `${c}.id = ${p}.finding_id`, { class: 'STATISTICS' }),
  },
});

// Among the office until it has decided; then the body reads it with the decision.
readType({
  name: 'SubmissionReview',
  table: 'submission_review',
  prefix: 'srv',
  visible: (row, reading) => {
    const [submission, finding] = [reading.statement.alias('vs'), reading.statement.alias('vf')];
    const now = findingsWithin('reviewSubmission', finding, reading);
    return `EXISTS (SELECT 1 FROM submission ${submission} JOIN finding ${finding} ON ${finding}.id = ${submission}.finding_id WHERE ${submission}.id = ${row}.submission_id AND ((${submission}.outcome <> 'PENDING' AND (${visibleFinding(finding, reading)})) OR (${now})))`;
  },
  fields: { id: globalId('srv'), ...reviewFields },
});

readType({
  name: 'Instruction',
  table: 'instruction',
  prefix: 'itr',
  visible: visibleWithFinding(),
  fields: {
    id: globalId('itr'),
    text: column('text', 'TEXT'),
    byName: column('by_name', 'NAMES'),
    byPost: column('by_post', 'STATISTICS'),
    at: column('at', 'STATISTICS'),
  },
});

readType({
  name: 'Resolution',
  table: 'resolution',
  prefix: 'rsl',
  visible: (row, reading) => {
    const finding = reading.statement.alias('vf');
    return `EXISTS (SELECT 1 FROM signoff_step vt JOIN submission vs ON vs.id = vt.submission_id JOIN finding ${finding} ON ${finding}.id = vs.finding_id WHERE vt.resolution_id = ${row}.id AND (${visibleFinding(finding, reading)}))`;
  },
  orders: { DECIDED: { sql: (r) => `${r}.decided_on`, type: 'date', class: 'STATISTICS' } },
  filters: {
    STATISTICS: {
      bodyId: (r, value, reading) =>
        `${r}.body_id = ${reading.statement.param(uuidOf(value as string, 'bdy', 'the body'), 'uuid')}`,
    },
  },
  fields: {
    id: globalId('rsl'),
    text: column('text', 'TEXT'),
    decidedOn: column('decided_on', 'STATISTICS'),
    meeting: one('Evidence', (p, c) => `${c}.id = ${p}.meeting_id`, {
      class: 'STATISTICS',
      guarded: (row, reading) => visibleEvidence(row, reading),
    }),
    recordedByName: column('recorded_by_name', 'NAMES'),
  },
});

rootPage('resolutions', 'Resolution');
