import { compareFilings, notFound, type FilingComparison, type FilingSnapshot } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import { uuidOf } from '../../read/ids.ts';
import { demandVisible } from '../access/demand-visible.ts';

/** The frozen content of a version that the viewer may see. */
async function snapshotOf(ctx: Context, id: string): Promise<{ bodyId: string; snapshot: FilingSnapshot }> {
  const uuid = uuidOf(id, 'flv', 'the version');
  await demandVisible(ctx, ctx.db, 'FilingVersion', uuid, 'the version');
  const { bodyId, content } = await ctx.db.filingVersion.findUniqueOrThrow({ where: { id: uuid } });
  return { bodyId, snapshot: JSON.parse(content) as FilingSnapshot };
}

/** What changed from one version to another of the same body. */
export async function compareVersions(ctx: Context, from: string, to: string): Promise<FilingComparison> {
  const [before, after] = [await snapshotOf(ctx, from), await snapshotOf(ctx, to)];
  if (before.bodyId !== after.bodyId) throw notFound('the version');
  return compareFilings(before.snapshot, after.snapshot);
}
