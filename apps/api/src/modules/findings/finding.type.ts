import type { FindingVerb } from '@closeout/domain';
import { Args, Field, Int, ObjectType } from 'type-graphql';
import { connectionOf, Node, PageArgs, planned } from '../../graphql/connection.ts';
import { Missing } from '../../graphql/errors.ts';
import { Day, Instant } from '../../graphql/scalars.ts';
import {
  FindingStateEnum,
  FindingVerbEnum,
  PointOutcomeEnum,
  RemediationTypeEnum,
  ResultEnum,
  TransitionReasonEnum,
} from '../../graphql/vocabulary.ts';
import { PlanKindEnum } from '../../graphql/vocabulary-rounds.ts';
import { ActionConnection } from '../actions/action.type.ts';
import { Body, Department } from '../bodies/body.type.ts';
import { Balance, MoneySum } from '../money/money.type.ts';
import { Person, Post } from '../people/post.type.ts';
import { Deadline } from './deadline.type.ts';
import { FindingHint } from './finding-hints.type.ts';
import { Aspect, Inspection } from '../rounds/round.type.ts';
import { Instruction, Submission } from '../signoff/signoff.type.ts';
import { Extension } from '../extensions/extension.type.ts';
import { NoticeOutline } from '../notices/notice.type.ts';
import { SupervisoryOpinion } from '../rechecks/recheck.type.ts';
import { FindingRepeat } from '../repeats/repeat.type.ts';
import { EffectVersion } from '../effects/effect.type.ts';
import { Import } from '../imports/import.type.ts';
import { Indicator } from '../indicators/indicator.type.ts';
import { ExternalParty } from '../parties/party.type.ts';

@ObjectType({ description: '退回: why the last submission came back.' })
export class ReturnNote {
  @Field(() => String, { description: 'The written reason.' })
  reason: string;

  @Field(() => Instant, { description: 'When.' })
  at: string;

  @Field(() => String, { description: 'Who wrote it.' })
  byName: string;
}

@ObjectType({ description: '持续整改: why it continues, until what, and the next review.' })
export class Continuation {
  @Field(() => String, { description: 'Reason.' })
  reason: string;

  @Field(() => String, { description: 'Target.' })
  target: string;

  @Field(() => Day, { description: 'Next review.' })
  nextReviewOn: string;
}

@ObjectType({ description: 'A verb that the workflow knows in the present state: allowed now, or why not.' })
export class Transition {
  @Field(() => FindingVerbEnum, { description: 'The verb: the mutation of the same name.' })
  verb: FindingVerb;

  @Field(() => FindingStateEnum, { description: 'The state it leads to.' })
  to: string;

  @Field(() => Boolean, { description: 'Whether it would be carried out now.' })
  allowed: boolean;

  @Field(() => TransitionReasonEnum, { nullable: true, description: 'Why not; null when allowed.' })
  reason: string | null;

  @Field(() => [Missing], { description: 'What must be there first; empty unless the reason is MISSING.' })
  missing: Missing[];
}

@ObjectType({ implements: Node, description: '具体问题: a specific point of a finding, with its own outcome.' })
export class FindingPoint extends Node {
  @Field(() => Int, { description: 'Number within the finding, 1-based.' })
  ordinal: number;

  @Field(() => String, { description: 'The point in the words of the feedback.' })
  text: string;

  @Field(() => PointOutcomeEnum, { nullable: true, description: 'Outcome; null while undecided.' })
  outcome: string | null;

  @Field(() => String, { nullable: true, description: 'What was done about it.' })
  outcomeNote: string | null;

  @Field(() => Int, { description: 'Version for updates.' })
  version: number;
}

@ObjectType({ implements: Node, description: '问题: a finding of an inspection.' })
export class Finding extends Node {
  @Field(() => Int, { description: 'Number in the inspection’s list, 1-based.' })
  seq: number;

  @Field(() => String, { description: 'Human reference, e.g. 2023-3-市科协-28.' })
  refNo: string;

  @Field(() => String, { nullable: true, description: 'Label as printed in the source.' })
  printedNumber: string | null;

  @Field(() => String, { description: 'Title: the first sentence.' })
  title: string;

  @Field(() => String, { description: 'The whole text of the finding, in the words of the feedback.' })
  description: string;

  @Field(() => String, { nullable: true, description: '原因剖析' })
  rootCause: string | null;

  @Field(() => String, { nullable: true, description: '整改目标' })
  acceptanceCriterion: string | null;

  @Field(() => String, { nullable: true, description: '整改成效: text, never money of the ledger.' })
  effect: string | null;

  @Field(() => String, { nullable: true, description: '备注' })
  remark: string | null;

  @Field(() => FindingStateEnum, { description: 'Workflow state; changed by verbs only.' })
  state: string;

  @Field(() => Int, { description: 'Cycle; 1 until it is reopened.' })
  cycle: number;

  @Field(() => ResultEnum, { description: 'Published result.' })
  result: string;

  @Field(() => String, { nullable: true, description: 'The result in the local words.' })
  resultText: string | null;

  @Field(() => PlanKindEnum, { description: 'Which of the inspection’s plans it belongs to.' })
  plan: string;

  @Field(() => RemediationTypeEnum, {
    nullable: true,
    description: '立行立改 / 限期 / 长期: a field beside the aspect.',
  })
  remediationType: string | null;

  @Field(() => Aspect, { nullable: true, description: '问题方面' })
  aspect: Aspect | null;

  @Field(() => Deadline, { description: 'Deadline with its reason.' })
  deadline: Deadline;

  @Field(() => Post, {
    nullable: true,
    description: '责任领导: the post, which keeps the finding when its holder changes.',
  })
  leader: Post | null;

  @Field(() => Instant, {
    nullable: true,
    description: 'When the secretary confirmed the leader; null while only proposed.',
  })
  leaderConfirmedAt: string | null;

  @Field(() => Department, { nullable: true, description: '牵头部门' })
  leadDepartment: Department | null;

  @Field(() => [Department], { description: '配合部门' })
  supportingDepartments: Department[];

  @Field(() => Person, { nullable: true, description: '责任人, 承办人' })
  handler: Person | null;

  @Field(() => [Person], { description: '回避: persons who are the subject of the finding and do not sign it.' })
  subjects: Person[];

  @Field(() => ReturnNote, {
    nullable: true,
    description: 'Why the last submission came back; null once submitted again.',
  })
  returned: ReturnNote | null;

  @Field(() => Continuation, { nullable: true, description: 'Why it continues; null unless it does.' })
  continuation: Continuation | null;

  @Field(() => Instant, { nullable: true, description: 'When the department claimed it.' })
  claimedAt: string | null;

  @Field(() => Instant, { nullable: true, description: 'When the last signature closed it.' })
  closedAt: string | null;

  @Field(() => String, { nullable: true, description: 'Whose signature closed it: the name on the seal.' })
  closedByName: string | null;

  @Field(() => [FindingPoint], { description: 'Its specific points, in order.' })
  points: FindingPoint[];

  @Field(() => Int, { description: 'Number of actions.' })
  actionCount: number;

  @Field(() => Int, { description: 'Number of actions done or dropped.' })
  settledActionCount: number;

  @Field(() => Int, { description: 'Pieces of evidence that the viewer may see, each counted once.' })
  evidenceCount: number;

  @Field(() => ActionConnection, { description: 'Its actions, in order.' })
  actions(@Args(() => PageArgs) _page: PageArgs): unknown {
    return planned();
  }

  @Field(() => [MoneySum], { description: 'Its sums, in order.' })
  sums: MoneySum[];

  @Field(() => Balance, { description: 'Money due, recovered, waived, outstanding.' })
  balance: Balance;

  @Field(() => [Submission], { description: 'Its submissions with their chains, newest first.' })
  submissions: Submission[];

  @Field(() => Submission, { nullable: true, description: 'The submission that waits for signatures, if any.' })
  pendingSubmission: Submission | null;

  @Field(() => [SupervisoryOpinion], { description: '监督意见, the latest first.' })
  opinions: SupervisoryOpinion[];

  @Field(() => [FindingRepeat], { description: '重复问题: earlier findings that this one repeats.' })
  repeats: FindingRepeat[];

  @Field(() => [Indicator], { description: '指标: figures that it names, in order.' })
  indicators: Indicator[];

  @Field(() => [ExternalParty], { description: '外部单位和人员: companies and persons outside the body, in order.' })
  parties: ExternalParty[];

  @Field(() => [EffectVersion], { description: '整改成效: the versions of `effect`, the latest first.' })
  effects: EffectVersion[];

  @Field(() => [FindingHint], {
    description:
      '请核对: what looks odd, for those who work on it; for whoever else reads it once it was submitted. It blocks nothing.',
  })
  hints: FindingHint[];

  @Field(() => ReturnNote, { nullable: true, description: '重启: why the present cycle began; null in the first.' })
  reopened: ReturnNote | null;

  @Field(() => [Extension], { description: '延期: requests for a later due day, the latest first.' })
  extensions: Extension[];

  @Field(() => [NoticeOutline], { description: 'Notices of the office that concern it, in order.' })
  notices: NoticeOutline[];

  @Field(() => [Instruction], { description: '批示, newest first.' })
  instructions: Instruction[];

  @Field(() => Import, { nullable: true, description: 'The import it came from, if any.' })
  import: Import | null;

  @Field(() => Body, { description: 'Its body.' })
  body: Body;

  @Field(() => Inspection, { description: 'Its inspection.' })
  inspection: Inspection;

  @Field(() => Instant, { description: 'Last change.' })
  updatedAt: string;

  @Field(() => String, { nullable: true, description: 'Who changed it last.' })
  updatedByName: string | null;

  @Field(() => Int, { description: 'Version for updates.' })
  version: number;

  @Field(() => [FindingVerbEnum], { description: 'The verbs that would be carried out for the viewer now.' })
  viewerCan: FindingVerb[];

  @Field(() => [Transition], {
    description: 'The verbs of the present state that the viewer’s roles have, allowed or with the reason why not.',
  })
  transitions: Transition[];
}

export const FindingConnection = connectionOf(Finding, 'Finding', 'findings');
