import { describe, expect, it } from 'vitest';
import { as, commentDifferences, commentReady as ready } from '../../test/publication-differences.ts';
import { COMMENT_ACCESS } from '../../test/publications.table.ts';
import { cell, readTable, words } from '../../test/tables.ts';
import { PUBLISHED_CALENDAR } from '../deadlines/working-days.ts';
import { judgeIntake, maskedWords, readComment, replyDue } from './intake.ts';
import { judgeComment } from './workflow.ts';
import { COMMENT_STATES, COMMENT_VERBS } from './words.ts';

describe('who may what with a comment', () => {
  it('is written for every state and every verb', () => {
    const lines = readTable(COMMENT_ACCESS);
    expect(lines.map((line) => cell(line, 'state'))).toEqual([...COMMENT_STATES]);
    const told = new Set(lines.flatMap((line) => words(cell(line, 'clerk'))));
    expect(told).toEqual(new Set(COMMENT_VERBS));
  });
  it('and the rules answer as it is written', () => {
    expect(commentDifferences()).toEqual([]);
  });

  it.each([
    ['releaseAnswer', { answered: false }, 'NO_ANSWER'],
    ['releaseAnswer', { released: true }, 'RELEASED'],
    ['releaseAnswer', { isUp: false }, 'NOT_UP'],
    ['releaseAnswer', {}, null],
    ['showComment', { state: 'NEW', isUp: false }, 'NOT_UP'],
    // What holds a clue goes away wherever the text stands.
    ['handOverClue', { isUp: false, released: true }, null],
  ] as const)('%s with %j: %s', (verb, facts, reason) => {
    expect(judgeComment(as('clerk'), verb, { ...ready('SHOWN'), ...facts }).reason).toBe(reason);
  });
});

describe('what is taken from the form', () => {
  const now = 1_000_000_000;
  it.each([
    ['', now - 3_000, 'TAKEN'],
    ['', now - 2_999, 'HASTY'],
    ['', now - 4 * 3_600_000, 'TAKEN'],
    ['', now - 4 * 3_600_000 - 1, 'STALE'],
    ['', null, 'STALE'],
    ['http://x', now - 60_000, 'SWALLOWED'],
    ['http://x', null, 'SWALLOWED'],
  ] as const)('trap %j, opened at %s: %s', (trap, openedAt, expected) => {
    expect(judgeIntake({ trap, openedAt, now })).toBe(expected);
  });

  it('is kept without blanks around it, and refused when there is nothing or too much', () => {
    expect(readComment('  建议公示进度。\r\n谢谢。 ')).toBe('建议公示进度。\n谢谢。');
    expect(readComment('字'.repeat(1_000))).toHaveLength(1_000);
    expect(() => readComment(' \r\n ')).toThrow('write what');
    expect(() => readComment('字'.repeat(1_001))).toThrow('1000');
    expect(() => readComment('a\u0000b')).toThrow('control');
  });

  it('is shown with personal data masked, the body’s own contact apart', () => {
    const settings = { directory: [{ name: '闻予知' }], contact: { phone: '0999-4225555' } };
    expect(maskedWords('请闻予知回电13812345678，或打0999-4225555。', settings)).toBe(
      '请闻某某回电138****5678，或打0999-4225555。',
    );
  });
});

describe('by when it is answered', () => {
  // Received late on Friday evening in Shanghai; National Day and the swapped Sunday before it are counted as they are worked.
  const received = { state: 'NEW', released: false, receivedAt: new Date('2025-09-26T15:30:00Z') } as const;
  it.each([
    [1, '2025-09-28'],
    [3, '2025-09-30'],
    [4, '2025-10-09'],
  ])('within %i working days: %s', (days, due) => {
    expect(replyDue(received, days, PUBLISHED_CALENDAR)).toBe(due);
  });
  it('not any more once it is answered or not shown', () => {
    expect(replyDue({ ...received, released: true }, 1, PUBLISHED_CALENDAR)).toBeNull();
    expect(replyDue({ ...received, state: 'HIDDEN' }, 1, PUBLISHED_CALENDAR)).toBeNull();
  });
});
