import { FILING_KINDS, FILING_STANDINGS, FILING_VERBS } from '@closeout/domain';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Node } from '../../graphql/connection.ts';
import { enumOf } from '../../graphql/enums.ts';
import { PlanKindEnum } from '../../graphql/vocabulary-rounds.ts';
import { Day, Instant } from '../../graphql/scalars.ts';
import { OffsetCodeEnum, OffsetUnitEnum } from '../../graphql/vocabulary.ts';
import { Body } from '../bodies/body.type.ts';
import { FilingReview } from '../reviews/review.type.ts';
import { Inspection } from '../rounds/round.type.ts';
import { FilingSnapshot } from './snapshot.type.ts';

export const FilingKindEnum = enumOf('FilingKind', 'What is filed with the office.', FILING_KINDS, {
  PLAN: '整改方案',
  PERIODIC: '阶段报告: one of the periodic reports.',
  FINAL: '整改报告: the final report.',
});
export const FilingStateEnum = enumOf(
  'FilingState',
  'Where a filing or one of its versions stands.',
  FILING_STANDINGS,
  {
    DUE: 'Nothing was prepared, or nothing that the viewer may see; never of a version.',
    PREPARED: 'Prepared by the clerk; inside the body.',
    DECLINED: 'Given back by the secretary; inside the body.',
    FILED: '已报送',
    RECEIVED: '已签收',
    RETURNED: '已退回, with reasons.',
    ACCEPTED: '已审定: the plan is accepted.',
  },
);
export const FilingVerbEnum = enumOf('FilingVerb', 'What can be done with a filing.', FILING_VERBS, {
  prepareFiling: 'Clerk: takes the ledger of this moment as what is to be filed.',
  declineFiling: 'Secretary: gives it back to the clerk.',
  fileFiling: 'Secretary: files it with the office.',
  receiveFiling: 'Office: signs for it.',
  reviewFiling: 'Office: enters what a reviewer says of the plan.',
  returnFiling: 'Office: returns it with reasons.',
  acceptFiling: 'Office: accepts the plan.',
});

@ObjectType({ description: 'The latest version of a filing that the viewer may see, as far as its standing goes.' })
export class LatestVersion {
  @Field(() => ID, { description: 'Global id of the version.' })
  id: string;

  @Field(() => Int, { nullable: true, description: 'Number among what was filed; null while inside the body.' })
  number: number | null;

  @Field(() => Instant, { description: 'When it was prepared.' })
  preparedAt: string;

  @Field(() => String, { nullable: true, description: 'Why the secretary gave it back.' })
  declineReason: string | null;

  @Field(() => Instant, { nullable: true, description: 'When it was filed.' })
  filedAt: string | null;

  @Field(() => Instant, { nullable: true, description: 'When the office signed for it.' })
  receivedAt: string | null;

  @Field(() => Instant, { nullable: true, description: 'When the office returned or accepted it.' })
  decidedAt: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was returned, or what was said with the acceptance.' })
  opinion: string | null;
}

@ObjectType({
  description:
    'One paper that an inspected body owes its office: when, why then, and how it stands for the viewer today.',
})
export class FilingStanding {
  @Field(() => FilingKindEnum, { description: 'What is filed.' })
  kind: string;

  @Field(() => PlanKindEnum, { description: 'Which plan of the visit it belongs to.' })
  planKind: string;

  @Field(() => Int, { description: '1 for plan and final report; periodic reports are counted.' })
  number: number;

  @Field(() => Day, { description: 'Due day, Asia/Shanghai. A filing that was begun keeps the day it was given.' })
  dueOn: string;

  @Field(() => OffsetCodeEnum, { description: 'The setting that gave the day.' })
  code: string;

  @Field(() => Int, { description: 'How many units were counted.' })
  amount: number;

  @Field(() => OffsetUnitEnum, { description: 'Calendar months, calendar days or working days.' })
  unit: string;

  @Field(() => Day, { description: 'The day counted from.' })
  from: string;

  @Field(() => FilingStateEnum, { description: 'Where it stands, by the latest version that the viewer may see.' })
  state: string;

  @Field(() => Int, {
    description:
      'Calendar days late: the first version was filed after the due day, or none was filed and the day is past; 0 when on time.',
  })
  lateDays: number;

  @Field(() => Day, { nullable: true, description: 'Day on which it was first filed.' })
  firstFiledOn: string | null;

  @Field(() => Int, { description: 'How many versions were filed.' })
  versions: number;

  @Field(() => ID, {
    nullable: true,
    description: 'The record; null while there is no version that the viewer may see.',
  })
  filingId: string | null;

  @Field(() => Int, { nullable: true, description: 'Version of the record for updates.' })
  version: number | null;

  @Field(() => LatestVersion, { nullable: true, description: 'The latest version that the viewer may see.' })
  latest: LatestVersion | null;

  @Field(() => Boolean, {
    description:
      'Whether it asks something of the body now: prepared, given back, returned, or due within the round’s first threshold.',
  })
  pressing: boolean;

  @Field(() => [FilingVerbEnum], { description: 'What the viewer can do with it now.' })
  viewerCan: string[];
}

@ObjectType({ description: 'Filings counted: one definition for screen, API and report.' })
export class FilingCounts {
  @Field(() => Int, { description: '应报: the due day has come, or it is filed already.' })
  due: number;

  @Field(() => Int, { description: '已报: of those, filed at least once.' })
  filed: number;

  @Field(() => Int, { description: '迟报: of those, first filed after the due day, or not filed and past it.' })
  late: number;

  @Field(() => Int, { description: '未报: of the late ones, not filed yet.' })
  missing: number;

  @Field(() => String, { description: 'The formula, in Chinese.' })
  formula: string;
}

@ObjectType({
  implements: Node,
  description:
    '报送: a plan or report filed with the office, with its versions. The office sees it once something was filed; what is prepared or declined stays inside the body.',
})
export class Filing extends Node {
  @Field(() => Inspection, { nullable: true, description: 'The inspection.' })
  inspection: Inspection | null;

  @Field(() => Body, { description: 'The body that files.' })
  body: Body;

  @Field(() => FilingStanding, { description: 'How it stands today.' })
  standing: FilingStanding;

  @Field(() => [FilingVersion], { description: 'Its versions as far as visible, the oldest first.' })
  versions: FilingVersion[];
}

@ObjectType({
  implements: Node,
  description:
    'One version of a filing: the ledger of one moment. Once filed it never changes; the database refuses it.',
})
export class FilingVersion extends Node {
  @Field(() => Filing, { description: 'The filing.' })
  filing: Filing;

  @Field(() => Int, { nullable: true, description: 'Number among what was filed; null while inside the body.' })
  number: number | null;

  @Field(() => FilingStateEnum, { description: 'Where it stands.' })
  state: string;

  @Field(() => Day, { description: '截至: the day its figures hold for.' })
  asOf: string;

  @Field(() => Instant, { description: 'The moment of the ledger that it holds.' })
  takenAt: string;

  @Field(() => String, { nullable: true, description: 'Covering words of the body.' })
  note: string | null;

  @Field(() => Int, { description: 'Version of the form of the content.' })
  schema: number;

  @Field(() => String, { description: 'SHA-256 of the content, lower-case hexadecimal.' })
  sha256: string;

  @Field(() => String, { description: 'The frozen JSON text, character for character what the SHA-256 was taken of.' })
  content: string;

  @Field(() => FilingSnapshot, { description: 'The same content, read.' })
  snapshot: FilingSnapshot;

  @Field(() => String, { description: 'Who prepared it.' })
  preparedByName: string;

  @Field(() => String, { nullable: true, description: 'In which post.' })
  preparedByPost: string | null;

  @Field(() => Instant, { description: 'When.' })
  preparedAt: string;

  @Field(() => String, { nullable: true, description: 'Who gave it back inside the body.' })
  declinedByName: string | null;

  @Field(() => Instant, { nullable: true, description: 'When.' })
  declinedAt: string | null;

  @Field(() => String, { nullable: true, description: 'Why.' })
  declineReason: string | null;

  @Field(() => String, { nullable: true, description: 'Who filed it.' })
  filedByName: string | null;

  @Field(() => String, { nullable: true, description: 'In which post.' })
  filedByPost: string | null;

  @Field(() => Instant, { nullable: true, description: 'When.' })
  filedAt: string | null;

  @Field(() => String, { nullable: true, description: 'Who signed for it in the office.' })
  receivedByName: string | null;

  @Field(() => Instant, { nullable: true, description: 'When.' })
  receivedAt: string | null;

  @Field(() => String, { nullable: true, description: 'Who returned or accepted it.' })
  decidedByName: string | null;

  @Field(() => Instant, { nullable: true, description: 'When.' })
  decidedAt: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was returned, or what was said with the acceptance.' })
  opinion: string | null;

  @Field(() => [FilingReview], {
    description: 'What the reviewers say of a plan; the body reads it once the office has decided.',
  })
  reviews: FilingReview[];
}
