import { ArgsType, Field, InputType } from 'type-graphql';
import { FindingStateEnum, ResultEnum } from './vocabulary.ts';
import { DispositionEnum } from './vocabulary-evidence.ts';
import { PageArgs } from './connection.ts';
import { FindingOrder } from '../modules/findings/finding.filter.ts';

@InputType({ description: 'Which outlines; absent fields do not filter.' })
export class OutlineFilter {
  @Field(() => [FindingStateEnum], { nullable: true, description: 'In one of these states.' })
  state?: string[] | null;

  @Field(() => [ResultEnum], { nullable: true, description: 'With one of these results.' })
  result?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Global id of the body.' })
  bodyId?: string | null;

  @Field(() => String, { nullable: true, description: 'Global id of the inspection.' })
  inspectionId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Running and past the due day, or (false) not.' })
  overdue?: boolean | null;
}

@ArgsType()
export class OutlineListArgs extends PageArgs {
  @Field(() => OutlineFilter, { nullable: true, description: 'Which outlines.' })
  filter?: OutlineFilter | null;

  @Field(() => FindingOrder, { nullable: true, description: 'Order; by number when absent.' })
  orderBy?: FindingOrder | null;
}

@InputType({ description: 'Which sums; absent fields do not filter.' })
export class SumFilter {
  @Field(() => [DispositionEnum], { nullable: true, description: 'With one of these dispositions.' })
  disposition?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Global id of the body.' })
  bodyId?: string | null;

  @Field(() => String, { nullable: true, description: 'Global id of the finding.' })
  findingId?: string | null;
}

@ArgsType()
export class SumListArgs extends PageArgs {
  @Field(() => SumFilter, { nullable: true, description: 'Which sums.' })
  filter?: SumFilter | null;
}

@InputType({ description: 'Which persons; absent fields do not filter.' })
export class PersonFilter {
  @Field(() => String, { nullable: true, description: 'Global id of the body.' })
  bodyId?: string | null;

  @Field(() => String, { nullable: true, description: 'Global id of a department in which the person holds a role.' })
  departmentId?: string | null;

  @Field(() => String, { nullable: true, description: 'Text that the name contains.' })
  text?: string | null;
}

@ArgsType()
export class DirectoryFilterArgs extends PageArgs {
  @Field(() => PersonFilter, { nullable: true, description: 'Which persons.' })
  filter?: PersonFilter | null;
}

@InputType({ description: 'Which imports.' })
export class ImportFilter {
  @Field(() => String, { nullable: true, description: 'Global id of the inspection.' })
  inspectionId?: string | null;
}

@ArgsType()
export class ImportListArgs extends PageArgs {
  @Field(() => ImportFilter, { nullable: true, description: 'Which imports.' })
  filter?: ImportFilter | null;
}

@InputType({ description: 'Which resolutions.' })
export class ResolutionFilter {
  @Field(() => String, { nullable: true, description: 'Global id of the body.' })
  bodyId?: string | null;
}

@ArgsType()
export class ResolutionListArgs extends PageArgs {
  @Field(() => ResolutionFilter, { nullable: true, description: 'Which resolutions.' })
  filter?: ResolutionFilter | null;
}
