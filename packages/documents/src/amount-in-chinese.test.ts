import { expect, it } from 'vitest';
import fc from 'fast-check';
import { amountInChinese } from './amount-in-chinese.ts';

it.each([
  // the payment rules' own examples (first form where they allow two)
  [140950, '壹仟肆佰零玖元伍角整'],
  [600714, '陆仟零柒元壹角肆分'],
  [168032, '壹仟陆佰捌拾元零叁角贰分'],
  [10700053, '壹拾万柒仟元零伍角叁分'],
  [1640902, '壹万陆仟肆佰零玖元零贰分'],
  [32504, '叁佰贰拾伍元零肆分'],
  // zeros in every place
  [0, '零元整'],
  [5, '伍分'],
  [50, '伍角整'],
  [100, '壹元整'],
  [101, '壹元零壹分'],
  [1000, '壹拾元整'],
  [1005, '壹拾元零伍分'],
  [10001000, '壹拾万零壹拾元整'],
  [100050000, '壹佰万零伍佰元整'],
  [105000000, '壹佰零伍万元整'],
  [1000000700, '壹仟万零柒元整'],
  [10000000700, '壹亿零柒元整'],
  [10000700000, '壹亿零柒仟元整'],
  [10070000000, '壹亿零柒拾万元整'],
  [17000000000, '壹亿柒仟万元整'],
  [829400, '捌仟贰佰玖拾肆元整'],
  [1515003, '壹万伍仟壹佰伍拾元零叁分'],
  [432, '肆元叁角贰分'],
  [-120000, '负壹仟贰佰元整'],
  [100000000000000n, '壹万亿元整'],
  [120034005600789n, '壹万贰仟零叁亿肆仟零伍万陆仟零柒元捌角玖分'],
])('%s fen is %s', (fen, words) => expect(amountInChinese(fen)).toBe(words));

it('refuses parts of a fen and sums beyond its words', () => {
  expect(() => amountInChinese(0.5)).toThrow(RangeError);
  expect(() => amountInChinese(10n ** 18n)).toThrow(RangeError);
});

/** Reads the words back by their meaning alone. */
function valueOf(words: string): bigint {
  const [whole = '', rest = ''] = words.includes('元') ? words.split('元') : ['', words];
  const section = (text: string): bigint => {
    let sum = 0n;
    let digit = 0n;
    for (const character of text) {
      const value = '零壹贰叁肆伍陆柒捌玖'.indexOf(character);
      if (value >= 0) digit = BigInt(value);
      else {
        sum += digit * 10n ** BigInt('拾佰仟'.indexOf(character) + 1);
        digit = 0n;
      }
    }
    return sum + digit;
  };
  const scaled = (text: string): bigint => {
    for (const [unit, size] of [
      ['亿', 100_000_000n],
      ['万', 10_000n],
    ] as const) {
      const at = text.lastIndexOf(unit);
      if (at >= 0) return scaled(text.slice(0, at)) * size + scaled(text.slice(at + 1));
    }
    return section(text);
  };
  const place = (unit: string): bigint =>
    BigInt('零壹贰叁肆伍陆柒捌玖'.indexOf(new RegExp(`(.)${unit}`).exec(rest)?.[1] ?? '零'));
  return scaled(whole) * 100n + place('角') * 10n + place('分');
}

it('can be read back for any sum, never doubles 零, and ends in 整 unless it ends in 分', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 10n ** 18n - 1n }), (fen) => {
      const words = amountInChinese(fen);
      expect(valueOf(words)).toBe(fen);
      expect(words).not.toMatch(/零零|零[万亿元角分]|^零/);
      expect(words.endsWith('整')).toBe(fen % 10n === 0n);
    }),
    { numRuns: 2_000 },
  );
});
