import { reportTextToBlocks } from '@closeout/documents';
import { DomainError, type FieldClass, type RoundSettings } from '@closeout/domain';
import { GraphQLError } from 'graphql';
import type { Context } from '../../graphql/context.ts';
import { ref } from '../../graphql/ref.ts';
import type { Transaction } from '../audit/in-transaction.ts';
import { inspectionFor, type InspectionWithBody } from '../imports/inspection-for.ts';
import { reportOf } from '../imports/read-source.ts';
import { settingsOfInspection } from '../rounds/settings-of-inspection.ts';
import { composedText } from './compose-report.ts';
import { renderImported, standsAsClaimed, type ImportedReport } from './render-imported.ts';
import { reportRows, toldActions, type ReportRow } from './report-rows.ts';
import type { ProgressReport, ReportWarning } from './report.type.ts';

/** A whole document cannot be cut by field class: a token needs all that it may hold. */
const CLASSES: readonly FieldClass[] = ['TEXT', 'NAMES', 'MONEY'];

export function demandClasses({ viewer }: Context): void {
  const lacking = CLASSES.filter((one) => viewer.classes !== null && !viewer.classes.includes(one));
  if (lacking.length === 0) return;
  throw new DomainError({
    code: 'FORBIDDEN',
    rule: 'access.fieldClass',
    message: `this token lacks ${lacking.join(', ')}`,
    params: { lacking: lacking.join(',') },
  });
}

/** An inspection whose report the viewer may have: the whole ledger of its body. */
async function reportedInspection(ctx: Context, inspectionId: string): Promise<InspectionWithBody> {
  const found = await inspectionFor(ctx, inspectionId, 'exportLedger');
  demandClasses(ctx);
  return found;
}

/** The imported report that most of the findings came from, or null. */
async function sourceOf(db: Transaction, rows: readonly ReportRow[]): Promise<ImportedReport | null> {
  const counts = new Map<string, number>();
  for (const { importId } of rows) if (importId !== null) counts.set(importId, (counts.get(importId) ?? 0) + 1);
  const found = await db.import.findMany({
    where: { id: { in: [...counts.keys()] } },
    select: { id: true, kind: true, state: true },
  });
  // Not in the condition: the client that reads the past knows no enum types of its own.
  const reports = found.filter(({ kind, state }) => kind === 'REPORT' && state === 'COMMITTED');
  const [first] = reports.toSorted((a, b) => (counts.get(b.id) ?? 0) - (counts.get(a.id) ?? 0));
  if (first === undefined) return null;
  const { id, parsed } = await db.import.findUniqueOrThrow({
    where: { id: first.id },
    select: { id: true, parsed: true },
  });
  return { id, parsed: reportOf(parsed) };
}

const listed = (seqs: readonly number[]): string =>
  seqs.length > 8 ? `${seqs.slice(0, 8).join('、')}等${seqs.length}个` : seqs.join('、');

function warningsOf(rows: readonly ReportRow[], sourceId: string | null, statedCounts: unknown): ReportWarning[] {
  if (rows.length === 0) return [{ code: 'EMPTY_LEDGER', message: '台账中还没有问题，请先导入或登记。', seqs: [] }];
  const claimed = rows
    .filter((row) => standsAsClaimed(row) && sourceId !== null && row.importId === sourceId)
    .map(({ seq }) => seq);
  const empty = rows.filter((row) => toldActions(row).length === 0).map(({ seq }) => seq);
  const stated = Object.entries((statedCounts ?? {}) as Record<string, unknown>).find(([word]) =>
    /^(?:主要|具体|反馈)?问题$/u.test(word),
  );
  return [
    ...(claimed.length === 0
      ? []
      : [
          {
            code: 'SOURCE_CLAIM' as const,
            message: `问题${listed(claimed)}尚未认领，整改结果仍是原文说法，请核对。`,
            seqs: claimed,
          },
        ]),
    ...(empty.length === 0
      ? []
      : [{ code: 'NO_ACTIONS' as const, message: `问题${listed(empty)}没有整改措施。`, seqs: empty }]),
    ...(stated === undefined || stated[1] === rows.length
      ? []
      : [
          {
            code: 'COUNT_MISMATCH' as const,
            message: `原文称${String(stated[1])}个问题，台账中有${rows.length}个，请核对。`,
            seqs: [],
          },
        ]),
  ];
}

/** A report with what its documents need to know. */
export interface BuiltReport extends Pick<ProgressReport, 'text' | 'blocks' | 'warnings'> {
  inspection: InspectionWithBody;
  sourceId: string | null;
  findings: number;
}

/** The words of the progress report, with the rows they come from and the import they follow. The caller has checked the right. */
export async function reportTextOf(
  db: Transaction,
  inspection: InspectionWithBody,
  settings: RoundSettings,
): Promise<{ text: string; rows: ReportRow[]; sourceId: string | null }> {
  const rows = await reportRows(db, inspection.id);
  const source = await sourceOf(db, rows);
  const text =
    source === null ? composedText(inspection, rows, settings) : await renderImported(source, rows, settings);
  return { text, rows, sourceId: source?.id ?? null };
}

/** The progress report of an inspection out of the ledger as it stands now. */
export async function buildReport(ctx: Context, inspectionId: string): Promise<BuiltReport> {
  const inspection = await reportedInspection(ctx, inspectionId);
  const { settings } = await settingsOfInspection(ctx.db, inspection.id);
  const { text, rows, sourceId } = await reportTextOf(ctx.db, inspection, settings);
  return {
    inspection,
    text,
    blocks: reportTextToBlocks(text),
    warnings: warningsOf(rows, sourceId, inspection.statedCounts),
    sourceId,
    findings: rows.length,
  };
}

/** The same for the query. */
export const progressReport = (ctx: Context, inspectionId: string): Promise<ProgressReport | null> =>
  nullWhereAbsent(async () => {
    const { text, blocks, warnings, sourceId } = await buildReport(ctx, inspectionId);
    return { text, blocks, warnings, source: sourceId === null ? null : ref('Import', sourceId) };
  });

/** For a query's field: null for what is not visible, an error with its code for what is not allowed. */
export async function nullWhereAbsent<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const code = error.refusals[0]?.code;
    if (code === 'NOT_FOUND') return null;
    throw new GraphQLError(error.message, {
      extensions: { code: error.refusals[0]?.rule === 'access.fieldClass' ? 'FIELD_CLASS' : (code ?? 'FORBIDDEN') },
    });
  }
}
