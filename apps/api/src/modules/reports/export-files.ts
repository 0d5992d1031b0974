import { reportDocument, writeLedgerWorkbook } from '@closeout/documents';
import { shanghaiDay } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import { inTransaction, type AuditEntry } from '../audit/in-transaction.ts';
import { asOf } from '../history/as-of.ts';
import { visibleInspection, type InspectionWithBody } from '../imports/inspection-for.ts';
import { settingsOfInspection } from '../rounds/settings-of-inspection.ts';
import { ledgerFilterOf } from './ledger-filter.ts';
import { ledgerRows, piecesOf } from './ledger-rows.ts';
import { sheetFinding, TYPE_WORDS } from './ledger-sheet.ts';
import type { Paper } from './paper-file.ts';
import { buildReport } from './progress-report.ts';
import { offeredWords } from './result-words.ts';

/** A file to be saved by the browser. */
export interface ExportedFile {
  fileName: string;
  mediaType: string;
  bytes: Uint8Array;
}

type ExportVerb =
  | 'exportReport'
  | 'exportLedger'
  | 'exportPlan'
  | 'exportPrincipalReport'
  | 'exportNotice'
  | 'exportCircular'
  | 'exportPublicSite'
  | 'exportArchive';

/** A file with the trace that it leaves: who took what out of which record, in which form. */
export interface Export {
  file: ExportedFile;
  trace: AuditEntry & { verb: ExportVerb; after: Record<string, unknown> };
}

/** What is taken out of an inspection. */
export const traceOf = (
  { id, bodyId }: InspectionWithBody,
  verb: ExportVerb,
  after: Record<string, unknown>,
): Export['trace'] => ({ verb, recordType: 'Inspection', recordId: id, bodyId, after });

/**
 * Makes a file of the ledger as it stands, or as it was on a day. `fileOf` runs when the past is closed again: printing may
 * take its time.
 */
export async function exportOf<T>(
  ctx: Context,
  asOfDay: string | null,
  make: (ctx: Context) => Promise<T>,
  fileOf: (made: T) => Promise<Export>,
): Promise<Export> {
  const { file, trace } = await fileOf(asOfDay === null ? await make(ctx) : await asOf(ctx, { day: asOfDay }, make));
  return { file, trace: asOfDay === null ? trace : { ...trace, after: { ...trace.after, asOf: asOfDay } } };
}

/** Notes in the trail that a file left the ledger. */
export const noteExport = (ctx: Context, { trace }: Export): Promise<void> =>
  inTransaction(ctx, async () => ({ value: undefined, events: [trace] }));

/** The same with its trace. */
export async function exported<T>(...args: Parameters<typeof exportOf<T>>): Promise<ExportedFile> {
  const made = await exportOf(...args);
  await noteExport(args[0], made);
  return made.file;
}

/** What it is, of whom, made on which day. */
export const named = (ctx: Context, what: string, inspection: InspectionWithBody): string =>
  `${what}-${inspection.body.shortName}-${shanghaiDay(ctx.now())}`;

/** The progress report as text. */
export async function reportAsText(ctx: Context, inspectionId: string): Promise<Export> {
  const { inspection, text, findings, sourceId } = await buildReport(ctx, inspectionId);
  const file = {
    fileName: `${named(ctx, '整改进展情况', inspection)}.txt`,
    mediaType: 'text/plain; charset=utf-8',
    bytes: Buffer.from(text, 'utf8'),
  };
  return { file, trace: traceOf(inspection, 'exportReport', { format: 'txt', findings, source: sourceId }) };
}

/** The progress report in the layout of official documents. */
export async function reportPaper(ctx: Context, inspectionId: string): Promise<Paper> {
  const { inspection, blocks, findings, sourceId } = await buildReport(ctx, inspectionId);
  const title = blocks.find(({ style }) => style === 'title')?.text ?? `${inspection.body.name}巡察整改进展情况`;
  return {
    name: named(ctx, '整改进展情况', inspection),
    document: reportDocument({ title, blocks }),
    trace: traceOf(inspection, 'exportReport', { findings, source: sourceId }),
  };
}

/** The official ledger: exactly the findings that the viewer may export and the filter lets through. */
export async function ledgerAsWorkbook(
  ctx: Context,
  inspectionId: string,
  query: Readonly<Record<string, unknown>>,
  watermark?: string,
): Promise<Export> {
  const inspection = await visibleInspection(ctx, inspectionId);
  const filter = ledgerFilterOf(query);
  const rows = await ledgerRows(ctx, inspection.id, filter);
  const { settings } = await settingsOfInspection(ctx.db, inspection.id);
  const pieces = await piecesOf(ctx, rows);
  const { name, shortName } = inspection.body;
  const bytes = await writeLedgerWorkbook({
    title: `${shortName}巡察整改台账`,
    bodyName: name,
    filledOn: shanghaiDay(ctx.now()),
    remediationTypes: Object.values(TYPE_WORDS),
    results: offeredWords(settings),
    findings: rows.map((row) => sheetFinding(row, pieces, settings)),
    ...(watermark === undefined ? {} : { watermark }),
  });
  const file = {
    fileName: `${named(ctx, '整改台账', inspection)}.xlsx`,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes,
  };
  return { file, trace: traceOf(inspection, 'exportLedger', { format: 'xlsx', findings: rows.length, filter }) };
}
