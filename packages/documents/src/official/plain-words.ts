import { HALF_POINTS } from './page.ts';

/** What XML cannot hold is dropped; a line break inside a paragraph becomes a space. */
export function clean(text: string): string {
  return text.toWellFormed().replace(/[\r\n\u2028]+/g, ' ').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ''); // prettier-ignore
}

/** 2024-06-18 → 2024年6月18日, as dates stand in prose. */
export function prose(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** In characters of the body: Latin letters and digits are half as wide. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character.charCodeAt(0) > 0xff ? 1 : 0.5), 0);
}

/** As large as the standard's mark, but on one line of the text block (156 mm are 442 pt). */
export const markPoints = (mark: string): number =>
  Math.max(16, Math.min(HALF_POINTS.mark / 2, Math.floor(440 / Math.max(1, widthOf(mark)))));

const DIGITS = '一二三四五六七八九';

/** 1 to 99 in Chinese numerals. */
export function chinese(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  return `${tens > 1 ? DIGITS[tens - 1] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? DIGITS[ones - 1] : ''}`;
}
