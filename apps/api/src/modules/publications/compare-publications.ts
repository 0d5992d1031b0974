import {
  comparePublications,
  notFound,
  type FrozenPublication,
  type PassageChange,
  type PublicationComparison,
  type Stretch,
} from '@closeout/domain';
import { diffWordsWithSpace } from 'diff';
import type { Context } from '../../graphql/context.ts';
import { uuidOf } from '../../read/ids.ts';
import { demandVisible } from '../access/demand-visible.ts';

/** Chinese has no blanks between its words. */
const intlSegmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Two texts laid over each other, word by word; an absent one is empty. */
const compareTexts = (before: string | null, after: string | null): Stretch[] =>
  diffWordsWithSpace(before ?? '', after ?? '', { intlSegmenter }).map(({ value, added, removed }) => ({
    kind: added ? 'ADDED' : removed ? 'REMOVED' : 'SAME',
    text: value,
  }));

export interface ComparedPassage extends PassageChange {
  internal: Stretch[];
  public: Stretch[];
}

async function frozenOf(ctx: Context, id: string): Promise<{ publicationId: string; frozen: FrozenPublication }> {
  const uuid = uuidOf(id, 'pbv', 'the version');
  await demandVisible(ctx, ctx.db, 'PublicationVersion', uuid, 'the version');
  const { publicationId, content } = await ctx.db.publicationVersion.findUniqueOrThrow({ where: { id: uuid } });
  return { publicationId, frozen: JSON.parse(content) as FrozenPublication };
}

/** What changed from one frozen version to another of the same inspection, passage by passage and word by word. */
export async function compareVersionsOf(
  ctx: Context,
  from: string,
  to: string,
): Promise<Omit<PublicationComparison, 'passages'> & { passages: ComparedPassage[] }> {
  const [before, after] = [await frozenOf(ctx, from), await frozenOf(ctx, to)];
  if (before.publicationId !== after.publicationId) throw notFound('the version');
  const { passages, figures } = comparePublications(before.frozen, after.frozen);
  return {
    figures,
    passages: passages.map((one) => ({
      ...one,
      internal: compareTexts(one.before?.internal ?? null, one.after?.internal ?? null),
      public: compareTexts(one.before?.public ?? null, one.after?.public ?? null),
    })),
  };
}
