import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, TODAY, type Api, type Caller } from '../../../test/api.ts';

interface Refusal {
  code: string;
  rule: string;
  field: string | null;
}
interface Shown {
  id: string;
  version: number;
  effect: string | null;
  effects: { number: number; text: string | null; writtenByName: string | null }[];
}
const FIELDS = 'id version effect effects { number text writtenByName }';

describe('整改成效', () => {
  let api: Api;
  let head: Caller;
  let findingId: string;
  beforeAll(async () => {
    api = await startApi();
    head = await api.as('head');
    const [row] = await api.sql<{ id: string }>(
      `SELECT f.id FROM finding f JOIN role_grant g ON g.department_id = f.lead_department_id JOIN account a ON a.id = g.account_id
       WHERE a.login = 'head' AND f.state = 'RECTIFYING' AND f.effect IS NULL ORDER BY f.seq LIMIT 1`,
    );
    findingId = `fnd_${row?.id}`;
  });
  afterAll(() => api.stop());

  const read = async () =>
    (await head.execute<{ finding: Shown }>(`query F($id: ID!) { finding(id: $id) { ${FIELDS} } }`, { id: findingId }))
      .finding;
  const write = async (text: string | null, version?: number) => {
    const data = await head.execute<{ writeEffect: { finding: Shown | null; userErrors: Refusal[] } }>(
      `mutation W($input: WriteEffectInput!) { writeEffect(input: $input) { finding { ${FIELDS} } userErrors { code rule field } } }`,
      { input: { findingId, version: version ?? (await read()).version, text } },
    );
    return data.writeEffect;
  };

  it('every version stays: written, written anew, taken back; the same text again is none', async () => {
    await write('取得专利19项。');
    await write('取得专利19项,带动效益1.5亿元。');
    await write('取得专利19项,带动效益1.5亿元。');
    const { finding } = await write(null);
    expect(finding?.effect).toBeNull();
    expect(finding?.effects.map(({ number, text }) => [number, text])).toEqual([
      [3, null],
      [2, '取得专利19项,带动效益1.5亿元。'],
      [1, '取得专利19项。'],
    ]);
  });

  it('sums in it are no money of the ledger', async () => {
    await write('带动效益1.5亿元。');
    const data = await head.execute<{ finding: { sums: unknown[]; balance: { dueFen: string } } }>(
      'query F($id: ID!) { finding(id: $id) { sums { id } balance { dueFen } } }',
      { id: findingId },
    );
    const [before] = await api.sql<{ n: number }>(`SELECT count(*)::int AS n FROM money_sum WHERE finding_id = $1`, [
      findingId.slice(4),
    ]);
    expect(data.finding.sums).toHaveLength(before?.n ?? -1);
  });

  it('what an import brought is the first version, by nobody', async () => {
    await api.sql(`DELETE FROM effect_version WHERE finding_id = $1`, [findingId.slice(4)]);
    await api.sql(`UPDATE finding SET effect = '原文的成效' WHERE id = $1`, [findingId.slice(4)]);
    const { finding } = await write('核实后的成效');
    expect(finding?.effects.map(({ text, writtenByName }) => [text, writtenByName === null])).toEqual([
      ['核实后的成效', false],
      ['原文的成效', true],
    ]);
  });

  it('the other way of editing keeps versions, too; a stale one is refused; the table refuses to be overwritten', async () => {
    const { version } = await read();
    const edited = await head.execute<{ editFinding: { finding: Shown } }>(
      `mutation E($input: EditFindingInput!) { editFinding(input: $input) { finding { ${FIELDS} } userErrors { code } } }`,
      { input: { findingId, version, effect: '另一处改的' } },
    );
    expect(edited.editFinding.finding.effects[0]).toMatchObject({ number: 3, text: '另一处改的' });
    expect((await write('x', version)).userErrors[0]?.code).toBe('CONFLICT');
    await expect(api.sql(`UPDATE effect_version SET text = 'x'`)).rejects.toThrow('never overwritten');
  });
});

interface Assessed {
  assessments: {
    number: number;
    grade: string | null;
    score: string | null;
    fullScore: string | null;
    items: { title: string; score: string | null }[];
    enteredByName: string;
  }[];
  viewerCan: string[];
}

describe('成效评估', () => {
  let api: Api;
  let office: Caller;
  let inspectionId: string;
  let roundId: string;
  beforeAll(async () => {
    api = await startApi();
    office = await api.as('office');
    const [row] = await api.sql<{ id: string; round: string }>(
      `SELECT i.id, i.round_id AS round FROM inspection i JOIN body b ON b.id = i.body_id WHERE b.short_name = '市园林中心'`,
    );
    inspectionId = `ins_${row?.id}`;
    roundId = `rnd_${row?.round}`;
    await api.sql(`ALTER TABLE effect_assessment DISABLE TRIGGER effect_assessment_only_grows`);
    await api.sql(`ALTER TABLE assessment_item DISABLE TRIGGER assessment_item_only_grows`);
    await api.sql(`DELETE FROM effect_assessment`);
    await api.sql(`ALTER TABLE effect_assessment ENABLE TRIGGER effect_assessment_only_grows`);
    await api.sql(`ALTER TABLE assessment_item ENABLE TRIGGER assessment_item_only_grows`);
  });
  afterAll(() => api.stop());

  const FACTS = `assessments { number grade score fullScore items { title score } enteredByName } viewerCan`;
  const assess = async (who: Caller, input: object) => {
    const data = await who.execute<{ assessEffect: { inspection: Assessed | null; userErrors: Refusal[] } }>(
      `mutation A($input: AssessEffectInput!) { assessEffect(input: $input) { inspection { ${FACTS} } userErrors { code rule field } } }`,
      { input: { inspectionId, assessedOn: TODAY, assessor: '市委巡察办', ...input } },
    );
    return data.assessEffect;
  };
  const read = async (who: Caller) =>
    (
      await who.execute<{ inspection: Assessed | null }>(`query I($id: ID!) { inspection(id: $id) { ${FACTS} } }`, {
        id: inspectionId,
      })
    ).inspection;
  const gradesOf = async (who: Caller) => {
    const data = await who.execute<{ node: { grades: { grade: string | null; count: number }[] } }>(
      'query R($id: ID!) { node(id: $id) { ... on Round { grades { grade count } } } }',
      { id: roundId },
    );
    return Object.fromEntries(data.node.grades.map(({ grade, count }) => [grade ?? '-', count]));
  };

  it('the office enters grade, score and items; a later one stands beside the earlier; the body sees both', async () => {
    await assess(office, { grade: 'FAIR', score: '78', fullScore: '100' });
    const items = [
      { title: '整改完成率', score: '46.5', fullScore: '50' },
      { title: '群众满意度', score: '46', fullScore: '50', remark: '抽样200份' },
    ];
    const { inspection, userErrors } = await assess(office, {
      grade: 'GOOD',
      score: '92.50',
      fullScore: '100',
      items,
      remark: '复评',
    });
    expect(userErrors).toEqual([]);
    expect(inspection?.assessments).toMatchObject([
      { number: 2, grade: 'GOOD', score: '92.5', fullScore: '100', items: [{ score: '46.5' }, { score: '46' }] },
      { number: 1, grade: 'FAIR', score: '78' },
    ]);
    expect((await read(await api.as('othersecretary')))?.assessments).toEqual(inspection?.assessments);
    await expect(api.sql(`UPDATE effect_assessment SET grade = 'GOOD'`)).rejects.toThrow('never overwritten');
  });

  it('the distribution counts each inspection once, by its latest grade, zeros printed', async () => {
    expect(await gradesOf(office)).toEqual({ GOOD: 1, FAIRLY_GOOD: 0, FAIR: 0, POOR: 0, '-': 2 });
    expect(await gradesOf(await api.as('clerk'))).toEqual({ GOOD: 0, FAIRLY_GOOD: 0, FAIR: 0, POOR: 0, '-': 1 });
  });

  it('only the office of the round enters one; another body sees none', async () => {
    expect((await read(office))?.viewerCan).toEqual(['assessEffect']);
    expect((await assess(await api.as('othersecretary'), { grade: 'GOOD' })).userErrors[0]?.code).toBe('FORBIDDEN');
    expect((await assess(await api.as('clerk'), { grade: 'GOOD' })).userErrors[0]?.code).toBe('NOT_FOUND');
    expect(await read(await api.as('clerk'))).toBeNull();
  });

  it('refuses what says nothing, more than the full score, and a day to come', async () => {
    const refusal = async (input: object) =>
      (await assess(office, input)).userErrors.map((one) => `${one.rule} ${one.field}`);
    expect(await refusal({})).toEqual(['assessments.empty grade']);
    expect(await refusal({ score: '101', fullScore: '100' })).toEqual(['assessments.overFull score']);
    expect(await refusal({ grade: 'GOOD', assessedOn: '2026-11-23' })).toEqual(['assessments.inFuture assessedOn']);
    expect(await refusal({ grade: 'GOOD', items: [{ title: 'x', score: '1.234' }] })).toEqual([
      'assessments.score items.0.score',
    ]);
    expect((await read(office))?.assessments).toHaveLength(2);
  });
});
