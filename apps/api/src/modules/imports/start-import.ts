import { createHash } from 'node:crypto';
import { cleanFileName, type TableChanges } from '@closeout/documents';
import { canInBody, DomainError, forbidden } from '@closeout/domain';
import { forgetStatements } from '@closeout/prisma/forget-statements';
import type { ParsedReport } from '@closeout/report';
import type { Context } from '../../graphql/context.ts';
import { encodeId } from '../../read/ids.ts';
import { inTransaction, plain } from '../audit/in-transaction.ts';
import { changesOf, returnedLedger } from './changes/read-changes.ts';
import { inspectionFor, visibleInspection, type InspectionWithBody } from './inspection-for.ts';
import { mayChangeByTable } from './may-work-on.ts';
import { settingsOf } from '../rounds/settings-of-inspection.ts';
import { ownResultWords } from './result-words.ts';
import { readLedgerOf, readReport, type CheckedWorkbook } from './read-source.ts';

/** A file as it arrived, for one inspection. */
export interface SourceFile {
  /** Global id. */
  inspectionId: string;
  fileName: string;
  bytes: Uint8Array;
}

type Reading =
  | { kind: 'REPORT'; sourceText: string; parsed: ParsedReport }
  | { kind: 'LEDGER_WORKBOOK'; sourceText: null; parsed: CheckedWorkbook }
  | { kind: 'LEDGER_CHANGES'; sourceText: null; parsed: TableChanges };

/** What the audit trail says of a reading. */
const countOf = ({ kind, parsed }: Reading): Record<string, number> =>
  kind === 'LEDGER_CHANGES'
    ? { rows: parsed.rows, changes: parsed.changes.length }
    : { findings: parsed.findings.length };

/** The same file is imported once per inspection; the refusal names the import that has it. */
async function refuseTwice(ctx: Context, inspection: InspectionWithBody, sha256: string): Promise<void> {
  const first = await ctx.db.import.findFirst({
    where: { inspectionId: inspection.id, sha256, state: { not: 'UNDONE' } },
    select: { id: true, fileName: true, createdByName: true, createdAt: true },
  });
  if (first === null) return;
  throw new DomainError({
    code: 'DUPLICATE',
    rule: 'imports.sameFile',
    field: 'file',
    message: `同一份文件已由${first.createdByName}导入过（${first.fileName}），请直接打开那次导入。`,
    params: { importId: encodeId('imp', first.id), by: first.createdByName, at: first.createdAt.toISOString() },
  });
}

async function keep(
  ctx: Context,
  inspection: InspectionWithBody,
  fileName: string,
  sha256: string,
  reading: Reading,
): Promise<string> {
  return inTransaction(ctx, async (tx) => {
    const row = await tx.import.create({
      data: {
        bodyId: inspection.bodyId,
        inspectionId: inspection.id,
        kind: reading.kind,
        fileName,
        sha256,
        sourceText: reading.sourceText,
        parsed: plain(reading.parsed),
        createdByName: ctx.viewer.name,
        createdByAccountId: ctx.viewer.accountId,
        createdAt: ctx.now(),
      },
      select: { id: true },
    });
    forgetStatements();
    const after = { fileName, sha256, ...countOf(reading) };
    const verb = reading.kind === 'LEDGER_CHANGES' ? 'changeByTable' : 'importReport';
    const entry = { verb, recordType: 'Import', recordId: row.id, bodyId: inspection.bodyId, after };
    return { value: row.id, events: [entry] };
  });
}

/** A source that was read and is kept under its SHA-256, before it is a draft. */
export interface ReadSource<T extends Reading = Reading> {
  inspection: InspectionWithBody;
  fileName: string;
  sha256: string;
  reading: T;
}

/** Reads the file and keeps it under its SHA-256; nothing is written yet. */
async function readFile<T extends Reading>(
  ctx: Context,
  inspection: InspectionWithBody,
  file: SourceFile,
  read: (bytes: Uint8Array, fileName: string) => Promise<T>,
): Promise<ReadSource<T>> {
  const fileName = cleanFileName(file.fileName);
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  await refuseTwice(ctx, inspection, sha256);
  const reading = await read(file.bytes, fileName);
  await ctx.files.save(file.bytes);
  return { inspection, fileName, sha256, reading };
}

/** Stores what was read as a draft; nothing enters the ledger yet. Answers its uuid. */
export async function keepDraft(ctx: Context, { inspection, fileName, sha256, reading }: ReadSource): Promise<string> {
  try {
    return await keep(ctx, inspection, fileName, sha256, reading);
  } catch (error) {
    // Two uploads of the same file at once: the unique index let one through; the other is told which.
    if (error instanceof DomainError && error.refusals[0]?.code === 'DUPLICATE')
      await refuseTwice(ctx, inspection, sha256);
    throw error;
  }
}

export async function readReportFile(ctx: Context, file: SourceFile) {
  const inspection = await inspectionFor(ctx, file.inspectionId, 'importReport');
  const words = ownResultWords(settingsOf({ own: inspection.settings, round: inspection.round.settings }));
  return readFile(ctx, inspection, file, async (bytes, fileName) => {
    const parsed = await readReport(bytes, fileName, words);
    return { kind: 'REPORT' as const, sourceText: parsed.source.text, parsed };
  });
}

export type ListReading = Exclude<Reading, { kind: 'REPORT' }>;

/** The inspection that a list is sent for, if its sender may import lists, or change the ledger by one that comes back. */
export async function inspectionForList(
  ctx: Context,
  inspectionId: string,
): Promise<{ inspection: InspectionWithBody; mayImport: boolean }> {
  const inspection = await visibleInspection(ctx, inspectionId);
  const mayImport = canInBody(ctx.viewer, 'importReport', inspection.bodyId);
  if (!mayImport && !mayChangeByTable(ctx.viewer, inspection.bodyId)) throw forbidden('importReport');
  return { inspection, mayImport };
}

export async function readLedgerFile(ctx: Context, file: SourceFile): Promise<ReadSource<ListReading>> {
  const { inspection, mayImport } = await inspectionForList(ctx, file.inspectionId);
  return readFile<ListReading>(ctx, inspection, file, async (bytes) => {
    const returned = await returnedLedger(bytes);
    if (returned !== null)
      return { kind: 'LEDGER_CHANGES', sourceText: null, parsed: await changesOf(ctx, inspection, returned) };
    if (!mayImport) throw forbidden('importReport');
    return { kind: 'LEDGER_WORKBOOK', sourceText: null, parsed: await readLedgerOf(ctx, inspection.bodyId, bytes) };
  });
}

/** A published progress report as a draft import. */
export async function importReport(
  ctx: Context,
  file: SourceFile,
): Promise<{ importId: string; parsed: ParsedReport }> {
  const source = await readReportFile(ctx, file);
  return { importId: encodeId('imp', await keepDraft(ctx, source)), parsed: source.reading.parsed };
}

/** A body's own list as a draft of new findings; a ledger of ours that comes back as a draft of changes. */
export async function importLedger(
  ctx: Context,
  file: SourceFile,
): Promise<{ importId: string; reading: ListReading }> {
  const source = await readLedgerFile(ctx, file);
  return { importId: encodeId('imp', await keepDraft(ctx, source)), reading: source.reading };
}
