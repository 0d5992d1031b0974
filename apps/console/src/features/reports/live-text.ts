import { matchLines } from './match-lines.ts';

/** A stretch of a paragraph; `live` where the ledger speaks and not the imported text. */
export type LiveStretch = { text: string; live: boolean };

const plain = (text: string): LiveStretch[] => (text === '' ? [] : [{ text, live: false }]);
const live = (text: string): LiveStretch[] => (text === '' ? [] : [{ text, live: true }]);

function sharedStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at < most && a[at] === b[at]) at += 1;
  return at;
}

function sharedEnd(a: string, b: string, keep: number): number {
  const most = Math.min(a.length, b.length) - keep;
  let count = 0;
  while (count < most && a[a.length - 1 - count] === b[b.length - 1 - count]) count += 1;
  return count;
}

/** The paragraph of the source that a changed paragraph comes from: the one that shares most of its beginning and end. */
function originOf(text: string, candidates: readonly string[]): { start: number; end: number } {
  let best = { start: 0, end: 0 };
  for (const candidate of candidates) {
    const start = sharedStart(text, candidate);
    const end = sharedEnd(text, candidate, start);
    if (start + end > best.start + best.end) best = { start, end };
  }
  return best;
}

/** The paragraphs of a report that follows an imported text: what stands there word for word, and what the ledger changed. */
export function againstSource(paragraphs: readonly string[], source: string): LiveStretch[][] {
  const printed = source
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const matches = matchLines(paragraphs, printed);
  return paragraphs.map((text, index) => {
    if (matches[index] !== null) return plain(text);
    const before =
      matches
        .slice(0, index)
        .reverse()
        .find((match) => match !== null) ?? -1;
    const behind = matches.slice(index).find((match) => match !== null) ?? printed.length;
    const { start, end } = originOf(text, printed.slice(before + 1, behind));
    return [
      ...plain(text.slice(0, start)),
      ...live(text.slice(start, text.length - end)),
      ...plain(text.slice(text.length - end)),
    ];
  });
}

const FIGURE = /\d[\d,.]*\s*(?:个|条|项|次|万元|元|%|名|人)/gu;

/** The paragraphs of a report composed from the ledger: its counts and sums are the ledger's. */
export function liveFigures(paragraphs: readonly string[]): LiveStretch[][] {
  return paragraphs.map((text) => {
    const stretches: LiveStretch[] = [];
    let from = 0;
    for (const match of text.matchAll(FIGURE)) {
      stretches.push(...plain(text.slice(from, match.index)), ...live(match[0]));
      from = match.index + match[0].length;
    }
    return [...stretches, ...plain(text.slice(from))];
  });
}
