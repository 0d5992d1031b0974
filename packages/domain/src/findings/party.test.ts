import { describe, expect, test } from 'vitest';
import { cell, readTable } from '../../test/tables.ts';
import { mayBeSame, spellingsOf } from './party.ts';

const NAMES = `
  one                     | other                    | may be the same
  ------------------------|--------------------------|----------------
  甲乙中药饮片有限公司       | 甲乙中药饮品有限公司        | yes
  甲乙中药饮片有限公司       | 甲乙中药饮片有限公司        | no
  甲乙中药饮片有限公司       | 甲乙中药饮片有限责任公司     | yes
  甲乙（示例）科技有限公司    | 甲乙(示例)科技 有限公司     | yes
  ＡＢＣ科技公司            | abc科技公司               | yes
  甲乙丙丁科技有限公司       | 甲乙丙科技有限公司          | yes
  甲乙科技有限公司          | 丙丁科技有限公司            | no
  第一食品厂               | 第二食品厂                 | yes
  甲食品厂                 | 乙食品厂                  | no
  甲公司                   | 乙公司                    | no
`;

describe('two spellings of one company', () => {
  test.each(readTable(NAMES).map((line) => [cell(line, 'one'), cell(line, 'other'), cell(line, 'may be the same')]))(
    '%s and %s: %s',
    (one, other, answer) => {
      expect(mayBeSame(one!, other!) ? 'yes' : 'no').toBe(answer);
      expect(mayBeSame(other!, one!)).toBe(mayBeSame(one!, other!));
    },
  );
});

describe('the pairs of a finding', () => {
  const company = (name: string) => ({ kind: 'COMPANY' as const, name });
  const person = (name: string) => ({ kind: 'PERSON' as const, name });

  test('each pair once: own ones among themselves, and with others of the body', () => {
    const own = [company('甲乙中药饮片有限公司'), company('甲乙中药饮品有限公司'), company('丙丁科技有限公司')];
    const others = [company('丙丁科枝有限公司'), company('甲乙中药饮片有限公司'), company('戊己')];
    expect(spellingsOf(own, others)).toEqual([
      ['甲乙中药饮片有限公司', '甲乙中药饮品有限公司'],
      ['丙丁科技有限公司', '丙丁科枝有限公司'],
    ]);
  });

  test('persons are never compared', () => {
    expect(spellingsOf([person('欧阳甲乙丙')], [person('欧阳甲乙丁')])).toEqual([]);
  });
});
