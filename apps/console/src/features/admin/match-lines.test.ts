import { expect, it } from 'vitest';
import { matchLines } from './match-lines.ts';

const bodies = [
  { id: 'a', name: '澜川市体育总会', shortName: '市体总' },
  { id: 'b', name: '澜川市侨界青年联合会', shortName: '市侨青会' },
];
const match = (text: string) => matchLines(text, bodies, '2026-11-27');

it('finds bodies by full or short name in any column of a list from Excel', () => {
  expect(match('1\t澜川市体育总会\r\n2\t 市侨青会 \n')).toEqual({ ids: ['a', 'b'], own: {}, wrong: [] });
});

it('reads a line’s own feedback day and plans, in any column', () => {
  expect(match('1\t市体总\t2026年11月3日\t选人用人、意识形态\n2026/11/5\t市侨青会\t主方案')).toEqual({
    ids: ['a', 'b'],
    own: {
      a: { feedbackOn: '2026-11-03', plans: ['MAIN', 'PERSONNEL', 'IDEOLOGY'] },
      b: { feedbackOn: '2026-11-05' },
    },
    wrong: [],
  });
});

it('says of each line that names no body, or one again, or a day that is none, its number and what is wrong', () => {
  expect(match('单位名称\n\n市体总\n澜川市体育总会\n市侨青会\t2026-02-30')).toEqual({
    ids: ['a'],
    own: {},
    wrong: [
      { row: 1, words: '单位名称', why: 'unknown' },
      { row: 4, words: '澜川市体育总会', why: 'twice' },
      { row: 5, words: '市侨青会 2026-02-30', why: 'day' },
    ],
  });
});

it('never guesses from a part of a name', () => {
  expect(match('体育总会').ids).toEqual([]);
});
