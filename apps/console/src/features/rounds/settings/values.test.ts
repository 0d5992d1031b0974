import { ACTION_KINDS, OFFSET_CODES } from '@closeout/domain/vocabulary';
import { expect, it } from 'vitest';
import { settingsProblem, settingsToStore, valuesOf, type InForce } from './values.ts';

const level = (code: 'GREEN' | 'YELLOW' | 'RED', daysLeft: number) =>
  ({ code, daysLeft, name: null, colour: code, recipients: ['HANDLER'], graceDays: 0 }) as const;
const base: InForce = {
  offsets: Object.fromEntries(OFFSET_CODES.map((key) => [key, { amount: 6, unit: 'MONTH' }])) as InForce['offsets'],
  warnings: [level('GREEN', 20), level('YELLOW', 10), level('RED', -1)],
  chain: { clerkCheck: false, departmentHead: true, leader: true, office: false, officeReviewers: [] },
  noticeReply: { amount: 10, unit: 'WORKING_DAY' },
  sight: { maxDays: 30 },
  extension: { cap: 2, approver: 'SECRETARY', maxDays: null },
  completedResults: ['COMPLETED'],
  resultWords: {},
  evidence: Object.fromEntries(
    ACTION_KINDS.map((kind) => [kind, { kinds: [], pieces: 1 }]),
  ) as unknown as InForce['evidence'],
  steps: [{ code: 'PLAN_REVIEW', offset: 'plan' }],
};
const values = valuesOf(base);
const three = { amount: 3, unit: 'MONTH' } as const;

it('stores what differs from the base, member by member', () => {
  expect(
    settingsToStore(base, {
      ...values,
      chain: { ...values.chain, clerkCheck: true },
      offsets: { ...values.offsets, concentrated: three },
      extension: { ...values.extension, limited: true, maxDays: 90 },
      resultWords: { COMPLETED: '已完成整改', ONGOING: ' ' },
      evidence: { ...values.evidence, RULES: { kinds: ['DOCUMENT'], pieces: 1 } },
      steps: [{ code: 'PLAN_REVIEW', offset: null }],
      noticeReply: three,
      sight: { maxDays: 14 },
    }),
  ).toEqual({
    offsets: { concentrated: three },
    chain: { clerkCheck: true },
    noticeReply: three,
    sight: { maxDays: 14 },
    extension: { maxDays: 90 },
    resultWords: { COMPLETED: '已完成整改' },
    evidence: { RULES: { kinds: ['DOCUMENT'], pieces: 1 } },
    steps: [{ code: 'PLAN_REVIEW', offset: null }],
  });
});

it('a value set back to the base is stored no more and follows the base again', () => {
  expect(settingsToStore(base, values)).toEqual({});
});

it('a limit that is switched off again is none, whatever number stood in it', () => {
  const off = { ...values.extension, limited: false, maxDays: 90 };
  expect(settingsToStore(base, { ...values, extension: off })).toEqual({});
});

it.each([
  [
    'a date without its number',
    { offsets: { ...values.offsets, immediate: { amount: null, unit: 'DAY' as const } } },
    'empty',
  ],
  ['a limit switched on and empty', { extension: { ...values.extension, limited: true } }, 'empty'],
  ['a second warning before the first', { warnings: [level('GREEN', 20), level('YELLOW', 20)] }, 'order'],
  ['a warning to nobody', { warnings: [{ ...level('GREEN', 20), recipients: [] }] }, 'recipients'],
  ['nothing that counts', { completedResults: [] }, 'results'],
  ['no warnings at all', { warnings: [] }, null],
  ['nothing wrong', {}, null],
])('says what is wrong before the server has to: %s', (_case, change, problem) => {
  expect(settingsProblem({ ...values, ...change })).toBe(problem);
});
