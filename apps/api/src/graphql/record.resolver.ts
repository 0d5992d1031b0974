import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, ID, Info, Query, Resolver } from 'type-graphql';
import { readField } from '../read/reader.ts';
import { Action } from '../modules/actions/action.type.ts';
import { Body, BodyConnection, Department } from '../modules/bodies/body.type.ts';
import { Evidence, EvidenceConnection, EvidenceFilter } from '../modules/evidence/evidence.type.ts';
import { FindingOutlineConnection } from '../modules/findings/finding-outline.type.ts';
import { Finding, FindingConnection } from '../modules/findings/finding.type.ts';
import { FindingListArgs } from '../modules/findings/finding.filter.ts';
import { Import, ImportConnection } from '../modules/imports/import.type.ts';
import { MoneySumConnection } from '../modules/money/money.type.ts';
import { PersonConnection, Post, PostConnection } from '../modules/people/post.type.ts';
import { Inspection, InspectionConnection, RoundConnection } from '../modules/rounds/round.type.ts';
import { ResolutionConnection } from '../modules/signoff/signoff.type.ts';
import { Node, PageArgs } from './connection.ts';
import type { Context } from './context.ts';
import { DirectoryFilterArgs, ImportListArgs, OutlineListArgs, SumListArgs, ResolutionListArgs } from './list-args.ts';

@ArgsType()
class EvidenceListArgs extends PageArgs {
  @Field(() => EvidenceFilter, { nullable: true, description: 'Which evidence.' })
  filter?: EvidenceFilter | null;
}

/** The reads of the ledger: every field is answered by the read model (read/), bounded by the one visibility definition. */
@Resolver()
export class RecordResolver {
  @Query(() => Node, { nullable: true, description: 'Any record by its global id; null when absent or invisible.' })
  node(
    @Arg('id', () => ID, { description: 'Global id.' }) _id: string,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(ctx, info);
  }

  @Query(() => FindingConnection, { description: 'Findings that the viewer may read.' })
  findings(
    @Args(() => FindingListArgs) _args: FindingListArgs,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(ctx, info);
  }

  @Query(() => Finding, {
    nullable: true,
    description: 'One finding, by id or reference number; null when absent or invisible.',
  })
  finding(
    @Arg('id', () => ID, { nullable: true, description: 'Global id.' }) _id: string | null,
    @Arg('refNo', () => String, { nullable: true, description: 'Reference number, e.g. 2023-3-市科协-28.' })
    _refNo: string | null,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(ctx, info);
  }

  @Query(() => FindingOutlineConnection, {
    description: 'Numbers, titles and states of findings within the viewer’s reach.',
  })
  findingOutlines(
    @Args(() => OutlineListArgs) _args: OutlineListArgs,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(ctx, info);
  }

  @Query(() => Action, { nullable: true, description: 'One action; null when absent or invisible.' })
  action(
    @Arg('id', () => ID, { description: 'Global id.' }) _id: string,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(ctx, info);
  }

  @Query(() => EvidenceConnection, { description: 'Evidence that the viewer may read.' })
  evidence(
    @Args(() => EvidenceListArgs) _args: EvidenceListArgs,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(ctx, info);
  }

  @Query(() => Evidence, { nullable: true, description: 'One piece of evidence; null when absent or invisible.' })
  evidencePiece(
    @Arg('id', () => ID, { description: 'Global id.' }) _id: string,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(ctx, info);
  }

  @Query(() => MoneySumConnection, { description: 'Sums of the findings that the viewer may read.' })
  sums(
    @Args(() => SumListArgs) _args: SumListArgs,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(ctx, info);
  }

  @Query(() => ResolutionConnection, { description: 'Resolutions that signed findings the viewer may read.' })
  resolutions(
    @Args(() => ResolutionListArgs) _args: ResolutionListArgs,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(ctx, info);
  }

  @Query(() => Post, { nullable: true, description: 'A leader: the post with its findings.' })
  leader(
    @Arg('id', () => ID, { description: 'Global id of the post.' }) _id: string,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(ctx, info);
  }

  @Query(() => Department, { nullable: true, description: 'A department with its findings.' })
  department(
    @Arg('id', () => ID, { description: 'Global id.' }) _id: string,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(ctx, info);
  }

  @Query(() => Body, { nullable: true, description: 'A body.' })
  body(
    @Arg('id', () => ID, { description: 'Global id.' }) _id: string,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(ctx, info);
  }

  @Query(() => BodyConnection, { description: 'Bodies within reach.' })
  bodies(
    @Args(() => PageArgs) _args: PageArgs,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(ctx, info);
  }

  @Query(() => PersonConnection, { description: 'Persons of the bodies within reach.' })
  persons(
    @Args(() => DirectoryFilterArgs) _args: DirectoryFilterArgs,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(ctx, info);
  }

  @Query(() => PostConnection, { description: 'Posts of the bodies within reach.' })
  posts(
    @Args(() => PageArgs) _args: PageArgs,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(ctx, info);
  }

  @Query(() => RoundConnection, { description: 'Rounds within reach.' })
  rounds(
    @Args(() => PageArgs) _args: PageArgs,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(ctx, info);
  }

  @Query(() => InspectionConnection, { description: 'Inspections within reach.' })
  inspections(
    @Args(() => PageArgs) _args: PageArgs,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(ctx, info);
  }

  @Query(() => Inspection, { nullable: true, description: 'One inspection; null when absent or invisible.' })
  inspection(
    @Arg('id', () => ID, { description: 'Global id.' }) _id: string,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(ctx, info);
  }

  @Query(() => ImportConnection, { description: 'Imports of the viewer’s body, newest last.' })
  imports(
    @Args(() => ImportListArgs) _args: ImportListArgs,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(ctx, info);
  }

  @Query(() => Import, { nullable: true, description: 'One import; null when absent or invisible.' })
  import(
    @Arg('id', () => ID, { description: 'Global id.' }) _id: string,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(ctx, info);
  }
}
