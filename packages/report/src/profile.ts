import { DEPTH } from './markers.ts';
import { FINDING_PARTS, NON_FINDING_PARTS, TOPIC_OPENERS } from './lexicon.ts';
import { actionsOf } from './actions.ts';
import { closingRow } from './closing.ts';
import { holdsPacked } from './packed.ts';
import { closeStretches, markBareRows } from './rows.ts';
import { anyOf, sentencesOf } from './text.ts';
import type { LayoutProfile, MarkerKind, ProfileOverride } from './types.ts';
import type { Row, Scan } from './rows.ts';

const LONGEST_TOPIC = 30;
const TOPIC = new RegExp(`^(?:${anyOf(TOPIC_OPENERS)})`, 'u');

type Evidence = LayoutProfile['evidence'];

/** Which rows are findings, and by what sign. */
export interface Units {
  evidence: Evidence;
  level: MarkerKind | null;
  rows: Set<Row>;
}

/**
 * Decides from the whole document which numbered lines are findings: a finding is a line whose own stretch, up to the
 * next number, holds the sign that this report uses for the start of measures. Lines of the same kind between findings
 * are findings without measures, unless they count the measures themselves.
 */
export function findUnits(scan: Scan, override: ProfileOverride = {}): Units {
  let units = bestUnits(scan, override);
  const labels = scan.rows.filter((row) => row.label?.kind === 'measures').length;
  if (!override.findingLevel && labels >= 2 && labels >= 2 * units.rows.size) {
    markBareRows(scan);
    units = bestUnits(scan, override);
  }
  unmarkMeasures(scan, units);
  return units;
}

/**
 * 整改措施: as a line of its own, and below it 1. 2. 3.: within a finding such numbers count measures, however deep the
 * numbers of the findings themselves are.
 */
function unmarkMeasures(scan: Scan, { rows, level, evidence }: Units): void {
  if (!level) return;
  let inside = false;
  let expected = 0;
  let family: MarkerKind | null = null;
  for (const row of scan.rows) {
    if (rows.has(row)) inside = true;
    if (row.label && !row.marker) {
      const opens =
        row.label.kind === 'measures'
          ? row.label.textStart >= row.line.end
          : evidence !== 'LABEL' && row.label.kind === 'status';
      expected = inside && opens ? 1 : 0;
    } else if (row.marker && !rows.has(row)) {
      const { kind, ordinal } = row.marker;
      if (expected === 1) family = kind;
      const counts = expected > 0 && kind !== level && kind === family && ordinal === expected;
      if (counts) row.marker = null;
      else if (DEPTH[kind] <= DEPTH[level]) inside = false;
      expected = counts ? expected + 1 : 0;
    } else if (row.marker) expected = 0;
  }
  closeStretches(scan.rows, scan.view.length);
}

function bestUnits(scan: Scan, override: ProfileOverride): Units {
  for (const evidence of ['LABEL', 'WRAPPER', 'STATUS', 'ENUMERATOR', 'PACKED', 'TOPIC'] as const) {
    const rows = scan.rows.filter((row) => row.marker && hasEvidence(scan, row, evidence));
    const least = evidence === 'LABEL' || evidence === 'WRAPPER' ? 1 : 2;
    if (rows.length < least || !enough(scan, rows, evidence)) continue;
    if (override.findingLevel) return corrected(scan, rows, override.findingLevel, evidence);
    const level = majority(rows.flatMap((row) => row.marker?.kind ?? []));
    return { evidence, level, rows: completed(scan, rows, level, evidence) };
  }
  if (!override.findingLevel) return { evidence: 'NONE', level: null, rows: new Set() };
  const rows = scan.rows.filter((row) => row.marker?.kind === override.findingLevel && !underOtherPart(scan, row));
  return { evidence: 'TOPIC', level: override.findingLevel, rows: new Set(rows) };
}

/** A person said which numbers are findings: those of them that hold a sign of measures, at any depth below. */
function corrected(scan: Scan, evident: readonly Row[], level: MarkerKind, evidence: Evidence): Units {
  const rows = scan.rows.filter((row) => {
    if (row.marker?.kind !== level) return false;
    const next = scan.rows.find(
      (other) => other.index > row.index && other.marker && DEPTH[other.marker.kind] <= DEPTH[level],
    );
    return evident.some(({ index }) => index >= row.index && index < (next?.index ?? scan.rows.length));
  });
  return { evidence, level, rows: new Set(rows) };
}

/**
 * A single 整改措施: in a report full of 关于…的问题 is a slip, not the layout; so is a single 聚焦…问题 above many lines
 * that hold enumerated measures.
 */
function enough(scan: Scan, rows: readonly Row[], evidence: Evidence): boolean {
  if (evidence === 'WRAPPER')
    return rows.length * 6 >= scan.rows.filter((row) => row.marker && hasEvidence(scan, row, 'ENUMERATOR')).length;
  if (evidence !== 'LABEL') return true;
  const wrapped = scan.rows.filter((row) => row.marker && row.wrapper && !row.wrapper.group).length;
  return rows.length * 4 >= wrapped;
}

function hasEvidence(scan: Scan, row: Row, evidence: Evidence): boolean {
  const { view } = scan;
  const from = row.marker?.textStart ?? row.line.start;
  if (evidence === 'LABEL')
    return scan.finder.inside(view, from, row.stretchEnd).some((label) => label.kind === 'measures');
  if (evidence === 'WRAPPER') return Boolean(row.wrapper) && !isGroup(scan, row);
  if (underOtherPart(scan, row)) return false;
  if (evidence === 'STATUS') {
    return (
      scan.finder.inside(view, from, row.stretchEnd).some((label) => label.kind === 'status') ||
      sentencesOf(view, from, row.stretchEnd).some((s) => scan.results.isStatusSentence(view.slice(s.start, s.end))) ||
      (/[(【][^()【】]{2,30}[)】]\s*$/u.test(view.slice(from, row.stretchEnd)) &&
        scan.results.statusOf(view.slice(row.stretchEnd - 30, row.stretchEnd)) !== 'UNKNOWN')
    );
  }
  if (evidence === 'TOPIC') return isTopic(scan, row);
  if (evidence === 'PACKED') return holdsPacked(view, from, row.stretchEnd);
  return row.marker?.kind !== 'part' && actionsInside(scan, row);
}

function actionsInside(scan: Scan, row: Row): boolean {
  const from = row.marker?.textStart ?? row.line.start;
  return (
    /(?:^|[。;:\n])\s*(?:一是|其一|①|[(]1[)]|第一[,、])/u.test(scan.view.slice(from, row.stretchEnd)) &&
    actionsOf(scan.view, from, row.stretchEnd).actions.length > 1
  );
}

/** A wrapper line that only announces deeper wrapper lines, or names a topic above deeper numbers, is a group of findings. */
function isGroup(scan: Scan, row: Row): boolean {
  const next = scan.rows.slice(row.index + 1).find((other) => other.marker);
  if (!row.wrapper || !row.marker || !next?.marker || DEPTH[next.marker.kind] <= DEPTH[row.marker.kind]) return false;
  const topic = TOPIC.test(scan.view.slice(row.marker.textStart, row.line.end));
  return (topic || Boolean(next.wrapper)) && scan.view.slice(row.wrapper.end, next.line.start).trim().length < 12;
}

/** 1.深化理论学习。…: a short sentence and what was done, in the part on the findings, with no deeper number below. */
function isTopic(scan: Scan, row: Row): boolean {
  const from = row.marker?.textStart ?? row.line.start;
  const [first, ...rest] = sentencesOf(scan.view, from, row.stretchEnd);
  if (!first || rest.length === 0 || first.end - first.start > LONGEST_TOPIC) return false;
  const part = scan.rows.slice(0, row.index).findLast((above) => above.marker?.kind === 'part');
  if (!part || row.marker?.kind === 'part') return false;
  const heading = scan.view.slice(part.line.start, part.line.end);
  return heading.length < 60 && FINDING_PARTS.some((word) => heading.includes(word));
}

function underOtherPart(scan: Scan, row: Row): boolean {
  for (let i = row.index; i >= 0; i -= 1) {
    const above = scan.rows[i] as Row;
    if (above.marker?.kind !== 'part') continue;
    const heading = scan.view.slice(above.line.start, above.line.end);
    return heading.length < 60 && NON_FINDING_PARTS.some((word) => heading.includes(word)) && !/问题/u.test(heading);
  }
  return false;
}

/** The most frequent kind, the deeper one of equals. */
function majority(kinds: readonly MarkerKind[]): MarkerKind | null {
  const counts = new Map<MarkerKind, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || DEPTH[b] - DEPTH[a])[0]?.[0] ?? null;
}

/** Adds lines of the finding level that carry no sign themselves but stand in the sequence of the findings. */
function completed(scan: Scan, evident: readonly Row[], level: MarkerKind | null, evidence: Evidence): Set<Row> {
  const strict = evidence === 'STATUS' || evidence === 'ENUMERATOR' || evidence === 'PACKED' || evidence === 'TOPIC';
  const rows = new Set(evident.filter((row) => !strict || row.marker?.kind === level));
  const indexes = [...rows].map((row) => row.index);
  const first = Math.min(...indexes);
  const last = Math.max(...indexes);
  if (level === 'part') return rows;
  let counting = false;
  let expected = 0;
  for (const row of scan.rows.slice(first, extent(scan, last, level))) {
    if (rows.has(row)) {
      counting = false;
      expected = (row.marker?.ordinal ?? 0) + 1;
    } else if (row.marker && level && DEPTH[row.marker.kind] < DEPTH[level]) {
      counting = false;
      expected = 1;
    } else if (row.marker && row.marker.kind === level && !counting) {
      if (row.marker.ordinal === 1 && expected !== 1) counting = true;
      else if (!strict || !underOtherPart(scan, row)) {
        rows.add(row);
        expected = row.marker.ordinal + 1;
      }
    }
  }
  leading(scan, rows, first, level);
  return rows;
}

/** Index behind the last row that may still be a finding of the last section. */
function extent(scan: Scan, last: number, level: MarkerKind | null): number {
  let i = last + 1;
  while (i < scan.rows.length) {
    const row = scan.rows[i] as Row;
    if (row.marker && (!level || DEPTH[row.marker.kind] < DEPTH[level])) break;
    if (closingRow(scan.view, row)) break;
    i += 1;
  }
  return i;
}

/** Findings before the first evident one: same level, counting up to it, no heading between. */
function leading(scan: Scan, rows: Set<Row>, first: number, level: MarkerKind | null): void {
  let expected = (scan.rows[first]?.marker?.ordinal ?? 1) - 1;
  for (let i = first - 1; i >= 0 && expected >= 1; i -= 1) {
    const row = scan.rows[i] as Row;
    if (!row.marker) continue;
    if (row.marker.kind !== level || row.marker.ordinal !== expected) return;
    rows.add(row);
    expected -= 1;
  }
}
