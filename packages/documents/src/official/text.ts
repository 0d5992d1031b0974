import { TextRun, type IRunOptions } from 'docx';

/** One font for every script, so that digits and Latin letters stand in it too. */
export const font = (name: string): IRunOptions['font'] => ({ ascii: name, hAnsi: name, eastAsia: name, cs: name });

/** What XML cannot hold is dropped; a line break inside a paragraph becomes a space. */
export function clean(text: string): string {
  return text.toWellFormed().replace(/[\r\n\u2028]+/g, ' ').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ''); // prettier-ignore
}

/** Words as they are: text alone, never a field, a link or a code of the document. */
export const words = (text: string, more: Omit<IRunOptions, 'text' | 'children'> = {}): TextRun =>
  new TextRun({ ...more, text: clean(text) });

/** 2024-06-18 → 2024年6月18日, as dates stand in prose. */
export function prose(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** In characters of the body: Latin letters and digits are half as wide. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character.charCodeAt(0) > 0xff ? 1 : 0.5), 0);
}
