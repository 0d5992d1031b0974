import i18next from 'i18next';
import { describe, expect, it } from 'vitest';
import * as format from './format.ts';
import { switchLanguage } from './i18n/start.ts';

const t = i18next.t.bind(i18next) as typeof i18next.t;

describe('amounts', () => {
  it('sets fen with two decimals and grouped thousands', () => {
    expect(format.groupedYuan('1600000')).toBe('16,000.00');
    expect(format.groupedYuan('432')).toBe('4.32');
    expect(format.groupedYuan('5')).toBe('0.05');
    expect(format.groupedYuan('0')).toBe('0.00');
    expect(format.groupedYuan('-123456')).toBe('−1,234.56');
  });

  it('stays exact beyond what a number can hold', () => {
    expect(format.groupedYuan('900719925474099301')).toBe('9,007,199,254,740,993.01');
  });

  it('sets ten thousands exactly, without idle zeros', () => {
    expect(format.groupedWan('1600000')).toBe('1.6');
    expect(format.groupedWan('1000000')).toBe('1');
    expect(format.groupedWan('432')).toBe('0.000432');
    expect(format.groupedWan('123456789012')).toBe('123,456.789012');
  });

  it('never turns a missing sum into zero', () => {
    expect(format.amount(t, null)).toBe('—');
    expect(format.amount(t, '0')).toBe('0.00 元');
    expect(format.amount(t, '1600000', 'wan')).toBe('1.6 万元');
  });
});

describe('days', () => {
  it('counts calendar days in Asia/Shanghai whatever the machine thinks', () => {
    expect(format.today(new Date('2024-06-18T15:59:59Z'))).toBe('2024-06-18');
    expect(format.today(new Date('2024-06-18T16:00:00Z'))).toBe('2024-06-19');
    expect(format.dateTime('2024-12-31T16:00:00Z')).toBe('2025-01-01 00:00');
    expect(format.daysBetween('2024-02-28', '2024-03-01')).toBe(2);
  });

  it('shortens an instant by how near it is', () => {
    const now = new Date('2024-06-18T04:00:00Z');
    expect(format.shortDateTime(t, '2024-06-18T01:30:00Z', now)).toBe('今天 09:30');
    expect(format.shortDateTime(t, '2024-06-17T08:20:00Z', now)).toBe('昨天 16:20');
    expect(format.shortDateTime(t, '2024-06-03T08:20:00Z', now)).toBe('06-03');
    expect(format.shortDateTime(t, '2023-12-26T08:20:00Z', now)).toBe('2023-12-26');
  });

  it('says what is left and what is over, in both languages', async () => {
    expect(format.deadline(t, 3)).toBe('还剩 3 天');
    expect(format.deadline(t, 0)).toBe('今天到期');
    expect(format.deadline(t, -2)).toBe('逾期 2 天');
    expect(format.deadline(t, -2, 'workingDay')).toBe('逾期 2 个工作日');
    await switchLanguage('en');
    expect(format.deadline(t, 1)).toBe('1 day left');
    expect(format.deadline(t, -2, 'workingDay')).toBe('2 working days overdue');
    await switchLanguage('zh');
  });
});

it('prints a rate with its two numbers', () => {
  expect(format.rate(28, 33)).toBe('28 / 33 · 84.85 %');
  expect(format.rate(0, 0)).toBe('0 / 0');
});

it('counts as on paper', () => {
  expect([1, 10, 11, 20, 28, 99].map(format.chineseOrdinal)).toEqual(['一', '十', '十一', '二十', '二十八', '九十九']);
});

it('sizes files', () => {
  expect([512, 20_480, 1_843_200, 52_428_800].map(format.fileSize)).toEqual(['512 B', '20 KB', '1.8 MB', '50 MB']);
});
