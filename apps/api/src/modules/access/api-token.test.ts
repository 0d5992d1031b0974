import { FIELD_CLASSES, type FieldClass } from '@closeout/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, TODAY, type Api, type Caller } from '../../../test/api.ts';
import { tokenFor } from '../../../test/tokens.ts';

interface Refusal {
  code: string;
  field: string | null;
  rule: string;
}
interface Token {
  id: string;
  state: string;
  classes: string[];
  classesInForce: string[];
  verbs: string[];
  viewerCan: string[];
  version: number;
  approverName: string | null;
  decidedByName: string | null;
}
interface Payload {
  apiToken: Token | null;
  secret: string | null;
  userErrors: Refusal[];
}

const FIELDS = 'id state classes classesInForce verbs viewerCan version approverName decidedByName';
const STATES = '{ findings { totalCount edges { node { refNo state } } } }';
/** One field of each class. */
const ASK: Record<FieldClass, string> = {
  STATISTICS: 'refNo',
  TEXT: 'title',
  NAMES: 'handler { name }',
  MONEY: 'balance { dueFen }',
};
const ask = (one: FieldClass): string => `{ findings(first: 1) { edges { node { ${ASK[one]} } } } }`;

let api: Api;
let secadmin: Caller;
let secretary: Caller;
const ids: Record<string, string> = {};
beforeAll(async () => {
  api = await startApi();
  [secadmin, secretary] = [await api.as('secadmin'), await api.as('secretary')];
  for (const { short_name, id } of await api.sql<{ short_name: string; id: string }>('SELECT id, short_name FROM body'))
    ids[short_name] = `bdy_${id}`;
  for (const { login, id } of await api.sql<{ login: string; id: string }>('SELECT id, login FROM account'))
    ids[login] = `acc_${id}`;
});
afterAll(() => api.stop());

const run = async (caller: Caller, verb: string, input: object): Promise<Payload> => {
  const secret = verb === 'createApiToken' ? 'secret' : '';
  const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
  const data = await caller.execute<Record<string, Payload>>(
    `mutation M($input: ${type}!) { ${verb}(input: $input) { apiToken { ${FIELDS} } ${secret} userErrors { code field rule } } }`,
    { input },
  );
  return data[verb] as Payload;
};
const create = (change: object = {}): Promise<Payload> =>
  run(secadmin, 'createApiToken', { name: 'bi', bodyId: ids['市侨青会'], expiresOn: '2027-03-31', ...change });
const all = (): Promise<Payload> => create({ classes: FIELD_CLASSES, approverId: ids['secretary'] });
const decide = (caller: Caller, id: string, version: number, approve: boolean, reason?: string): Promise<Payload> =>
  run(caller, 'decideApiToken', { apiTokenId: id, version, approve, reason });
const bearer = (made: Payload): Caller => api.withHeaders({ authorization: `Bearer ${made.secret}` });
const given = async (token: Caller): Promise<FieldClass[]> => {
  const found: FieldClass[] = [];
  for (const one of FIELD_CLASSES) if ((await token.send(ask(one))).errors === undefined) found.push(one);
  return found;
};
const state = async (id: string): Promise<string | undefined> =>
  (
    await secretary.execute<{ node: Token | null }>(
      `query S($id: ID!) { node(id: $id) { ... on ApiToken { ${FIELDS} } } }`,
      { id },
    )
  ).node?.state;

describe('a token', () => {
  it('reads statistics of one body from the start, and nothing after its revocation; only the hash is stored', async () => {
    const made = await create();
    expect(made).toMatchObject({ userErrors: [], apiToken: { state: 'IN_FORCE', classes: ['STATISTICS'] } });
    expect(made.apiToken?.verbs).toEqual(['readOutline', 'readFinding']);
    const token = bearer(made);
    expect(
      await token.execute('{ findings { totalCount } viewer { kind name classes roles { id } account { id } } }'),
    ).toEqual({
      findings: { totalCount: 33 },
      viewer: { kind: 'TOKEN', name: 'bi', classes: ['STATISTICS'], roles: [], account: null },
    });
    for (const table of ['api_token', 'audit_event'])
      expect(JSON.stringify(await api.sql(`SELECT t::text FROM ${table} t`)), table).not.toContain(made.secret);
    expect(await run(secadmin, 'revokeApiToken', { apiTokenId: made.apiToken?.id })).toMatchObject({
      apiToken: { state: 'REVOKED', classesInForce: [], viewerCan: [] },
    });
    expect(await token.send(STATES)).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    expect((await run(secadmin, 'revokeApiToken', { apiTokenId: made.apiToken?.id })).userErrors).toMatchObject([
      { code: 'ILLEGAL_TRANSITION' },
    ]);
  });

  it('is worth nothing after its last day', async () => {
    const made = await create();
    const token = bearer(made);
    await api.sql(
      `UPDATE api_token SET created_at = $2::date - 10, expires_at = $2::date - interval '9 hours' WHERE id = $1`,
      [made.apiToken?.id.slice(4), TODAY],
    );
    expect(await token.send(STATES)).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    expect(await state(made.apiToken?.id ?? '')).toBe('EXPIRED');
  });

  it.each([
    ['more than a year', { expiresOn: '2027-11-23' }, 'expiresOn'],
    ['a day that is over', { expiresOn: '2026-11-21' }, 'expiresOn'],
    ['no class', { classes: [] }, 'classes'],
    ['no verb', { verbs: [] }, 'verbs'],
    ['no name', { name: ' ' }, 'name'],
    ['texts, nobody asked', { classes: ['TEXT'] }, 'approverId'],
  ])('%s is refused', async (_what, change, field) => {
    expect((await create(change)).userErrors).toMatchObject([{ code: 'INVALID', field }]);
  });

  it('who is asked is a secretary of that very body; anybody else answers like nobody', async () => {
    for (const login of ['othersecretary', 'clerk', 'secadmin'])
      expect((await create({ classes: ['TEXT'], approverId: ids[login] })).userErrors, login).toMatchObject([
        { field: 'approverId', rule: 'access.tokenApprover' },
      ]);
    expect((await create({ expiresOn: '2027-11-22' })).userErrors).toEqual([]);
    expect((await create({ bodyId: ids['市委巡察办'] })).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });
});

describe('what a token asks beyond statistics', () => {
  it('waits for the secretary, is given by his act at the next request, and ends with another', async () => {
    const made = await all();
    const id = made.apiToken?.id ?? '';
    expect(made.apiToken).toMatchObject({ state: 'REQUESTED', classesInForce: ['STATISTICS'], viewerCan: ['revoke'] });
    const token = bearer(made);
    expect(await given(token)).toEqual(['STATISTICS']);
    expect((await decide(secretary, id, 7, true)).userErrors).toMatchObject([{ code: 'CONFLICT' }]);
    const approved = await decide(secretary, id, 1, true);
    expect(approved.apiToken).toMatchObject({
      state: 'IN_FORCE',
      classesInForce: FIELD_CLASSES,
      viewerCan: ['refuse'],
    });
    expect(await given(token)).toEqual([...FIELD_CLASSES]);
    expect((await decide(secretary, id, 2, false)).userErrors).toMatchObject([{ field: 'reason' }]);
    expect((await decide(secretary, id, 2, false, '数据用途变了')).apiToken).toMatchObject({ state: 'REFUSED' });
    expect(await given(token)).toEqual(['STATISTICS']);
    expect((await decide(secretary, id, 3, true)).userErrors).toMatchObject([{ rule: 'access.tokenState' }]);
    expect(
      await api.sql(
        `SELECT verb, after ->> 'decision' AS decision, reason FROM audit_event WHERE record_id = $1 AND success ORDER BY id`,
        [id.slice(4)],
      ),
    ).toEqual([
      { verb: 'createApiToken', decision: null, reason: null },
      { verb: 'decideApiToken', decision: 'APPROVED', reason: null },
      { verb: 'decideApiToken', decision: 'REFUSED', reason: '数据用途变了' },
    ]);
  });

  it('is given no longer than the approver could give it: a new secretary approves anew', async () => {
    const made = await all();
    const id = made.apiToken?.id ?? '';
    await decide(secretary, id, 1, true);
    const token = bearer(made);
    expect(await given(token)).toContain('NAMES');
    const hold = `role_grant SET to_on = $1::date WHERE role = 'SECRETARY' AND account_id = (SELECT id FROM account WHERE login = 'secretary')`;
    await api.sql(`UPDATE ${hold}`, ['2026-11-21']);
    expect(await given(token)).toEqual(['STATISTICS']);
    await api.sql(
      `INSERT INTO role_grant (id, account_id, role, body_id, from_on) SELECT gen_random_uuid(), a.id, 'SECRETARY', $2::uuid, $1::date FROM account a WHERE a.login = 'head2'`,
      ['2026-11-22', ids['市侨青会']?.slice(4)],
    );
    const successor = await api.as('head2');
    expect((await decide(successor, id, 2, true)).apiToken).toMatchObject({ state: 'IN_FORCE' });
    expect(await given(token)).toContain('NAMES');
    await api.sql(`UPDATE account SET active = false WHERE login = 'head2'`);
    expect(await given(token)).toEqual(['STATISTICS']);
    await api.sql(`UPDATE ${hold}`, [null]);
    expect(await state(id)).toBe('LAPSED');
  });

  it('is not decided by another body’s secretary, by who made the token, nor by anybody below', async () => {
    const id = (await all()).apiToken?.id ?? '';
    for (const login of ['othersecretary', 'clerk', 'leader', 'head', 'auditadmin', 'integrator'])
      expect((await decide(await api.as(login), id, 1, true)).userErrors, login).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect((await decide(secadmin, id, 1, true)).userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect((await run(secretary, 'revokeApiToken', { apiTokenId: id })).userErrors).toMatchObject([
      { code: 'FORBIDDEN' },
    ]);
    expect(await state(id)).toBe('REQUESTED');
  });

  it('a secretary sees the tokens of the own body alone, and nothing of who made them but the name', async () => {
    await tokenFor(api, '市体总', { name: '体总的令牌' });
    const list = '{ apiTokens(first: 100) { edges { node { name createdByName body { shortName } } } } }';
    const seen = await secretary.execute<{
      apiTokens: { edges: { node: { name: string; body: { shortName: string } } }[] };
    }>(list);
    expect(new Set(seen.apiTokens.edges.map(({ node }) => node.body.shortName))).toEqual(new Set(['市侨青会']));
    expect(JSON.stringify(await secadmin.execute(list))).toContain('体总的令牌');
  });
});

describe('verbs', () => {
  it('bound what a token does, whatever classes it has', async () => {
    const outline = await tokenFor(api, '市侨青会', { verbs: ['readOutline'] });
    expect(
      await outline.caller.execute(
        '{ findings { totalCount } evidence { totalCount } findingOutlines { totalCount } }',
      ),
    ).toEqual({
      findings: { totalCount: 0 },
      evidence: { totalCount: 0 },
      findingOutlines: { totalCount: 33 },
    });
    const [{ id } = { id: '' }] = await api.sql<{ id: string }>(
      `SELECT i.id FROM inspection i JOIN body b ON b.id = i.body_id WHERE b.short_name = '市侨青会' LIMIT 1`,
    );
    const report = `/export/report.txt?inspectionId=ins_${id}`;
    const reader = await tokenFor(api, '市侨青会', { verbs: ['readOutline', 'readFinding'] });
    expect((await reader.caller.fetch(report)).status).toBe(403);
    const exporter = await tokenFor(api, '市侨青会', { verbs: ['readOutline', 'exportLedger'] });
    expect((await exporter.caller.fetch(report)).status).toBe(200);
    expect(
      (await (await tokenFor(api, '市侨青会', { classes: ['STATISTICS', 'TEXT'] })).caller.fetch(report)).status,
    ).toBe(403);
    expect(await exporter.caller.execute('{ findings { totalCount } }')).toEqual({ findings: { totalCount: 0 } });
  });
});
