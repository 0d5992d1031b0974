import { createHash } from 'node:crypto';
import { Agent, request } from 'node:http';

/** One measurement: the same request over and over from a number of connections, for a bounded time. */
export interface Job {
  url: string;
  headers: Record<string, string>;
  body: string;
  connections: number;
  warmUpMs: number;
  measureMs: number;
}

export interface Measured {
  perSecond: number;
  p50: number;
  p95: number;
  /** Bytes of each answer. */
  bytes: number;
  requests: number;
}

interface Answer {
  status: number;
  bytes: number;
  hash: string | null;
}

function send(job: Job, agent: Agent, hashed: boolean): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const call = request(
      job.url,
      { method: 'POST', agent, headers: { ...job.headers, 'content-length': Buffer.byteLength(job.body) } },
      (response) => {
        const hash = hashed ? createHash('sha256') : null;
        let bytes = 0;
        response.on('data', (chunk: Buffer) => {
          bytes += chunk.length;
          hash?.update(chunk);
        });
        response.once('end', () =>
          resolve({ status: response.statusCode ?? 0, bytes, hash: hash?.digest('hex') ?? null }),
        );
        response.once('error', reject);
      },
    );
    call.once('error', reject);
    call.end(job.body);
  });
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** Answers that are not 200 or not as long as the first one stop the measurement: a fast error is no result. */
async function measure(job: Job): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: job.connections });
  const first = await send(job, agent, true);
  const latencies: number[] = [];
  const begun = performance.now();
  const counting = begun + job.warmUpMs;
  const end = counting + job.measureMs;
  const one = async (): Promise<void> => {
    for (let now = performance.now(); now < end;) {
      const answer = await send(job, agent, false);
      if (answer.status !== 200 || answer.bytes !== first.bytes)
        throw new Error(`${job.url} answered ${answer.status} with ${answer.bytes} bytes, ${first.bytes} at first`);
      const done = performance.now();
      if (now >= counting) latencies.push(done - now);
      now = done;
    }
  };
  await Promise.all(Array.from({ length: job.connections }, one));
  const seconds = (performance.now() - counting) / 1_000;
  agent.destroy();
  latencies.sort((a, b) => a - b);
  return {
    perSecond: latencies.length / seconds,
    p50: quantile(latencies, 0.5),
    p95: quantile(latencies, 0.95),
    bytes: first.bytes,
    requests: latencies.length,
  };
}

process.on('message', (job: Job) => {
  measure(job).then(
    (measured) => process.send?.({ measured }),
    (error: unknown) => process.send?.({ failed: String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));
