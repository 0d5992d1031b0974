import type { DatePrecision, YearSource } from '@closeout/domain';
import { toDate } from '../../day.ts';

/** The date columns of a piece of evidence. */
export interface DateColumns {
  occurredOn: Date | null;
  occurredTo: Date | null;
  dateText: string | null;
  datePrecision: DatePrecision;
  yearSource: YearSource | null;
}

const TENDAYS: Record<string, string> = { 上旬: '01', 中旬: '11', 下旬: '21' };
const WORDS =
  /(?:\d{4}\s*年)?\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日|[上中下]旬|底|初|份)?(?:\s*(?:至|到|-|—)\s*(?:\d{1,2}月)?\d{1,2}日)?/u;

/** How exactly a normalised date of a parsed report is known: 2024-06-14, 2024-08, 2023-10/中旬, 2023-09-13/2023-09-14. */
function precisionOf(date: string | null): DatePrecision {
  if (date === null) return 'NONE';
  if (/\/[上中下]旬$/u.test(date)) return 'TENDAY';
  if (date.includes('/')) return 'RANGE';
  return /^\d{4}-\d{2}$/.test(date) ? 'MONTH' : 'DAY';
}

function daysOf(date: string | null): [Date | null, Date | null] {
  switch (precisionOf(date)) {
    case 'DAY':
      return [toDate(date as string), null];
    case 'MONTH':
      return [toDate(`${date}-01`), null];
    case 'TENDAY': {
      const [month = '', part = ''] = (date as string).split('/');
      return [toDate(`${month}-${TENDAYS[part]}`), null];
    }
    case 'RANGE': {
      const [from = '', to = ''] = (date as string).split('/');
      return from <= to ? [toDate(from), toDate(to)] : [toDate(from), null];
    }
    default:
      return [null, null];
  }
}

/** The words of a date that is not known to the day, where the source's own are not at hand. */
function wordsOf(date: string | null): string | null {
  const match = /^(\d{4})-(\d{2})(?:\/([上中下]旬))?$/u.exec(date ?? '');
  return match === null ? null : `${match[1]}年${Number(match[2])}月${match[3] ?? ''}`;
}

/** A printed date as the ledger keeps it: first day, last day of a range, the printed words, how exact, whence the year. Nothing is invented. */
export function dateColumns(
  date: string | null,
  quote: string,
  known: { precision?: DatePrecision; year?: YearSource | null } = {},
): DateColumns {
  const [occurredOn, occurredTo] = daysOf(date);
  return {
    occurredOn,
    occurredTo,
    dateText: WORDS.exec(quote)?.[0].trim() ?? wordsOf(date),
    datePrecision: known.precision ?? precisionOf(date),
    yearSource: date === null ? null : (known.year ?? null),
  };
}
