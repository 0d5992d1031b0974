import type { ParsedFinding, ParsedReport, Span } from '@closeout/report/types';
import { expect, it } from 'vitest';
import { cutPlaces } from './cut-places.ts';
import { reportCounts, statedCounts, statedFindings } from './counts.ts';
import { sourceLines } from './source-lines.ts';
import { marksOf, piecesOf, placesOf } from './source-marks.ts';

const text = [
  '关于整改进展情况的通报',
  '巡察组反馈了2个问题。',
  '1.多领津贴200元。整改情况：一是2024年6月3日召开党组会，清退200元；二是印发《津贴办法》。整改结果：已整改到位。2.会风不实。',
  '整改情况：正在整改。这一句没有识别。',
].join('\r\n');

const spanOf = (words: string, from = 0): Span => [text.indexOf(words, from), text.indexOf(words, from) + words.length];
const first: Span = [text.indexOf('1.'), text.indexOf('2.会风')];
const second: Span = [first[1], text.indexOf('这一句')];
const nothing = {
  body: null,
  category: null,
  problemAmounts: [],
  refunds: [],
  otherAmounts: [],
  meetings: [],
  documents: [],
  talks: [],
};
const responsible = { leader: null, department: null, person: null, deadline: null };

const finding: ParsedFinding = {
  ...nothing,
  seq: 1,
  printedNumber: '1.',
  title: '多领津贴200元',
  description: '多领津贴200元。',
  actions: ['2024年6月3日召开党组会，清退200元', '印发《津贴办法》'].map((words) => ({
    text: words,
    span: spanOf(words),
  })),
  resultText: '已整改到位',
  status: 'COMPLETED',
  responsible,
  problemAmounts: [{ fen: 20_000, quote: '200元', perHead: false }],
  refunds: [{ fen: 20_000, quote: '200元', verb: '清退', date: '2024-06-03' }],
  meetings: [{ date: '2024-06-03', precision: 'DAY', year: 'STATED', type: '党组会', quote: '2024年6月3日召开党组会' }],
  documents: [{ title: '津贴办法', number: null, date: null, status: 'ISSUED' }],
  spans: [first],
  layout: {
    whole: first,
    description: [spanOf('多领津贴200元。')],
    actions: [],
    result: spanOf('已整改到位'),
    resultWhole: null,
    status: 'COMPLETED',
  },
};
const other: ParsedFinding = {
  ...nothing,
  seq: 2,
  printedNumber: '2.',
  title: '会风不实',
  description: '会风不实。',
  actions: [],
  resultText: '正在整改',
  status: 'ONGOING',
  responsible,
  spans: [second],
  layout: null,
};
const parsed = {
  categories: [],
  findings: [finding, other],
  otherSpans: [{ kind: 'title', span: spanOf('关于整改进展情况的通报') }],
  unparsed: [{ span: spanOf('这一句没有识别。'), text: '这一句没有识别。' }],
  preamble: { statedCounts: { 问题: 3, 党组会: 1, 意见: 4 }, meetings: [] },
  source: { sha256: '', text },
} as unknown as ParsedReport;

it('marks every value at the words it was read from: the refund among the measures, the stated sum in the finding', () => {
  const found = marksOf(text, finding).map(({ id, from, to }) => [id, text.slice(from, to), from] as const);
  const words = new Map(found.map(([id, part]) => [id, part]));
  expect(words.get('actions:1')).toBe('印发《津贴办法》');
  expect(words.get('meetings:0')).toBe('2024年6月3日召开党组会');
  expect(words.get('documents:0')).toBe('津贴办法');
  expect(words.get('result')).toBe('已整改到位');
  const place = new Map(found.map(([id, , from]) => [id, from]));
  expect(place.get('problemAmounts:0')).toBe(text.indexOf('200元'));
  expect(place.get('refunds:0')).toBe(text.lastIndexOf('200元'));
});

it('gives a quote printed twice its two places, and two values of one quote the one place', () => {
  expect(placesOf('清退200元，又清退200元。', ['200元', '200元'], [0, 15])).toEqual([
    [2, 6],
    [10, 14],
  ]);
  const dates = '1月8日和1月31日召开';
  expect(placesOf(dates, [dates, dates], [0, dates.length])).toEqual([
    [0, dates.length],
    [0, dates.length],
  ]);
  expect(placesOf('无', ['200元'], [0, 1])).toEqual([null]);
});

it('cuts a stretch into pieces that give the text again, coloured by the innermost mark', () => {
  const marks = [
    { id: 'actions:0', kind: 'action', from: 0, to: 10 },
    { id: 'meetings:0', kind: 'event', from: 2, to: 6 },
  ] as const;
  expect(piecesOf(marks, 0, 12).map(({ from, to, mark, action }) => [from, to, mark?.id, action?.id])).toEqual([
    [0, 2, undefined, 'actions:0'],
    [2, 6, 'meetings:0', 'actions:0'],
    [6, 10, undefined, 'actions:0'],
    [10, 12, undefined, undefined],
  ]);
});

it('shows every visible character once, with its owner, also where one line holds two findings', () => {
  const lines = sourceLines(text, parsed);
  const shown = lines.flatMap(({ stretches }) => stretches.map(({ from, to }) => text.slice(from, to))).join('');
  expect(shown).toBe(text.replace(/\r\n/g, ''));
  expect(lines[0]).toMatchObject({ kind: 'title' });
  expect(lines[2]?.stretches.map(({ owner }) => owner)).toEqual([1, 2]);
  expect(lines[3]?.stretches.map(({ owner }) => owner)).toEqual([2, 'unparsed']);
});

it('holds what the text claims against the count, where it can be counted', () => {
  expect(statedFindings(parsed)).toBe(3);
  expect(statedCounts(parsed)).toEqual([
    { word: '问题', stated: 3, counted: 2 },
    { word: '党组会', stated: 1, counted: 1 },
    { word: '意见', stated: 4, counted: null },
  ]);
  expect(reportCounts(parsed)).toMatchObject({ findings: 2, actions: 2, refunds: 1, refundFen: 20_000n, unparsed: 8 });
});

it('offers a cut behind punctuation only where words stand on both sides', () => {
  expect(cutPlaces('一句。二句；三句。').map(({ at, tail }) => [at, tail])).toEqual([
    [3, '二句；三句。'],
    [6, '三句。'],
  ]);
  expect(cutPlaces('“甲。”乙').map(({ at }) => at)).toEqual([4]);
  expect(cutPlaces('没有标点')).toEqual([]);
});
