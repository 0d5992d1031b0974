import { DomainError, notFound, stillHeld, type Grant, type JobKind } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import { uuidOf } from '../../read/ids.ts';
import { demandVisible } from '../access/demand-visible.ts';
import { inTransaction } from '../audit/in-transaction.ts';
import { JOB_WORK } from './job-kinds.ts';
import type { JobParams } from './job-work.ts';
import { resultOf } from './results.ts';

/** A result as it is handed out; `name` is that of the file in the folder of results. */
export interface ServedResult {
  name: string;
  fileName: string;
  mediaType: string;
  size: number;
}

/**
 * The file that an own job has made, while its owner may still have what is in it: the kind's own right, and everything that
 * he held when it was made. Fetching it is an entry in the trail.
 */
export async function resultFor(ctx: Context, jobId: string): Promise<ServedResult> {
  const id = uuidOf(jobId, 'job', 'the job');
  await demandVisible(ctx, ctx.db, 'Job', id, 'the job');
  const job = await ctx.db.job.findUniqueOrThrow({ where: { id } });
  const { resultName, resultMediaType, resultSize, resultUntil, bodyId, inspectionId } = job;
  if (resultName === null || resultMediaType === null || resultUntil === null || resultUntil <= ctx.now())
    throw notFound('the file of the job');
  await JOB_WORK[job.kind as JobKind].judge(ctx, { bodyId, inspectionId, params: job.params as JobParams });
  if (!stillHeld(job.grants as unknown as Grant[], ctx.viewer.grants))
    throw new DomainError({
      code: 'FORBIDDEN',
      rule: 'jobs.rightsChanged',
      message: 'your roles have changed since this file was made: start the export again',
    });
  const after = { kind: job.kind, fileName: resultName, sha256: job.resultSha256 };
  const entry = { verb: 'fetchResult', recordType: 'Job', recordId: id, bodyId, after };
  await inTransaction(ctx, async () => ({ value: null, events: [entry] }));
  return {
    name: resultOf(id, job.attempts),
    fileName: resultName,
    mediaType: resultMediaType,
    size: Number(resultSize),
  };
}
