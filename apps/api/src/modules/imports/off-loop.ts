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

const MB = 1024 * 1024;
/**
 * What a thread may use. Its own work counts, not the time it waits on a busy machine; `waits` ends what hangs without
 * working. Memory is what it holds within and outside of its heap: V8's own limit does not count unpacked bytes.
 */
const MOST = { workMs: 3_000, waitsMs: 20_000, bytes: 128 * MB };
const LOOK_EVERY_MS = 40;
/** Threads at once: each may hold its share of memory. Others wait their turn. */
const AT_ONCE = 2;

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

const TOO_MUCH = '文件内容过多或过于复杂，没有在时限和内存限度内读完。请只上传报告正文，或拆分、另存后再试。';
const tooMuch = (): ReportFileError => new ReportFileError('TOO_LARGE', TOO_MUCH);

const turns: Promise<unknown>[] = Array.from({ length: AT_ONCE }, () => Promise.resolve());
let next = 0;

/** Runs work in one of a few lanes, behind what was given to it before. */
function inLane<T>(work: () => Promise<T>): Promise<T> {
  const lane = next++ % AT_ONCE;
  const turn = (turns[lane] as Promise<unknown>).then(work, work);
  turns[lane] = turn.catch(() => undefined);
  return turn;
}

/**
 * Runs an exported function of a workspace package in a thread of its own, for input that is large or that others made:
 * it holds up no other request. Arguments and answer are copied. The thread ends in any case, and what needs more work or memory than any
 * report does is refused.
 */
export const offLoop = <T>(
  packageName: '@closeout/report' | '@closeout/documents' | '@closeout/documents/tables',
  name: string,
  args: unknown[],
  most: Partial<typeof MOST> = {},
): Promise<T> => inLane(() => run<T>(packageName, name, args, { ...MOST, ...most }));

async function run<T>(packageName: string, name: string, args: unknown[], most: typeof MOST): Promise<T> {
  const url = pathToFileURL(createRequire(import.meta.url).resolve(packageName)).href;
  const worker = new Worker(WORKER, {
    eval: true,
    // No loaders of whoever started the process: the packages run as they are.
    execArgv: [],
    workerData: { url, name, args },
    resourceLimits: { maxOldGenerationSizeMb: Math.ceil(most.bytes / MB), maxYoungGenerationSizeMb: 6 },
  });
  const watch = watchOver(worker, most);
  try {
    const answer = await new Promise<Answer<T>>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', (error: NodeJS.ErrnoException) => reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch() : error)); // prettier-ignore
      worker.once('exit', () => reject(tooMuch()));
    });
    if (answer.error !== undefined) throw errorOf(answer.error);
    return answer.value as T;
  } finally {
    clearInterval(watch);
    await worker.terminate();
  }
}

/** Ends the thread as soon as it has worked too long, waits too long or holds too much. */
function watchOver(worker: Worker, most: typeof MOST): NodeJS.Timeout {
  const started = performance.now();
  let looking = false;
  const look = async (): Promise<void> => {
    const [work, heap] = await Promise.all([worker.cpuUsage(), worker.getHeapStatistics()]);
    const worked = (work.user + work.system) / 1_000;
    const held = heap.total_heap_size + heap.external_memory;
    if (worked > most.workMs || held > most.bytes) void worker.terminate();
  };
  return setInterval(() => {
    if (performance.now() - started > most.waitsMs) void worker.terminate();
    if (looking) return;
    looking = true;
    // A thread that has just ended answers no questions.
    look().catch(() => undefined).finally(() => (looking = false)); // prettier-ignore
  }, LOOK_EVERY_MS);
}
