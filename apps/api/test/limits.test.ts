import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { getIntrospectionQuery, getOperationAST, Kind, parse, print, type DocumentNode } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_API_SETTINGS } from '../src/api-settings.ts';
import { costOf } from '../src/graphql/limits/cost.ts';
import { measureDocument } from '../src/graphql/limits/document-limits.ts';
import { buildApiSchema } from '../src/graphql/schema.ts';
import { startApi, type Api, type Caller, type GraphQLAnswer } from './api.ts';

const { limits } = DEFAULT_API_SETTINGS;
const many = (count: number, one: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => one(n)).join(' ');

let api: Api;
let secretary: Caller;
beforeAll(async () => {
  process.env['LOG_LEVEL'] = 'silent';
  api = await startApi();
  secretary = await api.as('secretary');
});
afterAll(() => api.stop());

interface Attack {
  body?: unknown;
  raw?: string;
  method?: string;
  type?: string;
  headers?: Record<string, string>;
  path?: string;
}
const q = (query: string, variables?: unknown): Attack => ({ body: { query, variables } });

async function send(attack: Attack, caller = secretary): Promise<{ status: number; codes: string[]; ms: number }> {
  const begun = performance.now();
  const method = attack.method ?? 'POST';
  const response = await caller.fetch(attack.path ?? '/graphql', {
    method,
    headers: { 'content-type': attack.type ?? 'application/json', ...attack.headers },
    ...(method === 'GET' || method === 'HEAD' ? {} : { body: attack.raw ?? JSON.stringify(attack.body) }),
  });
  const answer = (await response.json().catch(() => ({}))) as GraphQLAnswer<unknown>;
  const codes = (answer.errors ?? []).map((error) => String(error.extensions?.['code']));
  return { status: response.status, codes, ms: performance.now() - begun };
}

const RECORDS = (levels: number): string =>
  levels === 0 ? 'id' : `finding { actions(first: 1) { edges { node { ${RECORDS(levels - 1)} } } } }`;
const PAGES =
  'query P($n: Int) { findings(first: $n) { edges { node { actions(first: $n) { edges { node { evidence(first: $n) { edges { node { id } } } } } } } } } }';
const deepJson = (levels: number): string => `${'{"and":['.repeat(levels)}${']}'.repeat(levels)}`;

/** What asks too much, or is no request: the code that it is refused with. */
const ATTACKS: [what: string, code: string, attack: Attack][] = [
  ['records fifty deep', 'TOO_DEEP', q(`{ action(id: "x") { ${RECORDS(17)} } }`)],
  ['a thousand aliases', 'TOO_MANY', q(`{ findings { ${many(1_000, (n) => `a${n}: totalCount`)} } }`)],
  ['a thousand aliases at the root', 'TOO_LARGE', q(`{ ${many(1_000, (n) => `a${n}: findings { totalCount }`)} }`)],
  ['thirty queries by alias', 'TOO_MANY', q(`{ ${many(30, (n) => `a${n}: findings { totalCount }`)} }`)],
  [
    'sixty refused writes by alias',
    'TOO_MANY',
    q(`mutation { ${many(60, (n) => `a${n}: markWarningsSeen(input: {}) { userErrors { code } }`)} }`),
  ],
  ['5,000 times the same field', 'TOO_LARGE', q(`{ findings { ${'totalCount '.repeat(5_000)} } }`)],
  ['the same field within the tokens', 'TOO_MANY', q(`{ findings { ${'totalCount '.repeat(3_000)} } }`)],
  ['the same records within the tokens', 'TOO_MANY', q(`{ findings { ${'edges { node { id } } '.repeat(400)} } }`)],
  ['the same root within the tokens', 'TOO_MANY', q(`{ ${'findings { totalCount } '.repeat(900)} }`)],
  [
    'the same field in a fragment',
    'TOO_MANY',
    q(`{ ...F } fragment F on Query { ${'findings { totalCount } '.repeat(900)} }`),
  ],
  [
    'the same fragment again and again',
    'TOO_MANY',
    q(`{ findings { ${'...F '.repeat(500)} } } fragment F on FindingConnection { totalCount }`),
  ],
  ['500 directives', 'TOO_MANY', q(`{ findings { totalCount ${'@skip(if: false) '.repeat(500)} } }`)],
  ['500 directives of the operation', 'TOO_MANY', q(`query Q ${'@x '.repeat(500)} { findings { totalCount } }`)],
  [
    'a directive on each of many fields',
    'TOO_MANY',
    q(`{ findings { ${many(60, (n) => `a${n % 40}: totalCount @include(if: true)`)} } }`),
  ],
  [
    'a circle of fragments',
    'GRAPHQL_VALIDATION_FAILED',
    q('{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }'),
  ],
  [
    'a fragment in itself',
    'GRAPHQL_VALIDATION_FAILED',
    q('{ findings { ...A } } fragment A on FindingConnection { edges { node { inspection { findings { ...A } } } } }'),
  ],
  [
    'fragments that double',
    'TOO_MANY',
    q(
      `{ ...F0 } ${many(30, (n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} }`)} fragment F30 on Query { findings { totalCount } }`,
    ),
  ],
  [
    'a fragment named like the schema',
    'GRAPHQL_VALIDATION_FAILED',
    q('{ ...__schema } fragment __schema on Query { nothing }'),
  ],
  ['a hundred thousand per level, by a variable', 'TOO_COSTLY', q(PAGES, { n: 100_000 })],
  ['a hundred per level, by a variable', 'TOO_COSTLY', q(PAGES, { n: 100 })],
  ['a hundred per level, by a default', 'TOO_COSTLY', q(PAGES.replace('$n: Int', '$n: Int = 100'))],
  [
    'siblings that are dear only together',
    'TOO_COSTLY',
    q(
      `{ ${many(9, (n) => `a${n}: findings(first: 100) { edges { node { actions(first: 40) { edges { node { evidence(first: 20) { edges { node { id } } } } } } } } }`)} }`,
    ),
  ],
  [
    'fields of fields of fields of the schema',
    'GRAPHQL_VALIDATION_FAILED',
    q('{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }'),
  ],
  [
    'a list of 10,000',
    'TOO_MANY',
    q('query F($s: [FindingState!]) { findings(filter: { state: $s }) { totalCount } }', {
      s: Array(10_000).fill('CLOSED'),
    }),
  ],
  [
    'a list of 1,500 in the document',
    'TOO_MANY',
    q(`{ findings(filter: { state: [${'CLOSED '.repeat(1_500)}] }) { totalCount } }`),
  ],
  [
    'a list of 10,000 in the input of a write',
    'TOO_MANY',
    q('mutation R($input: ReviewEvidenceInput!) { reviewEvidence(input: $input) { userErrors { code } } }', {
      input: { evidenceIds: Array(10_000).fill('evd_x'), accept: true },
    }),
  ],
  [
    '300 kB of variables',
    'TOO_LARGE',
    q('query T($t: String) { findings(filter: { text: $t }) { totalCount } }', { t: 'x'.repeat(300_000) }),
  ],
  ['1 MB of variables', 'TOO_LARGE', q('{ findings { totalCount } }', { t: 'x'.repeat(1_000_000) })],
  [
    'JSON 5,000 deep',
    'TOO_DEEP',
    {
      raw: `{"query":"query F($f: FindingFilter) { findings(filter: $f) { totalCount } }","variables":{"f":${deepJson(5_000)}}}`,
    },
  ],
  [
    'a filter fifty deep',
    'TOO_DEEP',
    q('query F($f: FindingFilter) { findings(filter: $f) { totalCount } }', { f: JSON.parse(deepJson(50)) as object }),
  ],
  [
    'a filter ten deep',
    'BAD_USER_INPUT',
    q('query F($f: FindingFilter) { findings(filter: $f) { totalCount } }', { f: JSON.parse(deepJson(10)) as object }),
  ],
  ['a hundred operations', 'TOO_MANY', q(many(100, (n) => `query Q${n} { findings { totalCount } }`))],
  ['a batch', 'BAD_REQUEST', { body: Array(20).fill({ query: '{ findings { totalCount } }' }) }],
  ['an empty batch', 'BAD_REQUEST', { body: [] }],
  ['no document', 'BAD_REQUEST', { body: {} }],
  ['an empty document', 'BAD_REQUEST', q('')],
  ['a document that is a number', 'BAD_REQUEST', { body: { query: 1 } }],
  ['variables that are a list', 'BAD_REQUEST', q('{ findings { totalCount } }', [1])],
  ['variables that are a text', 'BAD_REQUEST', q('{ findings { totalCount } }', 'x')],
  ['a body that is null', 'BAD_REQUEST', { raw: 'null' }],
  ['a body that is a text', 'BAD_REQUEST', { raw: '"{ findings { totalCount } }"' }],
  ['broken JSON', 'BAD_REQUEST', { raw: '{"query":' }],
  ['a document that breaks off', 'GRAPHQL_PARSE_FAILED', q('{ findings {')],
  ['40,000 fields', 'TOO_LARGE', q(`{ ${'a '.repeat(40_000)} }`)],
  ['40,000 opening braces', 'GRAPHQL_PARSE_FAILED', q('{'.repeat(40_000))],
  ['3,900 opening braces', 'GRAPHQL_PARSE_FAILED', q('{'.repeat(3_900))],
  [
    'a list 3,000 deep in the document',
    'TOO_DEEP',
    q(`{ findings(filter: { state: ${'['.repeat(3_000)} }) { totalCount } }`),
  ],
  ['a directive that is none', 'GRAPHQL_VALIDATION_FAILED', q('{ findings { totalCount @defer } }')],
  ['@defer', 'GRAPHQL_VALIDATION_FAILED', q('{ ... @defer { findings { totalCount } } }')],
  [
    'the name of another operation',
    'OPERATION_RESOLUTION_FAILURE',
    { body: { query: '{ findings { totalCount } }', operationName: 'Other' } },
  ],
  [
    'several operations, none named',
    'OPERATION_RESOLUTION_FAILURE',
    q('query A { findings { totalCount } } query B { findings { totalCount } }'),
  ],
  ['a subscription', 'OPERATION_RESOLUTION_FAILURE', q('subscription { findings { totalCount } }')],
  [
    'a hash of a stored document',
    'PERSISTED_QUERY_NOT_SUPPORTED',
    { body: { extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } } },
  ],
  [
    'storing a document',
    'PERSISTED_QUERY_NOT_SUPPORTED',
    { body: { query: '{ __typename }', extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } } },
  ],
  ['GET', 'BAD_REQUEST', { method: 'GET', path: '/graphql?query=%7Bfindings%7BtotalCount%7D%7D' }],
  ['PUT', 'BAD_REQUEST', { method: 'PUT', body: { query: '{ findings { totalCount } }' } }],
  ...(
    [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/graphql',
      'application/jsonx',
      '',
      ' ',
      'application/json+x',
      'text/json',
      '*/*',
      'application/x-ndjson',
    ] as const
  ).map((type): [string, string, Attack] => [
    `the content type "${type}"`,
    'BAD_REQUEST',
    { ...q('{ findings { totalCount } }'), type },
  ]),
  [
    'a body packed in a way that is none',
    'BAD_REQUEST',
    { ...q('{ findings { totalCount } }'), headers: { 'content-encoding': 'x-none' } },
  ],
  [
    'a charset that is none',
    'BAD_REQUEST',
    { ...q('{ findings { totalCount } }'), type: 'application/json; charset=x-none' },
  ],
];

describe('what asks too much', () => {
  it.each(ATTACKS)('%s: %s', async (_what, code, attack) => {
    const seen = await send(attack);
    expect(seen.codes.length, JSON.stringify(seen)).toBeGreaterThan(0);
    expect(new Set(seen.codes)).toEqual(new Set([code]));
    expect(seen.status).toBeGreaterThanOrEqual(400);
    expect(seen.status).toBeLessThan(500);
    expect(seen.ms).toBeLessThan(2_000);
  });

  it('is refused, the server goes on', async () => {
    const { data } = await secretary.send<{ findings: { totalCount: number } }>('{ findings { totalCount } }');
    expect(data?.findings.totalCount).toBeGreaterThan(0);
  });

  it('says which limit, how high it is, and what was asked', async () => {
    const { errors } = await secretary.send(PAGES, { n: 100 });
    expect(errors?.[0]?.extensions).toEqual({ code: 'TOO_COSTLY', what: 'cost', limit: 500_000, found: 1_020_201 });
  });
});

describe('what people and programs ask', () => {
  const schema = buildApiSchema();
  const measured = (document: DocumentNode, variables: Record<string, unknown>) => {
    const tokens = (print(document).match(/[_A-Za-z0-9]+|\.\.\.|[{}()[\]:!$@=|&]|"[^"]*"/g) ?? []).length;
    const names = document.definitions.flatMap((one) =>
      one.kind === Kind.OPERATION_DEFINITION && getOperationAST(document, one.name?.value) ? [one.name?.value] : [],
    );
    const cost = Math.max(...names.map((name) => costOf(schema, document, name, variables)));
    return { ...measureDocument(document, limits), tokens, cost };
  };
  /** Of every measure the largest, with room: half of what is allowed at most. */
  const demandRoom = (documents: [string, DocumentNode][], largestPage: number): void => {
    const all = documents.map(([name, document]) => ({
      name,
      ...measured(document, { first: largestPage, size: largestPage }),
    }));
    for (const measure of [
      'tokens',
      'fields',
      'depth',
      'aliases',
      'directives',
      'rootFields',
      'copies',
      'operations',
      'cost',
    ] as const) {
      const most = all.reduce((one, other) => (other[measure] > one[measure] ? other : one));
      console.log(`  ${measure}: ${most[measure]} of ${limits[measure]} (${most.name})`);
      expect(most[measure] / limits[measure], `${measure} of ${most.name}`).toBeLessThanOrEqual(0.8);
    }
  };

  it('every operation of the console, with the largest pages, with room', async () => {
    const generated = new URL('../../console/src/gql/graphql.ts', import.meta.url).href;
    const exported = (await import(/* @vite-ignore */ generated)) as Record<string, unknown>;
    const documents = Object.entries(exported).filter(
      (entry): entry is [string, DocumentNode] =>
        entry[0].endsWith('Document') &&
        (entry[1] as DocumentNode).definitions.some((one) => one.kind === Kind.OPERATION_DEFINITION),
    );
    expect(documents.length).toBeGreaterThan(100);
    demandRoom(documents, 100);
  });

  it('every example of the documentation and the introspection of an explorer, with room', () => {
    const page = readFileSync(new URL('../../../docs/api.md', import.meta.url), 'utf8');
    const examples = [...page.matchAll(/^```graphql[^\n]*\n(.*?)^```$/gms)].map((match): [string, DocumentNode] => [
      (match[1] ?? '').trim().split('\n')[0] ?? '',
      parse(match[1] ?? ''),
    ]);
    demandRoom([...examples, ['introspection', parse(getIntrospectionQuery({ inputValueDeprecation: true }))]], 100);
  });

  it('a whole introspection is answered', async () => {
    const { data, errors } = await secretary.send<{ __schema: { types: unknown[] } }>(getIntrospectionQuery());
    expect(errors).toBeUndefined();
    expect(data?.__schema.types.length).toBeGreaterThan(100);
  });

  it('costs what its pages may hold, whatever is a variable, a fragment or an alias', () => {
    const cost = (query: string, variables: Record<string, unknown> = {}): number =>
      costOf(schema, parse(query), undefined, variables);
    expect(cost('{ findings { totalCount } }')).toBe(1);
    expect(cost('{ findings { edges { node { id } } } }')).toBe(26);
    expect(cost('{ findings(first: 1000) { edges { node { id } } } }')).toBe(101);
    expect(cost('{ findings(last: 10) { edges { node { id } } } }')).toBe(11);
    expect(cost('query Q($n: Int) { findings(first: $n) { edges { node { id } } } }', { n: 7 })).toBe(8);
    expect(
      cost('{ findings { ...C } } fragment C on FindingConnection { edges { ... on FindingEdge { node { id } } } }'),
    ).toBe(26);
    expect(cost('{ a: findings { edges { node { id } } } b: findings { edges { node { id } } } }')).toBe(52);
    expect(cost('{ node(id: "x") { ... on Finding { actions(first: 4) { edges { node { id } } } } } }')).toBe(
      1 + 1 + 4,
    );
  });
});

describe('strangers', () => {
  /** Every name of the contract, each with a letter less: what a guesser would have corrected. */
  const sdl = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8').replace(/"{3}.*?"{3}/gs, '');
  const guesses = [...new Set(sdl.match(/[A-Za-z_]{4,}/g) ?? [])].map((name) => name.slice(0, -1));

  it('learn no name, whatever they guess, in documents and in variables', async () => {
    expect(guesses.length).toBeGreaterThan(1_000);
    const nobody = api.withHeaders({});
    const bodies = guesses.flatMap((guess, n) => [
      { query: `{ ${guess} { ${guess} } }` },
      n % 2 === 0
        ? { query: `{ findings(filter: { state: [${guess}] }) { totalCount } }` }
        : {
            query: 'query Q($s: [FindingState!]) { findings(filter: { state: $s }) { totalCount } }',
            variables: { s: [guess] },
          },
    ]);
    const answers = new Set<string>();
    for (let at = 0; at < bodies.length; at += 20)
      await Promise.all(
        bodies.slice(at, at + 20).map(async (body) => {
          const response = await nobody.fetch('/graphql', {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(body),
          });
          answers.add(`${response.status} ${await response.text()}`);
        }),
      );
    console.log(`  ${bodies.length} guesses, ${answers.size} answer`);
    expect([...answers]).toEqual([
      '401 {"errors":[{"message":"sign in, or send a valid token","extensions":{"code":"UNAUTHENTICATED"}}]}',
    ]);
  });
});
