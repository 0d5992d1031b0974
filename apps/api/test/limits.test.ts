import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { getIntrospectionQuery, getOperationAST, Kind, parse, print, type DocumentNode } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_API_SETTINGS } from '../src/api-settings.ts';
import { costOf } from '../src/graphql/limits/cost.ts';
import { measureDocument } from '../src/graphql/limits/document-limits.ts';
import { buildApiSchema } from '../src/graphql/schema.ts';
import { startApi, type Api, type Caller, type GraphQLAnswer } from './api.ts';
import { ATTACKS, PAGES, type Attack } from './limits.table.ts';

const { limits } = DEFAULT_API_SETTINGS;

let api: Api;
let secretary: Caller;
beforeAll(async () => {
  process.env['LOG_LEVEL'] = 'silent';
  api = await startApi();
  secretary = await api.as('secretary');
});
afterAll(() => api.stop());

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
