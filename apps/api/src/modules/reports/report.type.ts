import { Field, Int, ObjectType } from 'type-graphql';
import { enumOf } from '../../graphql/enums.ts';
import { Import } from '../imports/import.type.ts';

const STYLES = ['title', 'heading1', 'heading2', 'heading3', 'body', 'signature', 'date'] as const;
export const ReportStyleEnum = enumOf('ReportStyle', 'The role of a paragraph in an official report.', STYLES, {
  title: 'Title.',
  heading1: '一、',
  heading2: '（一）',
  heading3: '1.',
  body: 'Body text.',
  signature: 'Signing body.',
  date: 'Date of the report.',
});

const WARNINGS = ['SOURCE_CLAIM', 'COUNT_MISMATCH', 'NO_ACTIONS', 'EMPTY_LEDGER'] as const;
const ReportWarningCodeEnum = enumOf('ReportWarningCode', 'What to look at before a report is published.', WARNINGS, {
  SOURCE_CLAIM: 'The result is the imported source’s claim; nobody has taken it on in this ledger.',
  COUNT_MISMATCH: 'The text states another number than the ledger counts.',
  NO_ACTIONS: 'The finding has no action that is not dropped.',
  EMPTY_LEDGER: 'The inspection has no finding yet.',
});
export type ReportWarningCode = (typeof WARNINGS)[number];

@ObjectType({ description: 'A paragraph of the report.' })
export class ReportBlock {
  @Field(() => ReportStyleEnum, { description: 'Its role.' })
  style: (typeof STYLES)[number];

  @Field(() => String, { description: 'Its words.' })
  text: string;
}

@ObjectType({ description: 'Something to look at before the report is published.' })
export class ReportWarning {
  @Field(() => ReportWarningCodeEnum, { description: 'The closed code to switch on.' })
  code: ReportWarningCode;

  @Field(() => String, { description: 'The same in Chinese words.' })
  message: string;

  @Field(() => [Int], { description: 'Findings it is about, by their number in the ledger.' })
  seqs: number[];
}

@ObjectType({ description: 'The progress report of an inspection out of the ledger as it stands now.' })
export class ProgressReport {
  @Field(() => String, {
    description:
      'The whole text. Where the findings came from an imported report: its text, changed only where the ledger changed.',
  })
  text: string;

  @Field(() => [ReportBlock], { description: 'The paragraphs with their roles, as the .docx prints them.' })
  blocks: ReportBlock[];

  @Field(() => [ReportWarning], { description: 'What to look at before it is published.' })
  warnings: ReportWarning[];

  @Field(() => Import, {
    nullable: true,
    description: 'The imported report whose text it follows; null when it was composed from the ledger.',
  })
  source: Import | null;
}

@ObjectType({ description: 'A stretch of words told out of the ledger.' })
export class ToldStretch {
  @Field(() => String, { description: 'Its words.' })
  text: string;

  @Field(() => Boolean, { description: 'Whether it is a figure, a day or a number of the ledger.' })
  live: boolean;
}
