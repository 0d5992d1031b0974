import type { Transaction } from '../audit/in-transaction.ts';
import { loadComments, shownWords, type CommentRecord } from './comment-record.ts';

/** Puts a shown comment into the public schema as it stands now, masked, with its answer once that is released. */
async function put(tx: Transaction, record: CommentRecord): Promise<void> {
  const { id, slug, item, receivedAt, releasedAt } = record;
  const answer = releasedAt === null || record.answer === null ? null : shownWords(record, record.answer);
  await tx.$executeRaw`INSERT INTO published.comment (id, slug, item, text, received_on, answer, answered_on)
    VALUES (${id}::uuid, ${slug}, ${item}, ${shownWords(record, record.text)}, (${receivedAt}::timestamptz AT TIME ZONE 'Asia/Shanghai')::date, ${answer}, (${answer === null ? null : releasedAt}::timestamptz AT TIME ZONE 'Asia/Shanghai')::date)
    ON CONFLICT (id) DO UPDATE SET text = EXCLUDED.text, answer = EXCLUDED.answer, answered_on = EXCLUDED.answered_on`;
}

const takeOut = async (tx: Transaction, id: string): Promise<void> => {
  await tx.$executeRaw`DELETE FROM published.comment WHERE id = ${id}::uuid`;
};

/** Brings one comment's public side to what stands in the inbox. */
export async function syncComment(tx: Transaction, id: string): Promise<void> {
  const [record] = await loadComments(tx, 'id', id);
  if (record?.state === 'SHOWN' && record.isUp) await put(tx, record);
  else await takeOut(tx, id);
}

/** With the text, its shown comments go up again, masked by the directory of now. */
export async function putUpComments(tx: Transaction, publicationId: string): Promise<void> {
  for (const record of await loadComments(tx, 'publication_id', publicationId))
    if (record.state === 'SHOWN') await put(tx, record);
}

/** With the text, its comments leave the public schema. */
export const takeDownComments = async (tx: Transaction, slug: string): Promise<void> => {
  await tx.$executeRaw`DELETE FROM published.comment WHERE slug = ${slug}`;
};
