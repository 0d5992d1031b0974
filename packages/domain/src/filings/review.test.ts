import { expect, test } from 'vitest';
import { LIMITS } from '../limits.ts';
import { REVIEWERS } from '../vocabulary.ts';
import { refusalOf } from '../../test/refusal.ts';
import { readReview } from './review.ts';

test.each(REVIEWERS)('%s agrees without words; comments have words', (reviewer) => {
  const name = reviewer === 'OTHER' ? ' 审计局 ' : '不取';
  const kept = reviewer === 'OTHER' ? '审计局' : null;
  expect(readReview({ reviewer, name, opinion: 'AGREE', text: ' ' })).toEqual({
    reviewer,
    name: kept,
    opinion: 'AGREE',
    text: null,
  });
  expect(refusalOf(() => readReview({ reviewer, name, opinion: 'COMMENTS', text: ' ' }))).toBe('filings.comments');
  expect(readReview({ reviewer, name, opinion: 'COMMENTS', text: '请量化' }).text).toBe('请量化');
});

test('another reviewer has a name; nothing is longer than it may be', () => {
  expect(refusalOf(() => readReview({ reviewer: 'OTHER', opinion: 'AGREE' }))).toBe('filings.reviewerName');
  expect(refusalOf(() => readReview({ reviewer: 'OTHER', name: 'x'.repeat(LIMITS.name + 1), opinion: 'AGREE' }))).toBe(
    'input.length',
  );
  expect(
    refusalOf(() => readReview({ reviewer: 'DISCIPLINE', opinion: 'COMMENTS', text: 'x'.repeat(LIMITS.text + 1) })),
  ).toBe('input.length');
});
