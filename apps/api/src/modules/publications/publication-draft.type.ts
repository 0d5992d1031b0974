import { Field, Int, ObjectType } from 'type-graphql';
import { Instant } from '../../graphql/scalars.ts';
import { ReportStyleEnum } from '../reports/report.type.ts';
import {
  HitDecisionEnum,
  HitKindEnum,
  PassageDecisionEnum,
  PassageRoleEnum,
  WithholdingGroundEnum,
} from './publication-vocabulary.ts';

@ObjectType({ description: 'A paragraph of the record: its internal text, and what becomes of it in public.' })
export class PublicationPassage {
  @Field(() => String, { description: 'Its key, e.g. finding/5/actions; stays when other paragraphs come and go.' })
  key: string;

  @Field(() => PassageRoleEnum, { description: 'What it is in the report.' })
  role: string;

  @Field(() => ReportStyleEnum, { description: 'How it is set.' })
  style: string;

  @Field(() => Int, { nullable: true, description: 'Number of the finding in the ledger.' })
  number: number | null;

  @Field(() => String, { description: 'The internal text.' })
  internal: string;

  @Field(() => String, { description: 'The ledger’s words that were taken over last.' })
  source: string;

  @Field(() => Boolean, { description: 'Whether the internal text was written by hand.' })
  edited: boolean;

  @Field(() => String, { nullable: true, description: 'By whom.' })
  editedByName: string | null;

  @Field(() => Instant, { nullable: true, description: 'When.' })
  editedAt: string | null;

  @Field(() => String, { nullable: true, description: 'The ledger’s words of now that wait to be accepted.' })
  pending: string | null;

  @Field(() => Boolean, { description: 'The ledger no longer has it; waits to be accepted.' })
  pendingGone: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      'What stood there before the last taking over; empty: it is new. Null: unchanged since the last proposal.',
  })
  previous: string | null;

  @Field(() => PassageDecisionEnum, { description: 'What becomes of it in public.' })
  decision: string;

  @Field(() => WithholdingGroundEnum, { nullable: true, description: 'On which ground.' })
  ground: string | null;

  @Field(() => String, { nullable: true, description: 'What stands in its place, before masking.' })
  replacement: string | null;

  @Field(() => String, { nullable: true, description: 'Who decided.' })
  decidedByName: string | null;

  @Field(() => Instant, { nullable: true, description: 'When.' })
  decidedAt: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What is public of it, personal data masked; null: nothing.',
  })
  publicText: string | null;
}

@ObjectType({ description: 'Personal data that would be public, and what was decided about it.' })
export class PublicationHit {
  @Field(() => String, { description: 'The passage.' })
  key: string;

  @Field(() => HitKindEnum, { description: 'Its kind.' })
  kind: string;

  @Field(() => String, { description: 'As it is written.' })
  text: string;

  @Field(() => String, {
    description: 'The same without gaps; hits of a passage with one subject are decided together.',
  })
  subject: string;

  @Field(() => Int, { description: 'Where it begins in what would be public of the passage.' })
  start: number;

  @Field(() => Int, { description: 'Where it ends.' })
  end: number;

  @Field(() => [String], { description: 'What may stand in its place, the usual first.' })
  suggestions: string[];

  @Field(() => Boolean, { description: 'Whether it keeps the text from being proposed.' })
  undecided: boolean;

  @Field(() => HitDecisionEnum, { nullable: true, description: 'What was decided; null: nothing.' })
  decision: string | null;

  @Field(() => String, { nullable: true, description: 'What is put in its place instead of the usual.' })
  replacement: string | null;

  @Field(() => String, { nullable: true, description: 'Why it is asked for or left.' })
  reason: string | null;

  @Field(() => String, { nullable: true, description: 'Who decided.' })
  decidedByName: string | null;

  @Field(() => Instant, { nullable: true, description: 'When.' })
  decidedAt: string | null;
}
