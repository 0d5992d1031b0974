import {
  AWAITING_REPLY,
  isReplyOverdue,
  NOTICE_WAITS,
  noticeSteps,
  noticeTransitions,
  type NoticeState,
  type SentNotice,
} from '@closeout/domain';
import { within } from '../../read/filter.ts';
import { encodeId, uuidOf } from '../../read/ids.ts';
import {
  column,
  globalId,
  list,
  one,
  readType,
  sql,
  type ComputedField,
  type GroupField,
  type Reading,
} from '../../read/model.ts';
import { rootOne, rootPage } from '../../read/roots.ts';
import { bodiesWithin, visibleWithFinding } from '../access/visibility.ts';
import { noticeNeeds, readNoticeFacts } from './notice-facts.ts';
import { noticesWithin, visibleReply, withNotice } from './visible-notice.ts';

const quoted = (states: readonly string[]): string => states.map((state) => `'${state}'`).join(', ');

/** `noticeWaitsFor` of packages/domain in SQL, built from its table and held to it by a test. */
const waitsForMe = (n: string, reading: Reading): string => {
  const turns = Object.entries(NOTICE_WAITS).map(
    ([state, right]) => `(${n}.state = '${state}' AND ${noticesWithin(right, n, reading)})`,
  );
  return `(${n}.kind <> 'HANDOVER' AND (${turns.join(' OR ')}))`;
};

/** `isReplyOverdue` of packages/domain in SQL. */
const overdue = (n: string, reading: Reading): string =>
  `(${n}.state IN (${quoted(AWAITING_REPLY)}) AND ${n}.reply_due_on < ${reading.statement.param(reading.today, 'text::date')})`;

const is = (condition: (n: string, reading: Reading) => string) => (n: string, value: unknown, reading: Reading) =>
  value === true ? condition(n, reading) : `(${condition(n, reading)}) IS NOT TRUE`;

const overdueField: ComputedField = {
  kind: 'computed',
  class: 'STATISTICS',
  needs: { state: (n) => `${n}.state`, replyDueOn: (n) => `${n}.reply_due_on` },
  value: (needs, { today }) =>
    isReplyOverdue({ state: needs['state'] as NoticeState, replyDueOn: needs['replyDueOn'] as string | null }, today),
};

const replyDue: GroupField = {
  kind: 'group',
  class: 'STATISTICS',
  when: (n) => `${n}.reply_due_on IS NOT NULL`,
  fields: {
    dueOn: column('reply_due_on', 'STATISTICS'),
    rule: column('reply_due_rule', 'STATISTICS'),
    amount: column('reply_due_amount', 'STATISTICS'),
    unit: column('reply_due_unit', 'STATISTICS'),
    from: column('reply_due_from', 'STATISTICS'),
  },
};

readType({
  name: 'Notice',
  table: 'notice',
  prefix: 'ntc',
  visible: (row, reading) => noticesWithin('readNotices', row, reading),
  orders: { NEWEST: { sql: (n) => `-extract(epoch FROM ${n}.sent_at)`, type: 'numeric', class: 'STATISTICS' } },
  filters: {
    STATISTICS: {
      kind: within('kind', 'notice_kind'),
      state: within('state', 'notice_state'),
      bodyId: (n, value, reading) =>
        `${n}.body_id = ${reading.statement.param(uuidOf(value as string, 'bdy', 'the body'), 'uuid')}`,
      roundId: (n, value, reading) =>
        `EXISTS (SELECT 1 FROM inspection ni WHERE ni.id = ${n}.inspection_id AND ni.round_id = ${reading.statement.param(uuidOf(value as string, 'rnd', 'the round'), 'uuid')})`,
      overdue: is(overdue),
      waitsForMe: is(waitsForMe),
    },
  },
  fields: {
    id: globalId('ntc'),
    number: column('number', 'STATISTICS'),
    kind: column('kind', 'STATISTICS'),
    state: column('state', 'STATISTICS'),
    title: column('title', 'TEXT'),
    text: column('text', 'TEXT'),
    handedTo: column('handed_to', 'TEXT'),
    office: one('Body', (p, c) => `${c}.id = ${p}.office_id`, { class: 'STATISTICS' }),
    body: one('Body', (p, c) => `${c}.id = ${p}.body_id`, { class: 'STATISTICS' }),
    inspection: one('Inspection', (p, c) => `${c}.id = ${p}.inspection_id`, { class: 'STATISTICS' }),
    recipients: list(
      'NoticeRecipient',
      (p, c) => `${c}.notice_id = ${p}.id`,
      (c) => `${c}.ordinal`,
      { class: 'STATISTICS' },
    ),
    findings: list(
      'FindingOutline',
      (p, c) => `EXISTS (SELECT 1 FROM notice_finding nf WHERE nf.notice_id = ${p}.id AND nf.finding_id = ${c}.id)`,
      (c) => `${c}.seq`,
      { class: 'STATISTICS', guarded: true },
    ),
    follows: one('Notice', (p, c) => `${c}.id = ${p}.follows_id`, { class: 'STATISTICS', guarded: true }),
    followedBy: list(
      'Notice',
      (p, c) => `${c}.follows_id = ${p}.id`,
      (c) => `${c}.sent_at`,
      { class: 'STATISTICS', guarded: true },
    ),
    skipReason: column('skip_reason', 'TEXT'),
    sentAt: column('sent_at', 'STATISTICS'),
    sentByName: column('sent_by_name', 'NAMES'),
    sentByPost: column('sent_by_post', 'STATISTICS'),
    replyDue,
    overdue: overdueField,
    signedForAt: column('signed_for_at', 'STATISTICS'),
    signedForByName: column('signed_for_by_name', 'NAMES'),
    signedForByPost: column('signed_for_by_post', 'STATISTICS'),
    withdrawnAt: column('withdrawn_at', 'STATISTICS'),
    withdrawnByName: column('withdrawn_by_name', 'NAMES'),
    withdrawReason: column('withdraw_reason', 'TEXT'),
    replies: list(
      'NoticeReply',
      (p, c) => `${c}.notice_id = ${p}.id AND ${c}.sent_at IS NOT NULL`,
      (c) => `${c}.ordinal`,
      { class: 'STATISTICS' },
    ),
    draft: one('NoticeReply', (p, c) => `${c}.notice_id = ${p}.id AND ${c}.sent_at IS NULL`, {
      class: 'TEXT',
      guarded: true,
    }),
    waitsForMe: sql(waitsForMe, 'STATISTICS'),
    transitions: {
      kind: 'computed',
      class: 'STATISTICS',
      needs: noticeNeeds,
      value: (needs, { viewer }) => noticeTransitions(viewer, readNoticeFacts(needs)),
    },
    version: column('version', 'STATISTICS'),
  },
});

readType({
  name: 'NoticeRecipient',
  table: 'notice_recipient',
  prefix: 'nrc',
  visible: (row, reading) => withNotice('readNotices', row, reading),
  fields: {
    id: globalId('nrc'),
    postTitle: column('post_title', 'STATISTICS'),
    personName: column('person_name', 'NAMES'),
  },
});

readType({
  name: 'NoticeReply',
  table: 'notice_reply',
  prefix: 'nrp',
  visible: visibleReply,
  fields: {
    id: globalId('nrp'),
    ordinal: column('ordinal', 'STATISTICS'),
    text: column('text', 'TEXT'),
    draftedByName: column('drafted_by_name', 'NAMES'),
    draftedAt: column('drafted_at', 'STATISTICS'),
    sentAt: column('sent_at', 'STATISTICS'),
    sentByName: column('sent_by_name', 'NAMES'),
    sentByPost: column('sent_by_post', 'STATISTICS'),
    dueOn: column('due_on', 'STATISTICS'),
    verdict: column('verdict', 'STATISTICS'),
    verdictWords: column('verdict_words', 'TEXT'),
    verdictByName: column('verdict_by_name', 'NAMES'),
    verdictAt: column('verdict_at', 'STATISTICS'),
    attachments: list(
      'Attachment',
      (p, c) => `${c}.notice_reply_id = ${p}.id`,
      (c) => `${c}.uploaded_at, ${c}.id`,
      { class: 'TEXT' },
    ),
  },
});

// For everybody who reads a finding that it concerns: that there is a notice and where it stands, never its text, which may
// speak of findings of others.
readType({
  name: 'NoticeOutline',
  table: `(SELECT no.id, no.number, no.kind, no.state, no.sent_at, no.reply_due_on, no.body_id, no.office_id, nf.finding_id FROM notice no JOIN notice_finding nf ON nf.notice_id = no.id WHERE no.kind <> 'HANDOVER')`,
  prefix: 'nto',
  visible: visibleWithFinding(),
  fields: {
    id: globalId('nto'),
    number: column('number', 'STATISTICS'),
    kind: column('kind', 'STATISTICS'),
    state: column('state', 'STATISTICS'),
    sentAt: column('sent_at', 'STATISTICS'),
    replyDueOn: column('reply_due_on', 'STATISTICS'),
    overdue: overdueField,
    notice: one('Notice', (p, c) => `${c}.id = ${p}.id`, { class: 'STATISTICS', guarded: true }),
  },
});

readType({
  name: 'RecordedPaper',
  table: 'recorded_paper',
  prefix: 'ppr',
  visible: (row, reading) => bodiesWithin('readPapers', `${row}.body_id`, reading),
  orders: { NEWEST: { sql: (p) => `-(${p}.issued_on - DATE '2000-01-01')`, type: 'int', class: 'STATISTICS' } },
  filters: {
    STATISTICS: {
      bodyId: (p, value, reading) =>
        `${p}.body_id = ${reading.statement.param(uuidOf(value as string, 'bdy', 'the body'), 'uuid')}`,
    },
  },
  fields: {
    id: globalId('ppr'),
    body: one('Body', (p, c) => `${c}.id = ${p}.body_id`, { class: 'STATISTICS' }),
    kind: column('kind', 'STATISTICS'),
    issuer: column('issuer', 'TEXT'),
    number: column('number', 'TEXT'),
    issuedOn: column('issued_on', 'STATISTICS'),
    subject: column('subject', 'TEXT'),
    recordedByName: column('recorded_by_name', 'NAMES'),
    recordedAt: column('recorded_at', 'STATISTICS'),
    recordedHere: sql((p, reading) => bodiesWithin('recordPaper', `${p}.body_id`, reading), 'STATISTICS'),
    version: column('version', 'STATISTICS'),
    attachments: list(
      'Attachment',
      (p, c) => `${c}.paper_id = ${p}.id`,
      (c) => `${c}.uploaded_at, ${c}.id`,
      { class: 'TEXT' },
    ),
  },
});

/** The office whose ladder it is: an inspection is seen by others too. */
const issues = (row: string, reading: Reading): string =>
  `EXISTS (SELECT 1 FROM round nr WHERE nr.id = ${row}.round_id AND ${bodiesWithin('issueNotice', 'nr.office_id', reading)})`;

/** The ladder of an inspection, for the office that may send. */
export const noticeLadder: ComputedField = {
  kind: 'computed',
  class: 'STATISTICS',
  needs: {
    issues,
    sent: (row, reading) =>
      `(SELECT json_agg(json_build_object('id', ns.id, 'kind', ns.kind, 'state', ns.state, 'replyDueOn', ns.reply_due_on) ORDER BY ns.seq) FROM notice ns WHERE ns.inspection_id = ${row}.id AND ${noticesWithin('issueNotice', 'ns', reading)})`,
  },
  value: (needs, { today }) => {
    if (needs['issues'] !== true) return null;
    const steps = noticeSteps((needs['sent'] as SentNotice[] | null) ?? [], today);
    return steps.map((step) => ({ ...step, follows: step.follows.map((id) => encodeId('ntc', id)) }));
  },
};

/** Notices of a round by kind and where they stand, as far as the viewer reads them. */
export const noticeCounts: ComputedField = {
  kind: 'computed',
  class: 'STATISTICS',
  needs: {
    counts: (row, reading) =>
      `(SELECT json_agg(c) FROM (SELECT nc.kind, count(*)::int AS sent, count(*) FILTER (WHERE nc.state IN (${quoted(AWAITING_REPLY)}) AND nc.kind <> 'HANDOVER')::int AS awaiting, count(*) FILTER (WHERE ${overdue('nc', reading)})::int AS overdue, count(*) FILTER (WHERE nc.state = 'REPLIED')::int AS replied, count(*) FILTER (WHERE nc.state = 'ACCEPTED')::int AS accepted, count(*) FILTER (WHERE nc.state = 'WITHDRAWN')::int AS withdrawn FROM notice nc JOIN inspection nci ON nci.id = nc.inspection_id WHERE nci.round_id = ${row}.id AND ${noticesWithin('readNotices', 'nc', reading)} GROUP BY nc.kind ORDER BY nc.kind) c)`,
  },
  value: (needs) => needs['counts'] ?? [],
};

rootPage('notices', 'Notice');
rootOne(
  'notice',
  'Notice',
  (row, args, reading) =>
    `${row}.id = ${reading.statement.param(uuidOf(args['id'] as string, 'ntc', 'the notice'), 'uuid')}`,
);
rootPage('recordedPapers', 'RecordedPaper');
