import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { answer } from '../../graphql/errors.ts';
import { ref } from '../../graphql/ref.ts';
import { readField } from '../../read/reader.ts';
import { FindingPayload, FindingVerbInput } from '../findings/finding.inputs.ts';
import { findingAnswer } from '../findings/finding.resolver.ts';
import { decideExtension } from './decide-extension.ts';
import { DecideExtensionInput, ExtensionPayload, RequestExtensionInput } from './extension.inputs.ts';
import { ExtensionConnection, ExtensionListArgs } from './extension.type.ts';
import { requestExtension, withdrawExtension } from './request-extension.ts';

/** 延期 */
@Resolver()
export class ExtensionResolver {
  @Query(() => ExtensionConnection, {
    description: 'Requests for extensions: of findings that the viewer may read, and those put to the viewer’s office.',
  })
  extensions(
    @Args(() => ExtensionListArgs) _args: ExtensionListArgs,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(ctx, info);
  }

  @Mutation(() => FindingPayload, {
    description: 'Asks for a later due day, within the cap of the round. Head of the lead department.',
  })
  requestExtension(
    @Arg('input', () => RequestExtensionInput, { description: 'Until when, and why.' }) input: RequestExtensionInput,
    @Ctx() ctx: Context,
  ): Promise<FindingPayload> {
    return findingAnswer(requestExtension(ctx, input));
  }

  @Mutation(() => FindingPayload, { description: 'Takes the waiting request back. Head of the lead department.' })
  withdrawExtension(
    @Arg('input', () => FindingVerbInput, { description: 'Which.' }) input: FindingVerbInput,
    @Ctx() ctx: Context,
  ): Promise<FindingPayload> {
    return findingAnswer(withdrawExtension(ctx, input));
  }

  @Mutation(() => ExtensionPayload, {
    description:
      'Grants a request, or refuses it with a reason. Secretary, or the office where the round’s settings say so.',
  })
  decideExtension(
    @Arg('input', () => DecideExtensionInput, { description: 'The decision.' }) input: DecideExtensionInput,
    @Ctx() ctx: Context,
  ): Promise<ExtensionPayload> {
    return answer(async () => {
      const decided = await decideExtension(ctx, input);
      return { extension: ref('Extension', decided.id), finding: ref('Finding', decided.findingId) };
    });
  }
}
