import type { JobStep } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import type { JobContext } from './owner-context.ts';

/** What a job was asked for, by uuid. */
export interface JobOrder {
  id: string;
  bodyId: string;
  inspectionId: string;
  params: JobParams;
}

/** What the kinds take; what a kind does not know is not stored. */
export interface JobParams {
  format?: string;
  plan?: string;
  /** The day whose ledger is asked for. */
  asOf?: string;
  /** The name of the file that is read. */
  fileName?: string;
}

/** Notes how far the work is. Throws where the job was cancelled: then nothing more is to be done. */
export type Progress = (step: JobStep, done?: number, total?: number) => Promise<void>;

export interface JobOutcome {
  /** What the owner fetches; it is written to disk as it comes. */
  file?: { fileName: string; mediaType: string; content: AsyncIterable<Uint8Array> | Iterable<Uint8Array> };
  /**
   * Writes what the work leaves behind, with its audit entries, in the very transaction that notes the job's end: both are
   * there, or neither, however often the work was begun.
   */
  finish(ctx: Context): Promise<{ importId?: string }>;
}

/** A kind of long work. */
export interface JobWork {
  /**
   * Refuses who may not. Asked when it is begun, when it runs, when its end is written, and when its result is fetched.
   */
  judge(ctx: Context, order: Omit<JobOrder, 'id'>): Promise<void>;
  /** Does the work and changes nothing yet: a process may be killed in it, and another one begins it again. */
  run(ctx: JobContext, order: JobOrder, progress: Progress): Promise<JobOutcome>;
}
