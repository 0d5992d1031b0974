import type { PublicSnapshot, PublishedRow } from '@closeout/domain';
import type { PrismaClient } from '@closeout/prisma/client';

/** The only rights of the role that pages are rendered with: SELECT on published.publication and published.comment. */
export const PUBLIC_ROLE = 'closeout_public';

interface Row extends Omit<PublishedRow, 'content' | 'publishedAt' | 'takenDownAt'> {
  content: string | null;
  publishedAt: Date;
  takenDownAt: Date | null;
}

const COLUMNS = `slug, body_name AS "bodyName", title, sha256, page_on AS "pageOn", comments_on AS "commentsOn", published_at AS "publishedAt", taken_down_at AS "takenDownAt"`;

const rowOf = ({ content, publishedAt, takenDownAt, ...row }: Row): PublishedRow => ({
  ...row,
  content: content === null ? null : (JSON.parse(content) as PublicSnapshot),
  publishedAt: publishedAt.toISOString(),
  takenDownAt: takenDownAt?.toISOString() ?? null,
});

/** Reads as the public role, which sees nothing but what is published: whatever the statement asked, nothing else could come. */
export async function asPublic<T>(db: PrismaClient, text: string, ...values: unknown[]): Promise<T[]> {
  return db.$transaction(async (tx) => {
    await tx.$executeRawUnsafe(`SET LOCAL ROLE ${PUBLIC_ROLE}`);
    await tx.$executeRawUnsafe('SET TRANSACTION READ ONLY');
    return tx.$queryRawUnsafe<T[]>(text, ...values);
  });
}

/** What stands under an address: also that it was taken down; null where nothing ever was. */
export async function readPublished(db: PrismaClient, slug: string): Promise<PublishedRow | null> {
  const [row] = await asPublic<Row>(db, `SELECT ${COLUMNS}, content FROM published.publication WHERE slug = $1`, slug);
  return row === undefined ? null : rowOf(row);
}

/** Everything that the built-in pages show, the newest first, without its text. */
export async function listPublished(db: PrismaClient): Promise<Omit<PublishedRow, 'content'>[]> {
  const text = `SELECT ${COLUMNS}, NULL AS content FROM published.publication WHERE content IS NOT NULL AND page_on ORDER BY published_at DESC, slug LIMIT 500`;
  return (await asPublic<Row>(db, text)).map(rowOf);
}
