import { readSettings } from '@closeout/domain/rounds/settings';
import { expect, it } from 'vitest';
import { settingsProblem, storedSettings, valuesOf } from './settings.ts';

it('shows the defaults where nothing is stored', () => {
  expect(valuesOf({})).toMatchObject({ concentratedMonths: 6, immediateDays: 30, green: 20, yellow: 10, leader: true });
});

it('keeps what the form does not show, and what it sends the server can read', () => {
  const stored = {
    resultWords: { COMPLETED: '已完成整改' },
    warnings: [
      { code: 'GREEN', daysLeft: 15 },
      { code: 'YELLOW', daysLeft: 5 },
      { code: 'RED', daysLeft: -7 },
    ],
  };
  const next = readSettings(storedSettings(stored, { ...valuesOf(stored), clerkCheck: true, green: 30 }));
  expect(next.resultWords).toEqual({ COMPLETED: '已完成整改' });
  expect(next.chain).toEqual({ clerkCheck: true, departmentHead: true, leader: true });
  expect(next.warnings).toEqual([
    { code: 'GREEN', daysLeft: 30 },
    { code: 'YELLOW', daysLeft: 5 },
    { code: 'RED', daysLeft: -7 },
  ]);
});

it('says what is wrong before the server has to', () => {
  expect(settingsProblem({ ...valuesOf({}), immediateDays: null })).toBe('empty');
  expect(settingsProblem({ ...valuesOf({}), yellow: 20 })).toBe('order');
  expect(settingsProblem(valuesOf({}))).toBeNull();
});
