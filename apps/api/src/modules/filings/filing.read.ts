import type { FilingSnapshot } from '@closeout/domain';
import { uuidOf } from '../../read/ids.ts';
import { column, globalId, list, one, readType, type ComputedField } from '../../read/model.ts';
import { rootOne } from '../../read/roots.ts';
import { reviewFields } from '../reviews/review.type.ts';
import { settingsOf } from '../rounds/settings-of-inspection.ts';
import { bodiesWithin } from '../access/visibility.ts';
import { filingJson, standingOfRow, visibleFiling, visibleVersion } from './filing-standing.ts';

const standing: ComputedField = {
  kind: 'computed',
  class: 'STATISTICS',
  needs: {
    row: filingJson,
    own: (row) => `(SELECT i.settings FROM inspection i WHERE i.id = ${row}.inspection_id)`,
    round: (row) =>
      `(SELECT r.settings FROM inspection i JOIN round r ON r.id = i.round_id WHERE i.id = ${row}.inspection_id)`,
  },
  value: (needs, { viewer, today }) => standingOfRow(needs['row'] as never, viewer, today, settingsOf(needs)),
};

readType({
  name: 'Filing',
  table: 'filing',
  prefix: 'fil',
  visible: visibleFiling,
  fields: {
    id: globalId('fil'),
    inspection: one('Inspection', (p, c) => `${c}.id = ${p}.inspection_id`, { class: 'STATISTICS', guarded: true }),
    body: one('Body', (p, c) => `${c}.id = ${p}.body_id`, { class: 'STATISTICS' }),
    standing,
    versions: list(
      'FilingVersion',
      (p, c) => `${c}.filing_id = ${p}.id`,
      (c) => `${c}.prepared_at, ${c}.id`,
      { class: 'STATISTICS', guarded: true },
    ),
  },
});

// A document as a whole holds names; no token sees a filing, see visibleVersion.
const snapshot: ComputedField = {
  kind: 'computed',
  class: 'NAMES',
  needs: { content: (row) => `${row}.content` },
  value: (needs) => JSON.parse(needs['content'] as string) as FilingSnapshot,
};

readType({
  name: 'FilingVersion',
  table: 'filing_version',
  prefix: 'flv',
  visible: visibleVersion,
  fields: {
    id: globalId('flv'),
    filing: one('Filing', (p, c) => `${c}.id = ${p}.filing_id`, { class: 'STATISTICS' }),
    number: column('number', 'STATISTICS'),
    state: column('state', 'STATISTICS'),
    asOf: column('as_of', 'STATISTICS'),
    takenAt: column('taken_at', 'STATISTICS'),
    note: column('note', 'TEXT'),
    schema: column('schema', 'STATISTICS'),
    sha256: column('sha256', 'STATISTICS'),
    content: column('content', 'NAMES'),
    snapshot,
    preparedByName: column('prepared_by_name', 'NAMES'),
    preparedByPost: column('prepared_by_post', 'STATISTICS'),
    preparedAt: column('prepared_at', 'STATISTICS'),
    declinedByName: column('declined_by_name', 'NAMES'),
    declinedAt: column('declined_at', 'STATISTICS'),
    declineReason: column('decline_reason', 'TEXT'),
    filedByName: column('filed_by_name', 'NAMES'),
    filedByPost: column('filed_by_post', 'STATISTICS'),
    filedAt: column('filed_at', 'STATISTICS'),
    receivedByName: column('received_by_name', 'NAMES'),
    receivedAt: column('received_at', 'STATISTICS'),
    decidedByName: column('decided_by_name', 'NAMES'),
    decidedAt: column('decided_at', 'STATISTICS'),
    opinion: column('opinion', 'TEXT'),
    reviews: list(
      'FilingReview',
      (p, c) => `${c}.version_id = ${p}.id`,
      (c) => `${c}.entered_at, ${c}.id`,
      { class: 'STATISTICS', guarded: true },
    ),
  },
});

// Among the office until it has decided; then the body reads it with the decision.
readType({
  name: 'FilingReview',
  table: 'filing_review',
  prefix: 'flr',
  visible: (row, reading) => {
    const version = reading.statement.alias('rv');
    return `(${bodiesWithin('decideFiling', `${row}.body_id`, reading)} OR EXISTS (SELECT 1 FROM filing_version ${version} WHERE ${version}.id = ${row}.version_id AND ${version}.decided_at IS NOT NULL AND ${visibleVersion(version, reading)}))`;
  },
  fields: {
    id: globalId('flr'),
    ...reviewFields,
  },
});

rootOne(
  'filing',
  'Filing',
  (row, args, reading) =>
    `${row}.id = ${reading.statement.param(uuidOf(args['id'] as string, 'fil', 'the filing'), 'uuid')}`,
);
