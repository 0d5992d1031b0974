import type { ReturnedLedger, TableChanges } from '@closeout/documents';
import { DomainError, forbidden, invalid } from '@closeout/domain';
import type { Context } from '../../../graphql/context.ts';
import { plain } from '../../audit/in-transaction.ts';
import { settingsOfInspection } from '../../rounds/settings-of-inspection.ts';
import { changeImport, readImport, readingOf, type ImportRequest } from '../change-import.ts';
import { directoryOf } from '../commit/directory.ts';
import type { ImportVerbInput } from '../import.inputs.ts';
import { mayChangeByTable } from '../may-work-on.ts';
import { inspectionOf, type InspectionWithBody } from '../inspection-for.ts';
import { inUsersWords, MOST_FOR_TABLE } from '../read-source.ts';
import { offLoop } from '../off-loop.ts';
import { compare } from './compare.ts';

/** A ledger of ours that comes back; null for any other list. Read apart, within limits, as every file that others made. */
export const returnedLedger = (bytes: Uint8Array): Promise<ReturnedLedger | null> =>
  inUsersWords(() => offLoop<ReturnedLedger | null>('@closeout/documents/tables', 'readReturnedLedger', [bytes], MOST_FOR_TABLE)); // prettier-ignore

/** What the table would change, within what the viewer may change; refused where none of its rows is in this ledger. */
export async function changesOf(
  ctx: Context,
  inspection: InspectionWithBody,
  returned: ReturnedLedger,
): Promise<TableChanges> {
  if (!mayChangeByTable(ctx.viewer, inspection.bodyId)) throw forbidden('changeByTable');
  const { planAcceptedOn } = await settingsOfInspection(ctx.db, inspection.id);
  const directory = await directoryOf(ctx.db, inspection.bodyId);
  const changes = await compare(ctx, inspection, returned, { viewer: ctx.viewer, directory, planAcceptedOn });
  const absent = changes.remarks.filter(({ note }) => note.code === 'TABLE_ABSENT').length;
  if (absent === changes.rows)
    throw invalid('file', 'imports.otherLedger', '这份台账的记录都不在所选的巡察中，请选择导出时的那次巡察再导入。');
  return changes;
}

/** Which cell of which row a decision was about, so that it outlives a new reading of the same file. */
const placeOf = ({ row, column, after }: TableChanges['changes'][number]): string => `${row} ${column} ${after}`;

/** The decisions of an earlier reading: what a person left out stays out; a conflict is asked about anew. */
function keepDecisions(before: TableChanges, now: TableChanges): TableChanges {
  const left = new Set(before.changes.filter(({ accepted, conflict }) => !accepted && conflict === null).map(placeOf));
  const taken = new Set(before.additions.filter(({ accepted }) => accepted).map(({ row }) => row));
  return {
    ...now,
    changes: now.changes.map((one) => (left.has(placeOf(one)) ? { ...one, accepted: false } : one)),
    additions: now.additions.map((one) => ({ ...one, accepted: one.refusal === null && taken.has(one.row) })),
  };
}

/** The stored reading of a table of changes; written by this module only. */
export const tableChangesOf = (stored: unknown): TableChanges => stored as TableChanges;

/** Compares the stored file with the ledger as it stands now; what was left out stays left out. */
export async function recheckChanges(ctx: Context, input: ImportVerbInput): Promise<string> {
  const request: ImportRequest = { ...input, verb: 'recheckChanges', state: 'DRAFT' };
  const found = await readImport(ctx, request);
  if (found.kind !== 'LEDGER_CHANGES')
    throw invalid('importId', 'imports.kind', 'only a table of changes is compared again');
  const bytes = await ctx.files.open(found.sha256);
  const returned = bytes === null ? null : await returnedLedger(bytes);
  if (returned === null)
    throw new DomainError({ code: 'MISSING', rule: 'imports.fileGone', message: 'the stored file is not there any more; send it again' }); // prettier-ignore
  const now = await changesOf(ctx, await inspectionOf(ctx.db, found.inspectionId), returned);
  const parsed = keepDecisions(tableChangesOf((await readingOf(ctx.db, found.id)).parsed), now);
  return changeImport(ctx, request, async () => ({
    patch: { parsed: plain(parsed) },
    after: { changes: parsed.changes.length, conflicts: parsed.changes.filter(({ conflict }) => conflict !== null).length }, // prettier-ignore
  }));
}
