import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, TODAY, type Api, type Caller } from '../../../test/api.ts';

interface Reading {
  ordinal: number;
  kind: string;
  numerator: number | null;
  denominator: number | null;
  basisPoints: number | null;
  percent: string | null;
  asOf: string | null;
}
interface Indicator {
  id: string;
  name: string;
  unit: string | null;
  target: string | null;
  readings: Reading[];
}
interface Shown {
  id: string;
  version: number;
  indicators: Indicator[];
  hints: { code: string; subject: string | null }[];
}
interface Answer {
  finding: Shown | null;
  userErrors: { code: string; rule: string; field: string | null }[];
}

const FIELDS = `id version indicators { id name unit target readings { ordinal kind numerator denominator basisPoints percent asOf } } hints { code subject }`;

describe('指标', () => {
  let api: Api;
  let head: Caller;
  let findingId: string;
  beforeAll(async () => {
    api = await startApi();
    head = await api.as('head');
    // Led by the head's department, in work, without figures of its own.
    const [row] = await api.sql<{ id: string }>(
      `SELECT f.id FROM finding f JOIN role_grant g ON g.department_id = f.lead_department_id JOIN account a ON a.id = g.account_id
       WHERE a.login = 'head' AND f.state = 'RECTIFYING' AND NOT EXISTS (SELECT 1 FROM indicator i WHERE i.finding_id = f.id) ORDER BY f.seq LIMIT 1`,
    );
    findingId = `fnd_${row?.id}`;
  });
  afterAll(() => api.stop());

  /** Of these tests' matter alone: the demo's pieces have hints of their own. */
  const figures = (shown: Shown): Shown => ({
    ...shown,
    hints: shown.hints.filter((one) => one.code.startsWith('INDICATOR')),
  });
  const read = async (who: Caller): Promise<Shown> =>
    figures(
      (await who.execute<{ finding: Shown }>(`query F($id: ID!) { finding(id: $id) { ${FIELDS} } }`, { id: findingId }))
        .finding,
    );
  const call = async (who: Caller, name: string, input: object): Promise<Answer> => {
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
    const data = await who.execute<Record<string, Answer>>(
      `mutation M($input: ${type}!) { ${name}(input: $input) { finding { ${FIELDS} } userErrors { code rule field } } }`,
      { input },
    );
    const answer = data[name] as Answer;
    return { ...answer, finding: answer.finding && figures(answer.finding) };
  };
  const note = async (who: Caller, input: object) =>
    call(who, 'noteIndicator', { findingId, version: (await read(head)).version, ...input });
  const add = (who: Caller, indicatorId: string | undefined, input: object) =>
    call(who, 'addIndicatorReading', { indicatorId, ...input });
  const only = (answer: Answer, name: string): Indicator | undefined =>
    answer.finding?.indicators.find((one) => one.name === name);

  it('73.6 % of a text, answered by 1339 of 1375: the rate is worked out from whole counts', async () => {
    const named = await note(head, {
      name: '覆盖率',
      target: '不低于95%',
      baseline: { definition: '已建联络站的村(社区) ÷ 全部村(社区)', statedPercent: '73.6', asOf: '2026-06-18' },
    });
    expect(named.userErrors).toEqual([]);
    const answer = await add(head, only(named, '覆盖率')?.id, {
      definition: '已建联络站的村（社区）÷全部村（社区）',
      numerator: 1339,
      denominator: 1375,
      asOf: TODAY,
    });
    expect(only(answer, '覆盖率')).toMatchObject({
      target: '不低于95%',
      readings: [
        { ordinal: 1, kind: 'BASELINE', numerator: null, basisPoints: 7360, percent: '73.60', asOf: '2026-06-18' },
        { ordinal: 2, kind: 'PROGRESS', numerator: 1339, denominator: 1375, basisPoints: 9738, percent: '97.38' },
      ],
    });
    expect(answer.finding?.hints).toEqual([]);
  });

  it('248 high-tech firms, answered by 423 of 718 industrial firms: the department is asked to check', async () => {
    const named = await note(head, {
      name: '研发机构',
      unit: '家',
      baseline: { definition: '未建研发机构的高新技术企业', numerator: 248 },
    });
    const answer = await add(head, only(named, '研发机构')?.id, {
      definition: '已建研发机构的企业 ÷ 规模以上工业企业',
      numerator: 423,
      denominator: 718,
      asOf: TODAY,
    });
    expect(answer.finding?.hints).toEqual([
      { code: 'INDICATOR_DEFINITION', subject: '研发机构' },
      { code: 'INDICATOR_DENOMINATOR', subject: '研发机构' },
    ]);
  });

  it('the reviewer sees the hint once the finding was submitted, and not before', async () => {
    const secretary = await api.as('secretary');
    expect((await read(secretary)).hints).toEqual([]);
    expect((await read(secretary)).indicators).toHaveLength(2);
    const uuid = findingId.slice(4);
    await api.sql(`UPDATE finding SET state = 'IN_REVIEW' WHERE id = $1`, [uuid]);
    expect((await read(secretary)).hints).toHaveLength(2);
    await api.sql(`UPDATE finding SET state = 'RECTIFYING' WHERE id = $1`, [uuid]);
  });

  it('a reading is never overwritten: a wrong one is answered by a later one, and the table itself refuses', async () => {
    const before = (await read(head)).indicators[0];
    const answer = await add(head, before?.id, {
      definition: '已建联络站的村(社区) ÷ 全部村(社区)',
      numerator: 1340,
      denominator: 1375,
      asOf: TODAY,
    });
    expect(answer.finding?.indicators[0]?.readings.slice(0, 2)).toEqual(before?.readings);
    expect(answer.finding?.indicators[0]?.readings[2]).toMatchObject({ ordinal: 3, percent: '97.45' });
    await expect(api.sql('UPDATE indicator_reading SET numerator = 1 WHERE numerator = 1340')).rejects.toThrow(
      'never overwritten',
    );
  });

  it('refuses with the field: values that cannot be, a name twice, a stale version', async () => {
    const [first] = (await read(head)).indicators;
    const value = { definition: 'x', numerator: 1, denominator: 2, asOf: TODAY };
    const refusal = async (answer: Promise<Answer>) =>
      (await answer).userErrors.map((one) => `${one.rule} ${one.field}`);
    expect(await refusal(add(head, first?.id, { ...value, statedPercent: '50' }))).toEqual([
      'indicators.value numerator',
    ]);
    expect(await refusal(add(head, first?.id, { ...value, asOf: '2026-11-23' }))).toEqual(['indicators.asOf asOf']);
    expect(await refusal(add(head, first?.id, { ...value, definition: ' ' }))).toEqual(['input.required definition']);
    expect(await refusal(note(head, { name: '覆盖率' }))).toEqual(['indicators.name name']);
    expect(await refusal(note(head, { name: 'x', baseline: { definition: 'x', statedPercent: '1.234' } }))).toEqual([
      'indicators.percent baseline.statedPercent',
    ]);
    const stale = await call(head, 'noteIndicator', { findingId, version: 1, name: 'x' });
    expect(stale.userErrors[0]?.code).toBe('CONFLICT');
    expect((await read(head)).indicators).toHaveLength(2);
  });

  it('changes name, unit and target; one without later values can be taken back, one with values stays', async () => {
    const [first] = (await read(head)).indicators;
    const renamed = await note(head, { indicatorId: first?.id, name: '联络站覆盖率', target: '95%以上' });
    expect(renamed.finding?.indicators[0]).toMatchObject({ name: '联络站覆盖率', target: '95%以上', unit: null });
    const stays = await call(head, 'removeIndicator', { indicatorId: first?.id });
    expect(stays.userErrors[0]).toMatchObject({ rule: 'indicators.readStays' });
    const named = await note(head, { name: '误填', baseline: { definition: 'x', numerator: 1 } });
    const gone = await call(head, 'removeIndicator', { indicatorId: only(named, '误填')?.id });
    expect(gone.finding?.indicators.map((one) => one.name)).toEqual(['联络站覆盖率', '研发机构']);
  });

  it('an indicator of another body answers like one that does not exist', async () => {
    const [first] = (await read(head)).indicators;
    const other = await api.as('otherhead');
    const value = { definition: 'x', numerator: 1, asOf: TODAY };
    const [foreign, absent] = [
      await add(other, first?.id, value),
      await add(other, 'ind_01900000-0000-7000-8000-000000000000', value),
    ];
    expect(foreign.userErrors).toEqual(absent.userErrors);
    expect(foreign.userErrors[0]?.code).toBe('NOT_FOUND');
  });

  it('each change is in the trail', async () => {
    const rows = await api.sql<{ verb: string; after: { indicator?: string } }>(
      `SELECT verb, after FROM audit_event WHERE record_id = $1 AND verb = 'noteIndicator' AND success ORDER BY id`,
      [findingId.slice(4)],
    );
    expect(rows.length).toBeGreaterThanOrEqual(7);
    expect(rows[0]?.after.indicator).toBe('覆盖率');
  });
});
