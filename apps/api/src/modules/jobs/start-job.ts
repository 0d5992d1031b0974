import { DomainError, notFound, OPEN_JOB_STATES, type JobKind } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import { inTransaction, plain } from '../audit/in-transaction.ts';
import { idMaker } from '../imports/commit/new-id.ts';
import type { InspectionWithBody } from '../imports/inspection-for.ts';
import { JOB_WORK } from './job-kinds.ts';
import type { JobParams } from './job-work.ts';

/** Jobs of one account that may wait or run at a time: enough for an afternoon, too few to keep everybody else waiting. */
const MOST_OPEN = 10;

/** A job to be begun: what it is about, by whom it is asked for. */
export interface NewJob {
  kind: JobKind;
  inspection: InspectionWithBody;
  params: JobParams;
  /** The mutation or route that asked, for the trail. */
  verb: 'startExport' | 'importReport';
}

/** The account whose jobs these are; a token is nobody, and has none. */
function jobOwner({ viewer }: Context): string {
  if (viewer.accountId === null) throw notFound('the account');
  return viewer.accountId;
}

/**
 * Begins a job that the viewer may have: its row, its entry in the trail and, by a trigger, its place in the worker's queue
 * are there together or not at all. `before` runs with its id, once
 * the right is there: for what is wrong with the request, or a file that the job is to read. Answers the uuid.
 */
export async function startJob(
  ctx: Context,
  { kind, inspection, params, verb }: NewJob,
  before: (id: string) => Promise<void> | void = () => undefined,
): Promise<string> {
  const accountId = jobOwner(ctx);
  const place = { bodyId: inspection.bodyId, inspectionId: inspection.id };
  await JOB_WORK[kind].judge(ctx, { ...place, params });
  const id = idMaker(ctx.now())();
  await before(id);
  return inTransaction(ctx, async (tx) => {
    if ((await tx.job.count({ where: { accountId, state: { in: [...OPEN_JOB_STATES] } } })) >= MOST_OPEN)
      throw new DomainError({
        code: 'LIMIT',
        rule: 'jobs.tooMany',
        message: `at most ${MOST_OPEN} jobs wait or run at a time: wait for one, or cancel it`,
        params: { limit: MOST_OPEN },
      });
    await tx.job.create({ data: { id, kind, accountId, ...place, params: plain(params), createdAt: ctx.now() } });
    const after = { kind, ...params };
    return { value: id, events: [{ verb, recordType: 'Job', recordId: id, bodyId: place.bodyId, after }] };
  });
}
