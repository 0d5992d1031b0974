/**
 * Test support: compares a parsed report with a hand-checked truth. Twelve shares from 0 to 1; amounts, dates, documents
 * and talks count only under their own finding, coverage and quotes are recomputed from the spans.
 */
import type { ParsedFinding, ParsedReport } from '../types.ts';

export interface TruthFinding {
  title: string;
  description?: string | null;
  category?: string | null;
  action_count: number;
  status: string;
  problem_amounts?: { fen: number }[];
  refunds?: { fen: number }[];
  meetings?: { date: string | null }[];
  documents_issued?: { title: string }[];
  talks?: unknown[];
}
export interface Truth {
  preamble: { feedback_date?: string | null; inspection_start?: string | null; inspection_end?: string | null };
  findings: TruthFinding[];
}
export type Scores = Record<string, number>;

const squeeze = (words: string | null | undefined): string =>
  (words ?? '').normalize('NFKC').replace(/己/gu, '已').replace(/\s+/gu, '');
const core = (words: string | null | undefined): string => squeeze(words).replace(/[。;,.、:]+$/u, '');
/** Words of a heading without openers, quotes and the tail …方面存在的问题的整改情况. */
const gist = (words: string | null | undefined): string =>
  core(words)
    .replace(/^(聚焦|在|关于|对照)/u, '')
    .replace(/["“”]/gu, '')
    .replace(/(方面)?(存在)?(的)?(问题)?(的)?(整改(落实)?(情况)?)?$/u, '')
    .replace(/方面$/u, '');

export function scoreReport(parsed: ParsedReport, truth: Truth): Scores {
  const slots = match(parsed.findings, truth.findings);
  const pairs = truth.findings.map((wanted, i) => ({ wanted, got: slots[i] ?? null }));
  const share = (test: (got: ParsedFinding, wanted: TruthFinding) => boolean): number =>
    pairs.length === 0 ? 1 : pairs.filter(({ got, wanted }) => got && test(got, wanted)).length / pairs.length;
  const under = <T>(list: (got: ParsedFinding) => T[], truthList: (wanted: TruthFinding) => T[]): number =>
    overlap(
      parsed.findings.flatMap((got) => list(got).map((key) => `${slots.indexOf(got)}|${String(key)}`)),
      pairs.flatMap(({ wanted }, i) => truthList(wanted).map((key) => `${i}|${String(key)}`)),
    );
  const dated = (list: { date: string | null }[] | undefined): string[] =>
    (list ?? []).flatMap(({ date }) => date ?? []);
  const scores: Scores = {
    findings: (2 * pairs.filter(({ got }) => got).length) / (parsed.findings.length + pairs.length || 1),
    descriptions: share((got, wanted) =>
      wanted.description ? sameText(got, wanted) : gist(got.description) === gist(wanted.title),
    ),
    categories: share(
      (got, wanted) => gist(got.category) === gist(wanted.category) || core(got.body) === core(wanted.category),
    ),
    actionCounts: share((got, wanted) => got.actions.length === wanted.action_count),
    statuses: share((got, wanted) => got.status === wanted.status),
    problemAmounts: under(
      (got) => got.problemAmounts.map((a) => a.fen),
      (wanted) => (wanted.problem_amounts ?? []).map((a) => a.fen),
    ),
    refunds: under(
      (got) => got.refunds.map((a) => a.fen),
      (wanted) => (wanted.refunds ?? []).map((a) => a.fen),
    ),
    meetingDates: under(
      (got) => dated(got.meetings),
      (wanted) => dated(wanted.meetings),
    ),
    documents: under(
      (got) => got.documents.filter((d) => d.status !== 'REFERENCED').map((d) => core(d.title)),
      (wanted) => (wanted.documents_issued ?? []).map((d) => core(d.title)),
    ),
    talks: under(
      (got) => got.talks.map(() => 'talk'),
      (wanted) => (wanted.talks ?? []).map(() => 'talk'),
    ),
    preamble: preambleShare(parsed, truth),
    provenance: coverage(parsed) * quoted(parsed),
  };
  const values = Object.values(scores);
  return { ...scores, overall: values.reduce((sum, value) => sum + value, 0) / values.length };
}

function sameText(got: ParsedFinding, wanted: TruthFinding): boolean {
  const [a, b] = [gist(got.description), gist(wanted.description)];
  return a === b || (b !== '' && a.endsWith(b) && a.length - b.length <= core(wanted.title).length + 12);
}

/** Which parsed finding stands for which true one: by text, by title, or by a near one that contains the title. */
function match(findings: readonly ParsedFinding[], wanted: readonly TruthFinding[]): (ParsedFinding | null)[] {
  const free = new Set(findings);
  return wanted.map((want, i) => {
    const title = gist(want.title);
    const candidates = [...free];
    const hit =
      candidates.find((got) => want.description && sameText(got, want)) ??
      candidates.find((got) => title !== '' && gist(got.title) === title) ??
      candidates.find(
        (got) => title.length > 4 && gist(got.description).includes(title) && Math.abs(findings.indexOf(got) - i) < 3,
      );
    if (hit) free.delete(hit);
    return hit ?? null;
  });
}

/** Share of common entries of two lists (F1); two empty lists agree. */
function overlap(got: string[], wanted: string[]): number {
  if (got.length + wanted.length === 0) return 1;
  const left = [...wanted];
  let hits = 0;
  for (const key of got) {
    const at = left.indexOf(key);
    if (at < 0) continue;
    left.splice(at, 1);
    hits += 1;
  }
  return (2 * hits) / (got.length + wanted.length);
}

function preambleShare({ preamble }: ParsedReport, truth: Truth): number {
  const pairs = [
    [preamble.feedbackDate, truth.preamble.feedback_date],
    [preamble.inspectionStart, truth.preamble.inspection_start],
    [preamble.inspectionEnd, truth.preamble.inspection_end],
  ];
  return pairs.filter(([a, b]) => a === (b ?? null)).length / pairs.length;
}

export function coverage({ source, findings, otherSpans, unparsed }: ParsedReport): number {
  const times = new Uint8Array(source.text.length);
  for (const [a, b] of [
    ...findings.flatMap((f) => f.spans),
    ...otherSpans.map((o) => o.span),
    ...unparsed.map((u) => u.span),
  ]) {
    for (let i = a; i < b; i += 1) times[i] = Math.min(2, (times[i] ?? 0) + 1);
  }
  const visible = [...source.text.matchAll(/\S/gu)].map((m) => m.index);
  return visible.length === 0 ? 0 : visible.filter((i) => times[i] === 1).length / visible.length;
}

export function quoted({ source, findings }: ParsedReport): number {
  const results = findings.flatMap((f) => {
    const own = squeeze(f.spans.map((s) => source.text.slice(...s)).join(''));
    const quotes = [f.problemAmounts, f.refunds, f.otherAmounts, f.meetings, f.talks].flatMap((list) =>
      list.map(({ quote }) => quote),
    );
    const inside = [...f.actions.map((a) => a.text), ...quotes].map(
      (words) => squeeze(words) !== '' && own.includes(squeeze(words)),
    );
    return [...inside, ...f.actions.map((a) => a.span !== null && source.text.slice(...a.span) === a.text)];
  });
  return results.length === 0 ? 0 : results.filter(Boolean).length / results.length;
}
