import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { uploadFile } from './upload.ts';

type Seen = { name: string; guard: string; key: string; bytes: number };
const seen: Seen[] = [];
let server: Server;
let base = '';

beforeAll(async () => {
  server = createServer((request, response) => {
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', '*');
    if (request.method === 'OPTIONS') return void response.end();
    let bytes = 0;
    request.on('data', (chunk: Buffer) => (bytes += chunk.length));
    request.on('end', () => {
      const header = (name: string) => String(request.headers[name] ?? '');
      seen.push({
        name: decodeURIComponent(header('x-file-name')),
        guard: header('x-closeout'),
        key: header('idempotency-key'),
        bytes,
      });
      const refused = request.url === '/refuse';
      response.statusCode = refused ? 415 : 201;
      response.end(JSON.stringify(refused ? { code: 'TYPE', message: '不收此类文件' } : { id: 'att_1' }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => server.close());

const scan = new File(['0123456789'], '签到表 2024.jpg', { type: 'image/jpeg' });

it('sends name, guard and key with the bytes and answers with what the server stored', async () => {
  expect(await uploadFile(`${base}/files`, scan, { key: 'k1' })).toEqual({ kind: 'stored', body: { id: 'att_1' } });
  expect(seen[seen.length - 1]).toEqual({ name: '签到表 2024.jpg', guard: '1', key: 'k1', bytes: 10 });
});

it('gives the server’s reason for a refusal', async () => {
  expect(await uploadFile(`${base}/refuse`, scan)).toMatchObject({
    kind: 'refused',
    code: 'TYPE',
    message: '不收此类文件',
  });
});

it('turns a lost line into an outcome, not an exception', async () => {
  expect(await uploadFile('http://127.0.0.1:1/files', scan)).toEqual({ kind: 'lost' });
});

it('stops when told to', async () => {
  const stop = new AbortController();
  const outcome = uploadFile(`${base}/files`, scan, { signal: stop.signal });
  stop.abort();
  expect(await outcome).toEqual({ kind: 'stopped' });
});
