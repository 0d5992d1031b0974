import { jobAfter, type JobKind, type JobState, type JobVerb } from '@closeout/domain';
import type { Job, Prisma } from '@closeout/prisma/client';
import type { Context } from '../../graphql/context.ts';
import { uuidOf } from '../../read/ids.ts';
import { demandVisible } from '../access/demand-visible.ts';
import { inTransaction } from '../audit/in-transaction.ts';
import { JOB_WORK } from './job-kinds.ts';
import type { JobParams } from './job-work.ts';

type Patch = Prisma.JobUpdateInput;

/** One verb of its owner on a job: own, in a state for it, written, in the trail. Answers its uuid. */
async function changeJob(
  ctx: Context,
  jobId: string,
  verb: JobVerb,
  patch: (job: Job) => Promise<Patch>,
): Promise<string> {
  const id = uuidOf(jobId, 'job', 'the job');
  return inTransaction(ctx, async (tx) => {
    await demandVisible(ctx, tx, 'Job', id, 'the job');
    await tx.$queryRaw`SELECT 1 FROM job WHERE id = ${id}::uuid FOR UPDATE`;
    const job = await tx.job.findUniqueOrThrow({ where: { id } });
    const state: JobState = jobAfter(verb, job.state);
    await tx.job.update({ where: { id }, data: { state, ...(await patch(job)) } });
    const after = { kind: job.kind, was: job.state };
    return { value: id, events: [{ verb, recordType: 'Job', recordId: id, bodyId: job.bodyId, after }] };
  });
}

/** Ends a job that waits or runs; one that runs hears of it at its next step, and nothing of it is kept. */
export const cancelJob = (ctx: Context, jobId: string): Promise<string> =>
  changeJob(ctx, jobId, 'cancelJob', async () => ({ endedAt: ctx.now(), step: null }));

/** Begins a job that failed or was cancelled once more, if its owner still may. */
export const retryJob = (ctx: Context, jobId: string): Promise<string> =>
  changeJob(ctx, jobId, 'retryJob', async ({ kind, bodyId, inspectionId, params }) => {
    await JOB_WORK[kind as JobKind].judge(ctx, { bodyId, inspectionId, params: params as JobParams });
    return { endedAt: null, startedAt: null, attempts: 0, done: 0, total: null, refusals: [] };
  });
