import type { PrintedCell } from '../xlsx/merged-grid.ts';
import { splitEnumeration } from '../text/enumerations.ts';
import { readDeadline, splitDepartments } from './cell-values.ts';
import type { LedgerColumn } from './columns.ts';
import { cellText, cellsOver, fieldCell } from './row-view.ts';
import type { LedgerContext } from './row-view.ts';
import type { LedgerAction } from './types.ts';

/** A measure cell and the rows it stands for: its own, and rows below that name no measure of their own. */
interface MeasureRows {
  text: string;
  rows: number[];
}

/** Texts that a merged cell tells about several actions at once. */
export interface SharedTexts {
  progress: string[];
  evidence: string[];
}

/** The actions of a finding's rows, and the progress and evidence told for several of them together. */
export function readActions(
  context: LedgerContext,
  rows: readonly number[],
): { actions: LedgerAction[]; shared: SharedTexts } {
  const shared: SharedTexts = { progress: [], evidence: [] };
  const measures = measureRows(context, rows);
  const owners = new Map(measures.flatMap((measure, i) => measure.rows.map((row) => [row, i] as const)));
  const told = (field: 'progress' | 'evidence', measure: MeasureRows, index: number): string[] => {
    const mine: string[] = [];
    for (const cell of cellsOver(context, measure.rows, field)) {
      const about = owners.get(Math.min(cell.bottom, rows.at(-1) as number));
      if (measures.length > 1 && (about !== index || owners.get(cell.row) !== index)) {
        if (!shared[field].includes(cellText(cell))) shared[field].push(cellText(cell));
      } else mine.push(cellText(cell));
    }
    return mine;
  };
  const actions = measures.flatMap((measure, index) => {
    const base = {
      row: measure.rows[0] as number,
      ...responsibility(context, measure.rows),
      progress: told('progress', measure, index).join('\n') || null,
      evidence: told('evidence', measure, index).join('\n') || null,
    };
    const parts = context.split ? splitEnumeration(measure.text) : [measure.text];
    if (parts.length === 1) return [{ ...base, text: parts[0] as string }];
    return distribute(parts, base, shared);
  });
  return { actions, shared };
}

/** Several actions from one cell: progress and evidence in as many parts go to them one by one, else to the finding. */
function distribute(parts: string[], base: Omit<LedgerAction, 'text'>, shared: SharedTexts): LedgerAction[] {
  const each = (field: 'progress' | 'evidence'): string[] | null => {
    const told = splitEnumeration(base[field] ?? '');
    if (told.length === parts.length) return told;
    if (base[field] !== null) shared[field].push(base[field]);
    return null;
  };
  const progress = each('progress');
  const evidence = each('evidence');
  return parts.map((text, i) => ({
    ...base,
    text,
    progress: progress?.[i] ?? null,
    evidence: evidence?.[i] ?? null,
  }));
}

function measureRows(context: LedgerContext, rows: readonly number[]): MeasureRows[] {
  const measures: (MeasureRows & { cell: number })[] = [];
  const waiting: number[] = [];
  for (const row of rows) {
    const cell = fieldCell(context, row, 'measure');
    const text = cell === null ? '' : cellText(cell);
    const last = measures.at(-1);
    if (last !== undefined && (text === '' || cell?.row === last.cell)) last.rows.push(row);
    else if (text === '') waiting.push(row);
    else measures.push({ text, rows: [...waiting.splice(0), row], cell: (cell as PrintedCell).row });
  }
  return measures;
}

function responsibility(
  context: LedgerContext,
  rows: readonly number[],
): Pick<LedgerAction, 'leader' | 'department' | 'person' | 'deadline'> {
  const first = (field: LedgerColumn): PrintedCell | null => cellsOver(context, rows, field)[0] ?? null;
  const text = (field: LedgerColumn): string | null => {
    const cell = first(field);
    return cell === null ? null : cellText(cell);
  };
  const deadline = first('deadline');
  return {
    leader: text('leader'),
    department: splitDepartments(text('leadDepartment') ?? '')[0] ?? null,
    person: text('person'),
    deadline: deadline === null ? null : readDeadline(context, deadline),
  };
}
