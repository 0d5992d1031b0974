import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { DocumentError, type MessageCode, type MessageParams } from '@closeout/documents';
import { ReportFileError, type ReportFileProblem } from '@closeout/report';

/** What the worker runs: one function of one package on copied arguments, its answer or its error as plain data. */
const WORKER = `
const { parentPort, workerData } = require('node:worker_threads');
import(workerData.url)
  .then((module) => module[workerData.name](...workerData.args))
  .then((value) => parentPort.postMessage({ value }))
  .catch((error) => parentPort.postMessage({ error: { name: error.name, message: error.message, code: error.code, params: error.params } }));
`;

const TIMEOUT_MS = 30_000;

interface Failure {
  name: string;
  message: string;
  code?: string;
  params?: MessageParams;
}

interface Answer<T> {
  value?: T;
  error?: Failure;
}

/** The error as its package threw it, so that its words reach the user. */
function errorOf({ name, message, code, params }: Failure): Error {
  if (name === 'DocumentError') return new DocumentError(code as MessageCode, params);
  return name === 'ReportFileError' ? new ReportFileError(code as ReportFileProblem, message) : new Error(message);
}

/**
 * Runs an exported function of a workspace package in a thread of its own, for input so large that it would hold up every
 * other request. Arguments and answer are copied. Ends the thread in any case, after half a minute at the latest.
 */
export async function offLoop<T>(
  packageName: '@closeout/report' | '@closeout/documents',
  name: string,
  args: unknown[],
): Promise<T> {
  const url = pathToFileURL(createRequire(import.meta.url).resolve(packageName)).href;
  const worker = new Worker(WORKER, {
    eval: true,
    workerData: { url, name, args },
    resourceLimits: { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 16 },
  });
  const timer = setTimeout(() => void worker.terminate(), TIMEOUT_MS);
  try {
    const answer = await new Promise<Answer<T>>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () =>
        reject(new ReportFileError('TOO_LARGE', '文件内容过多，没有在时限内读完，请只上传报告正文或拆分后再试。')),
      );
    });
    if (answer.error !== undefined) throw errorOf(answer.error);
    return answer.value as T;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
