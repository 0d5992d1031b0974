import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { answer } from '../../graphql/errors.ts';
import { ref } from '../../graphql/ref.ts';
import { readField } from '../../read/reader.ts';
import { cancelJob, retryJob } from './change-job.ts';
import { JobListArgs, JobPayload, JobVerbInput, StartExportInput } from './job.inputs.ts';
import { Job, JobConnection } from './job.type.ts';
import { startExport } from './start-export.ts';

const jobAnswer = (work: Promise<string>): Promise<JobPayload> => answer(async () => ({ job: ref('Job', await work) }));

/** 任务: long work that goes on without whoever asked for it. */
@Resolver()
export class JobResolver {
  @Query(() => JobConnection, { description: 'The own jobs, newest first.' })
  jobs(
    @Args(() => JobListArgs) _args: JobListArgs,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(ctx, info);
  }

  @Query(() => Job, { nullable: true, description: 'An own job; null for any other.' })
  job(
    @Arg('id', () => ID, { description: 'Global id.' }) _id: string,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(ctx, info);
  }

  @Mutation(() => JobPayload, {
    description: 'Begins an export in the background. Whoever may have the same export at once.',
  })
  startExport(
    @Arg('input', () => StartExportInput, { description: 'What.' }) input: StartExportInput,
    @Ctx() ctx: Context,
  ): Promise<JobPayload> {
    return jobAnswer(startExport(ctx, input));
  }

  @Mutation(() => JobPayload, { description: 'Ends an own job that waits or runs.' })
  cancelJob(
    @Arg('input', () => JobVerbInput, { description: 'Which.' }) input: JobVerbInput,
    @Ctx() ctx: Context,
  ): Promise<JobPayload> {
    return jobAnswer(cancelJob(ctx, input.jobId));
  }

  @Mutation(() => JobPayload, { description: 'Begins an own job again that failed or was cancelled.' })
  retryJob(
    @Arg('input', () => JobVerbInput, { description: 'Which.' }) input: JobVerbInput,
    @Ctx() ctx: Context,
  ): Promise<JobPayload> {
    return jobAnswer(retryJob(ctx, input.jobId));
  }
}
