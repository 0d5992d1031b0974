import { expect, test } from 'vitest';
import { likelyKind, likeness, suggestRepeats } from './repeat.ts';

const RECEPTION = '公务接待管理不严，个别接待无公函、无清单。';

test('the same words are wholly alike, other words not at all; punctuation and figures do not count', () => {
  expect(likeness(RECEPTION, RECEPTION)).toBe(1);
  expect(likeness(RECEPTION, '党费收缴不及时')).toBe(0);
  expect(likeness('接待费3.2万元', '接待费，9万元！')).toBe(1);
  expect(likeness('', RECEPTION)).toBe(0);
});

test('the likest come first, what has little in common is left out, and not more than asked for', () => {
  const among = [
    { id: 'dues', text: '党费收缴不及时，组织生活不规范。' },
    { id: 'reception', text: '公务接待无公函，接待清单不全。' },
    { id: 'same', text: RECEPTION },
  ];
  expect(suggestRepeats(RECEPTION, among).map((one) => one.id)).toEqual(['same', 'reception']);
  expect(suggestRepeats(RECEPTION, among, 1).map((one) => one.id)).toEqual(['same']);
});

test.each([
  [false, null, 'ACROSS_ROUNDS'],
  [false, '2024-01-01', 'ACROSS_ROUNDS'],
  [true, null, 'WITHIN_CYCLE'],
  [true, '2026-05-01', 'RELAPSE'],
] as const)('same round %s, closed on %s: %s', (sameRound, closedOn, kind) => {
  expect(likelyKind(sameRound, closedOn)).toBe(kind);
});
