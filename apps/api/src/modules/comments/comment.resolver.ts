import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { readField } from '../../read/reader.ts';
import { PublicationPayload } from '../publications/publication.inputs.ts';
import { publicationAnswer } from '../publications/publication.resolver.ts';
import { AnswerCommentInput, CommentInput } from './comment.inputs.ts';
import { PublicationCommentConnection, PublicationCommentListArgs } from './comment.type.ts';
import { answerComment, handOverClue, hideComment, releaseAnswer, showComment } from './moderate-comment.ts';

/** 留言: moderated, answered, handed over. Writes answer the public text, never a comment: no stored answer holds one. */
@Resolver()
export class CommentResolver {
  @Query(() => PublicationCommentConnection, { description: 'Comments of the public, for who moderates them.' })
  publicationComments(
    @Args(() => PublicationCommentListArgs) _args: PublicationCommentListArgs,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(ctx, info);
  }

  @Mutation(() => PublicationPayload, { description: 'Shows a comment on the page, personal data masked. Clerk.' })
  showComment(
    @Arg('input', () => CommentInput, { description: 'Which comment.' }) input: CommentInput,
    @Ctx() ctx: Context,
  ): Promise<PublicationPayload> {
    return publicationAnswer(showComment(ctx, input));
  }

  @Mutation(() => PublicationPayload, { description: 'Does not show a comment, or no longer. Clerk.' })
  hideComment(
    @Arg('input', () => CommentInput, { description: 'Which comment.' }) input: CommentInput,
    @Ctx() ctx: Context,
  ): Promise<PublicationPayload> {
    return publicationAnswer(hideComment(ctx, input));
  }

  @Mutation(() => PublicationPayload, { description: 'Writes the answer to a shown comment. Clerk.' })
  answerComment(
    @Arg('input', () => AnswerCommentInput, { description: 'Which comment, and the words.' })
    input: AnswerCommentInput,
    @Ctx() ctx: Context,
  ): Promise<PublicationPayload> {
    return publicationAnswer(answerComment(ctx, input));
  }

  @Mutation(() => PublicationPayload, { description: 'Puts the answer on the page. Clerk or secretary.' })
  releaseAnswer(
    @Arg('input', () => CommentInput, { description: 'Which comment.' }) input: CommentInput,
    @Ctx() ctx: Context,
  ): Promise<PublicationPayload> {
    return publicationAnswer(releaseAnswer(ctx, input));
  }

  @Mutation(() => PublicationPayload, {
    description:
      'A comment may hold a case clue: handed over outside this system, it is deleted here; the day and a count stay. Clerk or secretary.',
  })
  handOverClue(
    @Arg('input', () => CommentInput, { description: 'Which comment.' }) input: CommentInput,
    @Ctx() ctx: Context,
  ): Promise<PublicationPayload> {
    return publicationAnswer(handOverClue(ctx, input));
  }
}
