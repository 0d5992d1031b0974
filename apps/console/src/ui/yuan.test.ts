import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupedYuan } from '../format.ts';
import { parseYuan } from './yuan.ts';

describe('parseYuan', () => {
  it.each([
    ['16000', '1600000'],
    ['16,000.00', '1600000'],
    ['¥16,000', '1600000'],
    ['16000元', '1600000'],
    ['16000元整', '1600000'],
    ['人民币 8294 元', '829400'],
    ['1.6万', '1600000'],
    ['1.6万元', '1600000'],
    ['1.5亿元', '15000000000'],
    ['4.32', '432'],
    ['0.5', '50'],
    ['０．５', '50'],
    ['721.430', '72143'],
    ['90071992547409.91', '9007199254740991'],
  ])('reads %s as %s fen', (text, fen) => {
    expect(parseYuan(text)).toEqual({ fen });
  });

  it.each([
    ['人均721.43', 'notANumber'],
    ['16,00', 'notANumber'],
    ['1.2.3', 'notANumber'],
    ['', 'notANumber'],
    ['1e5', 'notANumber'],
    ['-5', 'negative'],
    ['0.001', 'tooFine'],
    ['1.23456789万', 'tooFine'],
    ['99999999999999999', 'tooLarge'],
  ])('refuses %s: %s', (text, problem) => {
    expect(parseYuan(text)).toEqual({ problem });
  });

  it('reads back every amount it sets, to the fen', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), (fen) => {
        expect(parseYuan(groupedYuan(fen))).toEqual({ fen: fen.toString() });
      }),
    );
  });
});
