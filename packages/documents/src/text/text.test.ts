import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { fenToYuan, parseAmount, unitNamedIn } from './amounts.ts';
import type { MoneyUnit } from './amounts.ts';
import { parseDate, parseDeadline } from './dates.ts';
import { splitEnumeration } from './enumerations.ts';

describe('parseAmount', () => {
  it.each<[string, MoneyUnit | null, number | null]>([
    ['16000', null, 1_600_000],
    ['1.6', '万元', 1_600_000],
    ['1.6万元', '元', 1_600_000],
    ['１．６万', null, 1_600_000],
    ['￥8,294.00', null, 829_400],
    ['约1.5万元', null, 1_500_000],
    ['4.32元', null, 432],
    ['0.000001', '亿元', 10_000],
    ['1.5亿元', null, 15_000_000_000],
    ['违规发放津补贴8294元', null, 829_400],
    ['3036832', '分', 3_036_832],
    ['0', '万元', 0],
    ['无', '元', null],
    ['——', '元', null],
    ['不涉及', null, null],
    ['', null, null],
  ])('%j in %s is %s fen', (text, unit, fen) => expect(parseAmount(text, unit)).toMatchObject({ ok: true, fen }));

  it.each([
    ['若干', 'AMOUNT_NOT_UNDERSTOOD'],
    ['1.6万元、8294元', 'AMOUNT_SEVERAL'],
    ['人均721.43元', 'AMOUNT_SEVERAL'],
    ['-5', 'AMOUNT_NEGATIVE'],
    ['0.005', 'AMOUNT_NOT_WHOLE_FEN'],
    ['99999999999亿元', 'AMOUNT_TOO_LARGE'],
  ])('%j is refused: %s', (text, code) => expect(parseAmount(text, null)).toEqual({ ok: false, code }));

  it('is exact for every sum, in 元 and in 万元', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_007_199_254_740_991 }), (fen) => {
        expect(parseAmount(fenToYuan(fen), '元')).toMatchObject({ fen });
        const digits = String(fen).padStart(7, '0');
        expect(parseAmount(`${digits.slice(0, -6)}.${digits.slice(-6)}万元`, null)).toMatchObject({ fen });
      }),
    );
  });

  it.each([
    ['涉及金额（万元）', '万元'],
    ['单位：元', '元'],
    ['填报单位：市科协 单位：万元', '万元'],
    ['金额(亿元)', '亿元'],
    ['填报单位：市科协', null],
    ['填报单位：元江市科协', null],
  ])('%j names the unit %s', (text, unit) => expect(unitNamedIn(text)).toBe(unit));
});

describe('parseDeadline', () => {
  it.each([
    ['2024.6.30', '2024-06-30', 'DATE'],
    ['2024-06-30', '2024-06-30', 'DATE'],
    ['2024/6/30', '2024-06-30', 'DATE'],
    ['20240630', '2024-06-30', 'DATE'],
    ['２０２４年６月３０日前', '2024-06-30', 'DATE'],
    ['2024年6月底', '2024-06-30', 'DATE'],
    ['2024年6月底前完成', '2024-06-30', 'DATE'],
    ['2024年2月', '2024-02-29', 'DATE'],
    ['2024.6', '2024-06-30', 'DATE'],
    ['2024年6月上旬', '2024-06-10', 'DATE'],
    ['2024年6月中旬', '2024-06-20', 'DATE'],
    ['2024年12月下旬', '2024-12-31', 'DATE'],
    ['2024年底', '2024-12-31', 'DATE'],
    ['2024年年底前', '2024-12-31', 'DATE'],
    ['2024年', '2024-12-31', 'DATE'],
    ['2024年上半年', '2024-06-30', 'DATE'],
    ['2024年第三季度', '2024-09-30', 'DATE'],
    ['2024年3月至6月', '2024-06-30', 'DATE'],
    ['2024.3.1-2024.6.30', '2024-06-30', 'DATE'],
    ['2024年1月开始，年底前完成', '2024-12-31', 'DATE'],
    ['2024年底前，并长期坚持', '2024-12-31', 'ONGOING'],
    ['长期坚持', null, 'ONGOING'],
    ['立行立改', null, 'IMMEDIATE'],
    ['立行立改，2024年3月底前', '2024-03-31', 'IMMEDIATE'],
    ['', null, null],
  ])('%j is %s, %s', (text, date, kind) => expect(parseDeadline(text)).toEqual({ date, kind, issue: null }));

  it.each([
    ['6月底', 'DATE_WITHOUT_YEAR'],
    ['2024.2.30', 'DATE_INVALID'],
    ['2023年13月1日', 'DATE_INVALID'],
    ['收到反馈后尽快', 'DATE_NOT_UNDERSTOOD'],
  ])('%j: %s', (text, issue) => expect(parseDate(text)).toEqual({ date: null, issue }));
});

describe('splitEnumeration', () => {
  it.each([
    ['1.清退补贴。2.完善制度。', ['清退补贴。', '完善制度。']],
    ['1、甲\n2、乙\n3、丙', ['甲', '乙', '丙']],
    ['一是学习；二是研讨；三是落实。', ['学习；', '研讨；', '落实。']],
    ['（1）甲（2）乙', ['（1）甲（2）乙']],
    ['（1）甲；（2）乙', ['甲；', '乙']],
    ['①甲；②乙', ['甲；', '乙']],
    ['1.甲：（1）子；（2）丑。2.乙', ['甲：（1）子；（2）丑。', '乙']],
    ['采取以下措施：1.甲。2.乙。', ['采取以下措施：甲。', '乙。']],
    ['党组高度重视并专题研究部署整改。1.甲。2.乙。', ['党组高度重视并专题研究部署整改。', '甲。', '乙。']],
    ['清退1.6万元，2.5万元另议', ['清退1.6万元，2.5万元另议']],
    ['一是一，二是二', ['一，', '二']],
    ['1.只有一条', ['1.只有一条']],
    ['  ', []],
  ])('%j → %j', (text, parts) => expect(splitEnumeration(text)).toEqual(parts));

  it('loses nothing but the markers and the spaces around them', () => {
    const part = fc.stringMatching(/^[甲乙丙丁戊己]{1,9}[。；]$/);
    fc.assert(
      fc.property(fc.array(part, { minLength: 2, maxLength: 12 }), (parts) => {
        expect(splitEnumeration(parts.map((text, i) => `${i + 1}.${text}`).join(''))).toEqual(parts);
        expect(splitEnumeration(parts.map((text, i) => `（${i + 1}）${text}\n`).join(''))).toEqual(parts);
      }),
    );
  });
});
