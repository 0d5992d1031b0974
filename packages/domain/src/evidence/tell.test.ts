import { describe, expect, test } from 'vitest';
import { sumInProse, tellAction, type ToldPiece } from './tell.ts';

const NONE: Omit<ToldPiece, 'kind' | 'title'> = {
  on: null,
  dateText: null,
  documentNumber: null,
  documentChange: null,
  isDraft: false,
  talkType: null,
  occurrences: null,
  headcount: null,
  checked: null,
  corrected: null,
  payments: [],
};
const piece = (kind: ToldPiece['kind'], title: string, more: Partial<ToldPiece> = {}): ToldPiece => ({
  ...NONE,
  kind,
  title,
  ...more,
});
const told = (...pieces: ToldPiece[]): string =>
  tellAction(pieces)
    .map(({ text, live }) => (live ? `[${text}]` : text))
    .join('');

// prettier-ignore
const ROWS: [string, ToldPiece[], string][] = [
  ['nothing', [], ''],
  ['a file alone is no deed', [piece('FILE', '签到簿')], ''],
  ['a meeting', [piece('MEETING', '党组会研究值班补助清退', { on: '2024-01-08' })], '[2024年1月8日]召开党组会研究值班补助清退。'],
  ['a meeting named by its subject', [piece('MEETING', '研究值班补助', { on: '2024-01-08' })], '[2024年1月8日]召开会议，研究值班补助。'],
  ['a day known by words only', [piece('MEETING', '党组会', { dateText: '2023年10月中旬' })], '[2023年10月中旬]召开党组会。'],
  ['a day that nobody knows', [piece('MEETING', '党组会')], '召开党组会。'],
  ['a new document', [piece('DOCUMENT', '报销办法', { on: '2024-06-18', documentNumber: '侨青发〔2024〕7号', documentChange: 'NEW' })], '[2024年6月18日]制定印发《报销办法》（[侨青发〔2024〕7号]）。'],
  ['a revised one, quoted already', [piece('DOCUMENT', '《报销办法》', { documentChange: 'REVISED' })], '修订印发《报销办法》。'],
  ['a draft is not issued', [piece('DOCUMENT', '报销办法', { isDraft: true, documentChange: 'NEW' })], '起草《报销办法》。'],
  ['talks by kind, never by name', [piece('TALK', '与某某谈话', { talkType: 'REMINDER', occurrences: 1 }), piece('TALK', '与另一人谈话', { talkType: 'REMINDER', occurrences: 2 })], '开展提醒谈话[3人次]。'],
  ['talks whose number is unknown are not counted', [piece('TALK', 'x', { talkType: 'REMINDER', occurrences: 1 }), piece('TALK', 'x', { talkType: 'REMINDER' })], '开展提醒谈话。'],
  ['举一反三', [piece('LATERAL_REVIEW', '排查值班补助', { checked: 12, corrected: 10 })], '举一反三：排查值班补助，排查[12处]，整改[10处]。'],
  ['a training with its people', [piece('TRAINING', '财务制度', { on: '2024-02-01', headcount: 40 })], '[2024年2月1日]开展培训：财务制度，[40人]。'],
  ['measures of money apart', [piece('REFUND', 'x', { payments: [{ kind: 'REFUND', fen: 360_000n }, { kind: 'TREASURY', fen: 5_000_000n }] }), piece('REFUND', 'y', { payments: [{ kind: 'REFUND', fen: 40_000n }] })], '清退[4000元]；上缴财政[5.00万元]。'],
  ['in the order of reports, by day', [piece('REFUND', 'x', { payments: [{ kind: 'REFUND', fen: 100n }] }), piece('MEETING', '第二次党组会', { on: '2024-02-01' }), piece('MEETING', '第一次党组会', { on: '2024-01-01' })], '[2024年1月1日]召开第一次党组会；[2024年2月1日]召开第二次党组会；清退[1元]。'],
];

test.each(ROWS)('%s', (_case, pieces, words) => {
  expect(told(...pieces)).toBe(words);
});

describe('sums in prose', () => {
  test.each([
    [0n, '0元'],
    [1n, '0.01元'],
    [829_400n, '8294元'],
    [999_999n, '9999.99元'],
    [1_000_000n, '1.00万元'],
    [1_529_450n, '15294.50元'],
    [1_500_000n, '1.50万元'],
    [1_515_000n, '1.515万元'],
    [66_570_000n, '66.57万元'],
    [10_700_000n, '10.70万元'],
    [10_700_100n, '10.7001万元'],
  ])('%d fen are %s', (fen, words) => {
    expect(sumInProse(fen)).toBe(words);
  });
});
