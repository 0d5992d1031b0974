import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { once } from 'node:events';
import { makeToken, readTokenRequest } from '../src/cli/make-token.ts';
import { NOW, startApi, type Api, type Caller } from './api.ts';

/** Runs every example of docs/api.md as it stands there. */
const PAGE = readFileSync(new URL('../../../docs/api.md', import.meta.url), 'utf8');
const BLOCKS = [...PAGE.matchAll(/^```(\w+)([^\n]*)\n(.*?)^```$/gms)].map((match) => ({
  language: match[1] ?? '',
  info: (match[2] ?? '').trim(),
  text: match[3] ?? '',
}));
const GRAPHQL = BLOCKS.map((block, index) => ({ ...block, next: BLOCKS[index + 1] })).filter(
  (block) => block.language === 'graphql',
);
const hasCurl = spawnSync('curl', ['--version']).status === 0;

let api: Api;
let secret = '';
let token: Caller;
beforeAll(async () => {
  api = await startApi();
  const command = BLOCKS.find((block) => block.text.includes('npm run --silent token'))?.text ?? '';
  const args = [...command.slice(command.indexOf(' -- ') + 4).matchAll(/"([^"]*)"|(\S+)/g)].map(
    (match) => match[1] ?? match[2] ?? '',
  );
  ({ secret } = await makeToken(api.databaseUrl, readTokenRequest(args), NOW));
  token = api.withHeaders({ authorization: `Bearer ${secret}` });
});
afterAll(() => api.stop());

describe('docs/api.md', () => {
  it('has the examples this test looks for', () => {
    expect(GRAPHQL.length).toBeGreaterThanOrEqual(7);
    expect(BLOCKS.filter((block) => !['graphql', 'json', 'sh', 'text'].includes(block.language))).toEqual([]);
  });

  it.skipIf(!hasCurl)('the first query, by curl', async () => {
    const script = BLOCKS.find((block) => block.language === 'sh')?.text ?? '';
    const run = spawn('sh', ['-c', script], { env: { ...process.env, CLOSEOUT_URL: api.url, CLOSEOUT_TOKEN: secret } });
    let output = '';
    run.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const [status] = (await once(run, 'close')) as [number];
    expect(status).toBe(0);
    expect(JSON.parse(output)).toMatchObject({
      data: { findings: { totalCount: 33, edges: [{ node: { refNo: '2026-2-市侨青会-1' } }, {}] } },
    });
  });

  it.each(GRAPHQL)('example $# $info', async ({ info, text, next }) => {
    const [finding] = await api.sql<{ id: string; inspection: string }>(
      `SELECT f.id, f.inspection_id AS inspection FROM finding f JOIN body b ON b.id = f.body_id WHERE f.state = 'RECTIFYING' AND b.short_name = '市侨青会' ORDER BY f.seq LIMIT 1`,
    );
    const [made] = await api.sql<{ id: string }>('SELECT id FROM api_token');
    const variables =
      next?.language === 'json' && next.info === 'variables'
        ? (JSON.parse(
            next.text
              .replace('FINDING_ID', `fnd_${finding?.id}`)
              .replace('INSPECTION_ID', `ins_${finding?.inspection}`)
              .replace('TOKEN_ID', `tok_${made?.id}`),
          ) as Record<string, unknown>)
        : {};
    const who = /as=(\w+)/.exec(info)?.[1];
    const key = /key=([\w-]+)/.exec(info)?.[1];
    const caller = who === undefined ? token : await api.as(who);
    const headers: Record<string, string> = key === undefined ? {} : { 'idempotency-key': key };
    const answer = await caller.send(text, variables, headers);
    // what carries a key may be sent again, and is answered alike
    if (key !== undefined) expect(await caller.send(text, variables, headers)).toEqual(answer);
    const error = /error=(\w+)/.exec(info)?.[1];
    if (error !== undefined) {
      expect(answer.errors?.[0]?.extensions?.['code']).toBe(error);
      return;
    }
    expect(answer.errors).toBeUndefined();
    for (const value of Object.values(answer.data ?? {})) {
      expect(value).not.toBeNull();
      expect((value as { userErrors?: unknown[] }).userErrors ?? []).toEqual([]);
    }
  });

  it('every route it names is there', async () => {
    const routes = [...PAGE.matchAll(/`(GET|POST|DELETE) (\/[\w/:-]*)`/g)].map(
      (match) => [match[1] ?? '', (match[2] ?? '').replace(':id', 'att_x')] as const,
    );
    expect(routes.length).toBeGreaterThan(8);
    for (const [method, path] of routes) {
      const response = await fetch(`${api.url}${path}`, { method });
      // An address that is none is a page of the console; public pages say their language, which those do not.
      if (path.startsWith('/public')) expect(response.headers.get('content-language'), path).toBe('zh-CN');
      else expect(response.headers.get('content-type') ?? 'json', `${method} ${path}`).toContain('json');
      expect([200, 204, 400, 401, 403, 404, 415, 503], `${method} ${path}`).toContain(response.status);
      if (response.status === 404)
        expect(await response.text(), `${method} ${path}`).not.toContain('nothing at this address');
    }
  });

  it('the codes it lists are those of the schema', async () => {
    const { __type } = await token.execute<{ __type: { enumValues: { name: string }[] } }>(
      '{ __type(name: "ErrorCode") { enumValues { name } } }',
    );
    const listed = [...PAGE.matchAll(/^\| `([A-Z_]+)` +\|/gm)]
      .map((match) => match[1])
      .filter((code) => !['STATISTICS', 'TEXT', 'NAMES', 'MONEY'].includes(code ?? ''));
    expect(listed.sort()).toEqual(__type.enumValues.map((value) => value.name).sort());
  });
});
