import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type Api, type Caller } from '../../../test/api.ts';
import { inspectionOf } from '../../../test/work.ts';

interface Sight {
  id: string;
  state: string;
  runs: boolean;
  whole: boolean;
  toOn: string | null;
  version: number;
  viewerCan: string[];
  openings: { refNo: string; personName: string; times: number }[];
  findings: { outline: { id: string; seq: number } }[];
}
interface Answer {
  sight?: Sight | null;
  finding?: { id: string; title: string } | null;
  userErrors: { code: string; field: string | null; rule: string }[];
}

const SIGHT =
  'id state runs whole toOn version viewerCan openings { refNo personName times } findings { outline { id seq } }';

describe('sight of findings', () => {
  let api: Api;
  let office: Caller;
  let secretary: Caller;
  let inspectionId = '';
  beforeAll(async () => {
    api = await startApi();
    [office, secretary] = await Promise.all([api.as('office'), api.as('secretary')]);
    inspectionId = await inspectionOf(api);
  });
  afterAll(() => api.stop());

  const call = async (who: Caller, name: string, input: object): Promise<Answer> => {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`.replace('WithdrawSight', 'Sight');
    const field = name === 'openSight' ? 'finding { id title }' : `sight { ${SIGHT} }`;
    const data = await who.execute<Record<string, Answer>>(
      `mutation M($input: ${type}!) { ${name}(input: $input) { ${field} userErrors { code field rule } } }`,
      { input },
    );
    return data[name] as Answer;
  };
  const idOf = async (seq: number): Promise<string> =>
    (
      await api.sql<{ id: string }>(
        `SELECT f.id FROM finding f JOIN body b ON b.id = f.body_id WHERE b.short_name = '市侨青会' AND f.seq = $1`,
        [seq],
      )
    )[0]!.id;
  const read = async (who: Caller, seq: number): Promise<string | null> =>
    (
      await who.execute<{ finding: { title: string } | null }>(
        'query F($id: ID!) { finding(id: $id) { title actions(first: 20) { edges { node { text evidence(first: 20) { edges { node { title } } } } } } } }',
        { id: `fnd_${await idOf(seq)}` },
      )
    ).finding?.title ?? null;
  const listed = async (who: Caller): Promise<number> =>
    (await who.execute<{ findings: { totalCount: number } }>('{ findings { totalCount } }')).findings.totalCount;
  const seen = ({ id, version }: Sight) => ({ sightId: id, version });
  const entries = () =>
    api.sql<{ actor_name: string; record_id: string }>(
      `SELECT actor_name, record_id::text FROM audit_event WHERE verb = 'openSight' AND success ORDER BY id`,
    );

  it('is asked for by name with a reason, granted for a time, and read finding by finding, each reading logged', async () => {
    expect(await read(office, 3)).toBeNull();
    expect((await call(office, 'requestSight', { inspectionId, reason: ' ' })).userErrors[0]).toMatchObject({
      field: 'reason',
    });
    const outlineIds = [`out_${await idOf(3)}`, `out_${await idOf(5)}`];
    const asked = await call(office, 'requestSight', { inspectionId, outlineIds, reason: '核实清退情况' });
    expect(asked.userErrors).toEqual([]);
    expect(asked.sight).toMatchObject({ state: 'PENDING', runs: false, viewerCan: ['withdrawSight'] });
    expect(asked.sight?.findings.map((one) => one.outline.seq)).toEqual([3, 5]);
    const open = { sightId: asked.sight!.id, outlineId: outlineIds[0] };
    expect((await call(office, 'openSight', open)).userErrors[0]).toMatchObject({ rule: 'filings.sight' });

    const decide = { ...seen(asked.sight!), grant: true };
    for (const toOn of ['2026-11-21', '2026-12-22', null])
      expect((await call(secretary, 'decideSight', { ...decide, toOn })).userErrors[0], String(toOn)).toMatchObject({
        field: 'toOn',
        rule: 'filings.sightDays',
      });
    const granted = await call(secretary, 'decideSight', { ...decide, toOn: '2026-12-21', answer: '同意' });
    expect(granted.sight).toMatchObject({ state: 'GRANTED', runs: true, toOn: '2026-12-21' });

    // granted, but not opened: nothing is read by any way
    expect(await read(office, 3)).toBeNull();
    expect(await listed(office)).toBe(0);
    expect(await entries()).toEqual([]);
    expect((await call(office, 'openSight', open)).finding?.title).toBeTruthy();
    expect(await read(office, 3)).toBeTruthy();
    expect(await read(office, 5)).toBeNull();
    expect(await listed(office)).toBe(1);
    await call(office, 'openSight', open);
    expect(await entries()).toEqual([
      { actor_name: '常思齐', record_id: await idOf(3) },
      { actor_name: '常思齐', record_id: await idOf(3) },
    ]);
    // what was not asked for stays shut, and so does another body's
    for (const outlineId of [`out_${await idOf(7)}`, 'out_00000000-0000-7000-8000-000000000000'])
      expect((await call(office, 'openSight', { ...open, outlineId })).userErrors[0]?.code).toBe('NOT_FOUND');
  });

  it('reading is all that it allows: nothing is changed, exported, nor a restricted talk read', async () => {
    const id = `fnd_${await idOf(3)}`;
    const data = await office.execute<{ finding: { transitions: { verb: string; allowed: boolean }[] } }>(
      'query T($id: ID!) { finding(id: $id) { transitions { verb allowed } } }',
      { id },
    );
    expect(data.finding.transitions.filter((one) => one.allowed)).toEqual([]);
    const pieces = async (who: Caller) =>
      (
        await who.execute<{ evidence: { edges: { node: { restricted: boolean } }[] } }>(
          '{ evidence(first: 100) { edges { node { restricted } } } }',
        )
      ).evidence.edges;
    await api.sql(
      `UPDATE evidence e SET restricted = true WHERE e.id = (SELECT l.evidence_id FROM evidence_action l JOIN action a ON a.id = l.action_id WHERE a.finding_id = $1 LIMIT 1)`,
      [id.slice(4)],
    );
    expect((await pieces(office)).filter((edge) => edge.node.restricted)).toEqual([]);
    const { statistics } = await office.execute<{ statistics: { findings: number } }>(
      'query S($id: ID!) { statistics(inspectionId: $id) { findings } }',
      { id: inspectionId },
    );
    expect(statistics.findings).toBe(33);
  });

  it('ends by itself after its last day, with the next day for what was not opened again, and at once by withdrawal', async () => {
    const [row] = await api.sql<{ id: string }>(`SELECT id FROM sight WHERE state = 'GRANTED'`);
    await api.sql(`UPDATE sight SET from_on = '2026-11-01', to_on = '2026-11-21' WHERE id = $1`, [row!.id]);
    expect(await read(office, 3)).toBeNull();
    await api.sql(`UPDATE sight SET to_on = '2026-12-21' WHERE id = $1`, [row!.id]);
    expect(await read(office, 3)).toBeTruthy();
    await api.sql(`UPDATE sight_opening SET opened_on = '2026-11-21'`);
    expect(await read(office, 3)).toBeNull();
    await api.sql(`UPDATE sight_opening SET opened_on = '2026-11-22'`);
    const { sights } = await secretary.execute<{ sights: { edges: { node: Sight }[] } }>(
      `{ sights(filter: { state: [GRANTED] }) { edges { node { ${SIGHT} } } } }`,
    );
    const [running] = sights.edges.map((edge) => edge.node);
    expect(running?.openings).toMatchObject([{ personName: '常思齐', times: 2 }]);
    const ended = await call(secretary, 'withdrawSight', seen(running!));
    expect(ended.sight).toMatchObject({ state: 'WITHDRAWN', runs: false, viewerCan: [] });
    expect(await read(office, 3)).toBeNull();
    expect(await listed(office)).toBe(0);
  });

  it('the whole inspection can be asked for; a refusal says why; nobody else sees the request', async () => {
    const asked = await call(office, 'requestSight', { inspectionId, reason: '专项督查' });
    expect(asked.sight?.whole).toBe(true);
    for (const login of ['head', 'leader', 'handler', 'othersecretary', 'sysadmin']) {
      const who = await api.as(login);
      expect(
        (await who.execute<{ sights: { totalCount: number } }>('{ sights { totalCount } }')).sights,
        login,
      ).toEqual({ totalCount: 0 });
      expect((await call(who, 'withdrawSight', seen(asked.sight!))).userErrors[0]?.code, login).toBe('NOT_FOUND');
    }
    const decide = { ...seen(asked.sight!), grant: false };
    expect((await call(secretary, 'decideSight', decide)).userErrors[0]).toMatchObject({ field: 'answer' });
    expect((await call(await api.as('clerk'), 'decideSight', { ...decide, answer: 'x' })).userErrors[0]?.code).toBe(
      'FORBIDDEN',
    );
    const refused = await call(secretary, 'decideSight', { ...decide, answer: '已随阶段报告报送' });
    expect(refused.sight).toMatchObject({ state: 'REFUSED', viewerCan: [] });
  });
});
