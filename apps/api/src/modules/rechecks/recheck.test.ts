import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type Api, type Caller } from '../../../test/api.ts';

interface Finding {
  id: string;
  refNo: string;
  version: number;
  state: string;
  cycle: number;
  result: string;
  closedAt: string | null;
  deadline: { dueOn: string | null; rule: string | null };
  reopened: { reason: string; byName: string } | null;
  opinions: { kind: string; text: string | null; cycle: number; byName: string }[];
  submissions: { outcome: string }[];
  viewerCan: string[];
}
interface Check {
  id: string;
  refNo: string;
  outcome: string | null;
  note: string | null;
  version: number;
  finding: { id: string } | null;
}
interface Draw {
  id: string;
  seed: string;
  drawnOn: string;
  size: number;
  population: string[];
  recordedByMe: boolean;
  drawnFor: { shortName: string };
  checks: Check[];
}
interface Answer {
  finding?: Finding | null;
  draw?: Draw | null;
  userErrors: { code: string; rule: string; field: string | null }[];
}

const FINDING =
  'id refNo version state cycle result closedAt deadline { dueOn rule } reopened { reason byName } opinions { kind text cycle byName } submissions { outcome } viewerCan';
const DRAW =
  'id seed drawnOn size population recordedByMe drawnFor { shortName } checks { id refNo outcome note version finding { id } }';
const DUE = '2027-06-30';

describe('after the close-out', () => {
  let api: Api;
  let discipline: Caller;
  let office: Caller;
  let secretary: Caller;
  let inspectionId: string;
  beforeAll(async () => {
    api = await startApi();
    [discipline, office, secretary] = await Promise.all([api.as('discipline'), api.as('office'), api.as('secretary')]);
    const [row] = await api.sql<{ id: string }>(
      `SELECT i.id FROM inspection i JOIN body b ON b.id = i.body_id WHERE b.short_name = '市侨青会'`,
    );
    inspectionId = `ins_${row?.id}`;
  });
  afterAll(() => api.stop());

  const call = async (who: Caller, name: string, type: string, input: object): Promise<Answer> => {
    const payload = name.endsWith('Recheck') ? `draw { ${DRAW} }` : `finding { ${FINDING} }`;
    const data = await who.execute<Record<string, Answer>>(
      `mutation M($input: ${type}!) { ${name}(input: $input) { ${payload} userErrors { code rule field } } }`,
      { input },
    );
    return data[name] as Answer;
  };
  const draw = (who: Caller, seed: string, size: number) =>
    call(who, 'drawRecheck', 'DrawRecheckInput', { inspectionId, seed, size });
  const record = (who: Caller, check: Check | undefined, outcome: string, more: object = {}) =>
    call(who, 'recordRecheck', 'RecordRecheckInput', {
      recheckId: check?.id,
      version: check?.version,
      outcome,
      ...more,
    });
  const findings = async (who: Caller, state: string): Promise<Finding[]> =>
    (
      await who.execute<{ findings: { edges: { node: Finding }[] } }>(
        `{ findings(first: 100, filter: { state: [${state}] }) { edges { node { ${FINDING} } } } }`,
      )
    ).findings.edges.map((edge) => edge.node);

  it('the group draws, and anybody draws the same with a hash tool', async () => {
    const closed = await findings(secretary, 'CLOSED');
    const answer = await draw(discipline, '20261127-3', 5);
    expect(answer.userErrors).toEqual([]);
    const drawn = answer.draw as Draw;
    expect(drawn.population.toSorted()).toEqual(closed.map((one) => one.refNo).toSorted());
    const key = (refNo: string) => createHash('sha256').update(`20261127-3|${drawn.drawnOn}|${refNo}`).digest('hex');
    const expected = drawn.population.toSorted((a, b) => key(a).localeCompare(key(b))).slice(0, 5);
    expect(drawn.checks.map((one) => one.refNo)).toEqual(expected);
    expect(drawn.recordedByMe).toBe(true);

    const seen = await secretary.execute<{ recheckDraws: { edges: { node: Draw }[] } }>(
      `{ recheckDraws { edges { node { ${DRAW} } } } }`,
    );
    expect(seen.recheckDraws.edges[0]?.node).toMatchObject({ id: drawn.id, recordedByMe: false });
    expect((await draw(secretary, 'x', 1)).userErrors[0]?.code).toBe('FORBIDDEN');
    expect((await draw(discipline, ' ', 1)).userErrors[0]).toMatchObject({ field: 'seed', rule: 'rechecks.seed' });
    expect((await draw(discipline, 'x', 999)).userErrors[0]).toMatchObject({ field: 'size', rule: 'rechecks.size' });
    const other = await api.as('otherhead');
    expect((await draw(other, 'x', 1)).userErrors[0]?.code).toBe('NOT_FOUND');
  });

  it('one that passed is recorded once; one that failed says why and reopens as a new cycle', async () => {
    const drawn = (await draw(discipline, 'again', 3)).draw as Draw;
    const [first, second] = drawn.checks;
    expect((await record(discipline, first, 'PASSED')).userErrors).toEqual([]);
    expect((await record(discipline, first, 'FAILED', { note: 'x', dueOn: DUE })).userErrors[0]?.code).toBe('CONFLICT');
    expect((await record(discipline, { ...(first as Check), version: 2 }, 'PASSED')).userErrors[0]?.rule).toBe(
      'rechecks.recordedOnce',
    );
    expect((await record(discipline, second, 'FAILED')).userErrors[0]).toMatchObject({ field: 'note' });
    expect(
      (await record(discipline, second, 'FAILED', { note: '凭证缺失', dueOn: '2020-01-01' })).userErrors[0],
    ).toMatchObject({ field: 'dueOn' });
    expect((await record(office, second, 'PASSED')).userErrors[0]?.code).toBe('FORBIDDEN');

    const failed = await record(discipline, second, 'FAILED', { note: '凭证缺失', dueOn: DUE });
    expect(failed.userErrors).toEqual([]);
    expect(failed.draw?.checks[1]).toMatchObject({ outcome: 'FAILED', note: '凭证缺失' });
    const [finding] = (await findings(secretary, 'RECTIFYING')).filter((one) => one.refNo === second?.refNo);
    expect(finding).toMatchObject({
      cycle: 2,
      result: 'ONGOING',
      closedAt: null,
      deadline: { dueOn: DUE, rule: 'REOPENED' },
      reopened: { reason: '凭证缺失' },
    });
    expect(finding?.submissions.some((one) => one.outcome === 'APPROVED')).toBe(true);
    const [row] = await api.sql<{ verbs: string[] }>(
      `SELECT array_agg(verb ORDER BY id) AS verbs FROM audit_event WHERE reason = '凭证缺失'`,
    );
    expect(row?.verbs).toEqual(['recordRecheck', 'reopen']);
  });

  it('the office re-checks by number alone', async () => {
    const drawn = (await draw(office, '巡察办 2026-4', 2)).draw as Draw;
    expect(drawn.checks.map((one) => one.finding)).toEqual([null, null]);
    expect(drawn.drawnFor.shortName).toContain('巡察办');
    expect((await record(discipline, drawn.checks[0], 'PASSED')).userErrors[0]?.code).toBe('FORBIDDEN');
    expect((await record(office, drawn.checks[0], 'FAILED', { note: '现场核查不符', dueOn: DUE })).userErrors).toEqual(
      [],
    );
    const reopened = (await findings(secretary, 'RECTIFYING')).find((one) => one.refNo === drawn.checks[0]?.refNo);
    expect(reopened?.cycle).toBe(2);
  });

  it('the secretary reopens with a reason and a new day; a finding that is not closed stays', async () => {
    const [closed] = (await findings(secretary, 'CLOSED')).filter((one) => one.viewerCan.includes('reopen'));
    const input = { findingId: closed?.id, version: closed?.version, reason: '群众反映问题仍在', dueOn: DUE };
    expect((await call(await api.as('clerk'), 'reopen', 'ReopenInput', input)).userErrors[0]?.code).toBe('FORBIDDEN');
    expect((await call(secretary, 'reopen', 'ReopenInput', { ...input, reason: '' })).userErrors[0]).toMatchObject({
      field: 'reason',
    });
    const answer = await call(secretary, 'reopen', 'ReopenInput', input);
    expect(answer.finding).toMatchObject({ state: 'RECTIFYING', cycle: 2, reopened: { reason: '群众反映问题仍在' } });
    const again = await call(secretary, 'reopen', 'ReopenInput', { ...input, version: answer.finding?.version });
    expect(again.userErrors[0]?.code).toBe('ILLEGAL_TRANSITION');
  });

  it('the discipline group gives its opinion beside the chain; an objection says why, and nobody else gives one', async () => {
    const [waiting] = await findings(discipline, 'IN_REVIEW');
    const give = (who: Caller, kind: string, text?: string) =>
      call(who, 'giveOpinion', 'GiveOpinionInput', { findingId: waiting?.id, kind, text });
    expect((await give(discipline, 'OBJECTION')).userErrors[0]).toMatchObject({ field: 'text' });
    expect((await give(secretary, 'NO_OBJECTION')).userErrors[0]?.code).toBe('FORBIDDEN');
    expect((await give(discipline, 'OBJECTION', '佐证不足')).userErrors).toEqual([]);
    const second = await give(discipline, 'NO_OBJECTION');
    expect(second.finding?.opinions.map((one) => [one.kind, one.text])).toEqual([
      ['NO_OBJECTION', null],
      ['OBJECTION', '佐证不足'],
    ]);
    expect(second.finding?.state).toBe('IN_REVIEW');
  });
});
