import { describe, expect, it } from 'vitest';
import { parseDate } from './parse-date.ts';

const TODAY = '2024-06-20';

describe('parseDate', () => {
  it.each([
    ['2024-06-18', '2024-06-18'],
    ['2024-6-8', '2024-06-08'],
    ['2024/6/18', '2024-06-18'],
    ['2024.6.18', '2024-06-18'],
    ['2024年6月18日', '2024-06-18'],
    [' 2024 年 6 月 18 日 ', '2024-06-18'],
    ['2024年6月18号', '2024-06-18'],
    ['２０２４年６月１８日', '2024-06-18'],
    ['2024年6月18日(星期二)', '2024-06-18'],
    ['20240618', '2024-06-18'],
    ['2024-02-29', '2024-02-29'],
    ['今天', '2024-06-20'],
    ['昨天', '2024-06-19'],
    ['前天', '2024-06-18'],
  ])('reads %s', (text, date) => {
    expect(parseDate(text, TODAY)).toEqual({ date });
  });

  it.each(['6月18日', '6-18', '06.18'])('takes the current year for %s and says so', (text) => {
    expect(parseDate(text, TODAY)).toEqual({ date: '2024-06-18', inferredYear: true });
  });

  it.each(['2023-02-29', '2024年13月1日', '2024-06-31', '20240230', '0000-01-01'])(
    'knows that %s does not exist',
    (text) => {
      expect(parseDate(text, TODAY)).toEqual({ problem: 'noSuchDay' });
    },
  );

  it.each(['2024年6月', '2024-06', '2024年', '2024'])('asks for the day of %s', (text) => {
    expect(parseDate(text, TODAY)).toEqual({ problem: 'needsDay' });
  });

  it.each(['长期坚持', '6月中旬', '2024-06-18至20', '1e5', ''])('does not guess at “%s”', (text) => {
    expect(parseDate(text, TODAY)).toEqual({ problem: 'notADate' });
  });

  it('crosses the end of a year with words', () => {
    expect(parseDate('明天', '2024-12-31')).toEqual({ date: '2025-01-01' });
  });
});
