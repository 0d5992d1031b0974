import { urgencyOf, DEFAULT_SETTINGS, type FindingState } from '@closeout/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, TODAY, type Api, type Caller } from '../../../test/api.ts';

interface Figures {
  findings: number;
  closed: number;
  overdue: number;
  dueSoon: number;
  dueSoonUntil: string;
  returned: number;
  waitsForMe: number;
  rate: { completed: number; findings: number; basisPoints: number };
  byState: { state: string; count: number }[];
  byLeader: { id: string; findings: number; overdue: number; closed: number }[];
  balance: { dueFen: string; recoveredFen: string; waivedFen: string; outstandingFen: string };
  evidence: { kind: string; count: number }[];
}

const FIGURES = `query S($id: ID!) { statistics(inspectionId: $id) { findings closed overdue dueSoon dueSoonUntil returned waitsForMe rate { completed findings basisPoints } byState { state count } byLeader { id findings overdue closed } balance { dueFen recoveredFen waivedFen outstandingFen } evidence { kind count } } }`;

describe('statistics', () => {
  let api: Api;
  let secretary: Caller;
  let inspectionId: string;
  let figures: Figures;
  beforeAll(async () => {
    api = await startApi();
    secretary = await api.as('secretary');
    const found = await secretary.execute<{ inspections: { edges: { node: { id: string } }[] } }>(
      '{ inspections { edges { node { id } } } }',
    );
    inspectionId = found.inspections.edges[0]?.node.id ?? '';
    figures = (await secretary.execute<{ statistics: Figures }>(FIGURES, { id: inspectionId })).statistics;
  });
  afterAll(() => api.stop());

  const rows = async (who: Caller, filter: Record<string, unknown>): Promise<number> =>
    (
      await who.execute<{ findings: { totalCount: number } }>(
        'query R($filter: FindingFilter) { findings(filter: $filter) { totalCount } }',
        { filter: { inspectionId, ...filter } },
      )
    ).findings.totalCount;

  it('every counted number has a query for its rows that finds as many', async () => {
    expect(figures.findings).toBe(33);
    expect(await rows(secretary, {})).toBe(figures.findings);
    expect(await rows(secretary, { overdue: true })).toBe(figures.overdue);
    expect(
      await rows(secretary, {
        dueOn: { from: TODAY, to: figures.dueSoonUntil },
        state: ['UNCLAIMED', 'RECTIFYING', 'IN_REVIEW'],
      }),
    ).toBe(figures.dueSoon);
    expect(await rows(secretary, { returned: true })).toBe(figures.returned);
    expect(await rows(secretary, { waitsForMe: true })).toBe(figures.waitsForMe);
    for (const { state, count } of figures.byState) expect(await rows(secretary, { state: [state] })).toBe(count);
    for (const leader of figures.byLeader.filter((one) => one.id !== null))
      expect(await rows(secretary, { leaderId: leader.id, overdue: true })).toBe(leader.overdue);
  });

  it('the money balances and the rate follows its formula', () => {
    const { dueFen, recoveredFen, waivedFen, outstandingFen } = figures.balance;
    expect(BigInt(dueFen)).toBe(BigInt(recoveredFen) + BigInt(waivedFen) + BigInt(outstandingFen));
    expect(figures.rate.basisPoints).toBe(Math.round((figures.rate.completed / figures.rate.findings) * 10_000));
  });

  it('Party dues are never added to fiscal money: their payments stand under their own kind only', async () => {
    const { statistics } = await secretary.execute<{ statistics: { recovered: { kind: string; fen: string }[] } }>(
      'query K($id: ID!) { statistics(inspectionId: $id) { recovered { kind fen } } }',
      { id: inspectionId },
    );
    const of = (kind: string): bigint => BigInt(statistics.recovered.find((one) => one.kind === kind)?.fen ?? '0');
    expect(of('DUES_BACK_PAYMENT')).toBe(432n);
    expect(BigInt(figures.balance.recoveredFen)).toBe(
      statistics.recovered.reduce((sum, one) => sum + BigInt(one.fen), 0n) - 432n,
    );
  });

  it('counts for a head only what the head may read, and answers null for another body', async () => {
    const head = await api.as('head');
    const own = (await head.execute<{ statistics: Figures }>(FIGURES, { id: inspectionId })).statistics;
    expect(own.findings).toBe(await rows(head, {}));
    expect(own.findings).toBeLessThan(figures.findings);
    const other = await (
      await api.as('otherhead')
    ).execute<{ statistics: Figures | null }>(FIGURES, { id: inspectionId });
    expect(other.statistics).toBeNull();
  });

  it('the SQL of overdue agrees with the domain on every finding', async () => {
    const findings = await api.sql<{ state: FindingState; due_on: string | null }>(
      'SELECT state, due_on::text FROM finding WHERE inspection_id = $1',
      [inspectionId.slice(4)],
    );
    const overdue = findings.filter((one) => urgencyOf(one.state, one.due_on, TODAY, DEFAULT_SETTINGS) === 'OVERDUE');
    expect(overdue).toHaveLength(figures.overdue);
  });

  it('the office sees states and counts of its rounds, and no finding', async () => {
    const office = await api.as('office');
    const answer = await office.execute<{
      inspections: {
        totalCount: number;
        edges: { node: { progress: { findings: number; closed: number; overdue: number } } }[];
      };
      findings: { totalCount: number };
      findingOutlines: { totalCount: number };
    }>(
      '{ inspections { totalCount edges { node { progress { findings closed overdue } } } } findings { totalCount } findingOutlines { totalCount } }',
    );
    expect(answer.findings.totalCount).toBe(0);
    expect(answer.inspections.totalCount).toBe(3);
    expect(answer.inspections.edges.reduce((sum, edge) => sum + edge.node.progress.findings, 0)).toBe(
      answer.findingOutlines.totalCount,
    );
    type Counted = { statistics: { findings: number; byState: { state: string; count: number }[] } };
    const query = 'query S($id: ID!) { statistics(inspectionId: $id) { findings byState { state count } } }';
    const own = await secretary.execute<Counted>(query, { id: inspectionId });
    expect(await office.execute<Counted>(query, { id: inspectionId })).toEqual(own);
  });
});
