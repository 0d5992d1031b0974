import { pieceVerbs, type EvidenceKind, type ProvingPiece } from '@closeout/domain';
import { bodiesWithin, visibleEvidence, visibleWithFinding } from '../access/visibility.ts';
import { visibleReply } from '../notices/visible-notice.ts';
import { readFacts, verbFactsSql } from '../findings/finding.facts.ts';
import { dayRange, within } from '../../read/filter.ts';
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
import { hints } from './piece-hints.read.ts';
import { versions } from './piece-versions.read.ts';

/** An object of the 1:1 details table of a kind, null for other kinds. */
const details = (
  kind: EvidenceKind,
  table: string,
  columns: Record<string, [string, 'STATISTICS' | 'TEXT' | 'NAMES']>,
): GroupField => ({
  kind: 'group',
  class: 'STATISTICS',
  when: (e) => `${e}.kind = '${kind}'`,
  of: { table, on: (e, d) => `${d}.evidence_id = ${e}.id` },
  fields: Object.fromEntries(
    Object.entries(columns).map(([name, [columnName, cls]]) => [name, column(columnName, cls)]),
  ),
});

/** The piece with the facts of every finding that it proves, hidden ones included: on those the viewer has no right. */
const provingPiece = (e: string, reading: Reading): string => {
  const f = reading.statement.alias('pf');
  return `json_build_object(
    'bodyId', ${e}.body_id, 'acceptance', ${e}.acceptance, 'createdById', ${e}.created_by_id,
    'hasResolution', EXISTS (SELECT 1 FROM resolution pr WHERE pr.meeting_id = ${e}.id),
    'hasPayments', EXISTS (SELECT 1 FROM recovery py WHERE py.evidence_id = ${e}.id),
    'findings', (SELECT coalesce(json_agg(${verbFactsSql(f, reading)}), '[]'::json) FROM finding ${f} WHERE ${f}.id IN (
      SELECT pa.finding_id FROM evidence_action pl JOIN action pa ON pa.id = pl.action_id WHERE pl.evidence_id = ${e}.id)))`;
};

const viewerCan: ComputedField = {
  kind: 'computed',
  class: 'STATISTICS',
  needs: { piece: provingPiece },
  value: ({ piece }, { viewer }) => {
    const facts = piece as Omit<ProvingPiece, 'findings'> & { findings: unknown[] };
    return pieceVerbs(viewer, { ...facts, findings: facts.findings.map(readFacts) });
  },
};

readType({
  name: 'Evidence',
  table: 'evidence',
  prefix: 'evd',
  visible: visibleEvidence,
  noted: {
    verb: 'readRestricted',
    when: (row) => `${row}.restricted`,
    // What a list shows of it; whoever goes on to what it says is in the trail.
    listed:
      'id kind pieceNumber title date restricted acceptance acceptedByName acceptedAt onBehalfOf actions attachments hints createdByName createdAt viewerCan version'.split(
        ' ',
      ),
  },
  orders: {
    PIECE: { sql: (row) => `${row}.piece_number`, type: 'text', class: 'STATISTICS' },
    DATE: { sql: (row) => `coalesce(${row}.occurred_on, 'infinity'::date)`, type: 'date', class: 'STATISTICS' },
  },
  defaultOrder: 'PIECE',
  filters: {
    STATISTICS: {
      kind: within('kind', 'evidence_kind'),
      acceptance: within('acceptance', 'evidence_acceptance'),
      bodyId: (row, value, reading) =>
        `${row}.body_id = ${reading.statement.param(uuidOf(value as string, 'bdy', 'the body'), 'uuid')}`,
      findingId: (row, value, reading) =>
        `EXISTS (SELECT 1 FROM evidence_action fl JOIN action fa ON fa.id = fl.action_id WHERE fl.evidence_id = ${row}.id AND fa.finding_id = ${reading.statement.param(uuidOf(value as string, 'fnd', 'the finding'), 'uuid')})`,
      occurredOn: dayRange('occurred_on'),
    },
    TEXT: {
      text: (row, value, reading) => {
        const like = reading.statement.param(`%${String(value).replace(/[\\%_]/g, '\\$&')}%`, 'text');
        return `${row}.title ILIKE ${like} OR ${row}.note ILIKE ${like} OR ${row}.piece_number ILIKE ${like} OR EXISTS (SELECT 1 FROM policy_document td WHERE td.evidence_id = ${row}.id AND td.number ILIKE ${like})`;
      },
    },
  },
  fields: {
    id: globalId('evd'),
    kind: column('kind', 'STATISTICS'),
    pieceNumber: column('piece_number', 'STATISTICS'),
    title: column('title', 'TEXT'),
    date: {
      kind: 'group',
      class: 'STATISTICS',
      fields: {
        on: column('occurred_on', 'STATISTICS'),
        to: column('occurred_to', 'STATISTICS'),
        text: column('date_text', 'STATISTICS'),
        precision: column('date_precision', 'STATISTICS'),
        year: column('year_source', 'STATISTICS'),
      },
    },
    place: column('place', 'TEXT'),
    note: column('note', 'TEXT'),
    restricted: column('restricted', 'STATISTICS'),
    acceptance: column('acceptance', 'STATISTICS'),
    acceptedByName: column('accepted_by_name', 'NAMES'),
    acceptedAt: column('accepted_at', 'STATISTICS'),
    rejectionReason: column('rejection_reason', 'TEXT'),
    checkedCount: column('checked_count', 'STATISTICS'),
    correctedCount: column('corrected_count', 'STATISTICS'),
    headcount: column('headcount', 'STATISTICS'),
    onBehalfOf: one('Department', (p, c) => `${c}.id = ${p}.on_behalf_of_id`, { class: 'STATISTICS' }),
    onBehalfSource: column('on_behalf_source', 'TEXT'),
    reportedBySource: column('reported_by_source', 'STATISTICS'),
    quote: column('quote', 'NAMES'),
    span: sql(
      (e) => `CASE WHEN ${e}.span_from IS NOT NULL THEN json_build_array(${e}.span_from, ${e}.span_to) END`,
      'TEXT',
    ),
    meeting: details('MEETING', 'meeting', {
      type: ['type', 'STATISTICS'],
      typeText: ['type_text', 'TEXT'],
      chair: ['chair', 'NAMES'],
      attendees: ['attendees', 'NAMES'],
      absent: ['absent', 'NAMES'],
      recorder: ['recorder', 'NAMES'],
      agenda: ['agenda', 'TEXT'],
      resolution: ['resolution', 'TEXT'],
      minutesNumber: ['minutes_number', 'TEXT'],
    }),
    document: details('DOCUMENT', 'policy_document', {
      number: ['number', 'TEXT'],
      issuer: ['issuer', 'TEXT'],
      status: ['status', 'STATISTICS'],
      change: ['change', 'STATISTICS'],
    }),
    talk: details('TALK', 'talk', {
      type: ['type', 'STATISTICS'],
      typeText: ['type_text', 'TEXT'],
      interviewer: ['interviewer', 'NAMES'],
      interviewee: ['interviewee', 'NAMES'],
      reason: ['reason', 'TEXT'],
      occurrences: ['occurrences', 'STATISTICS'],
    }),
    recoveries: list(
      'Recovery',
      (p, c) => `${c}.evidence_id = ${p}.id`,
      (c) => `${c}.paid_on, ${c}.id`,
      { class: 'MONEY', guarded: true },
    ),
    attachments: list(
      'Attachment',
      (p, c) => `${c}.evidence_id = ${p}.id`,
      (c) => `${c}.uploaded_at, ${c}.id`,
      { class: 'STATISTICS' },
    ),
    actions: page('Action', (p, link) => `${link}.evidence_id = ${p}.id`, {
      class: 'STATISTICS',
      from: (child, link) => `evidence_action ${link} JOIN action ${child} ON ${child}.id = ${link}.action_id`,
      guarded: true,
    }),
    hints,
    versions,
    viewerCan,
    createdByName: column('created_by_name', 'NAMES'),
    createdAt: column('created_at', 'STATISTICS'),
    version: column('version', 'STATISTICS'),
  },
});

/** A file is visible with what it belongs to: evidence, recovery, consent, a signed form, a reply, a paper. */
export function visibleAttachment(row: string, reading: Reading): string {
  const evidence = reading.statement.alias('ve');
  const sum = reading.statement.alias('vs');
  const finding = visibleWithFinding();
  const reply = reading.statement.alias('vr');
  return `CASE
    WHEN ${row}.evidence_id IS NOT NULL THEN EXISTS (SELECT 1 FROM evidence ${evidence} WHERE ${evidence}.id = ${row}.evidence_id AND (${visibleEvidence(evidence, reading)}))
    WHEN ${row}.recovery_id IS NOT NULL THEN EXISTS (SELECT 1 FROM recovery vr JOIN money_sum ${sum} ON ${sum}.id = vr.sum_id WHERE vr.id = ${row}.recovery_id AND ${finding(sum, reading)})
    WHEN ${row}.consent_id IS NOT NULL THEN EXISTS (SELECT 1 FROM waiver_consent vc JOIN waiver vw ON vw.id = vc.waiver_id JOIN money_sum ${sum} ON ${sum}.id = vw.sum_id WHERE vc.id = ${row}.consent_id AND ${finding(sum, reading)})
    WHEN ${row}.finding_id IS NOT NULL THEN ${finding(row, reading)}
    WHEN ${row}.notice_reply_id IS NOT NULL THEN EXISTS (SELECT 1 FROM notice_reply ${reply} WHERE ${reply}.id = ${row}.notice_reply_id AND ${visibleReply(reply, reading)})
    WHEN ${row}.paper_id IS NOT NULL THEN ${bodiesWithin('readPapers', `${row}.body_id`, reading)}
    WHEN ${row}.publication_id IS NOT NULL THEN ${bodiesWithin('readPublication', `${row}.body_id`, reading)}
    ELSE false END`;
}

readType({
  name: 'Attachment',
  table: 'attachment',
  prefix: 'att',
  visible: visibleAttachment,
  fields: {
    id: globalId('att'),
    purpose: column('purpose', 'STATISTICS'),
    fileName: column('file_name', 'TEXT'),
    mediaType: column('media_type', 'STATISTICS'),
    size: column('size', 'STATISTICS'),
    sha256: column('sha256', 'TEXT'),
    path: sql((a) => `'/files/att_' || ${a}.id`, 'TEXT'),
    uploadedAt: column('uploaded_at', 'STATISTICS'),
    uploadedByName: column('uploaded_by_name', 'NAMES'),
  },
});

rootPage('evidence', 'Evidence');
rootOne(
  'evidencePiece',
  'Evidence',
  (row, args, reading) =>
    `${row}.id = ${reading.statement.param(uuidOf(args['id'] as string, 'evd', 'the evidence'), 'uuid')}`,
);
