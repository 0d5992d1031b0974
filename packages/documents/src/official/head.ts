import { BorderStyle, Paragraph } from 'docx';
import { HALF_POINTS, LINE_PITCH, RED } from './page.ts';
import { BODY_LINES, STYLE } from './styles.ts';
import { widthOf, words } from './text.ts';

/** 版头: the issuer's mark in red, the document's number, the red line under them. */
export interface DocumentHead {
  /** 发文机关标志, e.g. 中共某某市委巡察工作领导小组办公室. Where it is missing, the paper is printed on the issuer's own sheet. */
  mark?: string | null;
  /** 发文字号, e.g. 科协党组〔2024〕15号 */
  number?: string | null;
}

/** As large as the standard's mark, but on one line of the text block (156 mm are 442 pt). */
export const markPoints = (mark: string): number =>
  Math.max(16, Math.min(HALF_POINTS.mark / 2, Math.floor(440 / Math.max(1, widthOf(mark)))));

/** The head of a document; nothing where it has neither mark nor number. */
export function headOf({ mark, number }: DocumentHead): Paragraph[] {
  const marked = mark
    ? [new Paragraph({ style: STYLE.mark, children: [words(mark, { size: markPoints(mark) * 2 })] })]
    : [];
  if (!number) return marked;
  const line = { bottom: { style: BorderStyle.SINGLE, size: 12, space: 8, color: RED } };
  const numbered = new Paragraph({
    style: STYLE.number,
    ...(mark ? { border: line, spacing: { ...BODY_LINES, after: LINE_PITCH * 2 } } : {}),
    children: [words(number)],
  });
  return [...marked, numbered];
}
