import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { DEFAULT_API_SETTINGS } from '../src/api-settings.ts';
import { startApi, type Api, type Caller } from './api.ts';

/** The selections of the console's pages, each asked for 10 and for 100 rows: the number of SQL statements is the same. */
const LEDGER = `edges { cursor node { id seq refNo title state result resultText version viewerCan transitions { verb to allowed reason missing { code subject } }
  deadline { dueOn } leader { id title holder { name } } leadDepartment { id name } supportingDepartments { name } handler { name } aspect { title } balance { dueFen }
  points { text outcome } sums { id } submissions { outcome steps { kind state signerName } } instructions { text }
  actions(first: 50) { edges { node { id ordinal text state department { name } handler { name } updates { text } evidence(first: 20) { edges { node { id title kind hints attachments { fileName } } } } } } } } } pageInfo { hasNextPage endCursor } totalCount`;
const PAGES: Record<string, { document: string; rows: (data: Record<string, { edges?: unknown[] }>) => number }> = {
  ledger: {
    document: `query P($first: Int!) { findings(first: $first) { ${LEDGER} } }`,
    rows: (data) => data['findings']?.edges?.length ?? 0,
  },
  inbox: {
    document: `query P($first: Int!) { findings(first: $first, filter: { waitsForMe: true }) { ${LEDGER} } }`,
    rows: (data) => data['findings']?.edges?.length ?? 0,
  },
  outlines: {
    document:
      'query P($first: Int!) { findingOutlines(first: $first) { totalCount edges { node { id seq state title } } } }',
    rows: (data) => data['findingOutlines']?.edges?.length ?? 0,
  },
  evidence: {
    document:
      'query P($first: Int!) { evidence(first: $first) { totalCount edges { node { id pieceNumber title kind hints attachments { fileName size } actions(first: 100) { edges { node { id text finding { id title viewerCan } } } } } } } }',
    rows: (data) => data['evidence']?.edges?.length ?? 0,
  },
  money: {
    document:
      'query P($first: Int!) { sums(first: $first) { totalCount edges { node { id label statedFen establishedFen recoveries { fen payer } waivers { fen consents { who } } finding { id title } } } } }',
    rows: (data) => data['sums']?.edges?.length ?? 0,
  },
};

let api: Api;
let secretary: Caller;

/** Copies of the main body's findings with their actions, links, sums and waiting submissions, until every page has a hundred rows. */
async function multiply(): Promise<void> {
  const copy = (table: string, change: string, from: string): Promise<unknown> =>
    api.sql(
      `INSERT INTO ${table} SELECT (jsonb_populate_record(NULL::${table}, to_jsonb(t) || jsonb_build_object(${change}))).* FROM ${from}`,
    );
  const main = `b.short_name = '市侨青会'`;
  const id = (key: string): string => `md5(${key}::text || g::text)::uuid`;
  const copies = 'generate_series(1, 50) g';
  // A hundred waiting ones need fifty copies of the few that wait; four of everything else are enough.
  const wanted = (finding: string): string =>
    `(g <= 4 OR EXISTS (SELECT 1 FROM submission w WHERE w.finding_id = ${finding} AND w.outcome = 'PENDING'))`;
  await copy(
    'finding',
    `'id', ${id('t.id')}, 'seq', t.seq + 100 * g, 'ref_no', t.ref_no || '-' || g`,
    `finding t JOIN body b ON b.id = t.body_id, ${copies} WHERE ${main} AND ${wanted('t.id')}`,
  );
  await copy(
    'action',
    `'id', ${id('t.id')}, 'finding_id', ${id('t.finding_id')}`,
    `action t JOIN body b ON b.id = t.body_id, ${copies} WHERE ${main} AND ${wanted('t.finding_id')}`,
  );
  await api.sql(
    `INSERT INTO evidence_action (body_id, evidence_id, action_id) SELECT t.body_id, t.evidence_id, ${id('t.action_id')} FROM evidence_action t JOIN action a ON a.id = t.action_id JOIN body b ON b.id = a.body_id, ${copies} WHERE ${main} AND g <= 4`,
  );
  await copy(
    'money_sum',
    `'id', ${id('t.id')}, 'finding_id', ${id('t.finding_id')}, 'point_id', NULL`,
    `money_sum t JOIN finding f ON f.id = t.finding_id JOIN body b ON b.id = f.body_id, ${copies} WHERE ${main} AND ${wanted('f.id')}`,
  );
  await copy(
    'submission',
    `'id', ${id('t.id')}, 'finding_id', ${id('t.finding_id')}`,
    `submission t JOIN finding f ON f.id = t.finding_id JOIN body b ON b.id = f.body_id, ${copies} WHERE ${main} AND t.outcome = 'PENDING'`,
  );
  await copy(
    'signoff_step',
    `'id', ${id('t.id')}, 'submission_id', ${id('t.submission_id')}`,
    `signoff_step t JOIN submission s ON s.id = t.submission_id JOIN finding f ON f.id = s.finding_id JOIN body b ON b.id = f.body_id, ${copies} WHERE ${main} AND s.outcome = 'PENDING'`,
  );
  await api.sql('ANALYZE');
}

async function statementsOf(
  caller: Caller,
  document: string,
  variables: Record<string, unknown>,
): Promise<{ data: Record<string, { edges?: unknown[] }>; statements: number }> {
  const spy = vi.spyOn(pg.Client.prototype, 'query');
  try {
    const data = await caller.execute<Record<string, { edges?: unknown[] }>>(document, variables);
    return { data, statements: spy.mock.calls.length };
  } finally {
    spy.mockRestore();
  }
}

beforeAll(async () => {
  // A hundred rows with all that hangs on them: more than a single request may cost elsewhere.
  const limits = { ...DEFAULT_API_SETTINGS.limits, cost: 10_000_000 };
  api = await startApi({ server: { settings: { limits } } });
  await multiply();
  secretary = await api.as('secretary');
  await secretary.execute('{ viewer { name } }');
});
afterAll(() => api.stop());

describe('the number of SQL statements does not grow with the rows', () => {
  it.each(Object.entries(PAGES))('%s', async (_name, { document, rows }) => {
    const few = await statementsOf(secretary, document, { first: 10 });
    const many = await statementsOf(secretary, document, { first: 100 });
    expect([rows(few.data), rows(many.data)]).toEqual([10, 100]);
    expect(many.statements).toBe(few.statements);
    expect(many.statements).toBeLessThanOrEqual(3);
  });

  it('a finding’s page, with one action or with a hundred', async () => {
    const [small] = await api.sql<{ id: string }>(
      `SELECT finding_id AS id FROM action GROUP BY finding_id ORDER BY count(*) LIMIT 1`,
    );
    await api.sql(
      `INSERT INTO action (id, finding_id, body_id, ordinal, text) SELECT gen_random_uuid(), f.id, f.body_id, 100 + g, 'x' FROM finding f JOIN body b ON b.id = f.body_id, generate_series(1, 100) g WHERE f.seq = 28 AND b.short_name = '市侨青会'`,
    );
    const [large] = await api.sql<{ id: string }>(
      `SELECT finding_id AS id FROM action GROUP BY finding_id ORDER BY count(*) DESC LIMIT 1`,
    );
    const document = `query D($id: ID!) { finding(id: $id) { ${/node \{(.*)\} \} pageInfo/s.exec(LEDGER)?.[1] ?? 'id'} } }`;
    const counts = [];
    for (const one of [small, large])
      counts.push((await statementsOf(secretary, document, { id: `fnd_${one?.id}` })).statements);
    expect(counts[0]).toBe(counts[1]);
  });

  it('the viewer, with one role or with ten', async () => {
    const one = await statementsOf(
      secretary,
      '{ viewer { account { login } person { name } roles { role body { name } department { name } } capabilities home } }',
      {},
    );
    await api.sql(
      `INSERT INTO role_grant (id, account_id, role, body_id, department_id, from_on) SELECT gen_random_uuid(), a.id, 'HANDLER', d.body_id, d.id, '2026-01-01' FROM account a JOIN person n ON n.id = a.person_id JOIN department d ON d.body_id = n.body_id WHERE a.login = 'secretary'`,
    );
    const ten = await statementsOf(
      secretary,
      '{ viewer { account { login } person { name } roles { role body { name } department { name } } capabilities home } }',
      {},
    );
    expect(ten.statements).toBe(one.statements);
  });
});
