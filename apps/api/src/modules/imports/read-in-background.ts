import { cleanFileName } from '@closeout/documents';
import type { Context } from '../../graphql/context.ts';
import { encodeId } from '../../read/ids.ts';
import { sourceOf, type Results } from '../jobs/results.ts';
import { startJob } from '../jobs/start-job.ts';
import { inspectionFor } from './inspection-for.ts';
import type { SourceFile } from './start-import.ts';

/** Leaves a file to a job: it is kept with the job until it is read. */
export async function readInBackground(
  ctx: Context,
  results: Results,
  kind: 'IMPORT_REPORT' | 'IMPORT_LEDGER',
  { inspectionId, fileName, bytes }: SourceFile,
): Promise<{ jobId: string }> {
  const inspection = await inspectionFor(ctx, inspectionId, 'importReport');
  const params = { fileName: cleanFileName(fileName) };
  const keepSource = async (id: string): Promise<void> => {
    const draft = await results.receive(once(bytes));
    await draft.keep(sourceOf(id));
  };
  return {
    jobId: encodeId('job', await startJob(ctx, { kind, inspection, params, verb: 'importReport' }, keepSource)),
  };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
