import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type Api, type Caller } from '../../../test/api.ts';

interface Answer {
  finding: { id: string; state: string; version: number; leadDepartment: { name: string } | null } | null;
  userErrors: { code: string; rule: string; field: string | null; params: Record<string, string> | null }[];
}

const FIELDS = 'finding { id state version leadDepartment { name } } userErrors { code rule field params }';
const FIND = `query Find($filter: FindingFilter) { findings(first: 1, filter: $filter) { edges { node { id version state seq viewerCan } } } }`;

interface Found {
  findings: { edges: { node: { id: string; version: number; state: string; seq: number; viewerCan: string[] } }[] };
}

describe('findings over GraphQL', () => {
  let api: Api;
  let clerk: Caller;
  beforeAll(async () => {
    api = await startApi();
    clerk = await api.as('clerk');
  });
  afterAll(() => api.stop());

  const unclaimed = async (who: Caller): Promise<Found['findings']['edges'][number]['node']> => {
    const node = (await who.execute<Found>(FIND, { filter: { state: ['UNCLAIMED'] } })).findings.edges[0]?.node;
    if (node === undefined) throw new Error('the demo has no unclaimed finding');
    return node;
  };

  it('lets the clerk assign, and the audit trail says what was before', async () => {
    const finding = await unclaimed(clerk);
    const late = { findingId: finding.id, version: finding.version, dueOn: '2027-12-31' };
    const refused = await clerk.execute<{ assign: Answer }>(
      `mutation A($input: AssignInput!) { assign(input: $input) { ${FIELDS} } }`,
      { input: late },
    );
    expect(refused.assign.userErrors[0]).toMatchObject({ rule: 'deadlines.planAccepted', field: 'dueOn' });
    await api.sql('UPDATE inspection SET plan_accepted_on = NULL');
    const answer = await clerk.execute<{ assign: Answer }>(
      `mutation A($input: AssignInput!) { assign(input: $input) { ${FIELDS} } }`,
      {
        input: { findingId: finding.id, version: finding.version, dueOn: '2026-12-31' },
      },
    );
    expect(answer.assign.userErrors).toEqual([]);
    expect(answer.assign.finding?.version).toBe(finding.version + 1);
    const [event] = await api.sql<{ verb: string; actor_name: string; after: Record<string, string> }>(
      `SELECT verb, actor_name, after FROM audit_event WHERE record_id = $1 ORDER BY id DESC LIMIT 1`,
      [finding.id.slice(4)],
    );
    expect(event).toMatchObject({ verb: 'assign', after: { dueRule: 'SET_BY_CLERK' } });
  });

  it('answers a stale version with who changed it', async () => {
    const finding = await unclaimed(clerk);
    const answer = await clerk.execute<{ assign: Answer }>(
      `mutation A($input: AssignInput!) { assign(input: $input) { ${FIELDS} } }`,
      { input: { findingId: finding.id, version: finding.version - 1, dueOn: '2026-12-30' } },
    );
    expect(answer.assign.finding).toBeNull();
    expect(answer.assign.userErrors[0]).toMatchObject({
      code: 'CONFLICT',
      rule: 'ledger.version',
      params: { version: finding.version },
    });
    expect(answer.assign.userErrors[0]?.params?.['by']).not.toBe('');
  });

  it('refuses a verb that the role does not have, and hides what is not visible', async () => {
    const finding = await unclaimed(clerk);
    const input = { findingId: finding.id, version: finding.version };
    const leader = await clerk.execute<{ claim: Answer }>(
      `mutation C($input: ClaimInput!) { claim(input: $input) { ${FIELDS} } }`,
      { input },
    );
    expect(leader.claim.userErrors[0]?.code).toBe('FORBIDDEN');
    const other = await api.as('otherhead');
    const hidden = await other.execute<{ claim: Answer }>(
      `mutation C($input: ClaimInput!) { claim(input: $input) { ${FIELDS} } }`,
      { input },
    );
    const absent = await other.execute<{ claim: Answer }>(
      `mutation C($input: ClaimInput!) { claim(input: $input) { ${FIELDS} } }`,
      { input: { ...input, findingId: 'fnd_00000000-0000-7000-8000-000000000000' } },
    );
    expect(hidden).toEqual(absent);
    expect(hidden.claim.userErrors[0]?.code).toBe('NOT_FOUND');
  });

  it('answers nobody without a session', async () => {
    const response = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ findings { totalCount } }' }),
    });
    expect(response.status).toBe(401);
  });
});
