import { SIGHT_STATES, SIGHT_VERBS } from '@closeout/domain';
import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf, Node, PageArgs } from '../../graphql/connection.ts';
import { enumOf } from '../../graphql/enums.ts';
import { Day, Instant } from '../../graphql/scalars.ts';
import { Body } from '../bodies/body.type.ts';
import { FindingOutline } from '../findings/finding-outline.type.ts';
import { Inspection } from '../rounds/round.type.ts';

export const SightStateEnum = enumOf('SightState', 'Where a request for sight stands.', SIGHT_STATES, {
  PENDING: 'Waits for the secretary.',
  GRANTED: 'Granted until its last day; `runs` says whether it can be read today.',
  REFUSED: 'Refused, with a reason.',
  WITHDRAWN: 'Ended by the office or by the secretary.',
});
export const SightVerbEnum = enumOf('SightVerb', 'What can be done with a request for sight.', SIGHT_VERBS, {
  decideSight: 'Secretary: grants or refuses.',
  withdrawSight: 'Either side: ends it.',
  openSight: 'Office: opens one of its findings, which is logged.',
});

@ObjectType({ implements: Node, description: 'Somebody of the office opened a finding on a day.' })
export class SightOpening extends Node {
  @Field(() => String, { description: 'Reference number of the finding.' })
  refNo: string;

  @Field(() => String, { description: 'Who.' })
  personName: string;

  @Field(() => Day, { description: 'On which day.' })
  openedOn: string;

  @Field(() => Int, { description: 'How often that day; each is an entry of the audit trail.' })
  times: number;

  @Field(() => Instant, { description: 'When last.' })
  lastAt: string;
}

@ObjectType({ implements: Node, description: 'A finding that sight was asked for by name.' })
export class SightFinding extends Node {
  @Field(() => FindingOutline, { description: 'Its number, title and state.' })
  outline: FindingOutline;
}

@ObjectType({
  implements: Node,
  description:
    '下钻查阅: the office asks to see findings of a body. Visible to the office that asked and to those who prepare and file for the body.',
})
export class Sight extends Node {
  @Field(() => Inspection, { nullable: true, description: 'The inspection.' })
  inspection: Inspection | null;

  @Field(() => Body, { description: 'The body.' })
  body: Body;

  @Field(() => Body, { description: 'The office that asked.' })
  office: Body;

  @Field(() => Boolean, { description: 'All findings of the inspection; else those in `findings`.' })
  whole: boolean;

  @Field(() => [SightFinding], { description: 'The findings asked for by name, in their order.' })
  findings: SightFinding[];

  @Field(() => String, { description: 'Why the office asks.' })
  reason: string;

  @Field(() => SightStateEnum, { description: 'Where it stands.' })
  state: string;

  @Field(() => Boolean, { description: 'Whether it can be read today; it ends by itself after its last day.' })
  runs: boolean;

  @Field(() => Day, { nullable: true, description: 'First day.' })
  fromOn: string | null;

  @Field(() => Day, { nullable: true, description: 'Last day.' })
  toOn: string | null;

  @Field(() => Day, { nullable: true, description: 'The last day to which the settings let it be granted today.' })
  grantedUntilAtMost: string | null;

  @Field(() => String, { description: 'Who asked.' })
  requestedByName: string;

  @Field(() => Instant, { description: 'When.' })
  requestedAt: string;

  @Field(() => String, { nullable: true, description: 'Who decided.' })
  decidedByName: string | null;

  @Field(() => String, { nullable: true, description: 'In which post.' })
  decidedByPost: string | null;

  @Field(() => Instant, { nullable: true, description: 'When.' })
  decidedAt: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was refused, or what was said with the grant.' })
  answer: string | null;

  @Field(() => String, { nullable: true, description: 'Who ended it.' })
  withdrawnByName: string | null;

  @Field(() => Instant, { nullable: true, description: 'When.' })
  withdrawnAt: string | null;

  @Field(() => Int, { description: 'Version for updates.' })
  version: number;

  @Field(() => [SightOpening], { description: 'What was opened by whom, the latest first.' })
  openings: SightOpening[];

  @Field(() => [SightVerbEnum], { description: 'What the viewer can do with it now.' })
  viewerCan: string[];
}

export const SightConnection = connectionOf(Sight, 'Sight', 'requests for sight');

@InputType({ description: 'Which requests; absent fields do not filter.' })
export class SightFilter {
  @Field(() => [SightStateEnum], { nullable: true, description: 'In one of these states.' })
  state?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Of this inspection.' })
  inspectionId?: string | null;
}

@ArgsType()
export class SightListArgs extends PageArgs {
  @Field(() => SightFilter, { nullable: true, description: 'Which requests.' })
  filter?: SightFilter | null;
}
