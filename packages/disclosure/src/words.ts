import type { Day, PublicFigure } from '@closeout/domain';

/** 2024-06-18 → 2024年6月18日. */
export function prose(day: Day): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** A figure as it is printed; the rate with two decimals. */
export function printed({ code, value }: Pick<PublicFigure, 'code' | 'value'>): string {
  if (value === null) return '—';
  return code === 'RATE' ? `${(value / 100).toFixed(2)}%` : String(value);
}

const NUMBER = /^\s*(?:\d{1,3}[.．、]|[（(]\d{1,3}[)）])\s*/;

/** The beginning of a question, for a list: without its number, whole up to `length` characters. */
export function beginning(question: string, length = 64): string {
  const text = [...question.replace(NUMBER, '').replace(/\s+/g, ' ').trim()];
  return text.length <= length ? text.join('') : `${text.slice(0, length).join('')}…`;
}
