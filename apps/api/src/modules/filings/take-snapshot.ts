import {
  DomainError,
  shanghaiDay,
  SNAPSHOT_SCHEMA,
  type FiledAction,
  type FiledFinding,
  type FiledFigures,
  type FilingKind,
  type FilingSnapshot,
  type RoundSettings,
} from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import type { Transaction } from '../audit/in-transaction.ts';
import { fromDate } from '../day.ts';
import { inspectionOf } from '../imports/inspection-for.ts';
import { loadStatistics } from '../oversight/load-statistics.ts';
import type { Statistics } from '../oversight/statistics.type.ts';
import { piecesWhere, wholeLedger, type LedgerRow, type PiecesByAction } from '../reports/ledger-rows.ts';
import { sheetFinding } from '../reports/ledger-sheet.ts';
import { reportTextOf } from '../reports/progress-report.ts';
import { printedResult } from '../reports/result-words.ts';
import { settingsOfInspection } from '../rounds/settings-of-inspection.ts';

const wordsOf = (deadline: { text: string; date: string | null } | null): string | null =>
  deadline === null ? null : deadline.text === '' ? deadline.date : deadline.text;
const fenOf = (fen: number | null): string | null => (fen === null ? null : String(fen));

function filedFinding(row: LedgerRow, pieces: PiecesByAction, settings: RoundSettings): FiledFinding {
  const sheet = sheetFinding(row, pieces, settings);
  const { status, words } = printedResult(row, settings);
  return {
    refNo: row.refNo,
    seq: row.seq,
    aspect: sheet.aspect,
    title: row.title,
    description: sheet.description,
    points: row.points.map(({ ordinal, text, outcome }) => ({ ordinal, text, outcome })),
    remediationType: row.remediationType,
    target: sheet.target,
    leader: sheet.leader,
    leadDepartment: sheet.leadDepartment,
    supportingDepartments: [...sheet.supportingDepartments],
    person: sheet.person,
    deadline: wordsOf(sheet.deadline),
    dueOn: fromDate(row.dueOn),
    actions: row.actions.map(({ ordinal, state }, index): FiledAction => {
      const { deadline, ...words } = sheet.actions[index]!;
      return { ordinal, state, ...words, deadline: wordsOf(deadline) };
    }),
    state: row.state,
    result: status,
    resultText: words,
    effect: sheet.effect,
    statedFen: fenOf(sheet.statedFen),
    recoveredFen: fenOf(sheet.recoveredFen),
    closedOn: sheet.closedOn,
    remark: sheet.remark,
  };
}

const figuresOf = (counted: Statistics): FiledFigures => ({
  findings: counted.findings,
  closed: counted.closed,
  overdue: counted.overdue,
  completed: counted.rate.completed,
  basisPoints: counted.rate.basisPoints,
  formula: counted.rate.formula,
  actions: counted.actions,
  settledActions: counted.settledActions,
  byState: counted.byState as FiledFigures['byState'],
  byResult: counted.byResult as FiledFigures['byResult'],
  balance: counted.balance,
  recovered: counted.recovered as FiledFigures['recovered'],
});

/**
 * The ledger of one inspection at one moment, as it is filed: read in one snapshot of the database, so that rows, figures and
 * report agree. Nothing of what is internal to the body: no returns, instructions, drafts, no restricted pieces. The caller
 * has checked that the viewer reads the whole body.
 */
export function takeSnapshot(
  ctx: Context,
  inspectionId: string,
  what: { kind: FilingKind; number: number },
): Promise<FilingSnapshot> {
  return ctx.db.$transaction((tx) => readLedger(ctx, tx, inspectionId, what), {
    isolationLevel: 'RepeatableRead',
    timeout: 20_000,
  });
}

async function readLedger(
  ctx: Context,
  tx: Transaction,
  inspectionId: string,
  what: { kind: FilingKind; number: number },
): Promise<FilingSnapshot> {
  const inspection = await inspectionOf(tx, inspectionId);
  const { settings } = await settingsOfInspection(tx, inspectionId);
  const rows = await wholeLedger(tx, inspectionId);
  if (rows.length === 0)
    throw new DomainError({
      code: 'INVALID',
      rule: 'filings.empty',
      message: 'the ledger has no finding yet: there is nothing to file',
    });
  const pieces = await piecesWhere(tx, rows, 'NOT e.restricted');
  const counted = await loadStatistics(ctx, `ins_${inspectionId}`, tx);
  const report = what.kind === 'PLAN' ? null : (await reportTextOf(tx, inspection, settings)).text;
  const { body, round } = inspection;
  return {
    schema: SNAPSHOT_SCHEMA,
    ...what,
    planKind: 'MAIN',
    takenAt: ctx.now().toISOString(),
    asOf: shanghaiDay(ctx.now()),
    body: body.name,
    creditCode: body.creditCode,
    round: round.name,
    team: inspection.team,
    feedbackOn: fromDate(inspection.feedbackOn),
    figures: figuresOf(counted),
    findings: rows.map((row) => filedFinding(row, pieces, settings)),
    report,
  };
}
