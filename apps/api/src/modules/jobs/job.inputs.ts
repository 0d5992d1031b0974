import { ArgsType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { PageArgs } from '../../graphql/connection.ts';
import { UserError } from '../../graphql/errors.ts';
import { Day } from '../../graphql/scalars.ts';
import { PlanKindEnum } from '../../graphql/vocabulary-rounds.ts';
import { ExportFormatEnum, ExportKindEnum, Job, JobKindEnum } from './job.type.ts';

@InputType({ description: 'Which of the own jobs; absent fields do not filter.' })
export class JobFilter {
  @Field(() => Boolean, { nullable: true, description: 'Those that wait or run, or (false) those that have ended.' })
  open?: boolean | null;

  @Field(() => [JobKindEnum], { nullable: true, description: 'Of one of these kinds.' })
  kind?: string[] | null;
}

@ArgsType()
export class JobListArgs extends PageArgs {
  @Field(() => JobFilter, { nullable: true, description: 'Which jobs.' })
  filter?: JobFilter | null;
}

@InputType({ description: 'Begins an export in the background.' })
export class StartExportInput {
  @Field(() => ID, { description: 'The inspection.' })
  inspectionId: string;

  @Field(() => ExportKindEnum, { description: 'What is taken along.' })
  kind: string;

  @Field(() => ExportFormatEnum, { nullable: true, description: 'As what; absent: the usual format of the kind.' })
  format?: string | null;

  @Field(() => PlanKindEnum, { nullable: true, description: 'For PLAN, which one; absent: the main one.' })
  plan?: string | null;

  @Field(() => Day, { nullable: true, description: 'The day whose ledger is asked for; absent: as it stands now.' })
  asOf?: string | null;
}

@InputType({ description: 'Names an own job.' })
export class JobVerbInput {
  @Field(() => ID, { description: 'The job.' })
  jobId: string;
}

@ObjectType({ description: 'The job, or why it was refused.' })
export class JobPayload {
  @Field(() => Job, { nullable: true, description: 'The job; null when refused.' })
  job?: Job | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty when done.' })
  userErrors: UserError[];
}
