import { describe, expect, test } from 'vitest';
import { refusalOf } from '../test/refusal.ts';
import { demandOrdinal, demandText } from './text.ts';

describe('a text that may be kept', () => {
  test.each([
    ['plain words', '民主生活会'],
    ['a character beyond the first plane', '𠮷林省'],
    ['a line break and a tab', '一\n\t二'],
    ['exactly the limit', 'x'.repeat(20)],
  ])('%s', (_what, text) => {
    expect(demandText(text, 'title', 20)).toBe(text);
  });

  test.each([
    ['a null character', 'a\u0000b', 'input.characters'],
    ['a bell', 'a\u0007', 'input.characters'],
    ['the first half of a character', 'a\uD842', 'input.characters'],
    ['the second half of a character', '\uDFB7a', 'input.characters'],
    ['one character too many', 'x'.repeat(21), 'input.length'],
  ])('is refused: %s', (_what, text, rule) => {
    expect(refusalOf(() => demandText(text, 'title', 20))).toBe(rule);
  });
});

test.each([
  [1, null],
  [9999, null],
  [null, null],
  [0, 'input.ordinal'],
  [-1, 'input.ordinal'],
  [10_000, 'input.ordinal'],
])('the place %s: %s', (ordinal, rule) => {
  const ask = () => demandOrdinal(ordinal, 'ordinal');
  if (rule === null) expect(ask()).toBe(ordinal);
  else expect(refusalOf(ask)).toBe(rule);
});
