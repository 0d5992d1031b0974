import { invalid } from '@closeout/domain';
import type { MarkCheckedEdit, SpecificsEdit } from '../import.edits.ts';
import { findingAt, nothingThere, replaced, type Draft } from './draft.ts';

/** Leaves one meeting, document, refund or talk out of a finding; its words stay in the source. */
export function dropSpecific(
  draft: Draft,
  list: 'meetings' | 'documents' | 'refunds' | 'talks',
  edit: SpecificsEdit,
  field: string,
): Draft {
  const finding = findingAt(draft, edit.seq, field);
  if (finding[list][edit.index] === undefined)
    throw nothingThere(`${field}.index`, `place ${edit.index} in the ${list} of finding ${edit.seq}`);
  return replaced(draft, { ...finding, [list]: finding[list].toSpliced(edit.index, 1) });
}

/** 核对无误 for these findings, or taken back. */
export function markChecked(
  checkedSeqs: readonly number[],
  count: number,
  { seqs, checked }: MarkCheckedEdit,
): number[] {
  const wrong = seqs.find((seq) => !Number.isInteger(seq) || seq < 1 || seq > count);
  if (wrong !== undefined) throw invalid('markChecked.seqs', 'imports.place', `finding ${wrong} is not in this import`);
  const next = new Set(checkedSeqs);
  for (const seq of seqs)
    if (checked) next.add(seq);
    else next.delete(seq);
  return [...next].toSorted((a, b) => a - b);
}
