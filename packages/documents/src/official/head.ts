import { BorderStyle, Paragraph } from 'docx';
import { LINE_PITCH, RED } from './page.ts';
import { BODY_LINES, STYLE } from './styles.ts';
import { words } from './text.ts';
import { markPoints } from './plain-words.ts';

/** 版头: the issuer's mark in red, the document's number, the red line under them. */
export interface DocumentHead {
  /** 发文机关标志, e.g. 中共某某市委巡察工作领导小组办公室. Where it is missing, the paper is printed on the issuer's own sheet. */
  mark?: string | null;
  /** 发文字号, e.g. 科协党组〔2024〕15号 */
  number?: string | null;
}

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
