import {
  isUndecided,
  publicationHandouts,
  publicationTransitions,
  readsComments,
  type FrozenPublication,
} from '@closeout/domain';
import { within } from '../../read/filter.ts';
import { uuidOf } from '../../read/ids.ts';
import { column, globalId, list, one, readType, type ComputedField, type Reading } from '../../read/model.ts';
import { rootOne, rootPage } from '../../read/roots.ts';
import { bodiesWithin } from '../access/visibility.ts';
import { factsOf, internalOf, judgedPassages, recordSql, type PublicationRecord } from './publication-record.ts';

const ofRecord = (value: (record: PublicationRecord, viewer: Reading['viewer']) => unknown): ComputedField => ({
  kind: 'computed',
  class: 'NAMES',
  needs: { record: recordSql },
  value: (needs, { viewer }) => value(needs['record'] as PublicationRecord, viewer),
});

const passages = ofRecord((record) =>
  judgedPassages(record).map(({ stored, publicText }) => ({
    ...stored,
    internal: internalOf(stored),
    edited: stored.edited !== null,
    publicText,
  })),
);

const hits = ofRecord((record) =>
  judgedPassages(record).flatMap((passage) =>
    passage.hits.map((hit) => {
      const stored = record.rulings.find((one) => one === hit.ruling) ?? null;
      return {
        ...hit,
        undecided: isUndecided(hit),
        decision: stored?.decision ?? null,
        replacement: stored?.replacement ?? null,
        reason: stored?.reason ?? null,
        decidedByName: stored?.decidedByName ?? null,
        decidedAt: stored?.decidedAt ?? null,
      };
    }),
  ),
);

/** The body's own until it is published: then everybody reads the published page. */
const inBody = (row: string, reading: Reading): string => bodiesWithin('readPublication', `${row}.body_id`, reading);

readType({
  name: 'Publication',
  table: 'publication',
  prefix: 'pub',
  visible: inBody,
  filters: {
    STATISTICS: {
      state: within('state', 'publication_state'),
      bodyId: (p, value, reading) =>
        `${p}.body_id = ${reading.statement.param(uuidOf(value as string, 'bdy', 'the body'), 'uuid')}`,
    },
  },
  fields: {
    id: globalId('pub'),
    inspection: one('Inspection', (p, c) => `${c}.id = ${p}.inspection_id`, { class: 'STATISTICS' }),
    body: one('Body', (p, c) => `${c}.id = ${p}.body_id`, { class: 'STATISTICS' }),
    state: column('state', 'STATISTICS'),
    slug: column('slug', 'STATISTICS'),
    drawnAt: column('drawn_at', 'STATISTICS'),
    passages,
    hits,
    proposedByName: column('proposed_by_name', 'NAMES'),
    proposedAt: column('proposed_at', 'STATISTICS'),
    reviewedByName: column('reviewed_by_name', 'NAMES'),
    reviewedAt: column('reviewed_at', 'STATISTICS'),
    approvedByName: column('approved_by_name', 'NAMES'),
    approvedAt: column('approved_at', 'STATISTICS'),
    returnReason: column('return_reason', 'TEXT'),
    returnedByName: column('returned_by_name', 'NAMES'),
    returnedAt: column('returned_at', 'STATISTICS'),
    publishedAt: column('published_at', 'STATISTICS'),
    takenDownAt: column('taken_down_at', 'STATISTICS'),
    pageOn: column('page_on', 'STATISTICS'),
    commentsOn: column('comments_on', 'STATISTICS'),
    contactPhone: column('contact_phone', 'TEXT'),
    contactAddress: column('contact_address', 'TEXT'),
    versions: list(
      'PublicationVersion',
      (p, c) => `${c}.publication_id = ${p}.id`,
      (c) => `${c}.number DESC`,
      { class: 'STATISTICS' },
    ),
    transitions: {
      ...ofRecord((record, viewer) => publicationTransitions(viewer, factsOf(record))),
      class: 'STATISTICS',
    },
    replyDays: column('reply_days', 'STATISTICS'),
    readsComments: { ...ofRecord(({ bodyId }, viewer) => readsComments(viewer, bodyId)), class: 'STATISTICS' },
    clueDays: {
      kind: 'computed',
      class: 'STATISTICS',
      needs: {
        days: (row) =>
          `(SELECT coalesce(json_agg(json_build_object('day', pc.day, 'count', pc.count) ORDER BY pc.day), '[]'::json) FROM publication_clue_day pc WHERE pc.publication_id = ${row}.id)`,
      },
      value: (needs) => needs['days'],
    },
    handouts: {
      ...ofRecord((record, viewer) => publicationHandouts(viewer, record)),
      class: 'STATISTICS',
    },
    version: column('version', 'STATISTICS'),
  },
});

const frozen = (value: (content: FrozenPublication) => unknown): ComputedField => ({
  kind: 'computed',
  class: 'NAMES',
  needs: { content: (row) => `${row}.content` },
  value: (needs) => value(JSON.parse(needs['content'] as string) as FrozenPublication),
});

readType({
  name: 'PublicationVersion',
  table: 'publication_version',
  prefix: 'pbv',
  visible: inBody,
  fields: {
    id: globalId('pbv'),
    number: column('number', 'STATISTICS'),
    asOf: column('as_of', 'STATISTICS'),
    frozenAt: column('frozen_at', 'STATISTICS'),
    frozenByName: column('frozen_by_name', 'NAMES'),
    sha256: column('sha256', 'STATISTICS'),
    publicSha256: column('public_sha256', 'STATISTICS'),
    content: column('content', 'NAMES'),
    passages: frozen((content) => content.passages),
    figures: { ...frozen((content) => content.figures), class: 'STATISTICS' },
    signatures: list(
      'PublicationSignature',
      (p, c) => `${c}.version_id = ${p}.id`,
      (c) => `${c}.recorded_at, ${c}.id`,
      { class: 'STATISTICS' },
    ),
  },
});

readType({
  name: 'PublicationSignature',
  table: 'publication_signature',
  prefix: 'pbs',
  visible: inBody,
  fields: {
    id: globalId('pbs'),
    role: column('role', 'STATISTICS'),
    method: column('method', 'STATISTICS'),
    personName: column('person_name', 'NAMES'),
    personPost: column('person_post', 'STATISTICS'),
    signedOn: column('signed_on', 'STATISTICS'),
    scan: one('Attachment', (p, c) => `${c}.id = ${p}.attachment_id`, { class: 'TEXT', guarded: true }),
    recordedByName: column('recorded_by_name', 'NAMES'),
    recordedAt: column('recorded_at', 'STATISTICS'),
  },
});

rootPage('publications', 'Publication');
rootOne(
  'publication',
  'Publication',
  (row, args, reading) =>
    `${row}.inspection_id = ${reading.statement.param(uuidOf(args['inspectionId'] as string, 'ins', 'the inspection'), 'uuid')}`,
);
