import { addRemarks, type SheetRemarks, type TableChanges } from '@closeout/documents';
import { DomainError, invalid, notFound } from '@closeout/domain';
import type { Import } from '@closeout/prisma/client';
import type { Context } from '../../graphql/context.ts';
import { uuidOf } from '../../read/ids.ts';
import { XLSX, type Export } from '../reports/export-files.ts';
import { conflictWords } from './changes/changers.ts';
import { tableChangesOf } from './changes/read-changes.ts';
import { mayWorkOn } from './may-work-on.ts';
import { workbookOf, type CheckedWorkbook } from './read-source.ts';

type Said = readonly [row: number, words: string];

const byRow = (said: readonly Said[]): ReadonlyMap<number, string[]> =>
  new Map([...Map.groupBy(said, ([row]) => row)].map(([row, all]) => [row, all.map(([, words]) => words)]));

/** What is wrong with a list: cells that were not understood, names that nobody here bears. */
function ofList({ sheet, headerRow, rowErrors, nameWarnings }: CheckedWorkbook): SheetRemarks {
  const said: Said[] = [
    ...rowErrors.map(({ row, column, message }): Said => [row, column === null ? message : `${column}列：${message}`]),
    ...nameWarnings.map(({ row, message }): Said => [row, message]),
  ];
  return { sheet, headerRow, rows: byRow(said) };
}

/** What is wrong with a table of changes: cells that do not change, conflicts that are open, rows that stand nowhere. */
function ofChanges({ sheet, headerRow, changes, additions, remarks, missing }: TableChanges): SheetRemarks {
  const open = changes.filter(({ conflict, accepted }) => conflict !== null && !accepted);
  const said: Said[] = [
    ...changes.flatMap(({ row, letter, refusal }): Said[] =>
      refusal === null ? [] : [[row, `${letter}列：${refusal.zh}`]],
    ),
    ...open.map((one): Said => [one.row, `${one.letter}列：${conflictWords(one).zh}`]),
    ...additions.map(({ row, note, refusal }): Said => [row, (refusal ?? note).zh]),
    ...remarks.map(({ row, note }): Said => [row, note.zh]),
  ];
  return { sheet, headerRow, rows: byRow(said), general: missing.map(({ zh }) => zh) };
}

function remarksOf(found: Import): SheetRemarks {
  switch (found.kind) {
    case 'LEDGER_CHANGES':
      return ofChanges(tableChangesOf(found.parsed));
    case 'LEDGER_WORKBOOK':
      return ofList(workbookOf(found.parsed));
    case 'REPORT':
      throw invalid('importId', 'imports.kind', 'a report has no rows to remark on');
  }
}

/** The file as it was sent, with one more column that says row by row what is wrong and what to do. */
export async function importRemarks(ctx: Context, importId: string): Promise<Export> {
  const found = await ctx.db.import.findUnique({ where: { id: uuidOf(importId, 'imp', 'the import') } });
  if (found === null || !mayWorkOn(ctx.viewer, found)) throw notFound('the import');
  const bytes = await ctx.files.open(found.sha256);
  if (bytes === null)
    throw new DomainError({ code: 'MISSING', rule: 'imports.fileGone', message: 'the stored file is not there any more; send it again' }); // prettier-ignore
  const remarks = remarksOf(found);
  const file = {
    fileName: `${found.fileName.replace(/\.xlsx$/i, '')}-问题说明.xlsx`,
    mediaType: XLSX,
    bytes: await addRemarks(bytes, remarks),
  };
  const after = { format: 'xlsx', rows: remarks.rows.size };
  const trace = {
    verb: 'exportRemarks',
    recordType: 'Import',
    recordId: found.id,
    bodyId: found.bodyId,
    after,
  } as const;
  return { file, trace };
}
