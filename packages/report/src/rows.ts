import { DEPTH, markerOf } from './markers.ts';
import { labelFinder } from './labels.ts';
import { isBodyName } from './bodies.ts';
import { reportLines } from './runon.ts';
import { trimRange } from './text.ts';
import { wrapperAt } from './wrapper.ts';
import type { Label, LabelFinder, LabelTable } from './labels.ts';
import type { Line } from './text.ts';
import type { ResultReader } from './status.ts';
import type { Marker } from './markers.ts';
import type { Wrapper } from './wrapper.ts';

/** One line with what starts it. `stretchEnd` is where the next numbered line begins. */
export interface Row {
  index: number;
  line: Line;
  marker: Marker | null;
  /** The label at the start of the line or right behind its number. */
  label: Label | null;
  wrapper: Wrapper | null;
  stretchEnd: number;
}
export interface Scan {
  view: string;
  rows: Row[];
  finder: LabelFinder;
  results: ResultReader;
}

/** Reads every line of the report once. */
export function scanRows(view: string, table: LabelTable, results: ResultReader): Scan {
  const finder = labelFinder(table);
  let previous = 0;
  const rows = reportLines(view, finder).map((line, index): Row => {
    const marker = markerOf(view, line, previous);
    if (marker?.kind === 'num' || marker?.kind === 'problem') previous = marker.ordinal;
    const text = trimRange(view, marker?.textStart ?? line.start, line.end);
    const label = finder.at(view, text);
    return { index, line, marker, label, wrapper: wrapperAt(view, text.start, line.end), stretchEnd: view.length };
  });
  unmarkNumberedLabels(rows);
  markLabelRows(rows);
  markBodyRows(view, rows);
  closeStretches(rows, view.length);
  return { view, rows, finder, results };
}

/** (1)存在问题: (2)整改措施: (3)整改结果: numbers of labels count no findings. */
function unmarkNumberedLabels(rows: readonly Row[]): void {
  const numbered = rows.filter((row) => row.marker && (row.label?.kind === 'measures' || row.label?.kind === 'status'));
  if (numbered.length < 2) return;
  const kinds = new Set(numbered.map((row) => row.marker?.kind));
  for (const row of rows) if (row.marker && row.label && kinds.has(row.marker.kind)) row.marker = null;
}

/** Recomputes where the stretch of each row ends, after markers were added. */
export function closeStretches(rows: readonly Row[], end: number): void {
  let next = end;
  for (let i = rows.length - 1; i >= 0; i -= 1) {
    const row = rows[i] as Row;
    row.stretchEnd = next;
    if (row.marker) next = row.line.start;
  }
}

/** Where findings have no numbers but a label (反馈问题:), the label takes the place of the number. */
function markLabelRows(rows: readonly Row[]): void {
  const labelled = rows.filter((row) => row.label?.kind === 'finding' && !row.marker);
  const behindNumber = labelled.filter((row) => {
    const before = rows[row.index - 1]?.marker;
    return before && DEPTH[before.kind] >= 2;
  });
  if (labelled.length < 2 || behindNumber.length >= 0.8 * labelled.length) return;
  for (const row of labelled) row.marker = { kind: 'label', ordinal: 0, textStart: row.line.start };
}

/**
 * Where one file covers several bodies, a line of its own names each: such a line opens all that stands below it. One
 * name alone is a title or a signature.
 */
function markBodyRows(view: string, rows: readonly Row[]): void {
  const names = rows.filter((row) => {
    const text = view.slice(row.line.start, row.line.end);
    const next = rows[row.index + 1];
    return !row.marker && !row.label && !text.includes('\t') && isBodyName(text) && next && !next.label;
  });
  const opening = names.filter((row, i) =>
    rows.slice(row.index + 1, names[i + 1]?.index ?? rows.length).some((below) => below.label ?? below.marker),
  );
  if (new Set(opening.map((row) => view.slice(row.line.start, row.line.end))).size < 2) return;
  for (const row of opening) row.marker = { kind: 'body', ordinal: 0, textStart: row.line.start };
}

/** Where findings have neither number nor label, the line before each measures label takes the place of the number. */
export function markBareRows(scan: Scan): void {
  for (const row of scan.rows) {
    const before = scan.rows[row.index - 1];
    if (row.label?.kind !== 'measures' || row.marker || !before || before.marker || before.label) continue;
    before.marker = { kind: 'label', ordinal: 0, textStart: before.line.start };
  }
  closeStretches(scan.rows, scan.view.length);
}
