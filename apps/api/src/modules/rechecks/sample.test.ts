import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type Api, type Caller } from '../../../test/api.ts';
import { mutate, inspectionOf } from '../../../test/work.ts';

interface Check {
  id: string;
  refNo: string;
  version: number;
  outcome: string | null;
  lapsed: boolean;
}
interface Draw {
  id: string;
  stage: string;
  drawnOn: string;
  population: string[];
  checks: Check[];
}
interface Finding {
  id: string;
  refNo: string;
  version: number;
  state: string;
  returned: { reason: string; byName: string } | null;
  transitions: { verb: string; allowed: boolean; reason: string | null }[];
  pendingSubmission: { id: string; purpose: string; currentStep: { kind: string } } | null;
  submissions: { outcome: string; sample: Check | null; summary: { answersReturn: string | null } }[];
}

const CHECK = 'id refNo version outcome lapsed';
const DRAW = `draw { id stage drawnOn population checks { ${CHECK} } }`;
const FINDING = `id refNo version state returned { reason byName } transitions { verb allowed reason } pendingSubmission { id purpose currentStep { kind } } submissions { outcome sample { ${CHECK} } summary { answersReturn } }`;

describe('销号前抽查 over GraphQL', () => {
  let api: Api;
  let discipline: Caller;
  let secretary: Caller;
  let inspectionId: string;
  beforeAll(async () => {
    api = await startApi();
    [discipline, secretary] = await Promise.all([api.as('discipline'), api.as('secretary')]);
    inspectionId = await inspectionOf(api);
  });
  afterAll(() => api.stop());

  const draw = (who: Caller, size: number, seed = '销号前') =>
    mutate<{ draw: Draw | null }>(who, 'drawRecheck', { inspectionId, stage: 'IN_REVIEW', seed, size }, DRAW);
  const record = (who: Caller, check: Check, outcome: string, note?: string) =>
    mutate<{ draw: Draw | null }>(
      who,
      'recordRecheck',
      { recheckId: check.id, version: check.version, outcome, note },
      DRAW,
    );
  const finding = async (refNo: string, who = secretary): Promise<Finding> =>
    (
      await who.execute<{ finding: Finding }>(`query F($refNo: String) { finding(refNo: $refNo) { ${FINDING} } }`, {
        refNo,
      })
    ).finding;
  const population = async (who: Caller): Promise<number | null> =>
    (
      await who.execute<{ recheckPopulation: number | null }>(
        `query P($id: ID!) { recheckPopulation(inspectionId: $id, stage: IN_REVIEW) }`,
        { id: inspectionId },
      )
    ).recheckPopulation;
  const forget = () => api.sql(`DELETE FROM recheck_draw WHERE stage = 'IN_REVIEW'`);

  it('only the discipline group draws among what waits to be closed, and anybody draws the same again', async () => {
    await forget();
    const all = await population(discipline);
    expect(all).toBeGreaterThan(2);
    for (const login of ['office', 'secretary', 'clerk', 'head', 'sysadmin']) {
      expect(await population(await api.as(login)), login).toBeNull();
      expect((await draw(await api.as(login), 1)).userErrors[0]?.code, login).toMatch(/^(FORBIDDEN|NOT_FOUND)$/);
    }
    const drawn = (await draw(discipline, 2)).draw!;
    expect(drawn.stage).toBe('IN_REVIEW');
    expect(drawn.population).toHaveLength(all!);
    const key = (refNo: string) => createHash('sha256').update(`销号前|${drawn.drawnOn}|${refNo}`).digest('hex');
    const again = drawn.population.toSorted((a, b) => key(a).localeCompare(key(b))).slice(0, 2);
    expect(drawn.checks.map((one) => one.refNo)).toEqual(again);
    // what was drawn for a submission is not drawn for it again
    expect(await population(discipline)).toBe(all! - 2);
    expect((await draw(discipline, all!)).userErrors[0]).toMatchObject({ field: 'size' });
  });

  it('is read by who reads the body’s findings, and never by the office', async () => {
    const list = async (login: string) =>
      (
        await (
          await api.as(login)
        ).execute<{ recheckDraws: { edges: { node: { stage: string } }[] } }>(
          '{ recheckDraws(first: 100) { edges { node { stage } } } }',
        )
      ).recheckDraws.edges.map(({ node }) => node.stage);
    for (const login of ['discipline', 'secretary', 'clerk']) expect(await list(login), login).toContain('IN_REVIEW');
    for (const login of ['office', 'head', 'handler']) expect(await list(login), login).not.toContain('IN_REVIEW');
  });

  it('who reads one of the findings sees its check, not what else was drawn', async () => {
    await forget();
    const all = (await draw(discipline, (await population(discipline))!)).draw!;
    const drawsSeenBy = async (login: string) =>
      (
        await (
          await api.as(login)
        ).execute<{ findings: { edges: { node: { pendingSubmission: { sample: { draw: Draw } } } }[] } }>(
          `{ findings(first: 100, filter: {state: [IN_REVIEW]}) { edges { node { pendingSubmission { sample { ${CHECK} ${DRAW} } } } } } }`,
        )
      ).findings.edges.map(({ node }) => node.pendingSubmission.sample.draw);
    const ofHead = await drawsSeenBy('head');
    expect(ofHead.length).toBeGreaterThan(0);
    for (const one of ofHead)
      expect(one).toMatchObject({ id: all.id, drawnOn: all.drawnOn, population: [], checks: [] });
    for (const one of await drawsSeenBy('secretary'))
      expect(one).toMatchObject({ id: all.id, population: all.population, checks: all.checks });
  });

  it('holds the signature that closes until the result is recorded, and no other', async () => {
    await forget();
    const drawn = (await draw(discipline, (await population(discipline))!)).draw!;
    const findings = await Promise.all(drawn.checks.map((one) => finding(one.refNo)));
    const last = findings.find((one) => one.pendingSubmission?.currentStep.kind === 'SECRETARY')!;
    const sign = (one: Finding) => one.transitions.find((each) => each.verb === 'sign');
    expect(sign(last)).toMatchObject({ allowed: false, reason: 'SAMPLE_OPEN' });
    const refused = await mutate(
      secretary,
      'sign',
      { findingId: last.id, version: last.version, acceptEvidence: true },
      'finding { id }',
    );
    expect(refused.userErrors[0]).toMatchObject({ code: 'ILLEGAL_TRANSITION', rule: 'signoff.sample' });
    expect(findings.filter((one) => sign(one)?.reason === 'SAMPLE_OPEN')).toHaveLength(
      findings.filter((one) => one.pendingSubmission?.currentStep.kind === 'SECRETARY').length,
    );

    const check = drawn.checks.find((one) => one.refNo === last.refNo)!;
    expect((await record(discipline, check, 'PASSED')).userErrors).toEqual([]);
    const freed = await finding(last.refNo);
    expect(freed.submissions[0]).toMatchObject({ outcome: 'PENDING', sample: { outcome: 'PASSED' } });
    const signed = await mutate<{ finding: { state: string } }>(
      secretary,
      'sign',
      { findingId: freed.id, version: freed.version, acceptEvidence: true },
      'finding { state }',
    );
    expect(signed).toMatchObject({ userErrors: [], finding: { state: 'CLOSED' } });
  });

  it('a failed one says why and returns the finding; its next submission answers that', async () => {
    await forget();
    const drawn = (await draw(discipline, (await population(discipline))!)).draw!;
    const [check] = drawn.checks;
    expect((await record(discipline, check!, 'FAILED', ' ')).userErrors[0]).toMatchObject({ field: 'note' });
    expect((await record(secretary, check!, 'PASSED')).userErrors[0]?.code).toBe('FORBIDDEN');
    expect((await record(await api.as('office'), check!, 'PASSED')).userErrors[0]?.code).toBe('FORBIDDEN');
    expect((await record(discipline, check!, 'FAILED', '凭证与名单不符')).userErrors).toEqual([]);
    const returned = await finding(check!.refNo);
    expect(returned).toMatchObject({
      state: 'RECTIFYING',
      returned: { reason: '凭证与名单不符', byName: '方既明' },
      pendingSubmission: null,
    });
    expect(returned.submissions[0]).toMatchObject({ outcome: 'RETURNED', sample: { outcome: 'FAILED' } });
    const trail = await api.sql<{ verb: string }>(
      `SELECT verb FROM audit_event WHERE success AND reason = '凭证与名单不符' ORDER BY id`,
    );
    expect(trail).toEqual([{ verb: 'recordRecheck' }, { verb: 'returnFinding' }]);
    const [row] = await api.sql<{ login: string }>(
      `SELECT a.login FROM submission s JOIN account a ON a.person_id = s.submitted_by_id WHERE s.finding_id = $1 ORDER BY s.submitted_at DESC LIMIT 1`,
      [returned.id.slice(4)],
    );
    const again = await mutate(
      await api.as(row!.login),
      'submit',
      { findingId: returned.id, version: returned.version },
      'finding { id }',
    );
    expect(again.userErrors).toEqual([]);
    expect((await finding(check!.refNo)).submissions[0]?.summary.answersReturn).toBe('凭证与名单不符');
  });

  it('a submission that ended takes its sample along', async () => {
    await forget();
    const drawn = (await draw(discipline, (await population(discipline))!)).draw!;
    const findings = await Promise.all(drawn.checks.map((one) => finding(one.refNo)));
    const last = findings.find((one) => one.pendingSubmission?.currentStep.kind === 'LEADER')!;
    const [holder] = await api.sql<{ login: string }>(
      `SELECT a.login FROM finding f JOIN role_grant g ON g.post_id = f.leader_post_id JOIN account a ON a.id = g.account_id WHERE f.id = $1`,
      [last.id.slice(4)],
    );
    const back = await mutate(
      await api.as(holder!.login),
      'returnFinding',
      { findingId: last.id, version: last.version, reason: '请补充' },
      'finding { id }',
    );
    expect(back.userErrors).toEqual([]);
    const check = drawn.checks.find((one) => one.refNo === last.refNo)!;
    expect((await record(discipline, check, 'FAILED', 'x')).userErrors[0]).toMatchObject({
      code: 'ILLEGAL_TRANSITION',
      rule: 'rechecks.stillInReview',
    });
    expect((await finding(last.refNo)).submissions[0]?.sample).toMatchObject({ lapsed: true, outcome: null });
  });
});
