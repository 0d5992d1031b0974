import { commentTransitions, scanText } from '@closeout/domain';
import { within } from '../../read/filter.ts';
import { uuidOf } from '../../read/ids.ts';
import { column, globalId, readType, type ComputedField, type Reading } from '../../read/model.ts';
import { rootPage } from '../../read/roots.ts';
import { bodiesWithin } from '../access/visibility.ts';
import {
  commentFacts,
  commentSql,
  dueOf,
  settingsOfComment,
  shownWords,
  type CommentRecord,
} from './comment-record.ts';

const ofRecord = (
  cls: ComputedField['class'],
  value: (record: CommentRecord, reading: Pick<Reading, 'viewer' | 'today'>) => unknown,
): ComputedField => ({
  kind: 'computed',
  class: cls,
  needs: { record: commentSql },
  value: (needs, reading) => value(needs['record'] as CommentRecord, reading),
});

/** Who moderates and who releases: the body's clerk and its secretary. */
export const commentVisible = (row: string, reading: Reading): string =>
  `(${bodiesWithin('draftPublication', `${row}.body_id`, reading)} OR ${bodiesWithin('approvePublication', `${row}.body_id`, reading)})`;

readType({
  name: 'PublicationComment',
  table: 'publication_comment',
  prefix: 'pcm',
  visible: commentVisible,
  orders: {
    NEWEST: { sql: (row) => `-extract(epoch FROM ${row}.received_at)`, type: 'numeric', class: 'STATISTICS' },
  },
  filters: {
    STATISTICS: {
      publicationId: (c, value, reading) =>
        `${c}.publication_id = ${reading.statement.param(uuidOf(value as string, 'pub', 'the publication'), 'uuid')}`,
      state: within('state', 'comment_state'),
    },
  },
  fields: {
    id: globalId('pcm'),
    item: column('item', 'STATISTICS'),
    text: ofRecord('NAMES', (record) => shownWords(record, record.text)),
    masked: ofRecord('STATISTICS', (record) => scanText(record.text, settingsOfComment(record)).length),
    receivedAt: column('received_at', 'STATISTICS'),
    state: column('state', 'STATISTICS'),
    replyDueOn: ofRecord('STATISTICS', dueOf),
    overdue: ofRecord('STATISTICS', (record, { today }) => (dueOf(record) ?? today) < today),
    answer: column('answer', 'NAMES'),
    publicAnswer: ofRecord('NAMES', (record) => (record.answer === null ? null : shownWords(record, record.answer))),
    answeredByName: column('answered_by_name', 'NAMES'),
    answeredAt: column('answered_at', 'STATISTICS'),
    releasedByName: column('released_by_name', 'NAMES'),
    releasedAt: column('released_at', 'STATISTICS'),
    transitions: ofRecord('STATISTICS', (record, { viewer }) => commentTransitions(viewer, commentFacts(record))),
    version: column('version', 'STATISTICS'),
  },
});

rootPage('publicationComments', 'PublicationComment');
