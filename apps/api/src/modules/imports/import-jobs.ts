import { readFile } from 'node:fs/promises';
import { invalid } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import { encodeId } from '../../read/ids.ts';
import type { JobOrder, JobWork } from '../jobs/job-work.ts';
import { sourceOf } from '../jobs/results.ts';
import { inspectionFor } from './inspection-for.ts';
import { keepDraft, readLedgerFile, readReportFile, type ReadSource, type SourceFile } from './start-import.ts';

/** Reads a file as at once, and writes the draft with the job's end: one draft, however often it was begun. */
function readJob(read: (ctx: Context, file: SourceFile) => Promise<ReadSource>): JobWork {
  const idOf = ({ inspectionId }: Pick<JobOrder, 'inspectionId'>): string => encodeId('ins', inspectionId);
  return {
    async judge(ctx, order) {
      await inspectionFor(ctx, idOf(order), 'importReport');
    },
    async run(ctx, order, progress) {
      await progress('READING');
      const bytes = await readFile(ctx.results.pathOf(sourceOf(order.id))).catch(() => null);
      if (bytes === null) throw invalid('file', 'jobs.sourceGone', 'the file is not kept any more: send it again');
      const fileName = order.params.fileName ?? '';
      const source = await read(ctx, { inspectionId: idOf(order), fileName, bytes });
      return { finish: async (end) => ({ importId: await keepDraft(end, source) }) };
    },
  };
}

export const readReportJob = readJob(readReportFile);
export const readLedgerJob = readJob(readLedgerFile);
