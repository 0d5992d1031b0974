import { describe, expect, test } from 'vitest';
import { cell, readTable } from '../../test/tables.ts';
import { PUBLISHED_CALENDAR } from '../deadlines/working-days.ts';
import { PRESCRIBED_STEPS } from '../vocabulary.ts';
import { datesOf } from './dates.ts';
import { DEFAULT_SETTINGS, readSettings } from './settings.ts';
import { DEFAULT_STEPS, readStepDate, readSteps, stepsOf } from './steps.ts';

const TODAY = '2026-11-22';
const DATES = datesOf('2026-06-18', DEFAULT_SETTINGS.offsets, PUBLISHED_CALENDAR);

/** From the feedback of 2026-06-18: the plan in a month, the concentrated period in six, the report in seven. */
const STEPS = `
  step              | due        | overdue
  ------------------|------------|--------
  FEEDBACK_MEETING  | -          | no
  PARTY_GROUP_STUDY | -          | no
  LEADING_GROUP     | -          | no
  PLAN_REVIEW       | 2026-07-18 | yes
  DEMOCRATIC_LIFE   | -          | no
  CONCENTRATED      | 2026-12-18 | no
  FINAL_REPORT      | 2027-01-18 | no
  PUBLICATION       | -          | no
  ASSESSMENT        | -          | no
`;

describe('the steps of an inspection', () => {
  test('by default: their order, due days and what is late', () => {
    const seen = stepsOf(DEFAULT_STEPS, DATES, [], TODAY).map(({ code, dueOn, overdue }) => [code, dueOn, overdue]);
    expect(seen).toEqual(
      readTable(STEPS).map((line) => [
        cell(line, 'step'),
        cell(line, 'due') === '-' ? null : cell(line, 'due'),
        cell(line, 'overdue') === 'yes',
      ]),
    );
    expect(DEFAULT_STEPS.map((one) => one.code)).toEqual([...PRESCRIBED_STEPS]);
  });

  test('what is done is not late; what is prescribed no longer, but was done, stays', () => {
    const records = [{ code: 'PLAN_REVIEW' as const }, { code: 'PUBLICATION' as const }];
    const steps = stepsOf([{ code: 'PLAN_REVIEW', offset: 'plan' }], DATES, records, TODAY);
    expect(steps).toEqual([
      { code: 'PLAN_REVIEW', offset: 'plan', dueOn: '2026-07-18', overdue: false, record: records[0] },
      { code: 'PUBLICATION', offset: null, dueOn: null, overdue: false, record: records[1] },
    ]);
  });

  test('due on the day itself is not late yet', () => {
    const [step] = stepsOf([{ code: 'PLAN_REVIEW', offset: 'plan' }], DATES, [], '2026-07-18');
    expect(step?.overdue).toBe(false);
  });

  test('without a feedback nothing is due', () => {
    expect(stepsOf(DEFAULT_STEPS, [], [], TODAY).every((one) => one.dueOn === null && !one.overdue)).toBe(true);
  });
});

describe('the setting', () => {
  test('replaces the list of the base; an offset may be left out', () => {
    expect(readSteps([{ code: 'PUBLICATION' }, { code: 'PLAN_REVIEW', offset: 'plan' }], DEFAULT_STEPS)).toEqual([
      { code: 'PUBLICATION', offset: null },
      { code: 'PLAN_REVIEW', offset: 'plan' },
    ]);
    expect(readSteps(undefined, DEFAULT_STEPS)).toBe(DEFAULT_STEPS);
    expect(readSettings({ steps: [] }).steps).toEqual([]);
  });

  test.each([
    ['no list', 'x'],
    ['no object', ['PLAN_REVIEW']],
    ['an unknown step', [{ code: 'LUNCH' }]],
    ['no code', [{ offset: 'plan' }]],
    ['an unknown offset', [{ code: 'PLAN_REVIEW', offset: 'someday' }]],
    ['another key', [{ code: 'PLAN_REVIEW', days: 3 }]],
    ['a step twice', [{ code: 'PLAN_REVIEW' }, { code: 'PLAN_REVIEW' }]],
  ])('%s is refused', (_name, steps) => {
    expect(() => readSettings({ steps })).toThrow();
  });
});

describe('when a step was done', () => {
  const at = (on: string | null, to: string | null = null, text: string | null = null) =>
    readStepDate({ on, to, text, precision: null }, TODAY);

  test('to the day, as a period, or in the words that are known', () => {
    expect(at('2026-06-18')).toMatchObject({ on: '2026-06-18', precision: 'DAY' });
    expect(at('2026-06-18', '2026-11-22')).toMatchObject({ precision: 'RANGE' });
    expect(at(null, null, '2026年6月中旬')).toMatchObject({ precision: 'NONE', text: '2026年6月中旬' });
  });

  test.each([
    ['tomorrow', '2026-11-23', null],
    ['a period that ends tomorrow', '2026-06-18', '2026-11-23'],
    ['nothing', null, null],
    ['a period that runs backwards', '2026-06-18', '2026-06-17'],
  ])('%s is refused', (_name, on, to) => {
    expect(() => at(on, to)).toThrow();
  });
});
