import { ArgsType, Field, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf, Node, PageArgs } from '../../graphql/connection.ts';
import { Day, Instant } from '../../graphql/scalars.ts';
import { Body } from '../bodies/body.type.ts';
import { Inspection } from '../rounds/round.type.ts';
import { PublicationHit, PublicationPassage } from './publication-draft.type.ts';
import { PublicationVersion } from './publication-version.type.ts';
import {
  PublicationHandoutEnum,
  PublicationReasonEnum,
  PublicationStateEnum,
  PublicationVerbEnum,
} from './publication-vocabulary.ts';

@ObjectType({ description: 'What the viewer may do with a public text now, or why not yet.' })
export class PublicationTransition {
  @Field(() => PublicationVerbEnum, { description: 'The verb.' })
  verb: string;

  @Field(() => PublicationStateEnum, { description: 'The state it leads to.' })
  to: string;

  @Field(() => Boolean, { description: 'Whether it would be carried out.' })
  allowed: boolean;

  @Field(() => PublicationReasonEnum, { nullable: true, description: 'Why not.' })
  reason: string | null;
}

@ObjectType({ description: 'Comments that were handed over as suspected clues on one day.' })
export class PublicationClueDay {
  @Field(() => Day, { description: 'The day.' })
  day: string;

  @Field(() => Int, { description: 'How many.' })
  count: number;
}

@ObjectType({
  implements: Node,
  description: '公开稿: the record of one inspection from which its internal and its public text come.',
})
export class Publication extends Node {
  @Field(() => Inspection, { description: 'The inspection.' })
  inspection: Inspection;

  @Field(() => Body, { description: 'The body.' })
  body: Body;

  @Field(() => PublicationStateEnum, { description: 'Where it stands.' })
  state: string;

  @Field(() => String, { description: 'Last part of the public page’s address.' })
  slug: string;

  @Field(() => Instant, { description: 'When the ledger’s words were taken over last.' })
  drawnAt: string;

  @Field(() => [PublicationPassage], { description: 'Its paragraphs in their order.' })
  passages: PublicationPassage[];

  @Field(() => [PublicationHit], { description: 'Personal data that would be public, in the order of the text.' })
  hits: PublicationHit[];

  @Field(() => String, { nullable: true, description: 'Who proposed it.' })
  proposedByName: string | null;

  @Field(() => Instant, { nullable: true, description: 'When.' })
  proposedAt: string | null;

  @Field(() => String, { nullable: true, description: 'Who reviewed it for secrecy.' })
  reviewedByName: string | null;

  @Field(() => Instant, { nullable: true, description: 'When.' })
  reviewedAt: string | null;

  @Field(() => String, { nullable: true, description: 'Who approved it.' })
  approvedByName: string | null;

  @Field(() => Instant, { nullable: true, description: 'When.' })
  approvedAt: string | null;

  @Field(() => String, { nullable: true, description: 'Why it went back last.' })
  returnReason: string | null;

  @Field(() => String, { nullable: true, description: 'Who sent it back.' })
  returnedByName: string | null;

  @Field(() => Instant, { nullable: true, description: 'When.' })
  returnedAt: string | null;

  @Field(() => Instant, { nullable: true, description: 'Since when something is public; null: nothing is.' })
  publishedAt: string | null;

  @Field(() => Instant, { nullable: true, description: 'When it was taken down.' })
  takenDownAt: string | null;

  @Field(() => Boolean, { description: 'Whether the built-in page shows it.' })
  pageOn: boolean;

  @Field(() => Boolean, { description: 'Whether the page takes comments.' })
  commentsOn: boolean;

  @Field(() => String, { nullable: true, description: 'The body’s telephone for the public.' })
  contactPhone: string | null;

  @Field(() => String, { nullable: true, description: 'The body’s address for the public.' })
  contactAddress: string | null;

  @Field(() => [PublicationVersion], { description: 'What was frozen, the newest first.' })
  versions: PublicationVersion[];

  @Field(() => [PublicationTransition], { description: 'What the viewer may do now.' })
  transitions: PublicationTransition[];

  @Field(() => Int, { description: 'Working days within which a comment is answered.' })
  replyDays: number;

  @Field(() => [PublicationClueDay], {
    description: 'Comments handed over as suspected clues: all that is kept of them.',
  })
  clueDays: PublicationClueDay[];

  @Field(() => Boolean, { description: 'Whether the viewer reads the comments on it.' })
  readsComments: boolean;

  @Field(() => [PublicationHandoutEnum], { description: 'What the viewer may take out of it now.' })
  handouts: string[];

  @Field(() => Int, { description: 'Version for updates.' })
  version: number;
}

export const PublicationConnection = connectionOf(Publication, 'Publication', 'publications');

@InputType({ description: 'Which public texts; absent fields do not filter.' })
export class PublicationFilter {
  @Field(() => [PublicationStateEnum], { nullable: true, description: 'In one of these states.' })
  state?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Global id of the body.' })
  bodyId?: string | null;
}

@ArgsType()
export class PublicationListArgs extends PageArgs {
  @Field(() => PublicationFilter, { nullable: true, description: 'Which public texts.' })
  filter?: PublicationFilter | null;
}
