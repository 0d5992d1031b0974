import { expect, it } from 'vitest';
import { matchLines } from './match-lines.ts';

const bodies = [
  { id: 'a', name: '澜川市体育总会', shortName: '市体总' },
  { id: 'b', name: '澜川市侨界青年联合会', shortName: '市侨青会' },
];

it('finds bodies by full or short name in any column of a list from Excel', () => {
  expect(matchLines('1\t澜川市体育总会\r\n2\t 市侨青会 \n', bodies)).toEqual({ ids: ['a', 'b'], wrong: [] });
});

it('says of each line that names no body, or one again, its number and what is wrong', () => {
  expect(matchLines('单位名称\n\n市体总\n澜川市体育总会', bodies)).toEqual({
    ids: ['a'],
    wrong: [
      { row: 1, words: '单位名称', why: 'unknown' },
      { row: 4, words: '澜川市体育总会', why: 'twice' },
    ],
  });
});

it('never guesses from a part of a name', () => {
  expect(matchLines('体育总会', bodies).ids).toEqual([]);
});
