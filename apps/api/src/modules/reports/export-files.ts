import { reportDocument, reportValues, writeLedgerWorkbook, type LedgerOrigin } from '@closeout/documents';
import { grantsWith, shanghaiDay, shanghaiMinute } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import { encodeId } from '../../read/ids.ts';
import { inTransaction, type AuditEntry } from '../audit/in-transaction.ts';
import { asOf } from '../history/as-of.ts';
import { visibleInspection, type InspectionWithBody } from '../imports/inspection-for.ts';
import { settingsOfInspection } from '../rounds/settings-of-inspection.ts';
import { ledgerFilterOf } from './ledger-filter.ts';
import { mapLedgerRows } from './ledger-rows.ts';
import { sheetFinding, TYPE_WORDS } from './ledger-sheet.ts';
import type { Paper } from './paper-file.ts';
import { buildReport } from './progress-report.ts';
import { offeredWords } from './result-words.ts';

/** Media type of a workbook. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

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
  | 'exportArchive'
  | 'exportRemarks'
  | 'exportList'
  | 'exportPublicSite';

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

/** Who took it out, and when: at the foot of every page. */
export const watermarkOf = (ctx: Context): string =>
  ctx.isPast
    ? `${ctx.viewer.name} 导出，台账截至 ${shanghaiDay(ctx.now())}`
    : `${ctx.viewer.name} ${shanghaiMinute(ctx.now())} 导出`;

const originOf = (ctx: Context, { id }: InspectionWithBody): LedgerOrigin => ({
  inspectionId: encodeId('ins', id),
  exportedAt: ctx.now().toISOString(),
  exportedBy: ctx.viewer.name,
});

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
  const { inspection, blocks, aspects, findings, sourceId } = await buildReport(ctx, inspectionId);
  const title = blocks.find(({ style }) => style === 'title')?.text ?? `${inspection.body.name}巡察整改进展情况`;
  const document = reportDocument({ title, blocks });
  const facts = { body: inspection.body.name, aspects, day: shanghaiDay(ctx.now()) };
  return {
    name: named(ctx, '整改进展情况', inspection),
    document,
    own: { bodyId: inspection.bodyId, kind: 'REPORT', values: reportValues(document, facts) },
    trace: traceOf(inspection, 'exportReport', { findings, source: sourceId }),
  };
}

/** The official ledger: exactly the findings that the viewer may export and the filter lets through; with keys unless it is only kept. */
export async function ledgerAsWorkbook(
  ctx: Context,
  inspectionId: string,
  query: Readonly<Record<string, unknown>>,
  comesBack = true,
): Promise<Export> {
  const inspection = await visibleInspection(ctx, inspectionId);
  const filter = ledgerFilterOf(query);
  const { settings } = await settingsOfInspection(ctx.db, inspection.id);
  const findings = await mapLedgerRows(ctx, inspection.id, filter, (row, pieces) =>
    sheetFinding(row, pieces, settings),
  );
  const { name, shortName } = inspection.body;
  // only who may change something, and only the present ledger, gets rows that can come back
  const keyed = comesBack && !ctx.isPast && grantsWith(ctx.viewer, 'changeByTable').length > 0;
  const bytes = await writeLedgerWorkbook({
    title: `${shortName}巡察整改台账`,
    bodyName: name,
    filledOn: shanghaiDay(ctx.now()),
    remediationTypes: Object.values(TYPE_WORDS),
    results: offeredWords(settings),
    watermark: watermarkOf(ctx),
    ...(keyed ? { origin: originOf(ctx, inspection) } : {}),
    findings,
  });
  const file = {
    fileName: `${named(ctx, '整改台账', inspection)}.xlsx`,
    mediaType: XLSX,
    bytes,
  };
  return { file, trace: traceOf(inspection, 'exportLedger', { format: 'xlsx', findings: findings.length, filter }) };
}
