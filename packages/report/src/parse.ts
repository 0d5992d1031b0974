import { createHash } from 'node:crypto';
import { bodyOf, categoryOf, cutSections, headingRange } from './sections.ts';
import { datesIn } from './dates.ts';
import { eventsOf } from './events.ts';
import { findUnits } from './profile.ts';
import { labelFinder, labelTable, unknownLabels } from './labels.ts';
import { linesOf, viewOf } from './text.ts';
import { parsePreamble } from './preamble.ts';
import { parseTables } from './tables.ts';
import { problemAmounts } from './money.ts';
import { profileOf } from './describe.ts';
import { resultReader } from './status.ts';
import { splitPacked } from './packed.ts';
import { scanRows } from './rows.ts';
import { takeApart } from './findings.ts';
import { uncovered } from './spans.ts';
import { warningsOf } from './warnings.ts';
import type {
  LayoutProfile,
  ParsedCategory,
  ParsedFinding,
  ParsedPreamble,
  ParsedReport,
  ProfileOverride,
  Span,
} from './types.ts';
import type { RawFinding } from './findings.ts';
import type { Row, Scan } from './rows.ts';
import type { Sections, Unit } from './sections.ts';
import type { SetAside } from './set-aside.ts';
import type { YearWindow } from './dates.ts';

export interface ParseOptions {
  /** What a person corrected: which numbers are findings, which headings are aspects, further labels. */
  profile?: ProfileOverride;
  /** What the file held beside this text; kept with the report and told. */
  setAside?: SetAside[];
}

/** A finding with the headings it stands under. */
export interface Placed {
  raw: RawFinding;
  category: string | null;
  body: string | null;
}

/**
 * Reads the text of a progress report. Pure and deterministic; never throws: a text without findings gives none, with
 * a warning that says so. Spans are UTF-16 offsets into the text exactly as given, and cover it once.
 */
export function parseReport(text: string, options: ParseOptions = {}): ParsedReport {
  const override = options.profile ?? {};
  const view = viewOf(text);
  const known = labelFinder(labelTable(override.labels));
  const results = resultReader(override.results);
  const found = unknownLabels(view, linesOf(view), known, results);
  const table = labelTable(mergeLabels(override.labels ?? {}, found));
  const scan = scanRows(view, table, results);
  const tables = parseTables(scan);
  const units = tables ? tables.units : findUnits(scan, override);
  const sections = cutSections(scan, units, override);
  const named = sections.other.map(({ span }) => span[0]);
  const headings: ParsedReport['otherSpans'] = (tables?.headings ?? [])
    .filter(([start]) => !named.includes(start))
    .map((span) => ({ kind: 'heading', span }));
  const placed = sections.units
    .map((unit) => place(text, scan, sections, unit, units.evidence, tables?.raw.get(unit.row) ?? null))
    .flatMap((one) => unpack(scan, one, units.evidence, headings));
  const preamble = parsePreamble(text, view, sections);
  const window = yearWindow(view, preamble);
  const parts = placed.map((p, i) => buildFinding(text, view, p, i + 1, window));
  const findings = parts.map((part) => part.finding);
  const rows = [...(tables?.raw.values() ?? [])].map(({ raw }) => raw.whole);
  const otherSpans: ParsedReport['otherSpans'] = [...sections.other, ...headings].filter(
    ({ span }) => !rows.some(([a, b]) => a < span[1] && span[0] < b),
  );
  const gaps = uncovered(text, [...findings.flatMap((f) => f.spans), ...otherSpans.map((s) => s.span)]);
  const missing = gaps.filter((span) => !MARKUP.test(text.slice(...span)));
  for (const span of gaps) if (!missing.includes(span)) otherSpans.push({ kind: 'markup', span });
  const report: ParsedReport = {
    profile: profileOf(text, scan, units, sections, placed, override),
    preamble,
    categories: categoriesOf(findings),
    findings,
    otherSpans,
    unparsed: missing.map((span) => ({ span, text: text.slice(...span) })),
    warnings: [],
    source: {
      sha256: createHash('sha256').update(text, 'utf8').digest('hex'),
      text,
      ...(options.setAside?.length ? { setAside: options.setAside } : {}),
    },
  };
  report.warnings = warningsOf(
    report,
    parts.map(({ damaged, ambiguous, gaps }) => ({ damaged, ambiguous, gaps })),
  );
  return report;
}

/** Signs of markdown between the parts say nothing. */
const MARKUP = /^[\s#*_|>+-]+$/u;

function mergeLabels(
  a: NonNullable<ProfileOverride['labels']>,
  b: NonNullable<ProfileOverride['labels']>,
): NonNullable<ProfileOverride['labels']> {
  const kinds = [...new Set([...Object.keys(a), ...Object.keys(b)])] as (keyof typeof a)[];
  return Object.fromEntries(kinds.map((kind) => [kind, [...(a[kind] ?? []), ...(b[kind] ?? [])]]));
}

function place(
  text: string,
  scan: Scan,
  sections: Sections,
  unit: Unit,
  evidence: LayoutProfile['evidence'],
  table: { raw: RawFinding; category: string | null } | null,
): Placed {
  if (table) return { ...table, body: null };
  const words = (heading: Row | null): string | null => (heading ? text.slice(...headingRange(scan, heading)) : null);
  const { row } = unit;
  const start = row.marker?.kind === 'label' ? row.line.start : (row.marker?.textStart ?? row.line.start);
  const raw = takeApart(scan, row.line.start, start, unit.end, evidence === 'TOPIC');
  return { raw, category: words(categoryOf(unit, sections)), body: words(bodyOf(unit, sections)) };
}

/** Several findings of one paragraph, each in its place; the words before them become a heading. */
function unpack(
  { view, results }: Scan,
  placed: Placed,
  evidence: LayoutProfile['evidence'],
  headings: ParsedReport['otherSpans'],
): Placed[] {
  const packed = splitPacked(view, placed.raw, evidence, results);
  if (!packed) return [placed];
  if (packed.heading[1] > packed.heading[0]) headings.push({ kind: 'heading', span: packed.heading });
  return packed.findings.map((raw) => ({ ...placed, raw }));
}

/**
 * Events can only lie between the inspection and the publication, or half a year behind the latest printed day; a month
 * alone is often a deadline.
 */
function yearWindow(view: string, preamble: ParsedPreamble): YearWindow {
  const start = preamble.inspectionStart ?? preamble.feedbackDate;
  if (preamble.publishedDate) return { start, end: preamble.publishedDate, endStated: true };
  let latest = '';
  for (const { from, to, damaged, event } of datesIn(view, 0, view.length)) {
    if (damaged || !event || from.year === null || (from.day === null && !from.tenday)) continue;
    const point = to ?? from;
    const value = `${to?.year ?? from.year}-${String(point.month).padStart(2, '0')}-${String(point.day ?? 28).padStart(2, '0')}`;
    if (value > latest) latest = value;
  }
  if (!latest) return { start, end: null, endStated: false };
  const [y = 0, m = 1, d = 1] = latest.split('-').map(Number);
  return { start, end: new Date(Date.UTC(y, m - 1 + 6, d)).toISOString().slice(0, 10), endStated: false };
}

interface Built {
  finding: ParsedFinding;
  damaged: string[];
  ambiguous: string[];
  gaps: number;
}

function buildFinding(text: string, view: string, placed: Placed, seq: number, window: YearWindow): Built {
  const { raw, category, body } = placed;
  const stretches: Span[] = raw.measures;
  const { dates, ...events } = eventsOf(text, view, stretches, window);
  const finding: ParsedFinding = {
    seq,
    printedNumber: raw.printed ? text.slice(...raw.printed) : null,
    body,
    category,
    title: text.slice(...raw.title),
    description: describe(text, raw.description),
    actions: raw.actions.map(({ text: span }) => ({ text: text.slice(...span), span })),
    resultText: raw.result ? text.slice(...raw.result.text) : null,
    status: raw.status,
    responsible: raw.responsible,
    problemAmounts: problemAmounts(text, view, raw.description),
    ...events,
    spans: [raw.whole],
    layout: {
      whole: raw.whole,
      description: raw.description,
      actions: raw.actions,
      result: raw.result?.text ?? null,
      resultWhole: raw.result?.whole ?? null,
      status: raw.status,
    },
  };
  const quote = (start: number, end: number): string => text.slice(start, end);
  return {
    finding,
    damaged: dates.filter((d) => d.precision === 'DAMAGED').map((d) => quote(d.hit.start, d.hit.end)),
    ambiguous: dates
      .filter((d) => d.precision !== 'DAMAGED' && d.value === null && d.hit.event)
      .map((d) => quote(d.hit.start, d.hit.end)),
    gaps: raw.gaps,
  };
}

/** Pieces of a description become one text; a full stop stands for the wrapper that was between them. */
export function describe(text: string, spans: readonly Span[]): string {
  return spans.map((span) => text.slice(...span)).join('。');
}

function categoriesOf(findings: readonly ParsedFinding[]): ParsedCategory[] {
  const list: ParsedCategory[] = [];
  for (const { category, seq } of findings) {
    if (category === null) continue;
    const last = list.at(-1);
    if (last?.title === category && last.lastSeq === seq - 1) last.lastSeq = seq;
    else list.push({ title: category, firstSeq: seq, lastSeq: seq });
  }
  return list;
}
