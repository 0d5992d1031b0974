import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { secretOf, uuidIn, type Login } from './build.ts';
import { startServer, type Started } from './processes.ts';

/** One question to one server: the address, who asks, and the body of the POST. */
export interface Request {
  url: string;
  headers: Record<string, string>;
  body: string;
}

const JSON_HEADERS = { 'content-type': 'application/json' };
const BODY = uuidIn('body', 1);

export interface Servers {
  floor(): Request;
  postgraphile(document: string): Request;
  /** To the product, signed in with a session of this account; the ledger asked for is always that of body 1. */
  closeout(document: string, login?: Login): Request;
  /** The product's process. */
  pid: number | undefined;
  stop(): Promise<void>;
}

/** The three servers, each in its own process, over the same database. */
export async function startServers(databaseUrl: string): Promise<Servers> {
  const files = mkdtempSync(path.join(tmpdir(), 'closeout-bench-'));
  const settings = { BENCH_DATABASE: databaseUrl, BENCH_FILES: files };
  const started: Started[] = [];
  const start = async (name: string): Promise<Started> => {
    const server = await startServer(`${name}-server.ts`, settings);
    started.push(server);
    return server;
  };
  const stop = async (): Promise<void> => {
    await Promise.all(started.map((server) => server.stop()));
    rmSync(files, { recursive: true, force: true });
  };
  try {
    const { url: floorUrl } = await start('floor');
    const { url: closeoutUrl, pid } = await start('closeout');
    const { url: postgraphileUrl } = await start('postgraphile');
    return {
      floor: () => ({ url: floorUrl, headers: JSON_HEADERS, body: JSON.stringify({ body: BODY }) }),
      postgraphile: (query) => ({
        url: postgraphileUrl,
        headers: JSON_HEADERS,
        body: JSON.stringify({ query, variables: { body: BODY } }),
      }),
      closeout: (query, login = 'secretary') => ({
        url: closeoutUrl,
        headers: { ...JSON_HEADERS, cookie: `closeout_session=${secretOf(login)}`, 'x-closeout': '1' },
        body: JSON.stringify({ query, variables: { body: `bdy_${BODY}` } }),
      }),
      pid,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The answer's bytes, and an error unless it is a whole answer. */
export async function answerTo(request: Request): Promise<Buffer> {
  const response = await fetch(request.url, { method: 'POST', headers: request.headers, body: request.body });
  const bytes = Buffer.from(await response.arrayBuffer());
  if (response.status !== 200)
    throw new Error(`${request.url} answered ${response.status}: ${bytes.toString('utf8', 0, 400)}`);
  const { errors } = JSON.parse(bytes.toString('utf8')) as { errors?: unknown };
  if (errors !== undefined) throw new Error(`${request.url} answered errors: ${JSON.stringify(errors).slice(0, 400)}`);
  return bytes;
}
