import { BorderStyle, Paragraph } from 'docx';
import { characters, LINE_PITCH } from './page.ts';
import { BODY_LINES, STYLE } from './styles.ts';
import { words } from './text.ts';
import { prose, widthOf } from './plain-words.ts';

/** 版记: to whom copies go, who printed it and when. */
export interface Imprint {
  copies?: readonly string[];
  printer: string;
  /** YYYY-MM-DD; null: left open, to be filled in when it is printed. */
  printedOn: string | null;
}

/** 附件说明 under the text: 附件：1.… one under the other; a single annex has no number. */
export function attachmentNote(titles: readonly string[]): Paragraph[] {
  return titles.map((title, i) => {
    const number = titles.length > 1 ? `${i + 1}.` : '';
    const hang = characters(3 + widthOf(number));
    return new Paragraph({
      style: STYLE.attachment,
      indent: i === 0 ? { left: characters(2) + hang, hanging: hang } : { left: characters(5 + widthOf(number)), hanging: characters(widthOf(number)) }, // prettier-ignore
      ...(i === 0 ? { spacing: { ...BODY_LINES, before: LINE_PITCH } } : {}),
      children: [words(`${i === 0 ? '附件：' : ''}${number}${title}`)],
    });
  });
}

/** The signature is centred over the date, which ends four characters from the right. */
export function signatureIndent(signature: string, date: string): number {
  const difference = (widthOf(date) - widthOf(signature)) / 2;
  return characters(Math.max(0, 4 + difference));
}

const RULE = { style: BorderStyle.SINGLE, space: 1, color: '000000' } as const;

/** 版记 at the end of a document: 抄送, then printer and day, between lines. */
export function imprintOf({ copies = [], printer, printedOn }: Imprint): Paragraph[] {
  const thick = { ...RULE, size: 8 };
  const last = new Paragraph({
    style: STYLE.imprint,
    border: { top: copies.length > 0 ? { ...RULE, size: 6 } : thick, bottom: thick },
    spacing: copies.length > 0 ? BODY_LINES : { ...BODY_LINES, before: LINE_PITCH * 2 },
    tabStops: [{ type: 'right', position: characters(27) }],
    children: [words(`${printer}\t${printedOn === null ? '　　年　月　日' : prose(printedOn)}印发`)],
  });
  if (copies.length === 0) return [last];
  const first = new Paragraph({
    style: STYLE.imprint,
    border: { top: thick },
    keepNext: true,
    spacing: { ...BODY_LINES, before: LINE_PITCH * 2 },
    children: [words(`抄送：${copies.join('，')}。`)],
  });
  return [first, last];
}
