import { ENUMERATORS } from './lexicon.ts';
import { chinese } from './docx/number-formats.ts';

/** The same enumerator with another ordinal, in its own style and width: 一是→二是, （1）→（2）, ①→②. */
export function renumber(printed: string, ordinal: number): string {
  for (const { items } of ENUMERATORS) {
    const item = [...items].sort((a, b) => b.length - a.length).find((word) => printed.startsWith(word));
    if (item) return (items[ordinal - 1] ?? `${chinese(ordinal)}${item.slice(1)}`) + printed.slice(item.length);
  }
  const digits = /[0-9]+|[０-９]+/u.exec(printed);
  if (digits) {
    const wide = /[０-９]/u.test(digits[0]);
    const value = wide
      ? [...String(ordinal)].map((d) => String.fromCodePoint(0xff10 + Number(d))).join('')
      : String(ordinal);
    return printed.replace(digits[0], value);
  }
  return printed.replace(/[一二三四五六七八九十]+/u, chinese(ordinal));
}

/** The enumerator with which a list of this report begins. */
export function firstEnumerator(family: string | null): string {
  if (family === null) return '一是';
  const listed = ENUMERATORS.find(({ name }) => name === family);
  return listed ? (listed.items[0] as string) + (listed.after?.[0] ?? '') : family;
}
