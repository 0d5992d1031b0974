import { describe, expect, test } from 'vitest';
import { cell, readTable } from '../../test/tables.ts';
import { DEFAULT_SETTINGS, readSettings } from '../rounds/settings.ts';
import { FINDING_STATES, REMEDIATION_TYPES, type FindingState } from '../vocabulary.ts';
import { deadlineByRule, urgencyOf } from './deadline.ts';
import { PUBLISHED_CALENDAR } from './working-days.ts';

/** domain.md section 3; the sample's feedback day was 2023-12-26. "default": 6 months, 30 days for 立行立改. */
const DEADLINES = `
  feedback   | class      | months  | days    | due        | kind      | rule
  -----------|------------|---------|---------|------------|-----------|-----
  2023-12-26 | STAGED     | default | default | 2024-06-26 | DATE      | CONCENTRATED_MONTHS
  2023-12-26 | -          | default | default | 2024-06-26 | DATE      | CONCENTRATED_MONTHS
  2023-12-26 | IMMEDIATE  | default | default | 2024-01-25 | IMMEDIATE | IMMEDIATE_DAYS
  2023-12-26 | CONTINUING | default | default | 2024-06-26 | ONGOING   | CONTINUING
  2023-12-26 | STAGED     | 2       | default | 2024-02-26 | DATE      | CONCENTRATED_MONTHS
  2023-12-26 | STAGED     | 3       | default | 2024-03-26 | DATE      | CONCENTRATED_MONTHS
  2023-12-31 | STAGED     | 2       | default | 2024-02-29 | DATE      | CONCENTRATED_MONTHS
  2023-12-26 | IMMEDIATE  | default | 7       | 2024-01-02 | IMMEDIATE | IMMEDIATE_DAYS
  2023-12-26 | IMMEDIATE  | 2       | 7       | 2024-01-02 | IMMEDIATE | IMMEDIATE_DAYS
`;

describe('the deadline that a rule gives', () => {
  for (const line of readTable(DEADLINES))
    test(Object.values(line).join(' · '), () => {
      const number = (column: string): number | undefined =>
        cell(line, column) === 'default' ? undefined : Number(cell(line, column));
      const settings = readSettings({ concentratedMonths: number('months'), immediateDays: number('days') });
      const type = REMEDIATION_TYPES.find((one) => one === cell(line, 'class')) ?? null;
      expect(deadlineByRule(cell(line, 'feedback'), type, settings, PUBLISHED_CALENDAR)).toMatchObject({
        dueOn: cell(line, 'due'),
        kind: cell(line, 'kind'),
        rule: cell(line, 'rule'),
        assumed: [],
      });
    });

  test('each date keeps what was counted', () => {
    const settings = readSettings({ offsets: { immediate: { amount: 5, unit: 'WORKING_DAY' } } });
    const reasonOf = (type: (typeof REMEDIATION_TYPES)[number]) =>
      deadlineByRule('2023-12-26', type, settings, PUBLISHED_CALENDAR)?.reason;
    expect(reasonOf('STAGED')).toEqual({ rule: 'CONCENTRATED_MONTHS', amount: 6, unit: 'MONTH', from: '2023-12-26' });
    expect(reasonOf('IMMEDIATE')).toEqual({
      rule: 'IMMEDIATE_DAYS',
      amount: 5,
      unit: 'WORKING_DAY',
      from: '2023-12-26',
    });
  });

  test('before the feedback day is known there is none', () => {
    for (const type of [...REMEDIATION_TYPES, null])
      expect(deadlineByRule(null, type, DEFAULT_SETTINGS, PUBLISHED_CALENDAR)).toBeNull();
  });
});

/** Due on 2024-06-26; thresholds of 江津: 20 days green, 10 days yellow, overdue the day after the due day. */
const URGENCY = `
  today      | days left | urgency
  -----------|-----------|--------
  2024-01-01 | 177       | ON_TIME
  2024-06-05 | 21        | ON_TIME
  2024-06-06 | 20        | GREEN
  2024-06-15 | 11        | GREEN
  2024-06-16 | 10        | YELLOW
  2024-06-25 | 1         | YELLOW
  2024-06-26 | 0         | YELLOW
  2024-06-27 | -1        | OVERDUE
  2025-06-26 | -365      | OVERDUE
`;

/** Only what is still being worked on can be overdue. */
const RUNNING: Record<FindingState, 'OVERDUE' | 'NONE'> = {
  RECORDED: 'NONE',
  UNCLAIMED: 'OVERDUE',
  RECTIFYING: 'OVERDUE',
  IN_REVIEW: 'OVERDUE',
  CLOSED: 'NONE',
  CONTINUING: 'NONE',
};

describe('how pressing a deadline is', () => {
  test.each(
    readTable(URGENCY).map((line) => [cell(line, 'today'), cell(line, 'days left'), cell(line, 'urgency')] as const),
  )('on %s, %s days left: %s', (today, _left, urgency) =>
    expect(urgencyOf('RECTIFYING', '2024-06-26', today, DEFAULT_SETTINGS)).toBe(urgency),
  );

  test.each(FINDING_STATES)('%s, a day too late', (state) => {
    expect(urgencyOf(state, '2024-06-26', '2024-06-27', DEFAULT_SETTINGS)).toBe(RUNNING[state]);
  });

  test('without a date nothing presses', () => {
    for (const state of FINDING_STATES) expect(urgencyOf(state, null, '2024-06-27', DEFAULT_SETTINGS)).toBe('NONE');
  });

  test('a round with other thresholds, with one, and with none', () => {
    const at = (today: string, warnings: unknown) =>
      urgencyOf('RECTIFYING', '2024-06-26', today, readSettings({ warnings }));
    const wide = [
      { code: 'GREEN', daysLeft: 30 },
      { code: 'YELLOW', daysLeft: 3 },
    ];
    expect([at('2024-05-26', wide), at('2024-05-27', wide), at('2024-06-22', wide), at('2024-06-23', wide)]).toEqual([
      'ON_TIME',
      'GREEN',
      'GREEN',
      'YELLOW',
    ]);
    const onlyYellow = [{ code: 'YELLOW', daysLeft: 5 }];
    expect([at('2024-06-20', onlyYellow), at('2024-06-21', onlyYellow)]).toEqual(['ON_TIME', 'YELLOW']);
    expect([at('2024-06-26', []), at('2024-06-27', [])]).toEqual(['ON_TIME', 'OVERDUE']);
  });
});
