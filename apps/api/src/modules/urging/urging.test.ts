import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startApi, type Api, type Caller } from '../../../test/api.ts';
import { NOBODY, inspectionOf } from '../../../test/work.ts';

interface Line {
  findingId: string;
  seq: number;
  state: string;
  dueOn: string | null;
  urgency: string;
  colour: string | null;
  handlerName: string | null;
  missing: { code: string; subject: string | null }[];
}
interface Sheet {
  departmentId: string | null;
  departmentName: string | null;
  maySend: boolean;
  lastSentAt: string | null;
  lines: Line[];
}
const LINE = 'findingId seq state dueOn urgency colour handlerName missing { code subject }';

describe('催报单 over GraphQL', () => {
  let api: Api;
  let who: Record<'secretary' | 'clerk' | 'head' | 'leader' | 'office' | 'otherhead' | 'handler', Caller>;
  let inspectionId: string;
  beforeAll(async () => {
    api = await startApi();
    const logins = ['secretary', 'clerk', 'head', 'leader', 'office', 'otherhead', 'handler'] as const;
    who = Object.fromEntries(await Promise.all(logins.map(async (one) => [one, await api.as(one)]))) as typeof who;
    inspectionId = await inspectionOf(api);
  });
  afterAll(() => api.stop());

  const sheets = async (caller: Caller, id = inspectionId): Promise<Sheet[]> =>
    (
      await caller.execute<{ urgeSheets: Sheet[] }>(
        `query S($id: ID!) { urgeSheets(inspectionId: $id) { departmentId departmentName maySend lastSentAt lines { ${LINE} } } }`,
        { id },
      )
    ).urgeSheets;
  const call = async (caller: Caller, verb: 'sendUrge' | 'acknowledgeUrge', input: Record<string, unknown>) =>
    (
      await caller.execute<
        Record<
          string,
          { urge: Record<string, unknown> | null; userErrors: { code: string; field: string | null; rule: string }[] }
        >
      >(
        `mutation M($input: ${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input!) { ${verb}(input: $input) { urge { id note waitsForMe acknowledgedByName lines { ${LINE} } } userErrors { code field rule } } }`,
        { input },
      )
    )[verb]!;
  const sent = async (caller: Caller, waitsForMe?: boolean) =>
    (
      await caller.execute<{ urges: { edges: { node: { id: string; note: string | null } }[] } }>(
        'query U($filter: UrgeFilter) { urges(filter: $filter, first: 50) { edges { node { id note lines { seq } } } } }',
        { filter: { waitsForMe } },
      )
    ).urges.edges.map((edge) => edge.node);
  const finance = async (caller = who.clerk) =>
    (await sheets(caller)).find((one) => one.departmentName === '计划财务部')!;

  it('says per department what is open and what the gate misses: the same as the head is told on submitting', async () => {
    const all = await sheets(who.clerk);
    expect(all.length).toBeGreaterThan(3);
    const [{ n } = { n: 0 }] = await api.sql<{ n: number }>(
      `SELECT count(*)::int AS n FROM finding f JOIN body b ON b.id = f.body_id WHERE b.short_name = '市侨青会' AND f.state IN ('UNCLAIMED', 'RECTIFYING', 'IN_REVIEW')`,
    );
    expect(all.flatMap((one) => one.lines)).toHaveLength(n);
    const own = await finance();
    const days = own.lines.map((line) => line.dueOn ?? '9999');
    expect(days).toEqual(days.toSorted());
    const told = await who.head.execute<{
      findings: {
        edges: {
          node: { id: string; transitions: { verb: string; missing: { code: string; subject: string | null }[] }[] };
        }[];
      };
    }>(
      '{ findings(first: 100, filter: { state: [RECTIFYING] }) { edges { node { id transitions { verb missing { code subject } } } } } }',
    );
    const working = own.lines.filter((line) => line.state === 'RECTIFYING');
    expect(working.flatMap((line) => line.missing).length).toBeGreaterThan(0);
    for (const line of working) {
      const node = told.findings.edges.find((edge) => edge.node.id === line.findingId)?.node;
      expect(line.missing).toEqual(node?.transitions.find((one) => one.verb === 'submit')?.missing);
    }
    const overdue = all.flatMap((one) => one.lines).filter((line) => line.urgency === 'OVERDUE');
    expect(overdue.length).toBeGreaterThan(0);
    expect(new Set(overdue.map((line) => line.colour))).toEqual(new Set(['RED']));
  });

  it('is one statement, however many findings there are', async () => {
    const statements = async (): Promise<number> => {
      const spy = vi.spyOn(pg.Client.prototype, 'query');
      await sheets(who.clerk);
      const n = spy.mock.calls.filter(([text]) => {
        const words = typeof text === 'string' ? text : (text as { text?: string }).text;
        return words?.includes('FROM finding f LEFT JOIN department') === true;
      }).length;
      spy.mockRestore();
      return n;
    };
    expect(await statements()).toBe(1);
  });

  it('shows a head the own department alone, and the office and other bodies nothing', async () => {
    expect((await sheets(who.head)).map((one) => one.departmentName)).toContain('计划财务部');
    for (const sheet of await sheets(who.head)) expect(sheet.maySend).toBe(false);
    for (const caller of [who.office, who.otherhead]) expect(await sheets(caller)).toEqual([]);
    expect(await sheets(who.clerk, `ins_${NOBODY}`)).toEqual([]);
    expect(await sheets(who.clerk, 'nonsense')).toEqual([]);
  });

  it('is recorded as it stood, told to the head, and acknowledged once', async () => {
    const { departmentId, lines } = await finance();
    const { urge, userErrors } = await call(who.clerk, 'sendUrge', {
      inspectionId,
      departmentId,
      note: '请于周五前补齐佐证。',
    });
    expect(userErrors).toEqual([]);
    expect(urge).toMatchObject({ note: '请于周五前补齐佐证。', waitsForMe: false, lines });
    expect((await finance()).lastSentAt).not.toBeNull();
    expect((await sent(who.head, true)).map((one) => one.id)).toEqual([urge?.['id']]);
    for (const caller of [who.office, who.otherhead, who.leader, who.handler]) expect(await sent(caller)).toEqual([]);
    const input = { urgeId: urge?.['id'] };
    expect((await call(who.clerk, 'acknowledgeUrge', input)).userErrors[0]?.code).toBe('FORBIDDEN');
    expect((await call(who.otherhead, 'acknowledgeUrge', input)).userErrors[0]?.code).toBe('NOT_FOUND');
    expect((await call(who.head, 'acknowledgeUrge', input)).urge).toMatchObject({ acknowledgedByName: '沈砚青' });
    expect((await call(who.head, 'acknowledgeUrge', input)).userErrors[0]).toMatchObject({
      rule: 'urging.acknowledgedOnce',
    });
    expect(await sent(who.head, true)).toEqual([]);
    expect((await sent(who.secretary)).map((one) => one.id)).toEqual([urge?.['id']]);
    await expect(api.sql(`UPDATE urge SET note = 'x'`)).rejects.toThrow('stays');
    await expect(api.sql('DELETE FROM urge')).rejects.toThrow('stays');
    const verbs = await api.sql<{ verb: string }>(
      `SELECT verb FROM audit_event WHERE record_type = 'Urge' AND success ORDER BY id`,
    );
    expect(verbs.map((one) => one.verb)).toEqual(['sendUrge', 'acknowledgeUrge']);
  });

  it.each([
    ['a department of nobody', { departmentId: `dep_${NOBODY}` }, 'departmentId', 'findings.ownBody'],
    ['an id of another kind', { departmentId: `psn_${NOBODY}` }, null, 'access.visible'],
    ['an inspection that is none', { inspectionId: `ins_${NOBODY}` }, null, 'access.visible'],
    ['a long note', { note: '长'.repeat(1_001) }, 'note', 'input.length'],
  ] as const)('bad input, %s: nothing is written', async (_case, wrong, field, rule) => {
    const { departmentId } = await finance();
    const before = await api.sql('SELECT count(*) FROM urge');
    const answer = await call(who.clerk, 'sendUrge', { inspectionId, departmentId, ...wrong });
    expect(answer.userErrors[0]).toMatchObject({ field, rule });
    expect(await api.sql('SELECT count(*) FROM urge')).toEqual(before);
  });

  it('a department without an open finding is not urged', async () => {
    const { departmentId } = await finance();
    const [made] = await api.sql<{ id: string }>(
      `INSERT INTO department (id, body_id, name) SELECT gen_random_uuid(), d.body_id, '无事部' FROM department d WHERE d.id = $1 RETURNING id`,
      [departmentId?.slice(4)],
    );
    const answer = await call(who.clerk, 'sendUrge', { inspectionId, departmentId: `dep_${made?.id}` });
    expect(answer.userErrors[0]).toMatchObject({ field: 'departmentId', rule: 'urging.nothingOpen' });
  });
});
