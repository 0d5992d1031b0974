import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Day, Fen } from '../../graphql/scalars.ts';
import { FindingStateEnum, ResultEnum } from '../../graphql/vocabulary.ts';
import { PlanKindEnum } from '../../graphql/vocabulary-rounds.ts';
import { EvidenceKindEnum, RecoveryKindEnum } from '../../graphql/vocabulary-evidence.ts';
import { Balance } from '../money/money.type.ts';

@ObjectType({ description: 'The completion rate with its formula: one definition for screen, API and report.' })
export class Rate {
  @Field(() => Int, { description: 'Findings with a result that counts as completed (已销号).' })
  completed: number;

  @Field(() => Int, { description: 'All findings.' })
  findings: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Basis points (8485 = 84.85 %), half up; null when there is nothing to count.',
  })
  basisPoints: number | null;

  @Field(() => String, { description: 'The formula, e.g. 已销号 ÷ 反馈问题.' })
  formula: string;
}

@ObjectType({ description: 'Findings in one state.' })
export class StateCount {
  @Field(() => FindingStateEnum, { description: 'State: rows by findings(filter: { state }).' })
  state: string;

  @Field(() => Int, { description: 'How many.' })
  count: number;
}

@ObjectType({ description: 'Findings with one result.' })
export class ResultCount {
  @Field(() => ResultEnum, { description: 'Result: rows by findings(filter: { result }).' })
  result: string;

  @Field(() => Int, { description: 'How many.' })
  count: number;
}

@ObjectType({ description: 'Findings of one leader, department or aspect; its id is the filter for the rows.' })
export class GroupCount {
  @Field(() => ID, {
    nullable: true,
    description: 'Global id of the post, department or aspect; null for findings without one.',
  })
  id: string | null;

  @Field(() => String, { nullable: true, description: 'Name: holder and title, department, or aspect.' })
  name: string | null;

  @Field(() => Int, { description: 'All.' })
  findings: number;

  @Field(() => Int, { description: '已销号' })
  closed: number;

  @Field(() => Int, { description: '持续整改' })
  continuing: number;

  @Field(() => Int, { description: 'Running and due within the yellow threshold, not overdue.' })
  dueSoon: number;

  @Field(() => Int, { description: 'Running and past the due day.' })
  overdue: number;
}

@ObjectType({ description: 'Findings of one plan of the visit.' })
export class PlanCount {
  @Field(() => PlanKindEnum, { description: 'Plan: rows by findings(filter: { plan }).' })
  plan: string;

  @Field(() => Int, { description: 'Findings.' })
  findings: number;

  @Field(() => Int, { description: '已销号' })
  closed: number;

  @Field(() => Rate, { description: 'Completion rate of this plan.' })
  rate: Rate;
}

@ObjectType({ description: 'Recovered money of one kind; kinds are never added up.' })
export class RecoveryKindSum {
  @Field(() => RecoveryKindEnum, { description: 'Kind.' })
  kind: string;

  @Field(() => Fen, { description: 'Sum.' })
  fen: string;

  @Field(() => Int, { description: 'Payments.' })
  count: number;
}

@ObjectType({ description: 'Evidence of one kind.' })
export class EvidenceKindCount {
  @Field(() => EvidenceKindEnum, { description: 'Kind.' })
  kind: string;

  @Field(() => Int, { description: 'Pieces, each once.' })
  count: number;
}

@ObjectType({
  description: 'Counted figures of one inspection over the findings that the viewer may read; zeros are printed.',
})
export class Statistics {
  @Field(() => Day, { description: '截至: the day the figures hold for.' })
  asOf: string;

  @Field(() => Int, { description: 'Findings.' })
  findings: number;

  @Field(() => Int, { description: 'Actions.' })
  actions: number;

  @Field(() => Int, { description: 'Actions done or dropped.' })
  settledActions: number;

  @Field(() => Int, { description: '已销号' })
  closed: number;

  @Field(() => Int, { description: 'Running and past the due day: findings(filter: { overdue: true }).' })
  overdue: number;

  @Field(() => Int, {
    description: 'Running and due within the round’s yellow threshold: findings(filter: { dueOn }).',
  })
  dueSoon: number;

  @Field(() => Day, { description: 'Last day that counts as soon: the `to` of that filter.' })
  dueSoonUntil: string;

  @Field(() => Int, { description: 'Returned and not submitted again: findings(filter: { returned: true }).' })
  returned: number;

  @Field(() => Int, { description: 'Waiting for the viewer’s own signature: findings(filter: { waitsForMe: true }).' })
  waitsForMe: number;

  @Field(() => Int, { description: 'Findings changed in the last seven days.' })
  changedThisWeek: number;

  @Field(() => Int, { description: 'Findings closed in the last seven days.' })
  closedThisWeek: number;

  @Field(() => Rate, { description: 'Completion rate.' })
  rate: Rate;

  @Field(() => [StateCount], { description: 'By state, all states.' })
  byState: StateCount[];

  @Field(() => [ResultCount], { description: 'By result, all results.' })
  byResult: ResultCount[];

  @Field(() => [PlanCount], { description: 'By plan of the visit, each that it carries.' })
  byPlan: PlanCount[];

  @Field(() => [GroupCount], { description: 'By responsible leader.' })
  byLeader: GroupCount[];

  @Field(() => [GroupCount], { description: 'By lead department.' })
  byDepartment: GroupCount[];

  @Field(() => [GroupCount], { description: 'By aspect.' })
  byAspect: GroupCount[];

  @Field(() => Balance, { description: 'Money due, recovered, waived, outstanding, on established sums.' })
  balance: Balance;

  @Field(() => [RecoveryKindSum], { description: 'Recovered by kind.' })
  recovered: RecoveryKindSum[];

  @Field(() => [EvidenceKindCount], { description: 'Evidence by kind.' })
  evidence: EvidenceKindCount[];
}

@ObjectType({ description: 'States and counts of an inspection: what an office may see.' })
export class Progress {
  @Field(() => Int, { description: 'Findings.' })
  findings: number;

  @Field(() => Int, { description: '据原文记录' })
  recorded: number;

  @Field(() => Int, { description: '待认领' })
  unclaimed: number;

  @Field(() => Int, { description: '整改中' })
  rectifying: number;

  @Field(() => Int, { description: '待审核' })
  inReview: number;

  @Field(() => Int, { description: '已销号' })
  closed: number;

  @Field(() => Int, { description: '持续整改' })
  continuing: number;

  @Field(() => Int, { description: 'Running and past the due day.' })
  overdue: number;

  @Field(() => Int, { nullable: true, description: 'Completion rate in basis points; formula as in statistics.' })
  rateBasisPoints: number | null;
}
