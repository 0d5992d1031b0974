import { DomainError, invalid, type ImportMode } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import type { AuditEntry, Transaction } from '../audit/in-transaction.ts';
import { loadCalendar } from '../calendar/load-calendar.ts';
import { settingsOfInspection } from '../rounds/settings-of-inspection.ts';
import { changeImport, readingOf, type FoundImport, type ImportChange } from './change-import.ts';
import { commitChanges } from './changes/commit-changes.ts';
import { countsOf, writeBatch, type Batch, type BatchContext } from './commit/batch.ts';
import { directoryOf } from './commit/directory.ts';
import { fillInspection, missingFrom, type Filled } from './commit/fill-inspection.ts';
import { aspectOfHeading } from './commit/headings.ts';
import { idMaker } from './commit/new-id.ts';
import { reportBatch } from './commit/report-rows.ts';
import { workbookBatch } from './commit/workbook-rows.ts';
import type { CommitImportInput } from './import.inputs.ts';
import { inspectionOf } from './inspection-for.ts';
import { reportOf, workbookOf } from './read-source.ts';

/** The ids of these aspects within the inspection; new ones at the end of the order, as the import's own. */
async function aspectsOf(
  tx: Transaction,
  inspectionId: string,
  importId: string,
  headings: readonly (string | null)[],
  newId: () => string,
): Promise<Map<string, string>> {
  const titles = [...new Set(headings.flatMap((heading) => aspectOfHeading(heading) ?? []))];
  const present = await tx.aspect.findMany({ where: { inspectionId } });
  const known = new Map(present.map(({ title, id }) => [title, id]));
  const last = Math.max(0, ...present.map(({ ordinal }) => ordinal));
  const fresh = titles
    .filter((title) => !known.has(title))
    .map((title, index) => ({ id: newId(), inspectionId, importId, title, ordinal: last + index + 1 }));
  await tx.aspect.createMany({ data: fresh });
  return new Map([...known, ...fresh.map(({ title, id }) => [title, id] as const)]);
}

/** What the rows of the batch share; the inspection is locked, so that numbers are given once. */
async function batchContext(
  ctx: Context,
  tx: Transaction,
  found: FoundImport,
  mode: ImportMode,
  headings: readonly (string | null)[],
): Promise<BatchContext> {
  const newId = idMaker(ctx.now());
  const inspection = await inspectionOf(tx, found.inspectionId);
  const last = await tx.finding.aggregate({ where: { inspectionId: inspection.id }, _max: { seq: true } });
  return {
    importId: found.id,
    inspection,
    mode,
    firstSeq: (last._max.seq ?? 0) + 1,
    aspectIds: await aspectsOf(tx, inspection.id, found.id, headings, newId),
    ...(await settingsOfInspection(tx, inspection.id)),
    calendar: await loadCalendar(tx),
    directory: await directoryOf(tx, inspection.bodyId),
    newId,
    pieces: new Map([['', inspection.lastLoosePiece]]),
    now: ctx.now(),
    by: { accountId: ctx.viewer.accountId, name: ctx.viewer.name },
  };
}

async function entered(
  ctx: Context,
  tx: Transaction,
  found: FoundImport,
  mode: ImportMode,
): Promise<{ batch: Batch; context: BatchContext; filled: Filled }> {
  const { parsed: stored } = await readingOf(tx, found.id);
  if (found.kind === 'LEDGER_WORKBOOK') {
    const workbook = workbookOf(stored);
    const context = await batchContext(
      ctx,
      tx,
      found,
      mode,
      workbook.findings.map(({ aspect }) => aspect),
    );
    return { batch: workbookBatch(context, workbook), context, filled: {} };
  }
  const parsed = reportOf(stored);
  const filled = missingFrom(await inspectionOf(tx, found.inspectionId), parsed);
  await fillInspection(tx, found.inspectionId, filled);
  const context = await batchContext(
    ctx,
    tx,
    found,
    mode,
    parsed.findings.map(({ category }) => category),
  );
  return { batch: reportBatch(context, parsed), context, filled };
}

const entriesOf = (batch: Batch, bodyId: string): AuditEntry[] =>
  batch.findings.map(({ id, seq, title, state, importId }) => ({
    verb: 'commitImport',
    recordType: 'Finding',
    recordId: id as string,
    bodyId,
    after: { seq, title, state, importId },
  }));

async function enter(ctx: Context, tx: Transaction, found: FoundImport, mode: ImportMode): Promise<ImportChange> {
  await tx.$queryRaw`SELECT 1 FROM inspection WHERE id = ${found.inspectionId}::uuid FOR UPDATE`;
  const { batch, context, filled } = await entered(ctx, tx, found, mode);
  if (batch.findings.length === 0)
    throw new DomainError({ code: 'MISSING', rule: 'imports.noFindings', message: 'the import has no findings' });
  await writeBatch(tx, batch, context.pieces);
  await tx.inspection.update({
    where: { id: found.inspectionId },
    data: { lastLoosePiece: context.pieces.get('') ?? 0 },
  });
  return {
    patch: { state: 'COMMITTED', mode, committedAt: ctx.now() },
    after: { mode, ...countsOf(batch), firstSeq: context.firstSeq, filled },
    events: entriesOf(batch, found.bodyId),
  };
}

/** Enters a draft into the ledger as one batch: all of it or nothing; of a table of changes, the accepted cells. The numbers go on behind the findings that the inspection has. */
export const commitImport = (ctx: Context, input: CommitImportInput): Promise<string> =>
  changeImport(ctx, { ...input, verb: 'commitImport', state: 'DRAFT' }, (found, tx) => {
    if (found.kind === 'LEDGER_CHANGES') return commitChanges(ctx, tx, found);
    if (!input.mode) throw invalid('mode', 'input.required', 'say how: as history or as a live ledger');
    return enter(ctx, tx, found, input.mode);
  });
