import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../rounds/settings.ts';
import type { FindingState } from '../vocabulary.ts';
import { shanghaiDay } from './calendar.ts';
import { newRecipients, warningDue, warningLevelOf, type WarningHolders } from './warnings.ts';

const DUE = '2026-12-31';
const HOLDERS: WarningHolders = {
  HANDLER: ['handler'],
  DEPARTMENT_HEAD: ['head'],
  LEADER: ['leader', 'head'],
  SECRETARY: ['secretary'],
  CLERK: ['clerk'],
  OFFICE: ['office'],
};
const running = (dueOn: string | null, state: FindingState = 'RECTIFYING') => ({ state, dueOn });

describe('the level on a day', () => {
  test.each([
    ['2026-12-10', null],
    ['2026-12-11', 'GREEN'],
    ['2026-12-20', 'GREEN'],
    ['2026-12-21', 'YELLOW'],
    ['2026-12-31', 'YELLOW'],
    ['2027-01-01', 'RED'],
    ['2027-06-01', 'RED'],
  ])('due on the last day of 2026, on %s: %s', (today, level) => {
    expect(warningLevelOf(running(DUE), today, DEFAULT_SETTINGS)?.code ?? null).toBe(level);
  });

  test.each([
    // the day turns at 16:00 UTC
    ['2026-12-31T15:59:59.999Z', 'YELLOW'],
    ['2026-12-31T16:00:00.000Z', 'RED'],
  ])('at %s in Asia/Shanghai: %s', (instant, level) => {
    expect(warningLevelOf(running(DUE), shanghaiDay(new Date(instant)), DEFAULT_SETTINGS)?.code).toBe(level);
  });

  test.each(['RECORDED', 'CLOSED', 'CONTINUING'] as const)('%s: no deadline runs', (state) => {
    expect(warningLevelOf(running(DUE, state), '2027-01-01', DEFAULT_SETTINGS)).toBeNull();
  });

  test('without a due day there is no warning', () => {
    expect(warningLevelOf(running(null), '2027-01-01', DEFAULT_SETTINGS)).toBeNull();
  });
});

describe('who is told', () => {
  test.each([
    ['2026-12-10', null],
    ['2026-12-11', ['handler']],
    ['2026-12-21', ['handler', 'head', 'leader']],
    ['2027-01-01', ['handler', 'head', 'leader', 'secretary']],
    ['2027-01-07', ['handler', 'head', 'leader', 'secretary']],
    // overdue since 1 January, seven days of grace
    ['2027-01-08', ['handler', 'head', 'leader', 'secretary', 'office']],
  ])('on %s: %s', (today, persons) => {
    expect(warningDue(running(DUE), HOLDERS, today, DEFAULT_SETTINGS)?.personIds ?? null).toEqual(persons);
  });
});

describe('what is new', () => {
  const due = warningDue(running(DUE), HOLDERS, '2026-12-21', DEFAULT_SETTINGS)!;
  const told = (level: 'GREEN' | 'YELLOW', dueOn: string, personId: string) => ({ level, dueOn, personId });
  test.each([
    ['nothing recorded', [], ['handler', 'head', 'leader']],
    ['told of an earlier level', [told('GREEN', DUE, 'handler')], ['handler', 'head', 'leader']],
    ['the same level and day', [told('YELLOW', DUE, 'handler')], ['head', 'leader']],
    ['the deadline moved since', [told('YELLOW', '2026-11-30', 'handler')], ['handler', 'head', 'leader']],
    ['a predecessor was told', [told('YELLOW', DUE, 'formerhead')], ['handler', 'head', 'leader']],
    ['everybody was told', ['handler', 'head', 'leader'].map((one) => told('YELLOW', DUE, one)), []],
  ])('%s', (_what, recorded, expected) => {
    expect(newRecipients(due, recorded)).toEqual(expected);
  });
});
