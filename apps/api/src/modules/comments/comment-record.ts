import {
  maskedWords,
  replyDue,
  workingCalendar,
  type CalendarDay,
  type CommentFacts,
  type CommentState,
  type Day,
  type KnownName,
  type ScanSettings,
} from '@closeout/domain';
import type { Transaction } from '../audit/in-transaction.ts';
import { directorySql } from '../publications/publication-record.ts';

/** A comment with all that its rules ask, as one JSON of the database. */
export interface CommentRecord {
  id: string;
  publicationId: string;
  bodyId: string;
  slug: string;
  item: number;
  text: string;
  state: CommentState;
  receivedAt: string;
  answer: string | null;
  releasedAt: string | null;
  isUp: boolean;
  replyDays: number;
  contactPhone: string | null;
  contactAddress: string | null;
  directory: KnownName[];
  days: CalendarDay[] | null;
  years: number[] | null;
}

/** The JSON of a row of `publication_comment` with its text's settings, the names to look for and the calendar from its day on. */
export const commentSql = (
  row: string,
): string => `(SELECT json_build_object('id', ${row}.id, 'publicationId', cp.id, 'bodyId', cp.body_id, 'slug', cp.slug, 'item', ${row}.item, 'text', ${row}.text,
  'state', ${row}.state, 'receivedAt', ${row}.received_at, 'answer', ${row}.answer, 'releasedAt', ${row}.released_at, 'isUp', cp.published_at IS NOT NULL,
  'replyDays', cp.reply_days, 'contactPhone', cp.contact_phone, 'contactAddress', cp.contact_address, 'directory', ${directorySql('cp')},
  'days', (SELECT json_agg(json_build_object('day', cd.day, 'kind', cd.kind, 'name', cd.name)) FROM calendar_day cd WHERE cd.day BETWEEN ${row}.received_at::date AND ${row}.received_at::date + 200),
  'years', (SELECT json_agg(cy.year) FROM calendar_year cy WHERE cy.complete)) FROM publication cp WHERE cp.id = ${row}.publication_id)`;

/** The comments of a condition as they stand in this transaction. */
export async function loadComments(
  tx: Pick<Transaction, '$queryRawUnsafe'>,
  where: 'id' | 'publication_id',
  value: string,
): Promise<CommentRecord[]> {
  const rows = await tx.$queryRawUnsafe<{ record: CommentRecord }[]>(
    `SELECT ${commentSql('c')} AS record FROM publication_comment c WHERE c.${where} = $1::uuid`,
    value,
  );
  return rows.map(({ record }) => record);
}

export const commentFacts = ({ bodyId, state, answer, releasedAt, isUp }: CommentRecord): CommentFacts => ({
  bodyId,
  state,
  answered: answer !== null,
  released: releasedAt !== null,
  isUp,
});

export const settingsOfComment = ({ directory, contactPhone, contactAddress }: CommentRecord): ScanSettings => ({
  directory,
  contact: { phone: contactPhone, address: contactAddress },
});

/** Words as anybody is shown them. */
export const shownWords = (record: CommentRecord, words: string): string =>
  maskedWords(words, settingsOfComment(record));

export const dueOf = ({ state, releasedAt, receivedAt, replyDays, days, years }: CommentRecord): Day | null =>
  replyDue(
    { state, released: releasedAt !== null, receivedAt: new Date(receivedAt) },
    replyDays,
    workingCalendar(days ?? [], years ?? []),
  );
