import { planDocument, planValues, type PlanFacts, type PlanFinding } from '@closeout/documents';
import { invalid, PLAN_KINDS, shanghaiDay, type PlanKind, type RoundSettings } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import { fromDate } from '../day.ts';
import { inspectionFor, type InspectionWithBody } from '../imports/inspection-for.ts';
import { settingsOfInspection } from '../rounds/settings-of-inspection.ts';
import { named, traceOf } from './export-files.ts';
import { wholeLedger, type LedgerRow } from './ledger-rows.ts';
import { sheetFinding } from './ledger-sheet.ts';
import { officeOf } from './office-of.ts';
import type { Paper } from './paper-file.ts';
import { demandClasses } from './progress-report.ts';

/** What the feedback behind each plan was about. */
const SUBJECTS: Record<PlanKind, string | null> = { MAIN: null, PERSONNEL: '选人用人', IDEOLOGY: '意识形态工作' };

/** The plan that is asked for; without a word, the main one. */
function planKindOf(given: unknown): PlanKind {
  if (given === undefined) return 'MAIN';
  const kind = PLAN_KINDS.find((one) => one === given);
  if (kind === undefined) throw invalid('plan', 'exports.filter', `plan is one of ${PLAN_KINDS.join(', ')}`);
  return kind;
}

/** A deadline in words, or the day. */
export const deadlineWords = (deadline: { text: string; date: string | null } | null): string | null =>
  deadline === null ? null : deadline.text || deadline.date;

/** A finding as the plan prints it: no evidence, no progress, nothing that was dropped. */
function planFinding(row: LedgerRow, settings: RoundSettings): PlanFinding {
  const sheet = sheetFinding(row, new Map(), settings);
  return {
    ...sheet,
    number: row.seq,
    deadline: deadlineWords(sheet.deadline),
    actions: sheet.actions
      .filter((_, index) => row.actions[index]?.state !== 'DROPPED')
      .map(({ text, department, deadline }) => ({ text, department, deadline: deadlineWords(deadline) })),
  };
}

async function factsOf(ctx: Context, inspection: InspectionWithBody, kind: PlanKind): Promise<PlanFacts> {
  const { body, round, team } = inspection;
  const { settings } = await settingsOfInspection(ctx.db, inspection.id);
  const rows = await wholeLedger(ctx.db, inspection.id);
  return {
    body: body.name,
    office: await officeOf(ctx, inspection),
    kind: round.level === 'XUNSHI' ? '巡视' : '巡察',
    subject: SUBJECTS[kind],
    team,
    onSiteFrom: fromDate(inspection.onSiteFrom),
    onSiteTo: fromDate(inspection.onSiteTo),
    feedbackOn: fromDate(inspection.feedbackOn),
    filledOn: shanghaiDay(ctx.now()),
    // Not in the condition: the client that reads the past knows no enum types of its own.
    findings: rows.filter(({ plan }) => plan === kind).map((row) => planFinding(row, settings)),
  };
}

/** 整改方案 with its three lists, of one plan of an inspection: who may export the whole body's ledger. */
export async function planPaper(ctx: Context, inspectionId: string, plan: unknown): Promise<Paper> {
  const inspection = await inspectionFor(ctx, inspectionId, 'exportLedger');
  demandClasses(ctx);
  const kind = planKindOf(plan);
  const facts = await factsOf(ctx, inspection, kind);
  const findings = facts.findings.length;
  const document = planDocument(facts);
  return {
    name: named(ctx, `${SUBJECTS[kind] ?? ''}整改方案`, inspection),
    document,
    own: { bodyId: inspection.bodyId, kind: 'PLAN', values: planValues(document, facts) },
    trace: traceOf(inspection, 'exportPlan', { plan: kind, findings }),
  };
}
