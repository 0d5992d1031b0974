/** The role of a paragraph in an official report. */
export type ReportStyle = 'title' | 'heading1' | 'heading2' | 'heading3' | 'body' | 'signature' | 'date';

/** One paragraph. */
export interface ReportBlock {
  style: ReportStyle;
  text: string;
}

const NUMERAL = '[一二三四五六七八九十百]+';
const HEADING1 = new RegExp(`^${NUMERAL}、`);
const HEADING2 = new RegExp(`^[（(]${NUMERAL}[）)]`);
const HEADING3 = /^\d{1,3}(?:[.．](?!\d)|、)/;
const DATE =
  /^(?:\d{4}|[〇零○一二三四五六七八九]{4})年(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日$/;
const SENTENCE_END = /[。；;！!？?：:，,]$/;
/** A heading's first sentence is short; a longer numbered line is a paragraph that happens to be numbered. */
const MAX_HEADING = 50;

/**
 * Classifies the lines of a plain report: the title (first line, and a second one before any full sentence), headings
 * 一、 / （一） / 1., the signature lines before a closing date, and body text. Empty lines separate and are dropped; no
 * word of the text is changed.
 */
export function reportTextToBlocks(text: string): ReportBlock[] {
  const lines = text.split(/\r\n?|\n/).map((line) => line.replace(/^[\s\u3000]+|[\s\u3000]+$/g, ''));
  const filled = lines.filter((line) => line !== '');
  const titleLines = countTitleLines(lines);
  const closing = filled.findLastIndex((line) => DATE.test(line));
  const signedFrom = closing > titleLines ? signatureStart(filled, closing, titleLines) : filled.length;
  return filled.map((line, i) => {
    if (i < titleLines) return { style: 'title', text: line };
    if (i === closing && signedFrom <= closing) return { style: 'date', text: line };
    return { style: i >= signedFrom && i < closing ? 'signature' : bodyStyle(line), text: line };
  });
}

/** The title is everything before the first empty line, if that is at most three short lines; else the first line. */
function countTitleLines(lines: string[]): number {
  const start = lines.findIndex((line) => line !== '');
  if (start < 0) return 0;
  const first = lines[start] as string;
  if (!isTitleLine(first)) return 0;
  const gap = lines.indexOf('', start);
  const block = gap < 0 ? [] : lines.slice(start, gap);
  return block.length > 0 && block.length <= 3 && block.every(isTitleLine) ? block.length : 1;
}

function isTitleLine(line: string): boolean {
  return line.length <= 50 && !SENTENCE_END.test(line) && ![HEADING1, HEADING2, HEADING3].some((p) => p.test(line));
}

/** Up to three short lines without a sentence end directly above the closing date, near the end of the text. */
function signatureStart(lines: string[], closing: number, titleLines: number): number {
  if (lines.length - closing > 6) return lines.length;
  let start = closing;
  while (start - 1 >= titleLines && closing - start < 3 && isTitleLine(lines[start - 1] as string) && (lines[start - 1] as string).length <= 30) start--; // prettier-ignore
  return start;
}

/** The role of a line inside the text: a heading by its number, or body. */
export function bodyStyle(line: string): ReportStyle {
  const firstSentence = (line.split('。')[0] as string).length;
  if (firstSentence > MAX_HEADING) return 'body';
  if (HEADING1.test(line)) return 'heading1';
  if (HEADING2.test(line)) return 'heading2';
  return HEADING3.test(line) ? 'heading3' : 'body';
}
