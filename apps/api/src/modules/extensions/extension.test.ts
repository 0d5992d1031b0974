import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type Api, type Caller } from '../../../test/api.ts';

interface Request {
  id: string;
  number: number;
  fromDueOn: string;
  toDueOn: string;
  days: number;
  state: string;
  approver: string;
  waitsForMe: boolean;
  opinion: string | null;
}
interface Node {
  id: string;
  version: number;
  refNo: string;
  state: string;
  deadline: { dueOn: string; rule: string };
  extensions: Request[];
  transitions: { verb: string; allowed: boolean; reason: string | null }[];
}
interface Answer {
  finding: Node | null;
  extension?: Request | null;
  userErrors: { code: string; rule: string; field: string | null; missing: { code: string }[] }[];
}

const REQUEST = 'id number fromDueOn toDueOn days state approver waitsForMe opinion';
const NODE = `id version refNo state deadline { dueOn rule } extensions { ${REQUEST} } transitions { verb allowed reason }`;
const ERRORS = 'userErrors { code rule field missing { code } }';

describe('延期 over GraphQL', () => {
  let api: Api;
  let head: Caller;
  let secretary: Caller;
  let office: Caller;
  beforeAll(async () => {
    api = await startApi();
    [head, secretary, office] = await Promise.all([api.as('head'), api.as('secretary'), api.as('office')]);
  });
  afterAll(() => api.stop());

  /** A finding's id with the version that a reader sees now. */
  const now = async (id: string): Promise<{ findingId: string; version: number }> => {
    const [row] = await api.sql<{ version: number }>('SELECT version FROM finding WHERE id = $1', [id.slice(4)]);
    return { findingId: id, version: row?.version ?? 0 };
  };
  const call = async (who: Caller, name: string, type: string, input: object): Promise<Answer> => {
    const more = name === 'decideExtension' ? `extension { ${REQUEST} }` : '';
    const data = await who.execute<Record<string, Answer>>(
      `mutation M($input: ${type}!) { ${name}(input: $input) { finding { ${NODE} } ${more} ${ERRORS} } }`,
      { input },
    );
    return data[name] as Answer;
  };
  const ask = async (who: Caller, finding: Node, dueOn: string, reason = '等待第三方审计结论') =>
    call(who, 'requestExtension', 'RequestExtensionInput', { ...(await now(finding.id)), dueOn, reason });
  const decide = (who: Caller, extensionId: string, grant: boolean, opinion?: string) =>
    call(who, 'decideExtension', 'DecideExtensionInput', { extensionId, grant, opinion });
  const waiting = async (who: Caller): Promise<{ refNo: string; finding: { id: string } | null; reason: string }[]> =>
    (
      await who.execute<{ extensions: { edges: { node: never }[] } }>(
        '{ extensions(filter: { waitsForMe: true }) { edges { node { refNo reason finding { id } } } } }',
      )
    ).extensions.edges.map((edge) => edge.node);
  const inWork = async (n: number): Promise<Node> => {
    const data = await head.execute<{ findings: { edges: { node: Node }[] } }>(
      `{ findings(first: 50, filter: { state: [RECTIFYING] }) { edges { node { ${NODE} } } } }`,
    );
    const able = data.findings.edges
      .map((edge) => edge.node)
      .filter((node) => node.transitions.some((one) => one.verb === 'requestExtension' && one.allowed));
    return able[n] as Node;
  };
  const reasonOf = (node: Node | null, verb: string) => node?.transitions.find((one) => one.verb === verb)?.reason;

  it('is asked for by the head, decided by the secretary, and the day before stays in sight', async () => {
    const finding = await inWork(0);
    const before = finding.deadline.dueOn;
    const asked = await ask(head, finding, '2027-03-31');
    expect(asked.userErrors).toEqual([]);
    expect(asked.finding?.extensions[0]).toMatchObject({
      number: 1,
      fromDueOn: before,
      toDueOn: '2027-03-31',
      state: 'PENDING',
      approver: 'SECRETARY',
      waitsForMe: false,
    });
    expect(asked.finding?.deadline.dueOn).toBe(before);
    expect(reasonOf(asked.finding, 'requestExtension')).toBe('EXTENSION_PENDING');
    expect((await ask(head, finding, '2027-04-30')).userErrors[0]).toMatchObject({
      code: 'ILLEGAL_TRANSITION',
      rule: 'findings.extension',
    });

    expect((await waiting(secretary)).map((one) => one.refNo)).toContain(finding.refNo);
    expect(await waiting(head)).toEqual([]);
    const id = asked.finding?.extensions[0]?.id ?? '';
    expect((await decide(head, id, true)).userErrors[0]?.code).toBe('FORBIDDEN');
    expect((await decide(secretary, id, false)).userErrors[0]).toMatchObject({ code: 'INVALID', field: 'opinion' });
    const granted = await decide(secretary, id, true, '同意');
    expect(granted.userErrors).toEqual([]);
    expect(granted.finding?.deadline).toEqual({ dueOn: '2027-03-31', rule: 'EXTENSION' });
    expect(granted.extension).toMatchObject({ state: 'GRANTED', opinion: '同意', fromDueOn: before });
    expect((await decide(secretary, id, true)).userErrors).toHaveLength(1);

    const [event] = await api.sql<{ verb: string; after: object }>(
      `SELECT verb, after FROM audit_event WHERE verb = 'decideExtension' ORDER BY id DESC LIMIT 1`,
    );
    expect(event?.after).toMatchObject({ extension: 1, extensionState: 'GRANTED' });
  });

  it('a refusal changes no day; the cap counts what was granted, cycle by cycle', async () => {
    const finding = await inWork(0);
    const dueOn = finding.deadline.dueOn;
    const refused = await ask(head, finding, '2027-05-31');
    const answer = await decide(secretary, refused.finding?.extensions[0]?.id ?? '', false, '进度够快,不必延期');
    expect(answer.finding?.deadline.dueOn).toBe(dueOn);
    await api.sql(`UPDATE round SET settings = settings || '{"extension": {"cap": 1}}'`);
    expect(finding.extensions.filter((one) => one.state === 'GRANTED')).toHaveLength(1);
    expect((await ask(head, finding, '2027-06-30')).userErrors[0]).toMatchObject({ rule: 'findings.extensionCap' });
    await api.sql(`UPDATE round SET settings = settings - 'extension'`);
  });

  it.each([
    ['2020-01-01', 'an earlier day'],
    ['2027-02-30', 'no day at all'],
  ])('%s is refused: %s', async (dueOn) => {
    const answer = await head.send<{ requestExtension: Answer }>(
      `mutation M($input: RequestExtensionInput!) { requestExtension(input: $input) { finding { id } ${ERRORS} } }`,
      { input: { ...(await now((await inWork(0)).id)), dueOn, reason: '理由' } },
    );
    const refused = answer.data?.requestExtension?.userErrors[0];
    if (refused) expect(refused).toMatchObject({ field: 'dueOn', rule: 'deadlines.extensionDay' });
    else expect(answer.errors?.[0]?.message).toContain('2027-02-30');
  });

  it('is taken back by the department, and lapses when the finding is submitted', async () => {
    const finding = await inWork(0);
    await ask(head, finding, '2027-07-31');
    const back = await call(head, 'withdrawExtension', 'FindingVerbInput', await now(finding.id));
    expect(back.finding?.extensions[0]?.state).toBe('WITHDRAWN');
    expect(reasonOf(back.finding, 'withdrawExtension')).toBe('NOTHING_REQUESTED');
    await ask(head, finding, '2027-07-31');
    const submitted = await call(head, 'submitForContinuation', 'SubmitForContinuationInput', {
      ...(await now(finding.id)),
      reason: '需要更长时间',
      target: '完成审计',
      nextReviewOn: '2027-06-30',
    });
    expect(submitted.userErrors).toEqual([]);
    expect(submitted.finding?.extensions[0]?.state).toBe('LAPSED');
    await call(head, 'withdraw', 'FindingVerbInput', await now(finding.id));
  });

  it('where the office decides, it reads the request and not the finding', async () => {
    await api.sql(`UPDATE round SET settings = settings || '{"extension": {"approver": "OFFICE"}}'`);
    const finding = await inWork(0);
    const asked = await ask(head, finding, '2027-09-30', '等待市财政局批复');
    const id = asked.finding?.extensions[0]?.id ?? '';
    expect(reasonOf(asked.finding, 'withdrawExtension')).toBeNull();
    expect((await decide(secretary, id, true)).userErrors[0]?.code).toBe('FORBIDDEN');
    expect((await waiting(secretary)).map((one) => one.refNo)).not.toContain(finding.refNo);
    expect(await waiting(office)).toEqual([{ refNo: finding.refNo, reason: '等待市财政局批复', finding: null }]);
    const granted = await decide(office, id, true);
    expect(granted.userErrors).toEqual([]);
    expect(granted).toMatchObject({ finding: null, extension: { state: 'GRANTED', toDueOn: '2027-09-30' } });
    const [row] = await api.sql<{ due: string }>('SELECT due_on::text AS due FROM finding WHERE ref_no = $1', [
      finding.refNo,
    ]);
    expect(row?.due).toBe('2027-09-30');
    await api.sql(`UPDATE round SET settings = settings - 'extension'`);
  });

  it('another body sees no request, by list or by id', async () => {
    const other = await api.as('otherhead');
    const [row] = await api.sql<{ id: string }>('SELECT id FROM extension LIMIT 1');
    expect((await decide(other, `ext_${row?.id}`, true)).userErrors[0]?.code).toBe('NOT_FOUND');
    expect(await other.execute(`{ node(id: "ext_${row?.id}") { id } extensions { totalCount } }`)).toEqual({
      node: null,
      extensions: { totalCount: 0 },
    });
  });

  it('what waits for somebody is exactly what the rules let him decide', async () => {
    await api.sql(`UPDATE round SET settings = settings || '{"extension": {"cap": 9}}'`);
    const finding = await inWork(0);
    await ask(head, finding, '2027-10-31');
    for (const login of ['secretary', 'clerk', 'leader', 'head', 'handler', 'discipline', 'office', 'otherhead']) {
      const who = await api.as(login);
      const { node } = await who.execute<{ node: Node | null }>(
        `query N($id: ID!) { node(id: $id) { ... on Finding { ${NODE} } } }`,
        { id: finding.id },
      );
      const may = node?.transitions.some((one) => one.verb === 'decideExtension' && one.allowed) ?? false;
      expect((await waiting(who)).map((one) => one.refNo).includes(finding.refNo), login).toBe(may);
    }
  });
});
