import {
  balanceOf,
  daysBetween,
  RUNNING_STATES,
  transitionsOf,
  urgencyOf,
  viewerCan,
  type FindingState,
} from '@closeout/domain';
import { visibleEvidenceOfVisibleAction, visibleFinding, visibleWithFinding } from '../access/visibility.ts';
import { uuidOf } from '../../read/ids.ts';
import {
  column,
  globalId,
  list,
  one,
  page,
  readType,
  sql,
  type ComputedField,
  type GroupField,
  type Reading,
} from '../../read/model.ts';
import { rootOne, rootPage } from '../../read/roots.ts';
import { reasonOf } from '../rounds/due-reason.ts';
import { workingDeadline } from '../calendar/working-deadline.ts';
import { isDuesSql } from '../money/dues.ts';
import { settingsOf } from '../rounds/settings-of-inspection.ts';
import { beside } from './finding-beside.read.ts';
import { readFacts, readSums, verbFacts, type FactsJson } from './finding.facts.ts';
import { filters, orders } from './finding-filters.ts';

const settingsNeeds = {
  own: (f: string) => `(SELECT si.settings FROM inspection si WHERE si.id = ${f}.inspection_id)`,
  round: (f: string) =>
    `(SELECT sr.settings FROM inspection si JOIN round sr ON sr.id = si.round_id WHERE si.id = ${f}.inspection_id)`,
};

const isRunning = (state: unknown): boolean => (RUNNING_STATES as readonly unknown[]).includes(state);

const deadline: GroupField = {
  kind: 'group',
  class: 'STATISTICS',
  fields: {
    dueOn: column('due_on', 'STATISTICS'),
    kind: column('due_kind', 'STATISTICS'),
    text: column('due_text', 'TEXT'),
    rule: column('due_rule', 'STATISTICS'),
    urgency: {
      kind: 'computed',
      class: 'STATISTICS',
      needs: { state: (f) => `${f}.state`, dueOn: (f) => `${f}.due_on`, ...settingsNeeds },
      value: (needs, { today }) =>
        urgencyOf(needs['state'] as FindingState, needs['dueOn'] as string | null, today, settingsOf(needs)),
    },
    daysLeft: {
      kind: 'computed',
      class: 'STATISTICS',
      needs: { state: (f) => `${f}.state`, dueOn: (f) => `${f}.due_on` },
      value: (needs, { today }) =>
        typeof needs['dueOn'] === 'string' && isRunning(needs['state']) ? daysBetween(today, needs['dueOn']) : null,
    },
    ...workingDeadline,
    reason: {
      kind: 'computed',
      class: 'STATISTICS',
      needs: {
        rule: (f) => `${f}.due_rule`,
        amount: (f) => `${f}.due_amount`,
        unit: (f) => `${f}.due_unit`,
        from: (f) => `${f}.due_from`,
      },
      value: reasonOf,
    },
  },
};

const facts = (
  value: (json: unknown, viewer: Reading['viewer']) => unknown,
  cls: ComputedField['class'],
): ComputedField => ({
  kind: 'computed',
  class: cls,
  needs: { facts: verbFacts },
  value: (needs, { viewer }) => value(needs['facts'], viewer),
});

const balance: ComputedField = {
  kind: 'computed',
  class: 'MONEY',
  needs: {
    sums: (f) =>
      `(SELECT coalesce(json_agg(json_build_object('label', bm.label, 'establishedFen', bm.established_fen::text, 'statedFen', bm.stated_fen::text, 'disposition', bm.disposition, 'recoveredFen', (SELECT coalesce(sum(br.fen), 0)::text FROM recovery br WHERE br.sum_id = bm.id), 'waivedFen', (SELECT coalesce(sum(bw.fen), 0)::text FROM waiver bw WHERE bw.sum_id = bm.id))), '[]'::json) FROM money_sum bm WHERE bm.finding_id = ${f}.id AND NOT ${isDuesSql('bm')})`,
  },
  value: (needs) => {
    const total = balanceOf(readSums(needs['sums'] as FactsJson['sums']));
    return Object.fromEntries(Object.entries(total).map(([key, value]) => [key, String(value)]));
  },
};

const evidenceOf = (f: string): string =>
  `SELECT el.evidence_id FROM evidence_action el JOIN action ea ON ea.id = el.action_id WHERE ea.finding_id = ${f}.id`;
readType({
  name: 'Finding',
  table: 'finding',
  prefix: 'fnd',
  visible: visibleFinding,
  orders,
  defaultOrder: 'SEQ',
  filters,
  fields: {
    id: globalId('fnd'),
    seq: column('seq', 'STATISTICS'),
    refNo: column('ref_no', 'STATISTICS'),
    printedNumber: column('printed_number', 'STATISTICS'),
    title: column('title', 'TEXT'),
    description: column('description', 'TEXT'),
    rootCause: column('root_cause', 'TEXT'),
    acceptanceCriterion: column('acceptance_criterion', 'TEXT'),
    effect: column('effect', 'TEXT'),
    remark: column('remark', 'TEXT'),
    state: column('state', 'STATISTICS'),
    cycle: column('cycle', 'STATISTICS'),
    result: column('result', 'STATISTICS'),
    resultText: column('result_text', 'STATISTICS'),
    plan: column('plan', 'STATISTICS'),
    remediationType: column('remediation_type', 'STATISTICS'),
    aspect: one('Aspect', (p, c) => `${c}.id = ${p}.aspect_id`, { class: 'STATISTICS' }),
    deadline,
    leader: one('Post', (p, c) => `${c}.id = ${p}.leader_post_id`, { class: 'STATISTICS' }),
    leaderConfirmedAt: column('leader_confirmed_at', 'STATISTICS'),
    leadDepartment: one('Department', (p, c) => `${c}.id = ${p}.lead_department_id`, { class: 'STATISTICS' }),
    supportingDepartments: list(
      'Department',
      (p, c) => `${c}.id IN (SELECT sd.department_id FROM finding_department sd WHERE sd.finding_id = ${p}.id)`,
      (c) => `${c}.ordinal, ${c}.id`,
      { class: 'STATISTICS' },
    ),
    handler: one('Person', (p, c) => `${c}.id = ${p}.handler_id`, { class: 'NAMES' }),
    subjects: list(
      'Person',
      (p, c) => `${c}.id IN (SELECT sj.person_id FROM finding_subject sj WHERE sj.finding_id = ${p}.id)`,
      (c) => `${c}.name`,
      { class: 'NAMES' },
    ),
    returned: {
      kind: 'group',
      class: 'STATISTICS',
      when: (f) => `${f}.return_reason IS NOT NULL`,
      fields: {
        reason: column('return_reason', 'TEXT'),
        at: column('returned_at', 'STATISTICS'),
        byName: column('returned_by_name', 'NAMES'),
      },
    },
    continuation: {
      kind: 'group',
      class: 'STATISTICS',
      when: (f) => `${f}.state = 'CONTINUING'`,
      fields: {
        reason: column('continuing_reason', 'TEXT'),
        target: column('continuing_target', 'TEXT'),
        nextReviewOn: column('next_review_on', 'STATISTICS'),
      },
    },
    claimedAt: column('claimed_at', 'STATISTICS'),
    closedAt: column('closed_at', 'STATISTICS'),
    closedByName: sql(
      (f) =>
        `(SELECT coalesce(ct.signer_name || coalesce(' 代 ' || ct.principal_name, ''), '集体审议') FROM submission cs JOIN signoff_step ct ON ct.submission_id = cs.id WHERE cs.finding_id = ${f}.id AND ${f}.closed_at IS NOT NULL AND cs.outcome = 'APPROVED' AND ct.state = 'SIGNED' ORDER BY cs.decided_at DESC, ct.ordinal DESC LIMIT 1)`,
      'NAMES',
    ),
    points: list(
      'FindingPoint',
      (p, c) => `${c}.finding_id = ${p}.id`,
      (c) => `${c}.ordinal`,
      { class: 'STATISTICS' },
    ),
    actionCount: sql((f) => `(SELECT count(*) FROM action xa WHERE xa.finding_id = ${f}.id)`, 'STATISTICS'),
    settledActionCount: sql(
      (f) => `(SELECT count(*) FROM action xa WHERE xa.finding_id = ${f}.id AND xa.state IN ('DONE', 'DROPPED'))`,
      'STATISTICS',
    ),
    evidenceCount: sql(
      (f, reading) =>
        `(SELECT count(*) FROM evidence xe WHERE xe.id IN (${evidenceOf(f)}) AND ${visibleEvidenceOfVisibleAction('xe', reading)})`,
      'STATISTICS',
    ),
    actions: page('Action', (p, c) => `${c}.finding_id = ${p}.id`, { class: 'STATISTICS' }),
    sums: list(
      'MoneySum',
      (p, c) => `${c}.finding_id = ${p}.id`,
      (c) => `${c}.ordinal`,
      { class: 'MONEY' },
    ),
    balance,
    submissions: list(
      'Submission',
      (p, c) => `${c}.finding_id = ${p}.id`,
      (c) => `${c}.submitted_at DESC`,
      { class: 'STATISTICS' },
    ),
    pendingSubmission: one('Submission', (p, c) => `${c}.finding_id = ${p}.id AND ${c}.outcome = 'PENDING'`, {
      class: 'STATISTICS',
    }),
    notices: list(
      'NoticeOutline',
      (p, c) => `${c}.finding_id = ${p}.id`,
      (c) => `${c}.sent_at`,
      { class: 'STATISTICS' },
    ),
    extensions: list(
      'Extension',
      (p, c) => `${c}.finding_id = ${p}.id`,
      (c) => `${c}.number DESC`,
      { class: 'STATISTICS' },
    ),
    opinions: list(
      'SupervisoryOpinion',
      (p, c) => `${c}.finding_id = ${p}.id`,
      (c) => `${c}.at DESC, ${c}.id DESC`,
      { class: 'STATISTICS' },
    ),
    repeats: list(
      'FindingRepeat',
      (p, c) => `${c}.finding_id = ${p}.id`,
      (c) => `${c}.noted_at`,
      { class: 'STATISTICS' },
    ),
    ...beside,
    reopened: {
      kind: 'group',
      class: 'STATISTICS',
      when: (f) => `${f}.reopened_at IS NOT NULL`,
      fields: {
        reason: column('reopened_reason', 'TEXT'),
        at: column('reopened_at', 'STATISTICS'),
        byName: column('reopened_by_name', 'NAMES'),
      },
    },
    instructions: list(
      'Instruction',
      (p, c) => `${c}.finding_id = ${p}.id`,
      (c) => `${c}.at DESC`,
      { class: 'STATISTICS' },
    ),
    import: one('Import', (p, c) => `${c}.id = ${p}.import_id`, { class: 'STATISTICS', guarded: true }),
    body: one('Body', (p, c) => `${c}.id = ${p}.body_id`, { class: 'STATISTICS' }),
    inspection: one('Inspection', (p, c) => `${c}.id = ${p}.inspection_id`, { class: 'STATISTICS' }),
    updatedAt: column('updated_at', 'STATISTICS'),
    updatedByName: column('updated_by_name', 'NAMES'),
    version: column('version', 'STATISTICS'),
    viewerCan: facts((json, viewer) => viewerCan(viewer, readFacts(json)), 'STATISTICS'),
    transitions: facts((json, viewer) => transitionsOf(viewer, readFacts(json)), 'STATISTICS'),
  },
});

readType({
  name: 'FindingPoint',
  table: 'finding_point',
  prefix: 'pnt',
  visible: visibleWithFinding(),
  fields: {
    id: globalId('pnt'),
    ordinal: column('ordinal', 'STATISTICS'),
    text: column('text', 'TEXT'),
    outcome: column('outcome', 'STATISTICS'),
    outcomeNote: column('outcome_note', 'TEXT'),
    version: column('version', 'STATISTICS'),
  },
});

rootPage('findings', 'Finding');
rootOne('finding', 'Finding', (row, args, reading) =>
  typeof args['refNo'] === 'string'
    ? `${row}.ref_no = ${reading.statement.param(args['refNo'], 'text')}`
    : `${row}.id = ${reading.statement.param(uuidOf((args['id'] as string | undefined) ?? '', 'fnd', 'the finding'), 'uuid')}`,
);
