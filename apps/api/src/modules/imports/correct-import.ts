import type { TableChanges } from '@closeout/documents';
import { invalid, LIMITS } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import { plain } from '../audit/in-transaction.ts';
import { changeImport, readingOf } from './change-import.ts';
import { takeCells } from './changes/decide-changes.ts';
import { tableChangesOf } from './changes/read-changes.ts';
import { addAction, editAction, removeAction, splitAction } from './corrections/actions.ts';
import type { Draft } from './corrections/draft.ts';
import { editFinding, mergeFinding, notAFinding } from './corrections/findings.ts';
import { dropSpecific, markChecked } from './corrections/specifics.ts';
import { splitFinding } from './corrections/split-finding.ts';
import { correctWorkbook } from './corrections/workbook.ts';
import type { CorrectImportInput, ImportEditInput } from './import.inputs.ts';
import { reportOf, workbookOf } from './read-source.ts';

/** One correction of a report. */
function correctReport(draft: Draft, edit: ImportEditInput): Draft {
  if (edit.editFinding) return editFinding(draft, edit.editFinding);
  if (edit.editAction) return editAction(draft, edit.editAction);
  if (edit.addAction) return addAction(draft, edit.addAction);
  if (edit.removeAction) return removeAction(draft, edit.removeAction);
  if (edit.splitAction) return splitAction(draft, edit.splitAction);
  if (edit.mergeFinding) return mergeFinding(draft, edit.mergeFinding);
  if (edit.splitFinding) return splitFinding(draft, edit.splitFinding);
  if (edit.notAFinding) return notAFinding(draft, edit.notAFinding);
  if (edit.dropMeeting) return dropSpecific(draft, 'meetings', edit.dropMeeting, 'dropMeeting');
  if (edit.dropDocument) return dropSpecific(draft, 'documents', edit.dropDocument, 'dropDocument');
  if (edit.dropRefund) return dropSpecific(draft, 'refunds', edit.dropRefund, 'dropRefund');
  if (edit.dropTalk) return dropSpecific(draft, 'talks', edit.dropTalk, 'dropTalk');
  if (edit.markChecked)
    return { ...draft, checkedSeqs: markChecked(draft.checkedSeqs, draft.parsed.findings.length, edit.markChecked) };
  throw invalid('edits', 'imports.oneEdit', 'each correction gives exactly one field');
}

/** One decision about a table of changes. */
function correctTable(table: TableChanges, edit: ImportEditInput): TableChanges {
  if (edit.takeCells) return takeCells(table, edit.takeCells);
  throw invalid('edits', 'imports.kind', 'of a table of changes, cells are taken or left out');
}

const given = (edit: ImportEditInput): [string, unknown][] =>
  Object.entries(edit).filter(([, value]) => value !== undefined && value !== null);

function demandEdits(edits: readonly ImportEditInput[]): void {
  if (edits.length === 0 || edits.length > LIMITS.batch)
    throw invalid('edits', 'input.count', `give 1 to ${LIMITS.batch} corrections`);
  const wrong = edits.findIndex((edit) => given(edit).length !== 1);
  if (wrong >= 0) throw invalid(`edits.${wrong}`, 'imports.oneEdit', 'each correction gives exactly one field');
}

/** Corrects what was read of a draft, in order, all or none. */
export async function correctImport(ctx: Context, input: CorrectImportInput): Promise<string> {
  demandEdits(input.edits);
  return changeImport(ctx, { ...input, verb: 'correctImport', state: 'DRAFT' }, async (found, tx) => {
    const { checkedSeqs } = found;
    const { parsed: stored } = await readingOf(tx, found.id);
    const after = { edits: input.edits.map((edit) => Object.fromEntries(given(edit))) };
    if (found.kind === 'LEDGER_CHANGES') {
      const parsed = input.edits.reduce(correctTable, tableChangesOf(stored));
      return { patch: { parsed: plain(parsed) }, after };
    }
    if (found.kind === 'LEDGER_WORKBOOK') {
      const draft = input.edits.reduce(correctWorkbook, { parsed: workbookOf(stored), checkedSeqs });
      return { patch: { parsed: plain(draft.parsed), checkedSeqs: draft.checkedSeqs }, after };
    }
    const draft = input.edits.reduce(correctReport, { parsed: reportOf(stored), checkedSeqs });
    return { patch: { parsed: plain(draft.parsed), checkedSeqs: draft.checkedSeqs }, after };
  });
}
