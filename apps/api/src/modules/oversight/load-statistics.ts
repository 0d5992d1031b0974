import {
  addDays,
  balanceOf,
  completionBasisPoints,
  grantsWith,
  FINDING_STATES,
  notFound,
  RATE_FORMULA,
  readSettings,
  RESULTS,
  type SumBalance,
} from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import { uuidOf } from '../../read/ids.ts';
import type { Reading } from '../../read/model.ts';
import type { Transaction } from '../audit/in-transaction.ts';
import { bodiesWithin, findingsWithin, visibleEvidence, visibleFinding } from '../access/visibility.ts';
import { reading as readingOf } from '../findings/change-finding.ts';
import { dueUntilSql, overdueSql } from '../findings/overdue.ts';
import { waitsForMe } from '../findings/waits-for-me.ts';
import { isDuesSql } from '../money/dues.ts';
import type { GroupCount, Statistics } from './statistics.type.ts';

const DUE_SOON_DAYS = 10;

/** The database, or a transaction whose moment the figures are to hold for. */
type Database = Pick<Transaction, '$queryRawUnsafe' | 'inspection'>;

interface Counted {
  totals: Record<
    | 'findings'
    | 'closed'
    | 'overdue'
    | 'dueSoon'
    | 'returned'
    | 'waitsForMe'
    | 'changedThisWeek'
    | 'closedThisWeek'
    | 'actions'
    | 'settledActions'
    | 'completed',
    number
  >;
  byState: Record<string, number>;
  byResult: Record<string, number>;
  byPlan: { plan: string; findings: number; closed: number; completed: number }[];
  byLeader: GroupCount[];
  byDepartment: GroupCount[];
  byAspect: GroupCount[];
  sums: {
    establishedFen: string | null;
    disposition: SumBalance['disposition'];
    recoveredFen: string;
    waivedFen: string;
  }[];
  recovered: { kind: string; fen: string; count: number }[];
  evidence: { kind: string; count: number }[];
}

const groups = (
  key: string,
  id: string,
  name: string,
  order: string,
  join: string,
): string => `(SELECT coalesce(json_agg(g ORDER BY g.place NULLS LAST), '[]'::json) FROM (
  SELECT ${id} AS id, ${name} AS name, count(*) AS findings, count(*) FILTER (WHERE v.state = 'CLOSED') AS closed, count(*) FILTER (WHERE v.state = 'CONTINUING') AS continuing,
    count(*) FILTER (WHERE v.soon) AS "dueSoon", count(*) FILTER (WHERE v.overdue) AS overdue, min(${order}) AS place
  FROM v ${join} GROUP BY v.${key}, ${id}, ${name}) g)`;

function statement(r: Reading, inspectionId: string, soonUntil: string, completed: readonly string[]): string {
  const week = r.statement.param(addDays(r.today, -7), 'text::date');
  const weekStart = `(${week}::timestamp AT TIME ZONE 'Asia/Shanghai')`;
  return `WITH v AS MATERIALIZED (
    SELECT f.*, ${overdueSql('f', r)} AS overdue, ${dueUntilSql(soonUntil)('f', r)} AS soon
    FROM finding f WHERE f.inspection_id = ${r.statement.param(inspectionId, 'uuid')} AND (${counted('f', r)}))
  SELECT json_build_object(
    'totals', (SELECT json_build_object('findings', count(*), 'closed', count(*) FILTER (WHERE state = 'CLOSED'), 'completed', count(*) FILTER (WHERE state = 'CLOSED' AND result = ANY(${r.statement.param(completed, 'text[]::result[]')})),
      'overdue', count(*) FILTER (WHERE overdue), 'dueSoon', count(*) FILTER (WHERE soon), 'returned', count(*) FILTER (WHERE return_reason IS NOT NULL), 'waitsForMe', (SELECT count(*) FROM v w WHERE ${waitsForMe('w', r)}),
      'changedThisWeek', count(*) FILTER (WHERE updated_at >= ${weekStart}), 'closedThisWeek', count(*) FILTER (WHERE closed_at >= ${weekStart}),
      'actions', (SELECT count(*) FROM action a JOIN v ON v.id = a.finding_id), 'settledActions', (SELECT count(*) FROM action a JOIN v ON v.id = a.finding_id WHERE a.state IN ('DONE', 'DROPPED'))) FROM v),
    'byState', (SELECT coalesce(json_object_agg(state, n), '{}'::json) FROM (SELECT state, count(*) AS n FROM v GROUP BY state) s),
    'byResult', (SELECT coalesce(json_object_agg(result, n), '{}'::json) FROM (SELECT result, count(*) AS n FROM v GROUP BY result) s),
    'byPlan', (SELECT coalesce(json_agg(k), '[]'::json) FROM (SELECT plan, count(*) AS findings, count(*) FILTER (WHERE state = 'CLOSED') AS closed, count(*) FILTER (WHERE state = 'CLOSED' AND result = ANY(${r.statement.param(completed, 'text[]::result[]')})) AS completed FROM v GROUP BY plan) k),
    'byLeader', ${groups('leader_post_id', `'pst_' || p.id`, `coalesce(n.name || '　' || p.title, p.title)`, 'p.ordinal', `LEFT JOIN post p ON p.id = v.leader_post_id LEFT JOIN post_holding h ON h.post_id = p.id AND h.to_on IS NULL LEFT JOIN person n ON n.id = h.person_id`)},
    'byDepartment', ${groups('lead_department_id', `'dep_' || d.id`, 'd.name', 'd.ordinal', 'LEFT JOIN department d ON d.id = v.lead_department_id')},
    'byAspect', ${groups('aspect_id', `'asp_' || a.id`, 'a.title', 'a.ordinal', 'LEFT JOIN aspect a ON a.id = v.aspect_id')},
    'sums', (SELECT coalesce(json_agg(json_build_object('establishedFen', m.established_fen::text, 'disposition', m.disposition, 'recoveredFen', (SELECT coalesce(sum(x.fen), 0)::text FROM recovery x WHERE x.sum_id = m.id), 'waivedFen', (SELECT coalesce(sum(x.fen), 0)::text FROM waiver x WHERE x.sum_id = m.id))), '[]'::json) FROM money_sum m JOIN v ON v.id = m.finding_id WHERE NOT ${isDuesSql('m')}),
    'recovered', (SELECT coalesce(json_agg(k ORDER BY k.kind), '[]'::json) FROM (SELECT x.kind, sum(x.fen)::text AS fen, count(*) AS count FROM recovery x JOIN money_sum m ON m.id = x.sum_id JOIN v ON v.id = m.finding_id GROUP BY x.kind) k),
    'evidence', (SELECT coalesce(json_agg(k ORDER BY k.kind), '[]'::json) FROM (SELECT e.kind, count(*) AS count FROM evidence e WHERE ${countsOnly(r) ? 'true' : visibleEvidence('e', r)} AND e.id IN (SELECT l.evidence_id FROM evidence_action l JOIN action a ON a.id = l.action_id JOIN v ON v.id = a.finding_id) GROUP BY e.kind) k))::text AS json`;
}

/** Who reads no finding anywhere but what he is shown for a time, though the states of a body (the office), is given its counts as a whole. */
const countsOnly = (r: Reading): boolean =>
  grantsWith(r.viewer, 'readFinding').every(({ scope }) => scope === 'granted');
const counted = (f: string, r: Reading): string =>
  countsOnly(r) ? findingsWithin('readOutline', f, r) : visibleFinding(f, r);

async function run(ctx: Context, db: Database | undefined, text: string, values: readonly unknown[]): Promise<Counted> {
  if (db === undefined) return JSON.parse((await ctx.runJson(text, values)) ?? '{}') as Counted;
  const rows = await db.$queryRawUnsafe<{ json: string }[]>(text, ...values);
  return JSON.parse(rows[0]?.json ?? '{}') as Counted;
}

const balanceText = (sums: Counted['sums']): Statistics['balance'] =>
  Object.fromEntries(
    Object.entries(
      balanceOf(
        sums.map((sum) => ({
          establishedFen: sum.establishedFen === null ? null : BigInt(sum.establishedFen),
          disposition: sum.disposition,
          recoveredFen: BigInt(sum.recoveredFen),
          waivedFen: BigInt(sum.waivedFen),
        })),
      ),
    ).map(([key, value]) => [key, String(value)]),
  ) as unknown as Statistics['balance'];

const rateOf = (completed: number, findings: number) => ({
  completed,
  findings,
  basisPoints: completionBasisPoints(completed, findings),
  formula: RATE_FORMULA,
});

async function isVisible(ctx: Context, db: Database, inspectionId: string): Promise<boolean> {
  const r = readingOf(ctx);
  const text = `SELECT 1 FROM inspection i WHERE i.id = ${r.statement.param(inspectionId, 'uuid')} AND ${bodiesWithin('readOutline', 'i.body_id', r)}`;
  return (await db.$queryRawUnsafe<unknown[]>(text, ...r.statement.values)).length === 1;
}

/** The figures of one inspection over what the viewer may read, by one statement; every figure has a filter that lists its rows. */
export async function loadStatistics(ctx: Context, inspectionGlobalId: string, within?: Database): Promise<Statistics> {
  const db = within ?? ctx.db;
  const inspectionId = uuidOf(inspectionGlobalId, 'ins', 'the inspection');
  const inspection = await db.inspection.findUnique({ where: { id: inspectionId }, include: { round: true } });
  if (inspection === null || !(await isVisible(ctx, db, inspectionId))) throw notFound('the inspection');
  const settings = readSettings(inspection.settings, readSettings(inspection.round.settings));
  const r = readingOf(ctx);
  const soonUntil = addDays(r.today, settings.warnings.find((one) => one.code === 'YELLOW')?.daysLeft ?? DUE_SOON_DAYS);
  const counted = await run(
    ctx,
    within,
    statement(r, inspectionId, soonUntil, settings.completedResults),
    r.statement.values,
  );
  const { completed, ...totals } = counted.totals;
  return {
    asOf: r.today,
    ...totals,
    dueSoonUntil: soonUntil,
    rate: rateOf(completed, totals.findings),
    byState: FINDING_STATES.map((state) => ({ state, count: counted.byState[state] ?? 0 })),
    byResult: RESULTS.map((result) => ({ result, count: counted.byResult[result] ?? 0 })),
    byPlan: inspection.plans.map((plan) => {
      const { findings = 0, closed = 0, completed: done = 0 } = counted.byPlan.find((one) => one.plan === plan) ?? {};
      return { plan, findings, closed, rate: rateOf(done, findings) };
    }),
    byLeader: counted.byLeader,
    byDepartment: counted.byDepartment,
    byAspect: counted.byAspect,
    balance: balanceText(counted.sums),
    recovered: counted.recovered,
    evidence: counted.evidence,
  };
}
