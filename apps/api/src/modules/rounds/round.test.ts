import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type Api, type Caller } from '../../../test/api.ts';

interface Answer {
  round?: {
    id: string;
    version: number;
    name: string;
    settings: object;
    office: { shortName: string } | null;
    inspections: { totalCount: number };
  } | null;
  inspection?: { id: string; version: number; feedbackOn: string | null; concentratedUntil: string | null } | null;
  inspections?: { id: string; body: { shortName: string } }[] | null;
  userErrors: { code: string; rule: string; field: string | null }[];
}
const ROUND = 'round { id version name settings office { shortName } inspections { totalCount } }';
const SELECTION: Record<string, string> = {
  createRound: ROUND,
  editRound: ROUND,
  openInspections: `${ROUND} inspections { id body { shortName } }`,
  editInspection: 'inspection { id version feedbackOn concentratedUntil }',
};

let api: Api;
let sysadmin: Caller;
let office: Caller;
beforeAll(async () => {
  api = await startApi();
  [sysadmin, office] = [await api.as('sysadmin'), await api.as('office')];
});
afterAll(() => api.stop());

const run = async (caller: Caller, verb: string, input: object): Promise<Answer> =>
  (
    await caller.execute<Record<string, Answer>>(
      `mutation M($input: ${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input!) { ${verb}(input: $input) { ${SELECTION[verb]} userErrors { code rule field } } }`,
      { input },
    )
  )[verb] as Answer;
const bodyId = async (shortName: string): Promise<string> =>
  `bdy_${(await api.sql<{ id: string }>('SELECT id FROM body WHERE short_name = $1', [shortName]))[0]?.id}`;

describe('rounds', () => {
  it('an office opens a round for itself and the bodies of its level in it', async () => {
    const made = await run(office, 'createRound', {
      name: '中共澜川市委第三轮巡察',
      year: 2026,
      number: 3,
      settings: { concentratedMonths: 3 },
    });
    expect(made).toMatchObject({
      userErrors: [],
      round: { office: { shortName: '市委巡察办' }, settings: { concentratedMonths: 3 } },
    });
    const opened = await run(office, 'openInspections', {
      classification: 'INTERNAL',
      roundId: made.round?.id,
      bodyIds: [await bodyId('市侨青会'), await bodyId('市体总')],
      feedbackOn: '2026-11-20',
      team: '市委第一巡察组',
    });
    expect(opened.userErrors).toEqual([]);
    const secret = { classification: 'SECRET', roundId: made.round?.id, bodyIds: [await bodyId('市体总')] };
    expect((await run(office, 'openInspections', secret)).userErrors).toMatchObject([
      { code: 'INVALID', rule: 'rounds.secret', field: 'classification' },
    ]);
    expect(opened.inspections?.map((one) => one.body.shortName).sort()).toEqual(['市侨青会', '市体总'].sort());
    expect(opened.round?.inspections.totalCount).toBe(2);
    const edited = await run(office, 'editInspection', {
      inspectionId: opened.inspections?.[0]?.id,
      version: 1,
      feedbackOn: '2026-11-30',
    });
    expect(edited).toMatchObject({
      userErrors: [],
      inspection: { feedbackOn: '2026-11-30', concentratedUntil: '2027-02-28' },
    });
    const events = await api.sql<{ verb: string }>(`SELECT verb FROM audit_event ORDER BY id DESC LIMIT 4`);
    expect(events.map((one) => one.verb)).toEqual([
      'editInspection',
      'openInspections',
      'openInspections',
      'createRound',
    ]);
  });

  it('opens all inspections or none', async () => {
    const made = await run(sysadmin, 'createRound', {
      name: '另一轮',
      year: 2026,
      number: 9,
      officeId: await bodyId('市委巡察办'),
    });
    const roundId = made.round?.id;
    const bodyIds = [await bodyId('市侨青会'), 'bdy_00000000-0000-7000-8000-000000000000'];
    expect(
      (await run(office, 'openInspections', { classification: 'INTERNAL', roundId, bodyIds })).userErrors,
    ).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect(
      (
        await run(office, 'openInspections', {
          classification: 'INTERNAL',
          roundId,
          bodyIds: [await bodyId('驻市文旅局纪检监察组')],
        })
      ).userErrors,
    ).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect(
      (
        await run(office, 'openInspections', {
          classification: 'INTERNAL',
          roundId,
          bodyIds: [],
          feedbackOn: '2026-11-20',
        })
      ).userErrors,
    ).toMatchObject([{ field: 'bodyIds' }]);
    expect(
      (
        await run(office, 'openInspections', {
          classification: 'INTERNAL',
          roundId,
          bodyIds: [bodyIds[0]],
          onSiteFrom: '2026-11-20',
          onSiteTo: '2026-11-01',
        })
      ).userErrors,
    ).toMatchObject([{ rule: 'rounds.days' }]);
    expect(
      await run(sysadmin, 'openInspections', { classification: 'INTERNAL', roundId, bodyIds: [bodyIds[0]] }),
    ).toMatchObject({
      userErrors: [],
      inspections: [{ body: { shortName: '市侨青会' } }],
    });
    expect(
      (await run(office, 'openInspections', { classification: 'INTERNAL', roundId, bodyIds: [bodyIds[0]] })).userErrors,
    ).toMatchObject([{ code: 'DUPLICATE', rule: 'rounds.opened' }]);
  });

  it('publishes every date of an inspection with what was counted, an own setting over the round’s', async () => {
    const READ =
      '{ inspections(first: 1) { edges { node { id version feedbackOn settingsBase dates { code dueOn amount unit from } } } } }';
    type One = { id: string; version: number; feedbackOn: string; dates: { code: string; amount: number }[] };
    const read = async () =>
      (await office.execute<{ inspections: { edges: { node: One }[] } }>(READ)).inspections.edges[0]!.node;
    const before = await read();
    expect(before.dates.map((one) => one.code)).toContain('plan');
    expect(before.dates.every((one) => one.amount > 0)).toBe(true);
    const settings = { offsets: { plan: { amount: 10, unit: 'WORKING_DAY' } } };
    const edited = await run(office, 'editInspection', { inspectionId: before.id, version: before.version, settings });
    expect(edited.userErrors).toEqual([]);
    const after = await read();
    expect(after.dates.find((one) => one.code === 'plan')).toMatchObject({
      amount: 10,
      unit: 'WORKING_DAY',
      from: before.feedbackOn,
    });
    const others = (one: One) => one.dates.filter(({ code }) => code !== 'plan');
    expect(others(after)).toEqual(others(before));
  });

  it('a date keeps its reason when the round counts otherwise afterwards', async () => {
    const clerk = await api.as('clerk');
    const list = await clerk.execute<{ findings: { edges: { node: { id: string; version: number } }[] } }>(
      '{ findings(first: 1, filter: { state: [UNCLAIMED] }) { edges { node { id version } } } }',
    );
    const { id: findingId, version } = list.findings.edges[0]!.node;
    const DUE = 'deadline { dueOn reason { rule amount unit from } } inspection { feedbackOn round { id version } }';
    type Due = {
      deadline: { dueOn: string; reason: { from: string } };
      inspection: { feedbackOn: string; round: { id: string; version: number } };
    };
    const assigned = await clerk.execute<{ assign: { finding: Due } }>(
      `mutation A($input: AssignInput!) { assign(input: $input) { finding { ${DUE} } } }`,
      { input: { findingId, version, dueOn: null, remediationType: 'STAGED' } },
    );
    const { deadline, inspection } = assigned.assign.finding;
    expect(deadline.reason).toEqual({
      rule: 'CONCENTRATED_MONTHS',
      amount: 6,
      unit: 'MONTH',
      from: inspection.feedbackOn,
    });
    const settings = { offsets: { concentrated: { amount: 3, unit: 'MONTH' } } };
    const { id: roundId, version: seen } = inspection.round;
    expect((await run(sysadmin, 'editRound', { roundId, version: seen, settings })).userErrors).toEqual([]);
    const after = await clerk.execute<{ finding: Due }>(`query F($id: ID!) { finding(id: $id) { ${DUE} } }`, {
      id: findingId,
    });
    expect(after.finding.deadline).toEqual(deadline);
  });

  it('names, numbers and settings are checked', async () => {
    expect(
      (await run(office, 'createRound', { name: '中共澜川市委第二轮巡察', year: 2027, number: 1 })).userErrors,
    ).toMatchObject([{ code: 'DUPLICATE', field: 'name' }]);
    expect((await run(office, 'createRound', { name: 'x', year: 2026, number: 2 })).userErrors).toMatchObject([
      { code: 'DUPLICATE', field: 'number' },
    ]);
    expect(
      (await run(office, 'createRound', { name: 'x', year: 2027, number: 1, settings: { concentratedMonths: 99 } }))
        .userErrors,
    ).toMatchObject([{ rule: 'rounds.settings', field: 'concentratedMonths' }]);
    expect(
      (await run(office, 'createRound', { name: 'x', year: 2027, number: 1, settings: { unheardOf: 1 } })).userErrors,
    ).toMatchObject([{ rule: 'rounds.settings' }]);
    const { rounds } = await office.execute<{ rounds: { edges: { node: { id: string; version: number } }[] } }>(
      '{ rounds { edges { node { id version } } } }',
    );
    const { id, version } = rounds.edges[0]?.node ?? { id: '', version: 0 };
    expect((await run(office, 'editRound', { roundId: id, version: version + 3, name: 'y' })).userErrors).toMatchObject(
      [{ code: 'CONFLICT' }],
    );
    expect(await run(office, 'editRound', { roundId: id, version, settings: { immediateDays: 15 } })).toMatchObject({
      userErrors: [],
      round: { settings: { immediateDays: 15 } },
    });
  });

  it('another office’s rounds and inspections do not exist for an office', async () => {
    const [other] = await api.sql<{ id: string }>(
      `INSERT INTO body (id, kind, name, short_name) VALUES (gen_random_uuid(), 'OFFICE', '外市巡察办', '外市巡察办') RETURNING id`,
    );
    const round = (
      await run(sysadmin, 'createRound', { name: '外市', year: 2025, number: 1, officeId: `bdy_${other?.id}` })
    ).round;
    const absent = await run(office, 'editRound', {
      roundId: 'rnd_00000000-0000-7000-8000-000000000000',
      version: 1,
      name: 'x',
    });
    expect(await run(office, 'editRound', { roundId: round?.id, version: 1, name: 'x' })).toEqual(absent);
    expect(
      (await run(office, 'createRound', { name: 'z', year: 2025, number: 2, officeId: `bdy_${other?.id}` })).userErrors,
    ).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect(
      (
        await run(office, 'openInspections', {
          classification: 'INTERNAL',
          roundId: round?.id,
          bodyIds: [await bodyId('市侨青会')],
        })
      ).userErrors,
    ).toMatchObject([{ code: 'NOT_FOUND' }]);
  });

  it('nobody else manages rounds; the system administrator sees no aspect and no finding of them', async () => {
    for (const login of ['clerk', 'secretary', 'discipline', 'secadmin', 'auditadmin', 'handler'])
      expect(
        (await run(await api.as(login), 'createRound', { name: 'q', year: 2028, number: 1 })).userErrors,
        login,
      ).toMatchObject([{ code: 'FORBIDDEN' }]);
    const { inspections } = await sysadmin.execute<{
      inspections: { edges: { node: { aspects: unknown[]; findings: { totalCount: number } } }[] };
    }>('{ inspections { edges { node { aspects { title } findings { totalCount } } } } }');
    expect(inspections.edges.length).toBeGreaterThan(2);
    expect(inspections.edges.filter(({ node }) => node.aspects.length > 0 || node.findings.totalCount > 0)).toEqual([]);
  });
});
