import * as domain from '@closeout/domain';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { connectionOf, Node } from '../../graphql/connection.ts';
import { enumOf } from '../../graphql/enums.ts';
import { UserError } from '../../graphql/errors.ts';
import { Day, Instant } from '../../graphql/scalars.ts';
import { PlanKindEnum } from '../../graphql/vocabulary-rounds.ts';
import { Import } from '../imports/import.type.ts';
import { Inspection } from '../rounds/round.type.ts';

export const JobKindEnum = enumOf('JobKind', 'A kind of long work.', domain.JOB_KINDS, {
  EXPORT_LEDGER: 'The official ledger as a workbook.',
  EXPORT_REPORT: 'The progress report.',
  EXPORT_PLAN: 'A plan with its three lists.',
  EXPORT_PRINCIPAL_REPORT: 'The principal’s own report.',
  EXPORT_ARCHIVE: 'The archive of an inspection: papers, evidence, catalogues and the audit trail, with their sums.',
  EXPORT_PUBLICATION: 'Pages, document, data and sums of the public text, for the government’s site.',
  IMPORT_REPORT: 'A large report is read.',
  IMPORT_LEDGER: 'A large list is read.',
});
export const ExportKindEnum = enumOf('ExportKind', 'What is taken along as a file.', domain.EXPORT_KINDS, {
  LEDGER: 'The official ledger as a workbook.',
  REPORT: 'The progress report.',
  PLAN: 'A plan with its three lists.',
  PRINCIPAL_REPORT: 'The principal’s own report.',
  ARCHIVE: 'The archive of an inspection. Clerk and secretary.',
  PUBLICATION: 'Pages, document, data and sums of the approved public text, for the government’s site. Clerk.',
});
export const ExportFormatEnum = enumOf('ExportFormat', 'What an export goes out as.', domain.EXPORT_FORMATS, {
  XLSX: 'The ledger.',
  DOCX: 'Reports and plans.',
  PDF: 'The same, where the installation has a browser that prints.',
  TXT: 'The progress report as plain text.',
  ZIP: 'The archive, and the files of a public text.',
});
const JobStateEnum = enumOf('JobState', 'Where a job stands.', domain.JOB_STATES, {
  WAITING: 'Others are before it.',
  RUNNING: 'It runs, also while the server is being started again.',
  DONE: 'Its result is there.',
  FAILED: '`refusals` say why.',
  CANCELLED: 'Its owner ended it.',
});
const JobStepEnum = enumOf('JobStep', 'What a running job is at.', domain.JOB_STEPS, {
  READING: 'Reads the ledger, or the file.',
  WRITING: 'Writes the file.',
  PRINTING: 'Prints the PDF.',
  PACKING: 'Packs files: `done` of `total`.',
});
const JobVerbEnum = enumOf('JobVerb', 'What its owner may do with a job.', domain.JOB_VERBS, {
  cancelJob: 'End it: `cancelJob`.',
  retryJob: 'Begin it again: `retryJob`.',
});

@ObjectType({
  implements: Node,
  description: '任务: long work that the viewer asked for. It goes on without him, and nobody else sees it.',
})
export class Job extends Node {
  @Field(() => JobKindEnum, { description: 'What is done.' })
  kind: string;

  @Field(() => JobStateEnum, { description: 'Where it stands.' })
  state: string;

  @Field(() => JobStepEnum, { nullable: true, description: 'What it is at; null unless it runs.' })
  step: string | null;

  @Field(() => Int, { description: 'How many of `total` are done.' })
  done: number;

  @Field(() => Int, { nullable: true, description: 'Of how many; null where nobody can say.' })
  total: number | null;

  @Field(() => ExportFormatEnum, { nullable: true, description: 'What an export goes out as.' })
  format: string | null;

  @Field(() => PlanKindEnum, { nullable: true, description: 'Which plan; null: the main one, or none.' })
  plan: string | null;

  @Field(() => Day, { nullable: true, description: 'The day whose ledger was asked for; null: as it stands.' })
  asOf: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the file that is read.' })
  fileName: string | null;

  @Field(() => Inspection, { nullable: true, description: 'The inspection; null where it is not visible any more.' })
  inspection: Inspection | null;

  @Field(() => String, { nullable: true, description: 'Name of the file that it made; null: none, or it was removed.' })
  resultName: string | null;

  @Field(() => Float, { nullable: true, description: 'Its size in bytes.' })
  resultSize: number | null;

  @Field(() => String, { nullable: true, description: 'Its SHA-256.' })
  resultSha256: string | null;

  @Field(() => Instant, { nullable: true, description: 'Until when it can be fetched.' })
  resultUntil: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where it is fetched; null where there is none, or he does not hold any more what it was made with.',
  })
  resultPath: string | null;

  @Field(() => Import, { nullable: true, description: 'The draft that a file became.' })
  import: Import | null;

  @Field(() => [UserError], { description: 'Why it failed; empty otherwise.' })
  refusals: UserError[];

  @Field(() => Instant, { description: 'When it was asked for.' })
  createdAt: string;

  @Field(() => Instant, { nullable: true, description: 'When it was last taken up.' })
  startedAt: string | null;

  @Field(() => Instant, { nullable: true, description: 'When it ended.' })
  endedAt: string | null;

  @Field(() => [JobVerbEnum], { description: 'What the viewer may do with it.' })
  viewerCan: string[];
}

export const JobConnection = connectionOf(Job, 'Job', 'own jobs');
