import { encodeId } from '../../../read/ids.ts';
import type { EditFindingInput } from '../../findings/finding.inputs.ts';
import type { LedgerRow } from '../../reports/ledger-rows.ts';
import type { EditFindingValues } from './values.ts';

/** `1.…` and `2.…` on lines of their own, as the ledger prints points; a line without a number goes on with the one before. */
function printedPoints(details: string): string[] {
  const points: string[] = [];
  for (const line of details.split('\n')) {
    const match = /^\s*\d{1,3}[.．、](?!\d)\s*(.*)$/u.exec(line);
    if (match !== null) points.push(match[1] ?? '');
    else if (points.length === 0) points.push(line.trim());
    else points.push(`${points.pop() ?? ''}\n${line.trim()}`);
  }
  return points.map((point) => point.trim()).filter((point) => point !== '');
}

type Texts = Pick<EditFindingInput, 'title' | 'description' | 'points' | 'acceptanceCriterion' | 'effect' | 'remark'>;

/**
 * A finding's changed texts as its operation takes them. The ledger prints 具体问题 as the points where there are several, else
 * as the text behind the title: so a changed title carries the text along, and changed details become points or the text.
 */
export function textsOf(finding: LedgerRow, values: EditFindingValues): Texts {
  const { details, title, ...rest } = values;
  const head = title ?? finding.title;
  const behind = finding.description.startsWith(`${finding.title}\n`)
    ? finding.description.slice(finding.title.length + 1)
    : null;
  const texts: Texts = { ...rest, ...(title === undefined ? {} : { title }) };
  if (details !== undefined && finding.points.length > 1) {
    const points = printedPoints(details).map((text, index) => {
      const kept = finding.points[index];
      return kept === undefined ? { text } : { id: encodeId('pnt', kept.id), text };
    });
    return { ...texts, points };
  }
  if (details !== undefined) return { ...texts, description: details === '' ? head : `${head}\n${details}` };
  if (title === undefined) return texts;
  if (finding.description === finding.title) return { ...texts, description: title };
  return behind === null ? texts : { ...texts, description: `${title}\n${behind}` };
}
