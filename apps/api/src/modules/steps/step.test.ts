import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, TODAY, type Api, type Caller } from '../../../test/api.ts';

interface Step {
  code: string;
  dueOn: string | null;
  overdue: boolean;
  done: boolean;
  date: { on: string | null; to: string | null; text: string | null; precision: string } | null;
  proof: string | null;
  evidenceId: string | null;
  evidenceTitle: string | null;
  version: number;
  updatedByName: string | null;
}
const STEPS = `prescribedSteps { code dueOn overdue done date { on to text precision } proof evidenceId evidenceTitle version updatedByName }`;

describe('规定动作', () => {
  let api: Api;
  let clerk: Caller;
  let inspectionId: string;
  beforeAll(async () => {
    api = await startApi();
    clerk = await api.as('clerk');
    const [row] = await api.sql<{ id: string }>(
      `SELECT i.id FROM inspection i JOIN body b ON b.id = i.body_id WHERE b.short_name = '市侨青会'`,
    );
    inspectionId = `ins_${row?.id}`;
    await api.sql('DELETE FROM prescribed_step');
  });
  afterAll(() => api.stop());

  const read = async (who: Caller): Promise<Step[]> =>
    (
      await who.execute<{ inspection: { prescribedSteps: Step[] } }>(
        `query I($id: ID!) { inspection(id: $id) { ${STEPS} } }`,
        { id: inspectionId },
      )
    ).inspection.prescribedSteps;
  const step = async (who: Caller, code: string) => (await read(who)).find((one) => one.code === code);
  const record = async (who: Caller, input: object) => {
    const data = await who.execute<{
      recordStep: {
        inspection: { prescribedSteps: Step[] } | null;
        userErrors: { code: string; rule: string; field: string | null }[];
      };
    }>(
      `mutation R($input: RecordStepInput!) { recordStep(input: $input) { inspection { ${STEPS} } userErrors { code rule field } } }`,
      { input: { inspectionId, version: 0, ...input } },
    );
    return data.recordStep;
  };

  it('nine steps in their order, with the days that the round’s dates give', async () => {
    const steps = await read(clerk);
    expect(steps.map((one) => one.code).join(' ')).toBe(
      'FEEDBACK_MEETING PARTY_GROUP_STUDY LEADING_GROUP PLAN_REVIEW DEMOCRATIC_LIFE CONCENTRATED FINAL_REPORT PUBLICATION ASSESSMENT',
    );
    expect(steps.find((one) => one.code === 'PLAN_REVIEW')).toMatchObject({
      dueOn: '2026-07-18',
      overdue: true,
      done: false,
      version: 0,
    });
  });

  it('the clerk records the day and the proof; the office sees the day, not the words', async () => {
    const [meeting] = await api.sql<{ id: string; title: string }>(
      `SELECT 'evd_' || e.id AS id, e.piece_number || ' ' || e.title AS title FROM evidence e WHERE e.inspection_id = $1 AND e.kind = 'MEETING' AND NOT e.restricted ORDER BY e.id LIMIT 1`,
      [inspectionId.slice(4)],
    );
    const done = await record(clerk, {
      code: 'PLAN_REVIEW',
      date: { on: '2026-07-10' },
      proof: '巡察办函〔2026〕9号',
      evidenceId: meeting?.id,
    });
    expect(done.userErrors).toEqual([]);
    const own = await step(clerk, 'PLAN_REVIEW');
    expect(own).toMatchObject({
      done: true,
      overdue: false,
      date: { on: '2026-07-10', precision: 'DAY' },
      proof: '巡察办函〔2026〕9号',
      evidenceId: meeting?.id,
      evidenceTitle: meeting?.title,
      version: 1,
    });
    expect(await step(await api.as('office'), 'PLAN_REVIEW')).toEqual({
      ...own,
      proof: null,
      evidenceId: null,
      evidenceTitle: null,
      updatedByName: null,
    });
  });

  it('a period and words are dates, too', async () => {
    await record(clerk, { code: 'CONCENTRATED', date: { on: '2026-06-18', to: '2026-11-20' } });
    await record(clerk, { code: 'LEADING_GROUP', date: { text: '2026年6月下旬', precision: 'TENDAY' } });
    expect((await step(clerk, 'CONCENTRATED'))?.date).toMatchObject({ to: '2026-11-20', precision: 'RANGE' });
    expect((await step(clerk, 'LEADING_GROUP'))?.date).toMatchObject({ on: null, text: '2026年6月下旬' });
  });

  it('is changed and taken back by version; the trail keeps it', async () => {
    const stale = await record(clerk, { code: 'PLAN_REVIEW', date: { on: TODAY } });
    expect(stale.userErrors[0]?.code).toBe('CONFLICT');
    expect((await record(clerk, { code: 'PLAN_REVIEW', version: 1, date: { on: '2026-07-11' } })).userErrors).toEqual(
      [],
    );
    expect(await step(clerk, 'PLAN_REVIEW')).toMatchObject({ version: 2, proof: null });
    await record(clerk, { code: 'PLAN_REVIEW', version: 2, date: null });
    expect(await step(clerk, 'PLAN_REVIEW')).toMatchObject({ done: false, version: 0 });
    const trail = await api.sql(
      `SELECT 1 FROM audit_event WHERE verb = 'recordStep' AND success AND after ->> 'code' = 'PLAN_REVIEW'`,
    );
    expect(trail).toHaveLength(3);
  });

  it('refuses a day to come, a proof without a day, a piece of another inspection, and everybody else', async () => {
    const refusal = async (who: Caller, input: object) =>
      (await record(who, { code: 'PUBLICATION', ...input })).userErrors.map((one) => `${one.rule} ${one.field}`);
    expect(await refusal(clerk, { date: { on: '2026-11-23' } })).toEqual(['steps.inFuture date.on']);
    expect(await refusal(clerk, { proof: 'x' })).toEqual(['steps.date date.on']);
    const [foreign] = await api.sql<{ id: string }>(
      `SELECT 'evd_' || id AS id FROM evidence WHERE inspection_id <> $1 LIMIT 1`,
      [inspectionId.slice(4)],
    );
    expect(
      (await record(clerk, { code: 'PUBLICATION', date: { on: TODAY }, evidenceId: foreign?.id })).userErrors[0]?.code,
    ).toBe('NOT_FOUND');
    expect(
      (await record(await api.as('office'), { code: 'PUBLICATION', date: { on: TODAY } })).userErrors[0]?.code,
    ).toBe('FORBIDDEN');
    expect(
      (await record(await api.as('otherclerk'), { code: 'PUBLICATION', date: { on: TODAY } })).userErrors[0]?.code,
    ).toBe('NOT_FOUND');
  });

  it('the round’s list replaces the usual one; what was done stays in sight', async () => {
    await api.sql(
      `UPDATE inspection SET settings = settings || '{"steps": [{"code": "FINAL_REPORT", "offset": "finalReport"}]}' WHERE id = $1`,
      [inspectionId.slice(4)],
    );
    expect((await read(clerk)).map((one) => [one.code, one.done])).toEqual([
      ['FINAL_REPORT', false],
      ['LEADING_GROUP', true],
      ['CONCENTRATED', true],
    ]);
  });
});
