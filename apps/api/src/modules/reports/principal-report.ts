import { principalDocument, principalValues, type PrincipalFacts } from '@closeout/documents';
import {
  MEETING_TYPE_WORDS,
  PRESCRIBED_STEP_WORDS,
  PRESCRIBED_STEPS,
  shanghaiDay,
  type MeetingType,
} from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import { Statement } from '../../read/statement.ts';
import { grantInForce } from '../access/grant-in-force.ts';
import { fromDate } from '../day.ts';
import { inspectionFor, type InspectionWithBody } from '../imports/inspection-for.ts';
import { settingsOfInspection } from '../rounds/settings-of-inspection.ts';
import { named, traceOf } from './export-files.ts';
import { wholeLedger, type LedgerRow } from './ledger-rows.ts';
import { sheetFinding } from './ledger-sheet.ts';
import { officeOf } from './office-of.ts';
import { deadlineWords } from './plan-paper.ts';
import type { Paper } from './paper-file.ts';
import { demandClasses } from './progress-report.ts';
import { toldActions, wordsOfAction } from './report-rows.ts';
import { printedResult } from './result-words.ts';

interface Principal {
  personId: string;
  name: string;
  post: string;
  postIds: string[];
}

/** Who is the body's secretary on the day, with the posts of the leadership that he holds. */
async function principalOf(ctx: Context, bodyId: string): Promise<Principal | null> {
  const s = new Statement();
  const sql = `SELECT n.id AS "personId", n.name, array_agg(p.title ORDER BY p.ordinal, p.id) AS titles, array_agg(p.id::text ORDER BY p.ordinal, p.id) AS "postIds"
    FROM post p JOIN post_holding h ON h.post_id = p.id AND h.to_on IS NULL JOIN person n ON n.id = h.person_id
    WHERE p.body_id = ${s.param(bodyId, 'text::uuid')} AND p.leadership AND EXISTS (SELECT 1 FROM role_grant g JOIN account a ON a.id = g.account_id
      WHERE a.person_id = n.id AND g.role = 'SECRETARY' AND g.body_id = p.body_id AND ${grantInForce('g', s.param(shanghaiDay(ctx.now()), 'text::date'))})
    GROUP BY n.id, n.name ORDER BY min(p.ordinal), n.id LIMIT 1`;
  const [found] = await ctx.db.$queryRawUnsafe<(Omit<Principal, 'post'> & { titles: string[] })[]>(sql, ...s.values);
  return found === undefined ? null : { ...found, post: found.titles[0] ?? '' };
}

/** Meetings by kind: nothing of restricted pieces, nothing that was rejected. */
async function meetingsOf(ctx: Context, inspectionId: string): Promise<PrincipalFacts['meetings']> {
  const s = new Statement();
  const sql = `SELECT m.type::text AS type, CASE WHEN m.type = 'OTHER' THEN m.type_text END AS words, count(*)::int AS count
    FROM meeting m JOIN evidence e ON e.id = m.evidence_id
    WHERE e.inspection_id = ${s.param(inspectionId, 'text::uuid')} AND NOT e.restricted AND e.acceptance <> 'REJECTED'
    GROUP BY m.type, 2 ORDER BY m.type, 2`;
  const rows = await ctx.db.$queryRawUnsafe<{ type: MeetingType; words: string | null; count: number }[]>(sql, ...s.values); // prettier-ignore
  return rows.map(({ type, words, count }) => ({ kind: words ?? MEETING_TYPE_WORDS[type], count }));
}

async function stepsOf(ctx: Context, inspectionId: string): Promise<PrincipalFacts['steps']> {
  const rows = await ctx.db.prescribedStep.findMany({
    where: { inspectionId, OR: [{ doneOn: { not: null } }, { dateText: { not: null } }] },
  });
  return rows
    .toSorted((a, b) => PRESCRIBED_STEPS.indexOf(a.code) - PRESCRIBED_STEPS.indexOf(b.code))
    .map(({ code, doneOn, dateText }) => ({ name: PRESCRIBED_STEP_WORDS[code], doneOn: fromDate(doneOn), dateText }));
}

async function factsOf(ctx: Context, inspection: InspectionWithBody): Promise<PrincipalFacts> {
  const { id, body, bodyId, round } = inspection;
  const { settings } = await settingsOfInspection(ctx.db, id);
  const principal = await principalOf(ctx, bodyId);
  const rows = await wholeLedger(ctx.db, id);
  const resultOf = (row: LedgerRow) => printedResult(row, settings);
  const results = Map.groupBy(rows, (row) => resultOf(row).words);
  return {
    body: body.name,
    office: await officeOf(ctx, inspection),
    kind: round.level === 'XUNSHI' ? '巡视' : '巡察',
    feedbackOn: fromDate(inspection.feedbackOn),
    principal,
    meetings: await meetingsOf(ctx, id),
    instructions:
      principal === null
        ? 0
        : await ctx.db.instruction.count({ where: { finding: { inspectionId: id }, byId: principal.personId } }),
    steps: await stepsOf(ctx, id),
    own: rows
      .filter(({ leaderPostId }) => leaderPostId !== null && principal?.postIds.includes(leaderPostId))
      .map((row) => ({
        number: row.seq,
        title: row.title,
        actions: toldActions(row).map(wordsOfAction),
        result: resultOf(row).words,
      })),
    findings: rows.length,
    results: [...results].map(([words, of]) => ({ words: words ?? '结果待定', count: of.length })),
    open: rows
      .filter((row) => resultOf(row).status !== 'COMPLETED')
      .map((row) => ({ number: row.seq, deadline: deadlineWords(sheetFinding(row, new Map(), settings).deadline) })),
    filledOn: shanghaiDay(ctx.now()),
  };
}

/** 主要负责人组织落实情况报告: who may export the whole body's ledger. */
export async function principalPaper(ctx: Context, inspectionId: string): Promise<Paper> {
  const inspection = await inspectionFor(ctx, inspectionId, 'exportLedger');
  demandClasses(ctx);
  const facts = await factsOf(ctx, inspection);
  const { findings, own } = facts;
  const document = principalDocument(facts);
  return {
    name: named(ctx, '主要负责人组织落实情况报告', inspection),
    document,
    own: { bodyId: inspection.bodyId, kind: 'PRINCIPAL_REPORT', values: principalValues(document, facts) },
    trace: traceOf(inspection, 'exportPrincipalReport', { findings, own: own.length }),
  };
}
