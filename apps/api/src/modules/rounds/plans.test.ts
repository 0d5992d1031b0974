import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type Api, type Caller } from '../../../test/api.ts';

interface Refused {
  userErrors: { code: string; rule: string; field: string | null }[];
}

describe('several plans of one visit', () => {
  let api: Api;
  let clerk: Caller;
  let office: Caller;
  let inspectionId: string;
  beforeAll(async () => {
    api = await startApi();
    clerk = await api.as('clerk');
    office = await api.as('office');
    const [row] = await api.sql<{ id: string }>(
      `SELECT i.id FROM inspection i JOIN body b ON b.id = i.body_id WHERE b.short_name = '市侨青会'`,
    );
    inspectionId = `ins_${row?.id}`;
    await api.sql(`UPDATE finding SET plan = 'MAIN'`);
    await api.sql(`UPDATE inspection SET plans = '{MAIN}'`);
  });
  afterAll(() => api.stop());

  const carry = async (plans: string[]) => {
    const [row] = await api.sql<{ version: number }>('SELECT version FROM inspection WHERE id = $1', [
      inspectionId.slice(4),
    ]);
    const data = await office.execute<{ editInspection: Refused & { inspection: { plans: string[] } | null } }>(
      `mutation E($input: EditInspectionInput!) { editInspection(input: $input) { inspection { plans } userErrors { code rule field } } }`,
      { input: { inspectionId, version: row?.version, plans } },
    );
    return data.editInspection;
  };
  const create = async (plan: string | null) => {
    const data = await clerk.execute<{ createFinding: Refused & { finding: { id: string; plan: string } | null } }>(
      `mutation C($input: CreateFindingInput!) { createFinding(input: $input) { finding { id plan } userErrors { code rule field } } }`,
      { input: { inspectionId, description: '选人用人程序不规范。', plan } },
    );
    return data.createFinding;
  };

  it('a finding belongs to one that the visit carries, the first when nothing is said', async () => {
    expect((await create('PERSONNEL')).userErrors).toMatchObject([{ rule: 'plans.carried', field: 'plan' }]);
    expect((await carry(['PERSONNEL', 'MAIN'])).inspection?.plans).toEqual(['MAIN', 'PERSONNEL']);
    expect((await create(null)).finding?.plan).toBe('MAIN');
    expect((await create('PERSONNEL')).finding?.plan).toBe('PERSONNEL');
  });

  it('one with findings is not dropped, and there is always one', async () => {
    expect((await carry(['MAIN'])).userErrors).toMatchObject([{ rule: 'plans.used', field: 'plans' }]);
    expect((await carry([])).userErrors).toMatchObject([{ rule: 'plans.some', field: 'plans' }]);
  });

  it('the clerk moves a finding; the ledger filters; the statistics count each plan with its rate', async () => {
    const [row] = await api.sql<{ id: string; version: number }>(
      `SELECT 'fnd_' || id AS id, version FROM finding WHERE inspection_id = $1 AND state = 'RECTIFYING' ORDER BY seq LIMIT 1`,
      [inspectionId.slice(4)],
    );
    const moved = await clerk.execute<{ assign: Refused & { finding: { plan: string } } }>(
      `mutation A($input: AssignInput!) { assign(input: $input) { finding { plan } userErrors { code rule field } } }`,
      { input: { findingId: row?.id, version: row?.version, plan: 'PERSONNEL' } },
    );
    expect(moved.assign).toEqual({ finding: { plan: 'PERSONNEL' }, userErrors: [] });
    const listed = await clerk.execute<{ findings: { totalCount: number } }>(
      `query L($id: String) { findings(filter: { inspectionId: $id, plan: [PERSONNEL] }) { totalCount } }`,
      { id: inspectionId },
    );
    expect(listed.findings.totalCount).toBe(2);
    const { statistics } = await clerk.execute<{
      statistics: { findings: number; byPlan: { plan: string; findings: number; rate: { basisPoints: number } }[] };
    }>(
      `query S($id: ID!) { statistics(inspectionId: $id) { findings byPlan { plan findings closed rate { basisPoints } } } }`,
      { id: inspectionId },
    );
    expect(statistics.byPlan).toMatchObject([
      { plan: 'MAIN', findings: statistics.findings - 2 },
      { plan: 'PERSONNEL', findings: 2, rate: { basisPoints: 0 } },
    ]);
  });

  it('opening says which plans a visit carries', async () => {
    const [ids] = await api.sql<{ round: string; body: string }>(
      `INSERT INTO body (id, kind, name, short_name, region_code) VALUES (gen_random_uuid(), 'INSPECTED', '市示例局', '市示例局', '990100') RETURNING 'bdy_' || id AS body, (SELECT 'rnd_' || id FROM round LIMIT 1) AS round`,
    );
    const data = await office.execute<{ openInspections: Refused & { inspections: { plans: string[] }[] } }>(
      `mutation O($input: OpenInspectionsInput!) { openInspections(input: $input) { inspections { plans } userErrors { code rule field } } }`,
      {
        input: {
          roundId: ids?.round,
          bodyIds: [ids?.body],
          classification: 'INTERNAL',
          plans: ['IDEOLOGY', 'MAIN', 'PERSONNEL'],
        },
      },
    );
    expect(data.openInspections.userErrors).toEqual([]);
    // The office reaches the body by this opening alone, and sees it in the answer already.
    expect(data.openInspections.inspections).toEqual([{ plans: ['MAIN', 'PERSONNEL', 'IDEOLOGY'] }]);
    const opened = await api.sql<{ plans: string }>(`SELECT plans::text FROM inspection WHERE 'bdy_' || body_id = $1`, [
      ids?.body,
    ]);
    expect(opened).toEqual([{ plans: '{MAIN,PERSONNEL,IDEOLOGY}' }]);
  });

  it('a body of the list has its own feedback day and plans where its line says so, and nobody else has', async () => {
    const bodies = await api.sql<{ id: string }>(
      `INSERT INTO body (id, kind, name, short_name, region_code) SELECT gen_random_uuid(), 'INSPECTED', '示例单位' || n, '示例' || n, '990100' FROM generate_series(1, 2) n RETURNING 'bdy_' || id AS id`,
    );
    const [round] = await api.sql<{ id: string }>(`SELECT 'rnd_' || id AS id FROM round LIMIT 1`);
    const bodyIds = bodies.map((one) => one.id);
    const open = async (own: object[]) =>
      (
        await office.execute<{ openInspections: Refused }>(
          `mutation O($input: OpenInspectionsInput!) { openInspections(input: $input) { userErrors { code rule field } } }`,
          {
            input: {
              roundId: round?.id,
              bodyIds,
              classification: 'INTERNAL',
              onSiteFrom: '2026-09-01',
              feedbackOn: '2026-11-20',
              own,
            },
          },
        )
      ).openInspections.userErrors;
    const line = { bodyId: bodyIds[1], feedbackOn: '2026-11-18', plans: ['PERSONNEL', 'MAIN'] };
    expect(await open([line, line])).toMatchObject([{ rule: 'rounds.ownTwice', field: 'own.1' }]);
    expect(await open([{ ...line, bodyId: 'bdy_00000000-0000-7000-8000-000000000000' }])).toMatchObject([
      { rule: 'rounds.ownBody' },
    ]);
    expect(await open([{ ...line, feedbackOn: '2026-08-31' }])).toMatchObject([{ rule: 'rounds.days' }]);
    expect(await open([{ ...line, plans: [] }])).toMatchObject([{ rule: 'plans.some' }]);
    expect(await open([line])).toEqual([]);
    const opened = await api.sql<{ id: string; day: string; plans: string }>(
      `SELECT 'bdy_' || body_id AS id, feedback_on::text AS day, plans::text FROM inspection WHERE 'bdy_' || body_id = ANY($1) ORDER BY feedback_on DESC`,
      [bodyIds],
    );
    expect(opened).toEqual([
      { id: bodyIds[0], day: '2026-11-20', plans: '{MAIN}' },
      { id: bodyIds[1], day: '2026-11-18', plans: '{MAIN,PERSONNEL}' },
    ]);
  });
});
