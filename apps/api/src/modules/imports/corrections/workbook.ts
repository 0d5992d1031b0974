import type { LedgerAction, LedgerFinding } from '@closeout/documents';
import { invalid, LIMITS } from '@closeout/domain';
import { optionalText, requireText } from '../../text.ts';
import type { EditFindingEdit } from '../import.edits.ts';
import type { ImportEditInput } from '../import.inputs.ts';
import type { CheckedWorkbook } from '../read-source.ts';
import { nothingThere } from './draft.ts';
import { markChecked } from './specifics.ts';

/** A list being checked. */
export interface WorkbookDraft {
  parsed: CheckedWorkbook;
  checkedSeqs: number[];
}

function findingAt({ parsed }: WorkbookDraft, seq: number, field: string): LedgerFinding {
  const found = parsed.findings[seq - 1];
  if (found === undefined) throw nothingThere(`${field}.seq`, `finding ${seq}`);
  return found;
}

const replaced = (draft: WorkbookDraft, finding: LedgerFinding): WorkbookDraft => ({
  ...draft,
  parsed: { ...draft.parsed, findings: draft.parsed.findings.map((one) => (one.seq === finding.seq ? finding : one)) },
});

function editFinding(draft: WorkbookDraft, edit: EditFindingEdit): WorkbookDraft {
  const finding = findingAt(draft, edit.seq, 'editFinding');
  if (edit.status)
    throw invalid('editFinding.status', 'imports.onlyReports', 'a list says its result in words: give resultText');
  const aspect = optionalText(edit.category, 'editFinding.category', LIMITS.title);
  const result = optionalText(edit.resultText, 'editFinding.resultText', LIMITS.title);
  return replaced(draft, {
    ...finding,
    ...(edit.title === undefined ? {} : { title: requireText(edit.title, 'editFinding.title', LIMITS.longText) }),
    ...(edit.description === undefined
      ? {}
      : { description: optionalText(edit.description, 'editFinding.description', LIMITS.longText) ?? null }),
    ...(aspect === undefined ? {} : { aspect }),
    ...(result === undefined ? {} : { result }),
  });
}

function withActions(
  draft: WorkbookDraft,
  seq: number,
  field: string,
  work: (actions: LedgerAction[]) => LedgerAction[],
): WorkbookDraft {
  const finding = findingAt(draft, seq, field);
  return replaced(draft, { ...finding, actions: work(finding.actions) });
}

function demandAction(actions: readonly LedgerAction[], ordinal: number, field: string): void {
  if (actions[ordinal - 1] === undefined) throw nothingThere(`${field}.ordinal`, `action ${ordinal}`);
}

function withoutFinding(draft: WorkbookDraft, seq: number): WorkbookDraft {
  findingAt(draft, seq, 'notAFinding');
  if (draft.parsed.findings.length === 1)
    throw invalid('notAFinding.seq', 'imports.lastFinding', 'the last finding stays; give the import up instead');
  const moved = (one: number): number[] => (one === seq ? [] : [one > seq ? one - 1 : one]);
  const findings = draft.parsed.findings
    .toSpliced(seq - 1, 1)
    .map((finding, index) => ({ ...finding, seq: index + 1 }));
  const nameWarnings = draft.parsed.nameWarnings.flatMap((one) => moved(one.seq).map((to) => ({ ...one, seq: to })));
  return { parsed: { ...draft.parsed, findings, nameWarnings }, checkedSeqs: draft.checkedSeqs.flatMap(moved) };
}

const EMPTY_ACTION = {
  leader: null,
  department: null,
  person: null,
  deadline: null,
  progress: null,
  evidence: null,
} as const;

/** One correction of a list; what only a report has is refused. */
export function correctWorkbook(draft: WorkbookDraft, edit: ImportEditInput): WorkbookDraft {
  if (edit.editFinding) return editFinding(draft, edit.editFinding);
  if (edit.notAFinding) return withoutFinding(draft, edit.notAFinding.seq);
  if (edit.markChecked)
    return { ...draft, checkedSeqs: markChecked(draft.checkedSeqs, draft.parsed.findings.length, edit.markChecked) };
  const { editAction, addAction, removeAction } = edit;
  if (editAction) {
    const text = requireText(editAction.text, 'editAction.text', LIMITS.longText);
    return withActions(draft, editAction.seq, 'editAction', (actions) => {
      demandAction(actions, editAction.ordinal, 'editAction');
      return actions.map((action, index) => (index === editAction.ordinal - 1 ? { ...action, text } : action));
    });
  }
  if (addAction) {
    const text = requireText(addAction.text, 'addAction.text', LIMITS.longText);
    return withActions(draft, addAction.seq, 'addAction', (actions) => {
      const row = actions.at(-1)?.row ?? 0;
      return actions.toSpliced((addAction.ordinal ?? actions.length + 1) - 1, 0, { ...EMPTY_ACTION, row, text });
    });
  }
  if (removeAction) {
    return withActions(draft, removeAction.seq, 'removeAction', (actions) => {
      demandAction(actions, removeAction.ordinal, 'removeAction');
      return actions.toSpliced(removeAction.ordinal - 1, 1);
    });
  }
  throw invalid(
    'edits',
    'imports.onlyReports',
    'this correction is for reports; correct the workbook and send it again, or map its columns otherwise',
  );
}
