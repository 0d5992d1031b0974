import { Args, Field, Int, ObjectType } from 'type-graphql';
import { connectionOf, Node, PageArgs, planned } from '../../graphql/connection.ts';
import { Day, Instant, Json } from '../../graphql/scalars.ts';
import {
  ClassificationEnum,
  InspectionLevelEnum,
  InspectionTypeEnum,
  OffsetCodeEnum,
  OffsetUnitEnum,
} from '../../graphql/vocabulary.ts';
import { InspectionVerbEnum, PlanKindEnum } from '../../graphql/vocabulary-rounds.ts';
import { Body } from '../bodies/body.type.ts';
import { FilingCounts, FilingStanding } from '../filings/filing.type.ts';
import { EffectAssessment, GradeCount } from '../effects/effect.type.ts';
import { Recommendation, RecommendationCount, ReferralCount } from '../recommendations/recommendation.type.ts';
import { PrescribedStep } from '../steps/step.type.ts';
import { Progress } from '../oversight/statistics.type.ts';
import { NoticeCount, NoticeStep } from '../notices/ladder.type.ts';
import { FindingConnection } from '../findings/finding.type.ts';
import { FindingListArgs } from '../findings/finding.filter.ts';

@ObjectType({ implements: Node, description: 'Settings as they came into force; they never change afterwards.' })
export class SettingsVersion extends Node {
  @Field(() => Json, { description: 'All settings as they were in force with this version.' })
  settingsInForce: unknown;

  @Field(() => Instant, { description: 'In force from then on, until the next version.' })
  from: string;

  @Field(() => String, { nullable: true, description: 'Who changed them; null for the first version.' })
  byName: string | null;
}

@ObjectType({
  implements: Node,
  description: '轮次: a round of inspections; its settings rule deadlines, words and chain.',
})
export class Round extends Node {
  @Field(() => InspectionLevelEnum, { description: 'Level of inspection.' })
  level: string;

  @Field(() => String, { description: 'Name, e.g. 六届市委第二轮巡察.' })
  name: string;

  @Field(() => Int, { description: 'Year.' })
  year: number;

  @Field(() => Int, { description: 'Number of the round within the year.' })
  number: number;

  @Field(() => Json, { description: 'Settings that differ from the defaults (packages/domain rounds/settings.ts).' })
  settings: unknown;

  @Field(() => Json, { description: 'All settings in force: the defaults with those of the round over them.' })
  settingsInForce: unknown;

  @Field(() => Json, { description: 'What holds where the round says nothing: the defaults.' })
  settingsBase: unknown;

  @Field(() => Json, {
    description: 'Ready-made offsets by name: a concentrated period of three months, of six months.',
  })
  presets: unknown;

  @Field(() => Json, { description: 'Ready-made evidence rules: each kind of action by the paper it leaves.' })
  evidencePreset: unknown;

  @Field(() => [SettingsVersion], { description: 'Every version of its own settings, the newest first.' })
  settingsVersions: SettingsVersion[];
  @Field(() => [GradeCount], { description: '成效评估: its inspections by their latest grade, as far as visible.' })
  grades: GradeCount[];

  @Field(() => Int, { description: 'Version for updates.' })
  version: number;

  @Field(() => Body, { nullable: true, description: 'The inspection office in charge.' })
  office: Body | null;

  @Field(() => FilingCounts, {
    description: 'Filings of all inspections of the round within reach, counted together.',
  })
  filingCounts: FilingCounts;
  @Field(() => [NoticeCount], { description: 'Notices of the round by kind, as far as the viewer reads them.' })
  noticeCounts: NoticeCount[];

  @Field(() => InspectionConnection, { description: 'The bodies inspected in this round, as far as visible.' })
  inspections(@Args(() => PageArgs) _page: PageArgs): unknown {
    return planned();
  }
}

@ObjectType({ implements: Node, description: '问题方面: the heading a finding stands under, without its number.' })
export class Aspect extends Node {
  @Field(() => Int, { description: 'Place in the order of aspects.' })
  ordinal: number;

  @Field(() => String, { description: 'Title as printed.' })
  title: string;
}

@ObjectType({ description: 'A date that the settings in force give an inspection, with what was counted.' })
export class InspectionDate {
  @Field(() => OffsetCodeEnum, { description: 'Which date.' })
  code: string;

  @Field(() => Day, { description: 'The day, Asia/Shanghai.' })
  dueOn: string;

  @Field(() => Int, { description: 'How many units were counted.' })
  amount: number;

  @Field(() => OffsetUnitEnum, { description: 'Calendar months, calendar days or working days.' })
  unit: string;

  @Field(() => Day, { description: 'The day counted from.' })
  from: string;
}

@ObjectType({ implements: Node, description: 'One body inspected in one round.' })
export class Inspection extends Node {
  @Field(() => InspectionTypeEnum, { description: 'Kind of inspection.' })
  type: string;

  @Field(() => String, { nullable: true, description: 'Inspection team as printed.' })
  team: string | null;

  @Field(() => Day, { nullable: true, description: 'First day on site.' })
  onSiteFrom: string | null;

  @Field(() => Day, { nullable: true, description: 'Last day on site.' })
  onSiteTo: string | null;

  @Field(() => Day, { nullable: true, description: 'Day of the feedback: every deadline counts from it.' })
  feedbackOn: string | null;

  @Field(() => Day, {
    nullable: true,
    description: 'Day the plan was accepted; until then deadlines follow the rules.',
  })
  planAcceptedOn: string | null;

  @Field(() => Day, {
    nullable: true,
    description: 'End of the concentrated period by the round’s settings; null without a feedback date.',
  })
  concentratedUntil: string | null;

  @Field(() => [InspectionDate], {
    description:
      'Every date by the settings in force, each with its reason; empty without a feedback date. Deadlines that findings have already may differ: they keep theirs.',
  })
  dates: InspectionDate[];

  @Field(() => [PlanKindEnum], { description: '整改方案: the plans that this visit carries.' })
  plans: string[];

  @Field(() => [PrescribedStep], { description: '规定动作 by the settings in force, with what was done.' })
  prescribedSteps: PrescribedStep[];

  @Field(() => [Recommendation], {
    description: '意见建议: for those who read in the whole body, and each for the holder of its post.',
  })
  recommendations: Recommendation[];

  @Field(() => [RecommendationCount], {
    nullable: true,
    description: 'Recommendations by state: also for the office; null for others.',
  })
  recommendationCounts: RecommendationCount[] | null;

  @Field(() => [ReferralCount], {
    nullable: true,
    description: '移交事项: counts alone, for those who read in the whole body and for the office; null for others.',
  })
  referrals: ReferralCount[] | null;

  @Field(() => [EffectAssessment], { description: '成效评估, the latest first.' })
  assessments: EffectAssessment[];

  @Field(() => [InspectionVerbEnum], { description: 'What the viewer may do with what is kept of it.' })
  viewerCan: string[];

  @Field(() => ClassificationEnum, {
    nullable: true,
    description: '密级 as answered when it was opened; null where it was not asked yet.',
  })
  classification: string | null;

  @Field(() => Json, { description: 'Counts that the texts claim; shown beside the counted ones, never repaired.' })
  statedCounts: unknown;

  @Field(() => Json, { description: 'Settings that differ from the round’s.' })
  settings: unknown;

  @Field(() => Json, { description: 'All settings in force: the round’s with its own over them.' })
  settingsInForce: unknown;

  @Field(() => Json, { description: 'What holds where the inspection says nothing of its own: the round’s.' })
  settingsBase: unknown;

  @Field(() => [SettingsVersion], { description: 'Every version of its own settings, the newest first.' })
  settingsVersions: SettingsVersion[];

  @Field(() => Int, { description: 'Version for updates.' })
  version: number;

  @Field(() => [NoticeStep], {
    nullable: true,
    description: 'Which notices the office may send next, and why not; null for everybody else.',
  })
  noticeLadder: NoticeStep[] | null;

  @Field(() => Boolean, { description: 'Whether the viewer records papers of other authorities for its body.' })
  recordsPapers: boolean;

  @Field(() => Progress, { description: 'States and counts of its findings.' })
  progress: Progress;

  @Field(() => [FilingStanding], {
    description:
      'What the body files with its office, by due day, as far as the viewer reads filings. Empty without a feedback date.',
  })
  filings: FilingStanding[];

  @Field(() => FilingCounts, { description: 'The same counted.' })
  filingCounts: FilingCounts;

  @Field(() => Round, { description: 'Its round.' })
  round: Round;

  @Field(() => Body, { description: 'The inspected body.' })
  body: Body;

  @Field(() => [Aspect], { description: 'Its aspects, in order.' })
  aspects: Aspect[];

  @Field(() => FindingConnection, { description: 'Its findings, as far as visible.' })
  findings(@Args(() => FindingListArgs) _args: FindingListArgs): unknown {
    return planned();
  }
}

export const RoundConnection = connectionOf(Round, 'Round', 'rounds');
export const InspectionConnection = connectionOf(Inspection, 'Inspection', 'inspections');
