import { applyEdits, editsOf, statusWords } from './edits.ts';
import { parseReport } from './parse.ts';
import { renumber } from './enumerate.ts';
import type { Edit, Style } from './edits.ts';
import type { FindingLayout, FindingStatus, ParsedFinding, ParsedReport } from './types.ts';

/**
 * The text of a report again. Where nothing was edited it is the source, character for character; an edited
 * description, measure or result changes only its own place; measures and findings that were dropped or added change
 * the numbers of their own list and nothing else. Printed numbers of other findings stay: they are the source's.
 */
export function renderReport(parsed: ParsedReport): string {
  const { text } = parsed.source;
  const baseline = parseReport(text, { profile: parsed.profile.corrected ?? {} }).findings;
  const style: Style = { text, profile: parsed.profile, words: wordsOf(text, parsed.findings, baseline) };
  const seen = new Set<number>();
  const edits: Edit[] = [];
  let before: FindingLayout | null = null;
  for (const finding of parsed.findings) {
    const layout = layoutOf(finding, baseline);
    if (layout && !seen.has(layout.whole[0])) {
      seen.add(layout.whole[0]);
      edits.push(...editsOf(finding, layout, style));
      before = layout;
    } else edits.push(addition(finding, before ?? baseline[0]?.layout ?? null, before !== null, style));
  }
  const kept = parsed.findings.flatMap((finding) => layoutOf(finding, baseline)?.whole ?? []);
  for (const { layout } of baseline) {
    if (
      layout &&
      !kept.some(
        (_, i) => i % 2 === 0 && (kept[i] as number) < layout.whole[1] && layout.whole[0] < (kept[i + 1] as number),
      )
    )
      edits.push(lineRemoval(text, layout.whole));
  }
  return applyEdits(text, merged(edits));
}

/** Where a finding stands: as it was recorded, or, where only the plain fields are given, as parsing finds it again. */
function layoutOf(finding: ParsedFinding, baseline: readonly ParsedFinding[]): FindingLayout | null {
  if (finding.layout) return finding.layout;
  const start = finding.spans[0]?.[0];
  return start === undefined ? null : (baseline.find((b) => b.spans[0]?.[0] === start)?.layout ?? null);
}

/** What this report prints for each status: the most frequent words win. */
function wordsOf(
  text: string,
  findings: readonly ParsedFinding[],
  baseline: readonly ParsedFinding[],
): Map<FindingStatus, string> {
  const counts = new Map<string, { status: FindingStatus; words: string; n: number }>();
  for (const layout of [...findings.map((f) => f.layout), ...baseline.map((f) => f.layout)]) {
    if (!layout?.result) continue;
    const words = text.slice(...layout.result);
    const entry = counts.get(words) ?? { status: layout.status, words, n: 0 };
    entry.n += 1;
    counts.set(words, entry);
  }
  const sorted = [...counts.values()].sort((a, b) => a.n - b.n);
  return new Map(sorted.map(({ status, words }) => [status, words]));
}

/** Edits at the same place are joined in their order. */
function merged(edits: readonly Edit[]): Edit[] {
  const insertions = new Map<number, Edit>();
  const result: Edit[] = [];
  for (const edit of edits) {
    if (edit.start !== edit.end) {
      result.push(edit);
      continue;
    }
    const same = insertions.get(edit.start);
    if (same) same.text += edit.text;
    else {
      const copy = { ...edit };
      insertions.set(edit.start, copy);
      result.push(copy);
    }
  }
  return result;
}

function lineRemoval(text: string, [start, end]: [number, number]): Edit {
  const stop = text.indexOf('\n', end);
  const last = stop < 0 ? text.length : stop;
  const alone =
    text.slice(text.lastIndexOf('\n', start - 1) + 1, start).trim() === '' && text.slice(end, last).trim() === '';
  return { start, end: alone ? Math.min(text.length, last + 1) : end, text: '' };
}

/** An added finding is printed like the one before it: same labels, same order, its number counted on. */
function addition(finding: ParsedFinding, like: FindingLayout | null, behind: boolean, style: Style): Edit {
  const { text, profile } = style;
  if (!like) return { start: text.length, end: text.length, text: `${profile.newline}${finding.description}` };
  const [from, to] = like.whole;
  const printed =
    /^[^\s\p{Script=Han}“]*(?:[一二三四五六七八九十]+[、)）])?|^问题\d+[.:：]?/u.exec(
      text.slice(from, like.description[0]?.[0] ?? from),
    )?.[0] ?? '';
  const ordinal = Number(/\d+/u.exec(printed.normalize('NFKC'))?.[0] ?? NaN);
  const number: Edit[] = Number.isNaN(ordinal)
    ? []
    : [
        {
          start: from,
          end: from + printed.length,
          text: finding.printedNumber ?? renumber(printed, ordinal + (behind ? 1 : 0)),
        },
      ];
  const fresh: ParsedFinding = {
    ...finding,
    actions: finding.actions.map(({ text: words }) => ({ text: words, span: null })),
    resultText: finding.resultText ?? statusWords(finding.status, style),
  };
  const block = applyEdits(text, [...number, ...editsOf(fresh, like, style)], from, to);
  return behind
    ? { start: to, end: to, text: profile.newline + block }
    : { start: from, end: from, text: block + profile.newline };
}
