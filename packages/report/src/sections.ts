import { DEPTH } from './markers.ts';
import { isBodyName } from './bodies.ts';
import { chromeRows } from './chrome.ts';
import { trimRange } from './text.ts';
import { closingRow, isDateLine, isMetadata, isSignature } from './closing.ts';
import type { MarkerKind, OtherKind, ProfileOverride, Span } from './types.ts';
import type { Row, Scan } from './rows.ts';
import type { Units } from './profile.ts';

/** One finding as a stretch of the source, with the headings above it. */
export interface Unit {
  row: Row;
  end: number;
  parents: Row[];
}
export interface Sections {
  units: Unit[];
  other: { kind: OtherKind; span: Span }[];
  categoryLevel: MarkerKind | null;
  groupLevels: MarkerKind[];
  /** Headings that name bodies (villages, departments). */
  bodyLevel: MarkerKind | null;
  /** End of the part before the first finding. */
  preambleEnd: number;
}

/** Cuts the report into findings and everything else, line by line. */
export function cutSections(scan: Scan, found: Units, override: ProfileOverride = {}): Sections {
  const units: Unit[] = [];
  const other: Sections['other'] = [];
  const last = Math.max(-1, ...[...found.rows].map((row) => row.index));
  const first = Math.min(scan.rows.length, ...[...found.rows].map((row) => row.index));
  let stack: Row[] = [];
  let open: Unit | null = null;
  let tail: OtherKind = 'preamble';
  const chrome = chromeRows(scan.view, scan.rows, first, last);
  const ending = endingRows(scan, found, chrome);
  let above = 0;
  for (const row of scan.rows) {
    const around = chrome.has(row) && !found.rows.has(row);
    if (around && (open === null || row.index > last || ending.has(row))) {
      open = null;
      other.push({ kind: 'chrome', span: [row.line.start, row.line.end] });
      if (row.index < first) above += 1;
      continue;
    }
    if (found.rows.has(row)) {
      open = { row, end: row.line.end, parents: stack.filter((up) => depthOf(up) < depthOf(row)) };
      units.push(open);
      continue;
    }
    if (open && endsUnit(scan, row, open.row, row.index > last, chrome)) open = null;
    if (open) {
      open.end = row.line.end;
      continue;
    }
    if (row.marker) stack = [...stack.filter((up) => depthOf(up) < depthOf(row)), row];
    const kind: OtherKind = otherKind(
      scan,
      row,
      row.index < first ? 'before' : row.index > last ? 'after' : 'between',
      tail,
      row.index - above,
    );
    if (row.index > last && kind !== 'heading') tail = kind;
    other.push({ kind, span: [row.line.start, row.line.end] });
  }
  const levels = headingLevels(scan, units, override);
  return { units, other, ...levels, preambleEnd: scan.rows[first]?.line.start ?? scan.view.length };
}

/** Lines of the web page with nothing else up to the next finding: they end the finding before; others are within it. */
function endingRows({ rows }: Scan, found: Units, chrome: ReadonlySet<Row>): ReadonlySet<Row> {
  const ending = new Set<Row>();
  let nothingElse = true;
  for (const row of rows.toReversed()) {
    if (found.rows.has(row)) nothingElse = true;
    else if (!chrome.has(row)) nothingElse = false;
    else if (nothingElse) ending.add(row);
  }
  return ending;
}

const depthOf = (row: Row): number => (row.marker ? DEPTH[row.marker.kind] : 9);

function endsUnit(scan: Scan, row: Row, unit: Row, afterLast: boolean, chrome: ReadonlySet<Row>): boolean {
  if (row.marker) {
    if (row.marker.kind === 'part') return true;
    if (unit.marker?.kind === 'label') return depthOf(row) <= DEPTH.cnParen;
    return depthOf(row) < depthOf(unit) || (depthOf(row) === depthOf(unit) && row.marker.kind !== unit.marker?.kind);
  }
  if (!afterLast) return false;
  if (isSummary(scan, row)) return true;
  const kind = closingRow(scan.view, row);
  if (kind !== 'signature') return kind !== null;
  return scan.rows.slice(row.index + 1).every((next) => chrome.has(next) || closingRow(scan.view, next) !== null);
}

const SUMMARY = /^截[至止]目前/u;

/** 截至目前,已全部完成整改: one sentence for all findings, unless other findings end in such a line too. */
function isSummary(scan: Scan, row: Row): boolean {
  const says = (other: Row): boolean =>
    !other.marker && !other.label && SUMMARY.test(scan.view.slice(other.line.start, other.line.end));
  return says(row) && scan.rows.filter(says).length === 1;
}

function otherKind(
  scan: Scan,
  row: Row,
  place: 'before' | 'between' | 'after',
  tail: OtherKind,
  position: number,
): OtherKind {
  const text = scan.view.slice(row.line.start, row.line.end);
  if (place === 'after') {
    if (row.marker) return text.length > 40 ? 'closing' : 'heading';
    return closingRow(scan.view, row) ?? (tail === 'contact' ? 'contact' : 'closing');
  }
  if (row.marker) return text.length > 60 ? 'organisation' : 'heading';
  if (isMetadata(text)) return 'metadata';
  if (place === 'between') return 'organisation';
  if (position < 6 && text.length < 60 && !/[。;]$/u.test(text))
    return isSignature(text) || isDateLine(text) ? 'metadata' : 'title';
  return scan.rows.slice(0, row.index).some((above) => above.marker && above.marker.kind !== 'body')
    ? 'organisation'
    : 'preamble';
}

/**
 * Which headings above the findings are aspects: the outermost level below the parts of the report that is not itself
 * 关于…等问题 (a group); parts only where nothing else has headings. Headings that name bodies are bodies, and the
 * level below them, if there is one, is the aspect.
 */
function headingLevels(
  scan: Scan,
  units: readonly Unit[],
  override: ProfileOverride,
): Pick<Sections, 'categoryLevel' | 'groupLevels' | 'bodyLevel'> {
  const byKind = new Map<MarkerKind, Set<Row>>();
  for (const up of units.flatMap((unit) => unit.parents)) {
    const kind = up.marker?.kind as MarkerKind;
    byKind.set(kind, (byKind.get(kind) ?? new Set()).add(up));
  }
  const rowsOf = (kind: MarkerKind): Row[] => [...(byKind.get(kind) ?? [])];
  const kinds = [...byKind.keys()].sort((a, b) => rank(a) - rank(b));
  const several = kinds.filter((kind) => rowsOf(kind).length > 1);
  const plain = several.filter((kind) => !mostly(rowsOf(kind), (row) => row.wrapper !== null));
  const bodyLevel =
    kinds.find(
      (kind) => rowsOf(kind).length > 1 && mostly(rowsOf(kind), (row) => isBodyName(headingText(scan, row))),
    ) ?? null;
  const below = bodyLevel ? plain.find((kind) => kind !== bodyLevel && DEPTH[kind] > DEPTH[bodyLevel]) : undefined;
  const detected = below ?? bodyLevel ?? plain[0] ?? several[0] ?? kinds.find((kind) => kind !== 'part') ?? null;
  const categoryLevel = override.categoryLevel === undefined ? detected : override.categoryLevel;
  const groupLevels = kinds.filter((kind) => categoryLevel !== null && DEPTH[kind] > DEPTH[categoryLevel]);
  return { categoryLevel, groupLevels, bodyLevel };
}

/** Parts come last: 一、二、三、 structure the report before they structure the findings. */
const rank = (kind: MarkerKind): number => (kind === 'part' ? 9 : DEPTH[kind]);
const mostly = (rows: readonly Row[], test: (row: Row) => boolean): boolean =>
  rows.filter(test).length >= 0.6 * rows.length;

/** The range of a heading's words: without number, without a label in front, without the closing full stop. */
export function headingRange(scan: Scan, row: Row): Span {
  const from =
    row.label && row.label.start >= (row.marker?.textStart ?? 0)
      ? row.label.textStart
      : (row.marker?.textStart ?? row.line.start);
  const text = scan.view.slice(from, row.line.end);
  const stop = text.length > 60 ? text.search(/[。]/u) : -1;
  const range = trimRange(scan.view, from, stop > 0 ? from + stop : row.line.end);
  while (range.end > range.start && /[。:;]/u.test(scan.view[range.end - 1] as string)) range.end -= 1;
  return [range.start, range.end];
}

export function headingText(scan: Scan, row: Row): string {
  return scan.view.slice(...headingRange(scan, row));
}

/** The heading that is the finding's aspect: its parent on the category level, or the nearest other heading. */
export function categoryOf(unit: Unit, sections: Sections): Row | null {
  if (!sections.categoryLevel) return null;
  const exact = unit.parents.findLast((up) => up.marker?.kind === sections.categoryLevel);
  return exact ?? unit.parents.findLast((up) => !sections.groupLevels.includes(up.marker?.kind as MarkerKind)) ?? null;
}

/** The heading that names the finding's body, where the report covers several. */
export function bodyOf(unit: Unit, sections: Sections): Row | null {
  return sections.bodyLevel ? (unit.parents.findLast((up) => up.marker?.kind === sections.bodyLevel) ?? null) : null;
}
