import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type Api } from './api.ts';
import { tokenFor } from './tokens.ts';

let api: Api;
let cookie = '';
beforeAll(async () => {
  process.env['LOG_LEVEL'] = 'silent';
  api = await startApi();
  const response = await fetch(`${api.url}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-closeout': '1' },
    body: JSON.stringify({ login: 'clerk', password: 'closeout-demo' }),
  });
  expect(response.status).toBe(200);
  cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
});
afterAll(() => api.stop());

const graphql = (
  init: { headers?: Record<string, string>; method?: string; body?: string; path?: string } = {},
): Promise<Response> =>
  fetch(`${api.url}${init.path ?? '/graphql'}`, {
    method: init.method ?? 'POST',
    headers: { cookie, 'x-closeout': '1', 'content-type': 'application/json', ...init.headers },
    ...(init.method === 'GET' ? {} : { body: init.body ?? JSON.stringify({ query: '{ findings { totalCount } }' }) }),
  });

describe('headers of every answer', () => {
  const ROUTES: [string, string, RequestInit?][] = [
    ['a page of the console', '/'],
    ['a deep page', '/findings/fnd_1'],
    ['the explorer, to a stranger', '/explorer', { redirect: 'manual' }],
    ['health', '/healthz'],
    ['readiness', '/readyz'],
    [
      'GraphQL without a session',
      '/graphql',
      { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' },
    ],
    ['GraphQL by GET', '/graphql?query=%7B__typename%7D'],
    ['a file that is none', '/files/att_x'],
    ['a script that is none', '/assets/none.js'],
    ['an address that is none', '/no/such/thing', { method: 'POST' }],
    ['sign-in refused', '/session', { method: 'POST' }],
    ['setup refused', '/setup', { method: 'POST' }],
    ['a method that is none', '/session', { method: 'PATCH' }],
    [
      'broken JSON',
      '/graphql',
      { method: 'POST', headers: { 'content-type': 'application/json', authorization: 'Bearer x' }, body: '{' },
    ],
    ['a path that cannot be decoded', '/%E0%A4%A'],
    ['the public list', '/public/'],
    ['a public page that is none', '/public/none/1'],
    ['a public address that is written to', '/public/none', { method: 'POST' }],
    ['a public path that cannot be decoded', '/public/%E0%A4%A'],
  ];

  it.each(ROUTES)('%s', async (_what, path, init) => {
    const response = await fetch(`${api.url}${path}`, init);
    const text = await response.text();
    const { headers } = response;
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toMatch(/default-src '(self|none)'/);
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe-/);
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('cache-control') ?? '').toMatch(/no-store|no-cache|max-age/);
    expect(text).not.toMatch(/node_modules|at .*\.ts:\d+/);
    expect(response.status).not.toBe(500);
  });
});

describe('GraphQL is asked by POST, as JSON, by the console or a token', () => {
  it('a long answer is compressed for a browser that says it can read that', async () => {
    const body = JSON.stringify({ query: '{ findings(first: 33) { edges { node { id title description } } } }' });
    const plain = await graphql({ headers: { 'accept-encoding': 'identity' }, body });
    const packed = await graphql({ headers: { 'accept-encoding': 'gzip' }, body });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(await packed.json()).toEqual(await plain.json());
  });

  it('a signed-in console is answered', async () => {
    expect(await (await graphql()).json()).toEqual({ data: { findings: { totalCount: 33 } } });
  });

  it.each([
    ['GET', { method: 'GET', path: '/graphql?query=%7Bfindings%7BtotalCount%7D%7D' }, 405],
    [
      'GET with a content type',
      {
        method: 'GET',
        path: '/graphql?query=%7Bfindings%7BtotalCount%7D%7D',
        headers: { 'content-type': 'application/json' },
      },
      405,
    ],
    ['PUT', { method: 'PUT' }, 405],
    ['text', { headers: { 'content-type': 'text/plain' } }, 415],
    ['a form', { headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415],
    ['a multipart form', { headers: { 'content-type': 'multipart/form-data; boundary=x' } }, 415],
    ['graphql as such', { headers: { 'content-type': 'application/graphql' } }, 415],
    ['no header of the console', { headers: { 'x-closeout': '' } }, 401],
    ['another site', { headers: { 'sec-fetch-site': 'cross-site' } }, 401],
    ['a sibling domain', { headers: { 'sec-fetch-site': 'same-site' } }, 401],
    ['a list of operations', { body: JSON.stringify([{ query: '{ findings { totalCount } }' }]) }, 400],
    [
      'a hash of a stored query',
      { body: JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } }) },
      400,
    ],
  ])('%s is refused', async (_what, init, status) => {
    const response = await graphql(init as unknown as Parameters<typeof graphql>[0]);
    expect(response.status).toBe(status);
    const text = await response.text();
    expect(text).not.toContain('totalCount":');
    if (status === 200) expect(text).toContain('PERSISTED_QUERY_NOT_SUPPORTED');
  });

  it('an empty content type is refused', async () => {
    const request = httpRequest(`${api.url}/graphql`, {
      method: 'POST',
      headers: { cookie, 'x-closeout': '1', 'content-type': '' },
    });
    request.end('{"query":"{ findings { totalCount } }"}');
    const [response] = (await once(request, 'response')) as [{ statusCode: number; resume(): void }];
    response.resume();
    expect(response.statusCode).toBe(415);
  });
});

describe('strangers', () => {
  const stranger = (body: object, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-closeout': '1', ...headers },
      body: JSON.stringify(body),
    });

  it.each([
    ['a query', { query: '{ findings { totalCount } }' }],
    ['introspection', { query: '{ __schema { types { name } } }' }],
    ['a guess at a field', { query: '{ finding { id } }' }],
    ['a guess at an enum value', { query: '{ findings(filter: { state: [CLOSE] }) { totalCount } }' }],
    [
      'a guess at an enum value in a variable',
      {
        query: 'query Q($s: [FindingState!]) { findings(filter: { state: $s }) { totalCount } }',
        variables: { s: ['CLOSE'] },
      },
    ],
    ['no query at all', {}],
  ])('are told nothing but to sign in: %s', async (_what, body) => {
    for (const headers of [
      {},
      { authorization: 'Bearer nonsense' },
      { authorization: `Bearer closeout_${'x'.repeat(43)}` },
      { cookie: 'closeout_session=nonsense' },
    ]) {
      const response = await stranger(body, headers as Record<string, string>);
      expect(response.status).toBe(401);
      expect(await response.json()).toEqual({
        errors: [{ message: 'sign in, or send a valid token', extensions: { code: 'UNAUTHENTICATED' } }],
      });
    }
  });

  it('get no page, no file and no upload', async () => {
    for (const [method, path] of [
      ['GET', '/files/att_00000000-0000-7000-8000-000000000000'],
      ['PUT', '/uploads/x'],
      ['POST', '/uploads/x'],
    ] as const) {
      const response = await fetch(`${api.url}${path}`, {
        method,
        headers: { 'x-closeout': '1' },
        ...(method === 'GET' ? {} : { body: 'x' }),
      });
      expect([401, 403, 404], `${method} ${path}`).toContain(response.status);
    }
  });
});

describe('who is signed in', () => {
  it('may ask for the schema', async () => {
    const answer = (await (
      await graphql({ body: JSON.stringify({ query: '{ __schema { queryType { name } } }' }) })
    ).json()) as object;
    expect(answer).toEqual({ data: { __schema: { queryType: { name: 'Query' } } } });
  });

  it('gets a fault as an id, without a word of the database', async () => {
    await api.sql('ALTER TABLE finding RENAME TO finding_away');
    const answer = (await (await graphql()).json()) as {
      errors: { message: string; extensions: { code: string; id: string } }[];
    };
    await api.sql('ALTER TABLE finding_away RENAME TO finding');
    expect(answer.errors[0]?.extensions.code).toBe('INTERNAL');
    expect(answer.errors[0]?.message).toBe(`something went wrong here; quote ${answer.errors[0]?.extensions.id}`);
    expect(JSON.stringify(answer)).not.toMatch(/finding|relation|SELECT|stack|\.ts/);
  });

  it('a token only reads', async () => {
    const { caller: token } = await tokenFor(api, '市侨青会');
    const answer = await token.send(
      'mutation { createBody(input: { kind: OFFICE, name: "x", shortName: "x" }) { body { id } } }',
    );
    expect(answer.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    expect(
      await token.send(
        'query A { findings { totalCount } } mutation B { createBody(input: { kind: OFFICE, name: "x", shortName: "x" }) { body { id } } }',
      ),
    ).toHaveProperty('errors');
    expect(await api.sql(`SELECT 1 FROM body WHERE name = 'x'`)).toEqual([]);
    expect(
      (await token.fetch('/session', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }))
        .status,
    ).toBe(403);
  });
});
