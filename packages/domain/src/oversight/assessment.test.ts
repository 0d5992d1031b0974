import { describe, expect, test } from 'vitest';
import { checkAssessment, gradeDistribution, hundredthsIn, readScore, scoreText } from './assessment.ts';

describe('a score', () => {
  test.each([
    ['92.5', 9250, '92.5'],
    ['92', 9200, '92'],
    ['92.05', 9205, '92.05'],
    ['100.00', 10_000, '100'],
    ['0', 0, '0'],
    ['0.5', 50, '0.5'],
  ])('%s is %i hundredths and printed as %s', (words, hundredths, printed) => {
    expect(hundredthsIn(words, 'score')).toBe(hundredths);
    expect(scoreText(hundredths)).toBe(printed);
  });

  test.each(['', '92.555', '-1', '92,5', '12345', '9e1', '92.'])('%s is refused', (words) => {
    expect(() => hundredthsIn(words, 'score')).toThrow('two decimals');
  });

  test('is not larger than the full score, and each may be absent', () => {
    expect(readScore('95', '100')).toEqual({ score: 9500, fullScore: 10_000 });
    expect(readScore(null, null)).toEqual({ score: null, fullScore: null });
    expect(readScore('95', null)).toEqual({ score: 9500, fullScore: null });
    expect(() => readScore('100.01', '100', 'items.0.')).toThrow('larger');
  });
});

describe('an assessment', () => {
  const TODAY = '2026-11-22';
  test('has a grade or a score, and was made', () => {
    expect(() => checkAssessment({ grade: 'GOOD', score: null, assessedOn: TODAY }, TODAY)).not.toThrow();
    expect(() => checkAssessment({ grade: null, score: 0, assessedOn: TODAY }, TODAY)).not.toThrow();
    expect(() => checkAssessment({ grade: null, score: null, assessedOn: TODAY }, TODAY)).toThrow('a grade or a score');
    expect(() => checkAssessment({ grade: 'GOOD', score: null, assessedOn: '2026-11-23' }, TODAY)).toThrow(
      'day to come',
    );
  });

  test('the distribution prints every grade, also those that nobody has', () => {
    expect(gradeDistribution(['GOOD', 'FAIR', 'GOOD', null])).toEqual([
      { grade: 'GOOD', count: 2 },
      { grade: 'FAIRLY_GOOD', count: 0 },
      { grade: 'FAIR', count: 1 },
      { grade: 'POOR', count: 0 },
      { grade: null, count: 1 },
    ]);
  });
});
