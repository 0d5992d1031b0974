import { reportTextToBlocks, type ReportBlock } from '@closeout/documents';
import type { LedgerPassage, PassageRole } from '@closeout/domain';
import type { ParsedFinding, ParsedReport, Span } from '@closeout/report';

interface Line extends ReportBlock {
  span: Span;
}

/** The paragraphs with where they stand in the text. */
function linesOf(text: string): Line[] {
  const spans: Span[] = [];
  let at = 0;
  for (const [whole, line] of text.matchAll(/([^\r\n]*)(?:\r\n?|\n|$)/g)) {
    if ((line ?? '').replace(/[\s\u3000]/g, '') !== '') spans.push([at, at + (line ?? '').length]);
    at += whole.length;
  }
  return reportTextToBlocks(text).map((block, index) => ({ ...block, span: spans[index] ?? [0, 0] }));
}

const overlap = ([a, b]: Span, [c, d]: Span): boolean => a < d && c < b;
const plain = (text: string): string => text.normalize('NFKC').replace(/[\s。.,，;；:：]/gu, '');

/** Numbers of the ledger for the findings of the text: by their words, equal ones in their order. */
function numbersOf(
  parsed: ParsedReport,
  rows: readonly { seq: number; description: string }[],
): Map<ParsedFinding, number> {
  const waiting = Map.groupBy(rows, ({ description }) => plain(description));
  return new Map(
    parsed.findings.flatMap((finding): [ParsedFinding, number][] => {
      const row = waiting.get(plain(finding.description))?.shift();
      return row === undefined ? [] : [[finding, row.seq]];
    }),
  );
}

/** What a paragraph of a finding holds: its facts, what was done, the result, or all of it. */
function roleIn(line: Span, { layout }: ParsedFinding): PassageRole {
  if (layout === null) return 'WHOLE';
  const holds = (spans: readonly Span[]): boolean => spans.some((one) => overlap(one, line));
  const [facts, actions] = [holds(layout.description), holds(layout.actions.map(({ text }) => text))];
  if (facts && actions) return 'WHOLE';
  if (facts) return 'FACT';
  return !actions && layout.result !== null && holds([layout.resultWhole ?? layout.result]) ? 'RESULT' : 'ACTIONS';
}

const HEADING_NUMBER = /^(?:[一二三四五六七八九十百]+、|[（(][一二三四五六七八九十百]+[）)]|\d{1,3}[.．、])/;
const KEY_LENGTH = 60;

/** Keys that stay when other paragraphs come and go: by finding and role, by heading, else counted under their heading. */
class Keys {
  private readonly given = new Map<string, number>();
  private section = 'opening';

  next(line: Line, role: PassageRole, number: number | null): string {
    if (number !== null) return this.counted(`finding/${number}/${role.toLowerCase()}`);
    if (role === 'TITLE' || role === 'ENDING') return this.counted(role.toLowerCase());
    if (!line.style.startsWith('heading')) return this.counted(`${this.section}/text`);
    const words = line.text.replace(HEADING_NUMBER, '').slice(0, KEY_LENGTH);
    return (this.section = this.counted(`section/${words}`));
  }

  private counted(key: string): string {
    const count = (this.given.get(key) ?? 0) + 1;
    this.given.set(key, count);
    return count === 1 ? key : `${key}.${count}`;
  }
}

const roleOutside = ({ style }: Line): PassageRole =>
  style === 'title' ? 'TITLE' : style === 'signature' || style === 'date' ? 'ENDING' : 'TEXT';

/** The report's paragraphs, each with its key, what it is, and the finding it tells of. */
export function passagesOfReport(
  text: string,
  parsed: ParsedReport,
  rows: readonly { seq: number; description: string }[],
): LedgerPassage[] {
  const numbers = numbersOf(parsed, rows);
  const keys = new Keys();
  return linesOf(text).map((line): LedgerPassage => {
    const finding = parsed.findings.find(
      (one) => numbers.has(one) && one.spans.some((span) => overlap(span, line.span)),
    );
    const number = finding === undefined ? null : (numbers.get(finding) ?? null);
    const role = finding === undefined ? roleOutside(line) : roleIn(line.span, finding);
    return { key: keys.next(line, role, number), role, number, style: line.style, text: line.text };
  });
}
