import { demandDecided, demandReplyDays, LIMITS, type FrozenPublication, type PublicSnapshot } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import { putUpComments, takeDownComments } from '../comments/in-public.ts';
import { optionalText, requireText } from '../text.ts';
import { changePublication } from './change-publication.ts';
import { latestVersion } from './decide-publication.ts';
import { scanSettingsOf } from './publication-record.ts';
import type { PublicationInput, ReturnPublicationInput, SetPublicPageInput } from './publication.inputs.ts';

/**
 * Publishes what was approved: exactly the public content of the frozen version, into the schema `published`. It is scanned once more by
 * the directory of now, so that nobody who was entered since stands in it by name.
 */
export const publish = (ctx: Context, input: PublicationInput): Promise<string> =>
  changePublication(ctx, 'publish', input, async ({ tx, publication, record }) => {
    const version = await latestVersion(tx, publication.id);
    demandDecided(JSON.parse(version.content) as FrozenPublication, scanSettingsOf(record));
    const { body, title } = JSON.parse(version.publicContent) as PublicSnapshot;
    await tx.$executeRaw`INSERT INTO published.publication (slug, body_name, title, content, sha256, page_on, comments_on, published_at)
      VALUES (${publication.slug}, ${body}, ${title}, ${version.publicContent}, ${version.publicSha256}, ${publication.pageOn}, ${publication.commentsOn}, ${ctx.now()})
      ON CONFLICT (slug) DO UPDATE SET body_name = EXCLUDED.body_name, title = EXCLUDED.title, content = EXCLUDED.content, sha256 = EXCLUDED.sha256,
        page_on = EXCLUDED.page_on, comments_on = EXCLUDED.comments_on, published_at = EXCLUDED.published_at, taken_down_at = NULL`;
    await putUpComments(tx, publication.id);
    return {
      patch: { publishedAt: ctx.now(), takenDownAt: null },
      after: { number: version.number, publicSha256: version.publicSha256, slug: publication.slug },
    };
  });

/** Takes down what is public: its content leaves the public schema at once, its address says that it was taken down. */
export async function takeDown(ctx: Context, input: ReturnPublicationInput): Promise<string> {
  const reason = requireText(input.reason, 'reason', LIMITS.reason);
  return changePublication(ctx, 'takeDown', input, async ({ tx, publication }) => {
    await tx.$executeRaw`UPDATE published.publication SET content = NULL, sha256 = NULL, taken_down_at = ${ctx.now()} WHERE slug = ${publication.slug}`;
    await takeDownComments(tx, publication.slug);
    return { patch: { publishedAt: null, takenDownAt: ctx.now() }, after: { slug: publication.slug }, reason };
  });
}

/**
 * Settings of the public page: whether the built-in page shows it and takes comments (at once), and whom the public tells what it thinks
 * (with the next version). The contact is meant to be public: the scanner passes it.
 */
export async function setPublicPage(ctx: Context, input: SetPublicPageInput): Promise<string> {
  const phone = optionalText(input.contactPhone, 'contactPhone', LIMITS.name);
  const address = optionalText(input.contactAddress, 'contactAddress', LIMITS.title);
  return changePublication(ctx, 'setPublicPage', input, async ({ tx, publication }) => {
    const { pageOn, commentsOn, replyDays, contactPhone, contactAddress, slug } = publication;
    const shown = input.pageOn ?? pageOn;
    const patch = {
      pageOn: shown,
      commentsOn: shown && (input.commentsOn ?? commentsOn),
      replyDays: demandReplyDays(input.replyDays ?? replyDays),
      contactPhone: phone === undefined ? contactPhone : phone,
      contactAddress: address === undefined ? contactAddress : address,
    };
    await tx.$executeRaw`UPDATE published.publication SET page_on = ${patch.pageOn}, comments_on = ${patch.commentsOn} WHERE slug = ${slug}`;
    return { patch, before: { pageOn, commentsOn, replyDays, contactPhone, contactAddress }, after: patch };
  });
}
