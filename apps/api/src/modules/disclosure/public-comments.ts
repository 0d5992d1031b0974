import type { PublicComment } from '@closeout/disclosure';
import type { PrismaClient } from '@closeout/prisma/client';
import { asPublic } from '../publications/read-published.ts';

/** The only right of the role that leaves comments: INSERT into published.comment_slot, which keeps nothing. */
const COMMENTER_ROLE = 'closeout_commenter';

/** What is public on an item, the oldest first. */
export const readComments = (db: PrismaClient, slug: string, item: number): Promise<PublicComment[]> =>
  asPublic<PublicComment>(
    db,
    `SELECT text, received_on::text AS "receivedOn", answer, answered_on::text AS "answeredOn" FROM published.comment WHERE slug = $1 AND item = $2 ORDER BY received_on, id LIMIT 200`,
    slug,
    item,
  );

export interface LeftComment {
  slug: string;
  item: number;
  text: string;
  ticket: string;
  at: Date;
}

/** Puts a comment through the slot; false where the item takes none (any more). */
export async function leaveComment(db: PrismaClient, { slug, item, text, ticket, at }: LeftComment): Promise<boolean> {
  try {
    await db.$transaction(async (tx) => {
      await tx.$executeRawUnsafe(`SET LOCAL ROLE ${COMMENTER_ROLE}`);
      await tx.$executeRaw`INSERT INTO published.comment_slot (slug, item, text, ticket, received_at) VALUES (${slug}, ${item}, ${text}, ${ticket}::uuid, ${at})`;
    });
    return true;
  } catch (error) {
    if (error instanceof Error && error.message.includes('comments are closed here')) return false;
    throw error;
  }
}
