import { Field, Int, ObjectType } from 'type-graphql';
import { Day, Fen, Instant } from '../../graphql/scalars.ts';
import {
  ActionStateEnum,
  FindingStateEnum,
  PointOutcomeEnum,
  RemediationTypeEnum,
  ResultEnum,
} from '../../graphql/vocabulary.ts';
import { Balance } from '../money/money.type.ts';
import { RecoveryKindSum, ResultCount, StateCount } from '../oversight/statistics.type.ts';

@ObjectType({ description: 'A specific point as filed.' })
export class FiledPoint {
  @Field(() => Int, { description: 'Place within the finding.' })
  ordinal: number;

  @Field(() => String, { description: 'Text.' })
  text: string;

  @Field(() => PointOutcomeEnum, { nullable: true, description: 'Outcome.' })
  outcome: string | null;
}

@ObjectType({ description: 'An action as filed.' })
export class FiledAction {
  @Field(() => Int, { description: 'Place within the finding.' })
  ordinal: number;

  @Field(() => String, { description: 'What is done.' })
  text: string;

  @Field(() => ActionStateEnum, { description: 'State.' })
  state: string;

  @Field(() => String, { nullable: true, description: 'Department, where it is not the finding’s.' })
  department: string | null;

  @Field(() => String, { nullable: true, description: 'Person, where it is not the finding’s.' })
  person: string | null;

  @Field(() => String, { nullable: true, description: 'Deadline in words, where it has its own.' })
  deadline: string | null;

  @Field(() => String, { nullable: true, description: 'Progress; for a dropped one why.' })
  progress: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Numbers and titles of its evidence, one a line; none of restricted pieces.',
  })
  evidence: string | null;
}

@ObjectType({ description: 'A finding as filed: the columns of the official ledger and the codes behind its words.' })
export class FiledFinding {
  @Field(() => String, { description: 'Reference number.' })
  refNo: string;

  @Field(() => Int, { description: 'Number in the ledger.' })
  seq: number;

  @Field(() => String, { nullable: true, description: '问题方面' })
  aspect: string | null;

  @Field(() => String, { description: 'Title.' })
  title: string;

  @Field(() => String, { nullable: true, description: 'Text, where it says more than the title.' })
  description: string | null;

  @Field(() => [FiledPoint], { description: '具体问题' })
  points: FiledPoint[];

  @Field(() => RemediationTypeEnum, { nullable: true, description: '整改类别' })
  remediationType: string | null;

  @Field(() => String, { nullable: true, description: '整改目标' })
  target: string | null;

  @Field(() => String, { nullable: true, description: '责任领导: name, or the post where nobody holds it.' })
  leader: string | null;

  @Field(() => String, { nullable: true, description: '牵头部门' })
  leadDepartment: string | null;

  @Field(() => [String], { description: '配合部门' })
  supportingDepartments: string[];

  @Field(() => String, { nullable: true, description: '责任人' })
  person: string | null;

  @Field(() => String, { nullable: true, description: '整改时限, in words.' })
  deadline: string | null;

  @Field(() => Day, { nullable: true, description: 'Its day.' })
  dueOn: string | null;

  @Field(() => [FiledAction], { description: '整改措施' })
  actions: FiledAction[];

  @Field(() => FindingStateEnum, { description: 'State.' })
  state: string;

  @Field(() => ResultEnum, { nullable: true, description: 'Published result.' })
  result: string | null;

  @Field(() => String, { nullable: true, description: '整改结果, in words.' })
  resultText: string | null;

  @Field(() => String, { nullable: true, description: '整改成效' })
  effect: string | null;

  @Field(() => Fen, { nullable: true, description: '涉及金额' })
  statedFen: string | null;

  @Field(() => Fen, { nullable: true, description: '已清退' })
  recoveredFen: string | null;

  @Field(() => Day, { nullable: true, description: '销号日期' })
  closedOn: string | null;

  @Field(() => String, { nullable: true, description: '备注' })
  remark: string | null;
}

@ObjectType({ description: 'The figures of the day as they were filed; they never change.' })
export class FiledFigures {
  @Field(() => Int, { description: 'Findings.' })
  findings: number;

  @Field(() => Int, { description: '已销号' })
  closed: number;

  @Field(() => Int, { description: 'Running and past the due day.' })
  overdue: number;

  @Field(() => Int, { description: 'Counted as completed.' })
  completed: number;

  @Field(() => Int, { nullable: true, description: 'Completion rate in basis points.' })
  basisPoints: number | null;

  @Field(() => String, { description: 'Its formula.' })
  formula: string;

  @Field(() => Int, { description: 'Actions.' })
  actions: number;

  @Field(() => Int, { description: 'Actions done or dropped.' })
  settledActions: number;

  @Field(() => [StateCount], { description: 'By state.' })
  byState: StateCount[];

  @Field(() => [ResultCount], { description: 'By result.' })
  byResult: ResultCount[];

  @Field(() => Balance, { description: 'Money on established sums.' })
  balance: Balance;

  @Field(() => [RecoveryKindSum], { description: 'Recovered by kind, never added up.' })
  recovered: RecoveryKindSum[];
}

@ObjectType({ description: 'What was filed: the ledger of one moment.' })
export class FilingSnapshot {
  @Field(() => Instant, { description: 'The moment.' })
  takenAt: string;

  @Field(() => Day, { description: '截至: its day.' })
  asOf: string;

  @Field(() => String, { description: 'Name of the body.' })
  body: string;

  @Field(() => String, { nullable: true, description: '统一社会信用代码' })
  creditCode: string | null;

  @Field(() => String, { description: 'Name of the round.' })
  round: string;

  @Field(() => String, { nullable: true, description: 'Inspection team.' })
  team: string | null;

  @Field(() => Day, { nullable: true, description: 'Day of the feedback.' })
  feedbackOn: string | null;

  @Field(() => FiledFigures, { description: 'Figures.' })
  figures: FiledFigures;

  @Field(() => [FiledFinding], { description: 'Findings, in their order.' })
  findings: FiledFinding[];

  @Field(() => String, { nullable: true, description: 'The official report in its words; null for a plan.' })
  report: string | null;
}

@ObjectType({ description: 'One value that differs between two versions.' })
export class FiledChange {
  @Field(() => String, { description: 'Field, for an action with its ordinal: actions.2.progress.' })
  field: string;

  @Field(() => String, { nullable: true, description: 'In the earlier one; null where it said nothing.' })
  before: string | null;

  @Field(() => String, { nullable: true, description: 'In the later one.' })
  after: string | null;
}

@ObjectType({ description: 'A finding that differs between two versions.' })
export class FiledFindingChange {
  @Field(() => String, { description: 'Reference number.' })
  refNo: string;

  @Field(() => String, { description: 'Title.' })
  title: string;

  @Field(() => String, { description: 'ADDED, REMOVED or CHANGED.' })
  kind: string;

  @Field(() => [FiledChange], { description: 'Its values that differ; empty for an added or removed one.' })
  changes: FiledChange[];
}

@ObjectType({ description: 'What changed from one filed version to another.' })
export class FilingComparison {
  @Field(() => [FiledChange], { description: 'Figures that differ.' })
  figures: FiledChange[];

  @Field(() => [FiledFindingChange], { description: 'Findings that differ.' })
  findings: FiledFindingChange[];

  @Field(() => Boolean, { description: 'Whether the words of the report differ.' })
  reportChanged: boolean;
}
