import { expect, it } from 'vitest';
import { countRows } from './stated-counts.ts';

it('sets what the text states beside what is counted, by the text’s own words', () => {
  const rows = countRows(['PARTY_GROUP', 'PARTY_GROUP', 'SYMPOSIUM'], { 党组会议: 4, 专题民主生活会: 1, 问题: 33 });
  expect(rows).toEqual([
    { type: 'PARTY_GROUP', counted: 2, stated: { word: '党组会议', count: 4 } },
    { type: 'DEMOCRATIC_LIFE', counted: 0, stated: { word: '专题民主生活会', count: 1 } },
    { type: 'SYMPOSIUM', counted: 1, stated: null },
  ]);
});

it('never adds two words for the same type', () => {
  expect(countRows([], { 民主生活会: 3, 专题民主生活会: 1 })).toEqual([
    { type: 'DEMOCRATIC_LIFE', counted: 0, stated: { word: '民主生活会', count: 3 } },
  ]);
});

it('says nothing where the text is silent or odd', () => {
  expect(countRows([], null)).toEqual([]);
  expect(countRows([], { 党组会: '四' })).toEqual([]);
});
