import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Query, Resolver } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { readField } from '../../read/reader.ts';
import { ChangeArgs, ChangePage } from './change.type.ts';

/** The feed with which a mirror stays complete. */
@Resolver()
export class ChangesResolver {
  @Query(() => ChangePage, {
    description:
      'What changed since a cursor, each record once and as it is now; first everything that there is. Refused with CURSOR_EXPIRED or RIGHTS_CHANGED, everything is to be read again without a cursor.',
  })
  changes(
    @Args(() => ChangeArgs) _args: ChangeArgs,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(ctx, info);
  }
}
