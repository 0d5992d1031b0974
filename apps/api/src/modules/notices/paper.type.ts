import { ArgsType, Field, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf, Node, PageArgs } from '../../graphql/connection.ts';
import { Day, Instant } from '../../graphql/scalars.ts';
import { Body } from '../bodies/body.type.ts';
import { Attachment } from '../evidence/evidence.type.ts';
import { PaperKindEnum } from './notice-vocabulary.ts';

@ObjectType({ implements: Node, description: 'A paper of another authority that the body recorded; not issued here.' })
export class RecordedPaper extends Node {
  @Field(() => Body, { description: 'The body that received it.' })
  body: Body;

  @Field(() => PaperKindEnum, { description: 'Whose paper.' })
  kind: string;

  @Field(() => String, { description: 'The authority that issued it.' })
  issuer: string;

  @Field(() => String, { description: 'Its number as printed.' })
  number: string;

  @Field(() => Day, { description: 'The day that stands on it.' })
  issuedOn: string;

  @Field(() => String, { description: 'What it is about.' })
  subject: string;

  @Field(() => String, { description: 'Who recorded it.' })
  recordedByName: string;

  @Field(() => Instant, { description: 'When.' })
  recordedAt: string;

  @Field(() => Boolean, { description: 'Whether the viewer keeps the body’s papers.' })
  recordedHere: boolean;

  @Field(() => Int, { description: 'Version for updates.' })
  version: number;

  @Field(() => [Attachment], { description: 'Its scans.' })
  attachments: Attachment[];
}

export const RecordedPaperConnection = connectionOf(RecordedPaper, 'RecordedPaper', 'recorded papers');

@InputType({ description: 'Which papers; absent fields do not filter.' })
export class RecordedPaperFilter {
  @Field(() => String, { nullable: true, description: 'Global id of the body.' })
  bodyId?: string | null;
}

@ArgsType()
export class RecordedPaperListArgs extends PageArgs {
  @Field(() => RecordedPaperFilter, { nullable: true, description: 'Which papers.' })
  filter?: RecordedPaperFilter | null;
}
