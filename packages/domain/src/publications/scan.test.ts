import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SCANNED } from '../../test/scan.table.ts';
import { cell, readTable, words } from '../../test/tables.ts';
import { isIdNumber, passesLuhn } from './numbers.ts';
import { hitsOf, publicTextOf, type Passage } from './passages.ts';
import { scanText, type ScanSettings } from './scan.ts';
import { HIT_KINDS } from './words.ts';

const SETTINGS: ScanSettings = {
  directory: [
    { name: '陈玉玚', post: '党组书记' },
    { name: '李伟', post: '办公室主任' },
    { name: '欧阳春晖' },
    { name: '买买提·吐尔逊' },
  ],
};
const passage = (internal: string): Passage => ({
  key: 'opening/1',
  role: 'TEXT',
  number: null,
  internal,
  decision: 'KEEP',
  ground: null,
  replacement: null,
});
const masked = (text: string): string | null => publicTextOf(passage(text), hitsOf(passage(text), [], SETTINGS));

describe('what is found and how it is masked', () => {
  const lines = readTable(SCANNED);

  test.each(lines.map((line) => [cell(line, 'sentence'), line] as const))('%s', (sentence, line) => {
    expect(scanText(sentence, SETTINGS).map(({ kind }) => kind)).toEqual(words(cell(line, 'kinds')));
    expect(masked(sentence)).toBe(cell(line, 'masked'));
  });

  test('the table has enough lines, every kind, and near misses', () => {
    expect(lines.length).toBeGreaterThanOrEqual(60);
    expect(lines.filter((line) => cell(line, 'kinds') === '-').length).toBeGreaterThanOrEqual(25);
    expect(new Set(lines.flatMap((line) => words(cell(line, 'kinds'))))).toEqual(new Set(HIT_KINDS));
  });

  test('what is masked holds nothing to find', () => {
    for (const line of lines) expect(scanText(cell(line, 'masked'), SETTINGS), cell(line, 'masked')).toEqual([]);
  });
});

describe('a hit', () => {
  test('says where it is in the text as it is written, and offers the post', () => {
    const text = '经研究，由李　伟牵头。';
    const [hit] = scanText(text, SETTINGS);
    expect(hit).toMatchObject({ text: '李　伟', subject: '李伟', suggestions: ['李某', '办公室主任'] });
    expect(text.slice(hit!.start, hit!.end)).toBe('李　伟');
  });

  test('is not the body’s own contact', () => {
    const text = '电话0999-4225555，地址：云浦市解放路12号。';
    const contact = { phone: '0999 4225555', address: '云浦市解放路12号' };
    expect(scanText(text, { ...SETTINGS, contact })).toEqual([]);
    expect(scanText(text, { ...SETTINGS, contact: { phone: '0999-4225556', address: null } })).toHaveLength(2);
  });

  test('a directory without names finds none', () => {
    expect(scanText('陈玉玚', { directory: [] })).toEqual([]);
  });
});

/** An identity number of a made-up person, its check digit reckoned here another way than in the scanner. */
const idNumber = fc
  .record({
    region: fc.constantFrom('110105', '440524', '650102', '820000'),
    day: fc.date({ min: new Date('1930-01-01'), max: new Date('2020-12-31'), noInvalidDate: true }),
    order: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ region, day, order }) => {
    const front = `${region}${day.toISOString().slice(0, 10).replaceAll('-', '')}${String(order).padStart(3, '0')}`;
    // ISO 7064 MOD 11-2, digit by digit.
    const rest = [...front].reduce((sum, digit) => ((sum + Number(digit)) * 2) % 11, 0);
    const check = (12 - rest) % 11;
    return `${front}${check === 10 ? 'X' : check}`;
  });
const wide = (text: string): string =>
  text.replace(/[0-9X]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
/** The same number as people write it: gaps anywhere, full-width digits. */
const written = (number: string): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom('', '', '', ' ', '-', '\u3000', '－'), {
      minLength: number.length,
      maxLength: number.length,
    })
    .chain((gaps) =>
      fc.boolean().map((full) => {
        const digits = full ? wide(number) : number;
        return [...digits].map((digit, at) => (at === 0 ? digit : gaps[at]! + digit)).join('');
      }),
    );

describe('numbers by their check digits', () => {
  test('every right identity number is found however it is written; one digit off is none', () => {
    fc.assert(
      fc.property(
        idNumber.chain((id) => fc.tuple(fc.constant(id), written(id))),
        ([id, text]) => {
          expect(isIdNumber(id)).toBe(true);
          expect(scanText(`证号${text}。`, SETTINGS).map(({ kind }) => kind)).toEqual(['ID_NUMBER']);
          const off = id.slice(0, 16) + String((Number(id[16]) + 1) % 10) + id.slice(17);
          expect(isIdNumber(off)).toBe(false);
        },
      ),
    );
  });

  test('Luhn tells every single wrong digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 18 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const right = '6222021234567890128';
        const wrong = right.slice(0, at) + String((Number(right[at]) + by) % 10) + right.slice(at + 1);
        expect([passesLuhn(right), passesLuhn(wrong)]).toEqual([true, false]);
      }),
    );
  });
});
