import { DomainError } from '@closeout/domain';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { answer } from '../../graphql/errors.ts';
import { ref } from '../../graphql/ref.ts';
import { readField } from '../../read/reader.ts';
import { compareVersionsOf } from './compare-publications.ts';
import { decideHit, unmaskHit } from './decide-hit.ts';
import { approvePublication, proposePublication, returnPublication, reviewPublication } from './decide-publication.ts';
import { draftPublication } from './draft-publication.ts';
import { acceptPassage, decidePassage, editPassage } from './edit-passage.ts';
import { PublicationComparison } from './publication-version.type.ts';
import {
  AcceptPassageInput,
  DecideHitInput,
  DecidePassageInput,
  DraftPublicationInput,
  EditPassageInput,
  PublicationInput,
  RecordPublicationSignatureInput,
  ReturnPublicationInput,
  SetPublicPageInput,
  UnmaskHitInput,
  PublicationPayload,
} from './publication.inputs.ts';
import { Publication, PublicationConnection, PublicationListArgs } from './publication.type.ts';
import { publish, setPublicPage, takeDown } from './publish.ts';
import { recordPublicationSignature } from './record-publication-signature.ts';

export const publicationAnswer = (work: Promise<string>): Promise<PublicationPayload> =>
  answer(async () => ({ publication: ref<Publication>('Publication', await work) }));

/** 公开稿: two texts from one record, proposed, reviewed, approved and published by different people. */
@Resolver()
export class PublicationResolver {
  @Query(() => PublicationConnection, { description: 'Public texts that the viewer reads.' })
  publications(
    @Args(() => PublicationListArgs) _args: PublicationListArgs,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(ctx, info);
  }

  @Query(() => Publication, {
    nullable: true,
    description: 'The public text of an inspection; null when nobody has begun it, or when it is invisible.',
  })
  publication(
    @Arg('inspectionId', () => ID, { description: 'Global id of the inspection.' }) _inspectionId: string,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(ctx, info);
  }

  @Query(() => PublicationComparison, {
    nullable: true,
    description:
      'What changed from one frozen version to another of the same inspection; null when one is absent or invisible.',
  })
  async publicationComparison(
    @Arg('fromId', () => ID, { description: 'The earlier version.' }) fromId: string,
    @Arg('toId', () => ID, { description: 'The later version.' }) toId: string,
    @Ctx() ctx: Context,
  ): Promise<PublicationComparison | null> {
    try {
      return await compareVersionsOf(ctx, fromId, toId);
    } catch (error) {
      if (error instanceof DomainError) return null;
      throw error;
    }
  }

  @Mutation(() => PublicationPayload, {
    description:
      'Begins the public text of an inspection, or takes the ledger’s words of now: what nobody touched follows them, what was made by hand waits beside them. After publication it begins the next version. Clerk.',
  })
  draftPublication(
    @Arg('input', () => DraftPublicationInput, { description: 'Which inspection.' }) input: DraftPublicationInput,
    @Ctx() ctx: Context,
  ): Promise<PublicationPayload> {
    return publicationAnswer(draftPublication(ctx, input));
  }

  @Mutation(() => PublicationPayload, { description: 'Writes a passage of the internal text by hand. Clerk.' })
  editPassage(
    @Arg('input', () => EditPassageInput, { description: 'Which passage, and its words.' }) input: EditPassageInput,
    @Ctx() ctx: Context,
  ): Promise<PublicationPayload> {
    return publicationAnswer(editPassage(ctx, input));
  }

  @Mutation(() => PublicationPayload, {
    description: 'Keeps, withholds or replaces a passage in the public text, on one of five grounds. Clerk.',
  })
  decidePassage(
    @Arg('input', () => DecidePassageInput, { description: 'Which passage, and what becomes of it.' })
    input: DecidePassageInput,
    @Ctx() ctx: Context,
  ): Promise<PublicationPayload> {
    return publicationAnswer(decidePassage(ctx, input));
  }

  @Mutation(() => PublicationPayload, {
    description: 'Answers a change of the ledger where something was made by hand. Clerk.',
  })
  acceptPassage(
    @Arg('input', () => AcceptPassageInput, { description: 'Which passage, and whose words.' })
    input: AcceptPassageInput,
    @Ctx() ctx: Context,
  ): Promise<PublicationPayload> {
    return publicationAnswer(acceptPassage(ctx, input));
  }

  @Mutation(() => PublicationPayload, {
    description: 'Masks personal data, or asks the secretary to leave it. Clerk or secretary.',
  })
  decideHit(
    @Arg('input', () => DecideHitInput, { description: 'Which data, and what becomes of it.' }) input: DecideHitInput,
    @Ctx() ctx: Context,
  ): Promise<PublicationPayload> {
    return publicationAnswer(decideHit(ctx, input));
  }

  @Mutation(() => PublicationPayload, {
    description: 'Leaves personal data in the public text, with the reason in the audit trail. Secretary.',
  })
  unmaskHit(
    @Arg('input', () => UnmaskHitInput, { description: 'Which data, and why.' }) input: UnmaskHitInput,
    @Ctx() ctx: Context,
  ): Promise<PublicationPayload> {
    return publicationAnswer(unmaskHit(ctx, input));
  }

  @Mutation(() => PublicationPayload, {
    description:
      'Settings of the public page: whether it is shown, takes comments, and whom the public tells what it thinks. Clerk.',
  })
  setPublicPage(
    @Arg('input', () => SetPublicPageInput, { description: 'The settings.' }) input: SetPublicPageInput,
    @Ctx() ctx: Context,
  ): Promise<PublicationPayload> {
    return publicationAnswer(setPublicPage(ctx, input));
  }

  @Mutation(() => PublicationPayload, {
    description: 'Freezes both texts, every decision and the figures of now as a version, and proposes it. Clerk.',
  })
  proposePublication(
    @Arg('input', () => PublicationInput, { description: 'Which.' }) input: PublicationInput,
    @Ctx() ctx: Context,
  ): Promise<PublicationPayload> {
    return publicationAnswer(proposePublication(ctx, input));
  }

  @Mutation(() => PublicationPayload, {
    description: '保密审查: nobody reviews what he proposed. A leader of the body.',
  })
  reviewPublication(
    @Arg('input', () => PublicationInput, { description: 'Which.' }) input: PublicationInput,
    @Ctx() ctx: Context,
  ): Promise<PublicationPayload> {
    return publicationAnswer(reviewPublication(ctx, input));
  }

  @Mutation(() => PublicationPayload, {
    description: 'Approves what was reviewed; proposer, reviewer and approver are three people. Secretary.',
  })
  approvePublication(
    @Arg('input', () => PublicationInput, { description: 'Which.' }) input: PublicationInput,
    @Ctx() ctx: Context,
  ): Promise<PublicationPayload> {
    return publicationAnswer(approvePublication(ctx, input));
  }

  @Mutation(() => PublicationPayload, {
    description: 'Gives it back to the clerk with a reason. Whoever it waits for.',
  })
  returnPublication(
    @Arg('input', () => ReturnPublicationInput, { description: 'Which, and why.' }) input: ReturnPublicationInput,
    @Ctx() ctx: Context,
  ): Promise<PublicationPayload> {
    return publicationAnswer(returnPublication(ctx, input));
  }

  @Mutation(() => PublicationPayload, { description: 'Publishes exactly what was approved. Clerk.' })
  publish(
    @Arg('input', () => PublicationInput, { description: 'Which.' }) input: PublicationInput,
    @Ctx() ctx: Context,
  ): Promise<PublicationPayload> {
    return publicationAnswer(publish(ctx, input));
  }

  @Mutation(() => PublicationPayload, { description: 'Takes down what is public. Clerk or secretary.' })
  takeDown(
    @Arg('input', () => ReturnPublicationInput, { description: 'Which, and why.' }) input: ReturnPublicationInput,
    @Ctx() ctx: Context,
  ): Promise<PublicationPayload> {
    return publicationAnswer(takeDown(ctx, input));
  }

  @Mutation(() => PublicationPayload, { description: 'Records the waiting step as signed on paper. Clerk.' })
  recordPublicationSignature(
    @Arg('input', () => RecordPublicationSignatureInput, { description: 'Who signed, when, the scanned sheet.' })
    input: RecordPublicationSignatureInput,
    @Ctx() ctx: Context,
  ): Promise<PublicationPayload> {
    return publicationAnswer(recordPublicationSignature(ctx, input));
  }
}
