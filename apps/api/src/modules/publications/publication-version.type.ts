import { Field, Int, ObjectType } from 'type-graphql';
import { Node } from '../../graphql/connection.ts';
import { enumOf } from '../../graphql/enums.ts';
import { Day, Instant } from '../../graphql/scalars.ts';
import { Attachment } from '../evidence/evidence.type.ts';
import { ReportStyleEnum } from '../reports/report.type.ts';
import {
  PassageDecisionEnum,
  PassageRoleEnum,
  SignatureMethodEnum,
  SignatureRoleEnum,
  WithholdingGroundEnum,
} from './publication-vocabulary.ts';

@ObjectType({ implements: Node, description: 'A signature on a frozen version; never changed.' })
export class PublicationSignature extends Node {
  @Field(() => SignatureRoleEnum, { description: 'As what.' })
  role: string;

  @Field(() => SignatureMethodEnum, { description: 'How.' })
  method: string;

  @Field(() => String, { description: 'Who signed.' })
  personName: string;

  @Field(() => String, { nullable: true, description: 'In which post.' })
  personPost: string | null;

  @Field(() => Day, { description: 'On which day.' })
  signedOn: string;

  @Field(() => Attachment, { nullable: true, description: 'The signed sheet of a signature on paper.' })
  scan: Attachment | null;

  @Field(() => String, { description: 'Who entered it.' })
  recordedByName: string;

  @Field(() => Instant, { description: 'When.' })
  recordedAt: string;
}

@ObjectType({ description: 'A figure of the moment in which a version was frozen.' })
export class PublicationFigure {
  @Field(() => String, { description: 'FINDINGS, COMPLETED, BASICALLY, PARTIAL, ONGOING, NOT_DONE, RATE, ACTIONS.' })
  code: string;

  @Field(() => String, { description: 'Its name.' })
  name: string;

  @Field(() => Int, { nullable: true, description: 'A number; of RATE basis points. Null: nothing to reckon.' })
  value: number | null;

  @Field(() => String, { description: 'What it counts.' })
  definition: string;
}

@ObjectType({ description: 'A paragraph of a frozen version: both texts and why they differ.' })
export class FrozenPassage {
  @Field(() => String, { description: 'Its key.' })
  key: string;

  @Field(() => PassageRoleEnum, { description: 'What it is in the report.' })
  role: string;

  @Field(() => ReportStyleEnum, { description: 'How it is set.' })
  style: string;

  @Field(() => Int, { nullable: true, description: 'Number of the finding in the ledger.' })
  number: number | null;

  @Field(() => String, { description: 'The internal text.' })
  internal: string;

  @Field(() => String, { nullable: true, description: 'What is public of it; null: nothing.' })
  public: string | null;

  @Field(() => PassageDecisionEnum, { description: 'What became of it in public.' })
  decision: string;

  @Field(() => WithholdingGroundEnum, { nullable: true, description: 'On which ground.' })
  ground: string | null;
}

@ObjectType({
  implements: Node,
  description: 'What one proposal froze: both texts, every decision, the figures of that moment. Never changed.',
})
export class PublicationVersion extends Node {
  @Field(() => Int, { description: '1 for the first proposal.' })
  number: number;

  @Field(() => Day, { description: 'The day of its figures.' })
  asOf: string;

  @Field(() => Instant, { description: 'When it was frozen.' })
  frozenAt: string;

  @Field(() => String, { description: 'Who proposed it.' })
  frozenByName: string;

  @Field(() => String, { description: 'SHA-256 of `content`.' })
  sha256: string;

  @Field(() => String, { description: 'SHA-256 of what of it is public; the published page shows the same.' })
  publicSha256: string;

  @Field(() => String, { description: 'JSON exactly as it was written (packages/domain publications/version.ts).' })
  content: string;

  @Field(() => [FrozenPassage], { description: 'Its paragraphs.' })
  passages: FrozenPassage[];

  @Field(() => [PublicationFigure], { description: 'Its figures.' })
  figures: PublicationFigure[];

  @Field(() => [PublicationSignature], { description: 'Who signed it, in order.' })
  signatures: PublicationSignature[];
}

const StretchKindEnum = enumOf('StretchKind', 'A stretch of two texts.', ['SAME', 'ADDED', 'REMOVED'] as const, {
  SAME: 'In both.',
  ADDED: 'In the later one.',
  REMOVED: 'In the earlier one.',
});

@ObjectType({ description: 'A stretch of two texts laid over each other.' })
export class Stretch {
  @Field(() => StretchKindEnum, { description: 'Where it is.' })
  kind: string;

  @Field(() => String, { description: 'The words.' })
  text: string;
}

@ObjectType({ description: 'What one side decided about a passage.' })
export class PassageSide {
  @Field(() => PassageDecisionEnum, { description: 'What became of it in public.' })
  decision: string;

  @Field(() => WithholdingGroundEnum, { nullable: true, description: 'On which ground.' })
  ground: string | null;
}

const ChangeKindEnum = enumOf(
  'PassageChangeKind',
  'What happened to a passage.',
  ['ADDED', 'REMOVED', 'CHANGED'] as const,
  {
    ADDED: 'Only the later version has it.',
    REMOVED: 'Only the earlier version has it.',
    CHANGED: 'A text or a decision differs.',
  },
);

@ObjectType({ description: 'A passage in which two versions differ.' })
export class ComparedPassage {
  @Field(() => String, { description: 'Its key.' })
  key: string;

  @Field(() => Int, { nullable: true, description: 'Number of the finding in the ledger.' })
  number: number | null;

  @Field(() => ChangeKindEnum, { description: 'What happened.' })
  kind: string;

  @Field(() => PassageSide, { nullable: true, description: 'The earlier decision; null: it was not there.' })
  before: PassageSide | null;

  @Field(() => PassageSide, { nullable: true, description: 'The later decision; null: it is gone.' })
  after: PassageSide | null;

  @Field(() => [Stretch], { description: 'The internal text, word by word.' })
  internal: Stretch[];

  @Field(() => [Stretch], { description: 'The public text, word by word.' })
  public: Stretch[];
}

@ObjectType({ description: 'A figure in which two versions differ.' })
export class ComparedFigure {
  @Field(() => String, { description: 'Its name.' })
  name: string;

  @Field(() => Int, { nullable: true, description: 'In the earlier version.' })
  before: number | null;

  @Field(() => Int, { nullable: true, description: 'In the later version.' })
  after: number | null;
}

@ObjectType({ description: 'What changed from one frozen version to another.' })
export class PublicationComparison {
  @Field(() => [ComparedPassage], { description: 'Passages that differ, in the order of the later one.' })
  passages: ComparedPassage[];

  @Field(() => [ComparedFigure], { description: 'Figures that differ.' })
  figures: ComparedFigure[];
}
