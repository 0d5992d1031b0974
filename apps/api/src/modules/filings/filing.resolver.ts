import { DomainError } from '@closeout/domain';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { answer } from '../../graphql/errors.ts';
import { ref } from '../../graphql/ref.ts';
import { readField } from '../../read/reader.ts';
import { compareVersions } from './compare-versions.ts';
import { acceptFiling, receiveFiling, returnFiling } from './decide-filing.ts';
import { declineFiling, fileFiling } from './file-filing.ts';
import {
  AcceptFilingInput,
  FilingInput,
  FilingPayload,
  FilingReasonInput,
  PrepareFilingInput,
  ReviewFilingInput,
} from './filing.inputs.ts';
import { Filing } from './filing.type.ts';
import { reviewFiling } from './review-filing.ts';
import { prepareFiling } from './prepare-filing.ts';
import { FilingComparison } from './snapshot.type.ts';

const filingAnswer = (work: Promise<string>): Promise<FilingPayload> =>
  answer(async () => ({ filing: ref('Filing', await work) }));

/** 报送: what a body files with its office, as frozen versions. */
@Resolver()
export class FilingResolver {
  @Query(() => Filing, { nullable: true, description: 'One filing; null when it is absent or invisible.' })
  filing(
    @Arg('id', () => ID, { description: 'Global id.' }) _id: string,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(ctx, info);
  }

  @Query(() => FilingComparison, {
    nullable: true,
    description: 'What changed from one version to another of the same body; null when one is absent or invisible.',
  })
  async filingComparison(
    @Arg('fromId', () => ID, { description: 'The earlier version.' }) fromId: string,
    @Arg('toId', () => ID, { description: 'The later version.' }) toId: string,
    @Ctx() ctx: Context,
  ): Promise<FilingComparison | null> {
    try {
      return await compareVersions(ctx, fromId, toId);
    } catch (error) {
      if (error instanceof DomainError) return null;
      throw error;
    }
  }

  @Mutation(() => FilingPayload, {
    description: 'Takes the ledger of this moment as what is to be filed; repeatable until it is filed. Clerk.',
  })
  prepareFiling(
    @Arg('input', () => PrepareFilingInput, { description: 'What is prepared.' }) input: PrepareFilingInput,
    @Ctx() ctx: Context,
  ): Promise<FilingPayload> {
    return filingAnswer(prepareFiling(ctx, input));
  }

  @Mutation(() => FilingPayload, { description: 'Gives a prepared filing back to the clerk. Secretary.' })
  declineFiling(
    @Arg('input', () => FilingReasonInput, { description: 'Which, and why.' }) input: FilingReasonInput,
    @Ctx() ctx: Context,
  ): Promise<FilingPayload> {
    return filingAnswer(declineFiling(ctx, input));
  }

  @Mutation(() => FilingPayload, {
    description: '报送: files what was prepared; from then on it never changes. Secretary.',
  })
  fileFiling(
    @Arg('input', () => FilingInput, { description: 'Which.' }) input: FilingInput,
    @Ctx() ctx: Context,
  ): Promise<FilingPayload> {
    return filingAnswer(fileFiling(ctx, input));
  }

  @Mutation(() => FilingPayload, { description: '签收: signs for what was filed. Inspection office.' })
  receiveFiling(
    @Arg('input', () => FilingInput, { description: 'Which.' }) input: FilingInput,
    @Ctx() ctx: Context,
  ): Promise<FilingPayload> {
    return filingAnswer(receiveFiling(ctx, input));
  }

  @Mutation(() => FilingPayload, {
    description: '会审: enters what a reviewer (组织部, 宣传部, 纪委 …) says of a filed plan. Inspection office.',
  })
  reviewFiling(
    @Arg('input', () => ReviewFilingInput, { description: 'Whose opinion.' }) input: ReviewFilingInput,
    @Ctx() ctx: Context,
  ): Promise<FilingPayload> {
    return filingAnswer(reviewFiling(ctx, input));
  }

  @Mutation(() => FilingPayload, { description: 'Returns what was filed, with reasons. Inspection office.' })
  returnFiling(
    @Arg('input', () => FilingReasonInput, { description: 'Which, and why.' }) input: FilingReasonInput,
    @Ctx() ctx: Context,
  ): Promise<FilingPayload> {
    return filingAnswer(returnFiling(ctx, input));
  }

  @Mutation(() => FilingPayload, {
    description:
      'Accepts a filed plan. From the acceptance of the main plan on, due days change only by an extension. Inspection office.',
  })
  acceptFiling(
    @Arg('input', () => AcceptFilingInput, { description: 'Which, and what is said with it.' })
    input: AcceptFilingInput,
    @Ctx() ctx: Context,
  ): Promise<FilingPayload> {
    return filingAnswer(acceptFiling(ctx, input));
  }
}
