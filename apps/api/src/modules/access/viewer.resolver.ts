import { capabilitiesOf, homeOf, shanghaiDay } from '@closeout/domain';
import { Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { ownRecords } from './own-records.ts';
import { Viewer } from './viewer.type.ts';

/** Who asks. */
@Resolver()
export class ViewerResolver {
  @Query(() => Viewer, { description: 'Who is signed in, in which roles, and what opens for them.' })
  async viewer(@Ctx() ctx: Context): Promise<Viewer> {
    const { viewer } = ctx;
    const today = shanghaiDay(ctx.now());
    const own =
      viewer.accountId === null
        ? { account: null, person: null, roles: [] }
        : await ownRecords(ctx, viewer.accountId, today);
    return {
      ...own,
      kind: viewer.kind,
      name: viewer.name,
      capabilities: capabilitiesOf(viewer),
      home: homeOf(viewer),
      classes: viewer.classes,
      today,
      printsPdf: ctx.settings.chromiumPath !== undefined,
    };
  }
}
