import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { answer } from '../../graphql/errors.ts';
import { ref } from '../../graphql/ref.ts';
import { readField } from '../../read/reader.ts';
import { RecordPaperInput, RecordPaperPayload, RemovePaperInput, RemovePaperPayload } from './paper.inputs.ts';
import { RecordedPaperConnection, RecordedPaperListArgs } from './paper.type.ts';
import { recordPaper, removePaper } from './record-paper.ts';

/** Papers of other authorities, recorded by the body that received them */
@Resolver()
export class PaperResolver {
  @Query(() => RecordedPaperConnection, {
    description: 'Papers of other authorities that bodies recorded, newest first.',
  })
  recordedPapers(
    @Args(() => RecordedPaperListArgs) _args: RecordedPaperListArgs,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(ctx, info);
  }

  @Mutation(() => RecordPaperPayload, { description: 'Records a paper of another authority. Clerk.' })
  recordPaper(
    @Arg('input', () => RecordPaperInput, { description: 'The paper.' }) input: RecordPaperInput,
    @Ctx() ctx: Context,
  ): Promise<RecordPaperPayload> {
    return answer(async () => ({ paper: ref('RecordedPaper', await recordPaper(ctx, input)) }));
  }

  @Mutation(() => RemovePaperPayload, { description: 'Takes out a paper that was entered by mistake. Clerk.' })
  removePaper(
    @Arg('input', () => RemovePaperInput, { description: 'Which, and why.' }) input: RemovePaperInput,
    @Ctx() ctx: Context,
  ): Promise<RemovePaperPayload> {
    return answer(async () => ({ removedId: await removePaper(ctx, input) }));
  }
}
