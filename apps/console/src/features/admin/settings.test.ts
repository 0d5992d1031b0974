import { expect, it } from 'vitest';
import { OFFSETS, settingsProblem, settingsToStore, valuesOf, type InForce } from './settings.ts';

const base: InForce = {
  offsets: Object.fromEntries(OFFSETS.map((key) => [key, { amount: 6, unit: 'MONTH' }])) as InForce['offsets'],
  warnings: [
    { code: 'GREEN', daysLeft: 20 },
    { code: 'YELLOW', daysLeft: 10 },
    { code: 'RED', daysLeft: -7 },
  ],
  chain: { clerkCheck: false, departmentHead: true, leader: true },
  extension: { cap: 2, approver: 'SECRETARY', maxDays: null },
  completedResults: ['COMPLETED'],
};
const three = { amount: 3, unit: 'MONTH' } as const;

it('shows what is in force', () => {
  expect(valuesOf(base)).toMatchObject({ green: 20, yellow: 10, clerkCheck: false, extensionCap: 2 });
});

it('stores what differs from the base and keeps what it does not show', () => {
  const stored = { resultWords: { COMPLETED: '已完成整改' }, concentratedMonths: 6 };
  const values = valuesOf(base);
  expect(
    settingsToStore(stored, base, base, {
      ...values,
      clerkCheck: true,
      green: 25,
      offsets: { ...values.offsets, concentrated: three },
    }),
  ).toEqual({
    resultWords: { COMPLETED: '已完成整改' },
    offsets: { concentrated: three },
    warnings: [
      { code: 'GREEN', daysLeft: 25 },
      { code: 'YELLOW', daysLeft: 10 },
      { code: 'RED', daysLeft: -7 },
    ],
    chain: { clerkCheck: true, departmentHead: true, leader: true },
  });
});

it('a value set back to the base is stored no more and follows the base again', () => {
  const stored = { offsets: { concentrated: three }, chain: { leader: false } };
  expect(settingsToStore(stored, base, base, valuesOf(base))).toEqual({});
});

it('says what is wrong before the server has to', () => {
  const values = valuesOf(base);
  const empty = { ...values.offsets, immediate: { amount: null, unit: 'DAY' as const } };
  expect(settingsProblem({ ...values, offsets: empty })).toBe('empty');
  expect(settingsProblem({ ...values, yellow: 20 })).toBe('order');
  expect(settingsProblem({ ...values, completedResults: [] })).toBe('results');
  expect(settingsProblem(values)).toBeNull();
});
