import { expect, it } from 'vitest';
import { settingsProblem, settingsToStore, valuesOf } from './settings.ts';

const inForce = {
  concentratedMonths: 6,
  immediateDays: 30,
  warnings: [
    { code: 'GREEN', daysLeft: 20 },
    { code: 'YELLOW', daysLeft: 10 },
    { code: 'RED', daysLeft: -7 },
  ],
  chain: { clerkCheck: false, departmentHead: true, leader: true },
  resultWords: { COMPLETED: '已完成整改' },
};

it('shows what is in force', () => {
  expect(valuesOf(inForce)).toMatchObject({ concentratedMonths: 6, green: 20, yellow: 10, clerkCheck: false });
});

it('stores the form over the present settings and keeps what it does not show', () => {
  const stored = { resultWords: { COMPLETED: '已完成整改' } };
  expect(settingsToStore(stored, inForce, { ...valuesOf(inForce), clerkCheck: true, green: 25 })).toEqual({
    resultWords: { COMPLETED: '已完成整改' },
    concentratedMonths: 6,
    immediateDays: 30,
    warnings: [
      { code: 'GREEN', daysLeft: 25 },
      { code: 'YELLOW', daysLeft: 10 },
      { code: 'RED', daysLeft: -7 },
    ],
    chain: { clerkCheck: true, departmentHead: true, leader: true },
  });
});

it('says what is wrong before the server has to', () => {
  expect(settingsProblem({ ...valuesOf(inForce), immediateDays: null })).toBe('empty');
  expect(settingsProblem({ ...valuesOf(inForce), yellow: 20 })).toBe('order');
  expect(settingsProblem(valuesOf(inForce))).toBeNull();
});
