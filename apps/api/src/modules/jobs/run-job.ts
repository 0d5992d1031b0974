import { DomainError, type JobKind, type Refusal } from '@closeout/domain';
import type { Job, Prisma, PrismaClient } from '@closeout/prisma/client';
import type { Database } from '../../db/client.ts';
import { isFull } from '../../files/store.ts';
import type { FileDraft } from '../../graphql/context.ts';
import { plain } from '../audit/in-transaction.ts';
import { JOB_WORK } from './job-kinds.ts';
import type { JobOrder, JobOutcome, JobParams, Progress } from './job-work.ts';
import type { ContextOf } from './owner-context.ts';
import { resultOf, sourceOf, type Results } from './results.ts';

export interface JobInstallation {
  database: Database;
  results: Results;
  contextOf: ContextOf;
  now: () => Date;
  /** Aborted when the worker stops: a job then lets go at its next step, and is taken up again when a worker starts. */
  stopping: AbortSignal;
}

/** Somebody cancelled the job, or another process has taken it up since: what was done here does not count. */
class NoLongerOurs extends Error {}

/** The worker stops. */
class LetGo extends Error {}

/** A job that is ours: what is written of it names the attempt. */
interface Taken {
  id: string;
  accountId: string;
  kind: JobKind;
  attempt: number;
  order: JobOrder;
}

/** So often a job is begun before it is given up: by processes that were killed in it, or by faults. */
const MOST_ATTEMPTS = 5;
const MOST_FAULTS = 3;
const NOTED_EVERY_MS = 400;
const DAY_MS = 86_400_000;

/** Takes a job up: from now on it is this attempt's. Null where there is nothing to do any more. */
async function takeUp({ database, now }: JobInstallation, jobId: string): Promise<Taken | null> {
  const { count } = await database.db.job.updateMany({
    where: { id: jobId, state: { in: ['WAITING', 'RUNNING'] } },
    data: { state: 'RUNNING', attempts: { increment: 1 }, startedAt: now(), step: null, done: 0, total: null },
  });
  const row = count === 0 ? null : await database.db.job.findUnique({ where: { id: jobId } });
  return row === null ? null : takenOf(row);
}

const takenOf = ({ id, accountId, kind, attempts, bodyId, inspectionId, params }: Job): Taken => ({
  id,
  accountId,
  kind: kind as JobKind,
  attempt: attempts,
  order: { id, bodyId, inspectionId, params: params as JobParams },
});

const ours = ({ id, attempt }: Taken) => ({ id, attempts: attempt, state: 'RUNNING' as const });

/** Notes progress seldom enough to cost nothing, and hears at the same time that the job was cancelled. */
function progressOf({ database: { db }, stopping }: JobInstallation, taken: Taken): Progress {
  let noted = { step: '', at: 0 };
  return async (step, done = 0, total) => {
    if (stopping.aborted) throw new LetGo();
    const at = Date.now();
    if (step === noted.step && at - noted.at < NOTED_EVERY_MS) return;
    noted = { step, at };
    const { count } = await db.job.updateMany({ where: ours(taken), data: { step, done, total: total ?? null } });
    if (count === 0) throw new NoLongerOurs();
  };
}

/** What stands in the row of a job that has made a file. */
const storedResult = (draft: FileDraft, file: NonNullable<JobOutcome['file']>, until: Date): Prisma.JobUpdateInput => ({
  resultName: file.fileName,
  resultMediaType: file.mediaType,
  resultSize: draft.size,
  resultSha256: draft.sha256,
  resultUntil: until,
});

async function contentOf(results: Results, { file }: JobOutcome): Promise<FileDraft | null> {
  if (file === undefined) return null;
  const { content } = file;
  return results.receive(
    (async function* once() {
      yield* content;
    })(),
  );
}

/** The end of a job with its effect: in one transaction, once, and only while its owner still may. */
async function end(at: JobInstallation, taken: Taken, outcome: JobOutcome, draft: FileDraft | null): Promise<void> {
  const before = await at.contextOf(taken.accountId);
  const now = at.now();
  const until = new Date(now.getTime() + before.settings.jobResultDays * DAY_MS);
  await draft?.keep(resultOf(taken.id, taken.attempt));
  await at.database.db.$transaction(
    async (tx) => {
      const mine = await tx.job.updateMany({ where: ours(taken), data: { state: 'DONE', step: null, endedAt: now } });
      if (mine.count === 0) throw new NoLongerOurs();
      const owner = { ...(await at.contextOf(taken.accountId)), db: tx as PrismaClient };
      await JOB_WORK[taken.kind].judge(owner, taken.order);
      const { importId } = await outcome.finish({ ...owner, transact: (work) => work(tx) });
      await tx.job.update({
        where: { id: taken.id },
        data: {
          ...(draft === null || outcome.file === undefined ? {} : storedResult(draft, outcome.file, until)),
          ...(importId === undefined ? {} : { import: { connect: { id: importId } } }),
        },
      });
    },
    { timeout: 60_000 },
  );
}

/** What ends a job without a result, in words that its owner can do something with; null: it is worth another try. */
function refusalsOf(error: unknown, attempt: number): readonly Refusal[] | null {
  if (error instanceof DomainError) return error.refusals;
  if (isFull(error)) return [{ code: 'LIMIT', rule: 'jobs.storage', message: 'there is no space left on the server' }];
  if (attempt < MOST_FAULTS) return null;
  return [{ code: 'CONFLICT', rule: 'jobs.fault', message: 'an error of the server ended this job: try it again' }];
}

async function fail({ database, now }: JobInstallation, taken: Taken, refusals: readonly Refusal[]): Promise<void> {
  await database.db.job.updateMany({
    where: ours(taken),
    data: { state: 'FAILED', step: null, refusals: plain(refusals), endedAt: now() },
  });
}

async function work(at: JobInstallation, taken: Taken): Promise<void> {
  const kind = JOB_WORK[taken.kind];
  const ctx = await at.contextOf(taken.accountId);
  await kind.judge(ctx, taken.order);
  await at.database.db.job.updateMany({ where: ours(taken), data: { grants: plain(ctx.viewer.grants) } });
  const outcome = await kind.run(ctx, taken.order, progressOf(at, taken));
  const draft = await contentOf(at.results, outcome);
  try {
    await end(at, taken, outcome, draft);
  } finally {
    await draft?.drop();
  }
}

/**
 * Runs a job that waits, or that a killed process has left behind. Its effect happens once: it is written with the job's end.
 * A refusal ends it with its words; a fault is tried again some seconds later, a few times.
 */
export async function runJob(at: JobInstallation, jobId: string): Promise<void> {
  const taken = await takeUp(at, jobId);
  if (taken === null) return;
  try {
    if (taken.attempt > MOST_ATTEMPTS)
      throw new DomainError({
        code: 'CONFLICT',
        rule: 'jobs.interrupted',
        message: `the server was stopped ${MOST_ATTEMPTS} times while this ran`,
      });
    await work(at, taken);
    await at.results.remove(sourceOf(jobId));
  } catch (error) {
    if (error instanceof NoLongerOurs || error instanceof LetGo) return;
    const refusals = refusalsOf(error, taken.attempt);
    if (refusals === null) throw error;
    if (!(error instanceof DomainError)) console.error(`job ${jobId}:`, error);
    await fail(at, taken, refusals);
  }
}
