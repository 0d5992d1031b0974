import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { answer } from '../../graphql/errors.ts';
import { readField } from '../../read/reader.ts';
import { changeMailSettings, markWarningsSeen, ownMailSettings } from './own-warnings.ts';
import {
  ChangeMailSettingsInput,
  MailSettings,
  MailSettingsPayload,
  MarkWarningsSeenInput,
  MarkWarningsSeenPayload,
  WarningConnection,
  WarningListArgs,
} from './warning.type.ts';

/** What the viewer was warned of, and how he wants to be told. */
@Resolver()
export class WarningResolver {
  @Query(() => WarningConnection, {
    description: 'The viewer’s own deadline warnings, newest first; empty for a token.',
  })
  warnings(
    @Args(() => WarningListArgs) _args: WarningListArgs,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(ctx, info);
  }

  @Query(() => MailSettings, { nullable: true, description: 'The viewer’s own mail settings; null for a token.' })
  mailSettings(@Ctx() ctx: Context): Promise<MailSettings | null> {
    return ownMailSettings(ctx);
  }

  @Mutation(() => MarkWarningsSeenPayload, { description: 'Marks own warnings as seen; another’s answer NOT_FOUND.' })
  markWarningsSeen(
    @Arg('input', () => MarkWarningsSeenInput, { description: 'Which.' }) input: MarkWarningsSeenInput,
    @Ctx() ctx: Context,
  ): Promise<MarkWarningsSeenPayload> {
    return answer(async () => ({ count: await markWarningsSeen(ctx, input) }));
  }

  @Mutation(() => MailSettingsPayload, {
    description: 'Changes the viewer’s own mail settings. INVALID: no mail address.',
  })
  changeMailSettings(
    @Arg('input', () => ChangeMailSettingsInput, { description: 'The settings.' }) input: ChangeMailSettingsInput,
    @Ctx() ctx: Context,
  ): Promise<MailSettingsPayload> {
    return answer(async () => ({ mailSettings: await changeMailSettings(ctx, input) }));
  }
}
