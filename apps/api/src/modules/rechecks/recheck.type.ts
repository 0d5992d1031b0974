import { DRAW_STAGES, OPINION_KINDS, RECHECK_OUTCOMES } from '@closeout/domain';
import { ArgsType, Field, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf, Node, PageArgs } from '../../graphql/connection.ts';
import { enumOf } from '../../graphql/enums.ts';
import { Day, Instant } from '../../graphql/scalars.ts';
import { Body } from '../bodies/body.type.ts';
import { Finding } from '../findings/finding.type.ts';
import { Inspection } from '../rounds/round.type.ts';

export const OpinionKindEnum = enumOf('OpinionKind', 'What the discipline group says.', OPINION_KINDS, {
  NO_OBJECTION: '无异议',
  OBJECTION: '有异议: with its reason.',
});
export const DrawStageEnum = enumOf('DrawStage', 'Among which findings is drawn.', DRAW_STAGES, {
  CLOSED: '抽查复核: closed ones.',
  IN_REVIEW: '销号前抽查: what waits to be closed; the signature that closes it waits for the result.',
});
export const RecheckOutcomeEnum = enumOf('RecheckOutcome', 'What a re-check found.', RECHECK_OUTCOMES, {
  PASSED: 'The close-out holds, or may go on.',
  FAILED: 'It does not: a closed finding is reopened, one under review goes back.',
});

@ObjectType({ implements: Node, description: '监督意见 of the discipline group, beside the chain: it binds nobody.' })
export class SupervisoryOpinion extends Node {
  @Field(() => Int, { description: 'Cycle of the finding in which it was given.' })
  cycle: number;

  @Field(() => OpinionKindEnum, { description: 'Objection or none.' })
  kind: string;

  @Field(() => String, { nullable: true, description: 'Its words; always there for an objection.' })
  text: string | null;

  @Field(() => String, { description: 'Who gave it.' })
  byName: string;

  @Field(() => String, { nullable: true, description: 'In which post.' })
  byPost: string | null;

  @Field(() => Instant, { description: 'When.' })
  at: string;
}

@ObjectType({ implements: Node, description: 'One finding of a draw and what the re-check found.' })
export class Recheck extends Node {
  @Field(() => Int, { description: 'Place in the sample, 1-based.' })
  ordinal: number;

  @Field(() => String, { description: 'Reference number of the finding.' })
  refNo: string;

  @Field(() => Finding, { nullable: true, description: 'The finding; null where the viewer may not read it.' })
  finding: Finding | null;

  @Field(() => RecheckOutcomeEnum, { nullable: true, description: 'What it found; null while it is open.' })
  outcome: string | null;

  @Field(() => String, { nullable: true, description: 'Its words; always there for a failed one.' })
  note: string | null;

  @Field(() => String, { nullable: true, description: 'Who checked.' })
  checkedByName: string | null;

  @Field(() => Instant, { nullable: true, description: 'When.' })
  checkedAt: string | null;

  @Field(() => RecheckDraw, { description: 'The draw that it belongs to.' })
  draw: unknown;

  @Field(() => Boolean, {
    description: 'Before the close-out: the submission ended (returned, withdrawn) before a result was recorded.',
  })
  lapsed: boolean;

  @Field(() => Int, { description: 'Version, for recordRecheck.' })
  version: number;
}

@ObjectType({
  implements: Node,
  description:
    '抽查: a sample of findings. Anybody can draw it again: each number of `population` gets SHA-256("seed|drawnOn|number") in UTF-8, as lower-case hexadecimal; the `size` smallest are the sample, in that order.',
})
export class RecheckDraw extends Node {
  @Field(() => Inspection, { description: 'Whose findings.' })
  inspection: Inspection;

  @Field(() => DrawStageEnum, { description: 'Among which.' })
  stage: string;

  @Field(() => String, { description: 'What was agreed on before the draw.' })
  seed: string;

  @Field(() => Day, { description: 'Day of the draw, Asia/Shanghai.' })
  drawnOn: string;

  @Field(() => Int, { description: 'How many were drawn.' })
  size: number;

  @Field(() => [String], {
    description:
      'Reference numbers that were drawn from, in the order of the list; empty where the viewer reads the draw only beside one of its findings.',
  })
  population: string[];

  @Field(() => String, { description: 'Who drew.' })
  drawnByName: string;

  @Field(() => Body, { description: 'For which discipline group or office.' })
  drawnFor: Body;

  @Field(() => [Recheck], { description: 'The sample, in the order of the draw, as far as the viewer reads it.' })
  checks: Recheck[];

  @Field(() => Boolean, { description: 'Whether the viewer records what the re-checks find.' })
  recordedByMe: boolean;
}

export const RecheckDrawConnection = connectionOf(RecheckDraw, 'RecheckDraw', 'draws of re-checks');

@InputType({ description: 'Which draws; absent fields do not filter.' })
export class RecheckDrawFilter {
  @Field(() => String, { nullable: true, description: 'Global id of the inspection.' })
  inspectionId?: string | null;
}

@ArgsType()
export class RecheckDrawListArgs extends PageArgs {
  @Field(() => RecheckDrawFilter, { nullable: true, description: 'Which draws.' })
  filter?: RecheckDrawFilter | null;
}
