import { describe, expect, it } from 'vitest';
import { EVERYONE, fullGrant, ROLE_OF, viewerWith } from '../../test/people.ts';
import { cell, readTable, words } from '../../test/tables.ts';
import { PUBLISHED_CALENDAR } from '../deadlines/working-days.ts';
import { judgeIntake, maskedWords, readComment, replyDue } from './intake.ts';
import { commentTransitions, judgeComment, type CommentFacts } from './workflow.ts';
import { COMMENT_STATES, COMMENT_VERBS, type CommentState } from './words.ts';

/** Written by hand: what clerk and secretary can do where it stands, an answer being written and the text being up. Nobody else does anything. */
const TABLE = `
  state  | clerk                                               | secretary
  -------|-----------------------------------------------------|---------------------------
  NEW    | showComment hideComment handOverClue                | handOverClue
  SHOWN  | hideComment answerComment releaseAnswer handOverClue | releaseAnswer handOverClue
  HIDDEN | showComment handOverClue                            | handOverClue
`;
const ready = (state: CommentState): CommentFacts => ({
  bodyId: 'own-body',
  state,
  answered: true,
  released: false,
  isUp: true,
});

describe('who may what with a comment', () => {
  const lines = readTable(TABLE);
  it('names every state and every verb', () => {
    expect(lines.map((line) => cell(line, 'state'))).toEqual([...COMMENT_STATES]);
    const told = new Set(lines.flatMap((line) => words(cell(line, 'clerk'))));
    expect(told).toEqual(new Set(COMMENT_VERBS));
  });
  for (const line of lines)
    for (const who of EVERYONE)
      it(`${cell(line, 'state')}: ${who}`, () => {
        const viewer = viewerWith(fullGrant(ROLE_OF[who]));
        const state = cell(line, 'state') as CommentState;
        const expected = who === 'clerk' || who === 'secretary' ? words(cell(line, who)) : [];
        expect(commentTransitions(viewer, ready(state)).map(({ verb }) => verb)).toEqual(expected);
        expect(commentTransitions(viewer, { ...ready(state), bodyId: 'other-body' })).toEqual([]);
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
    const viewer = viewerWith(fullGrant(ROLE_OF.clerk));
    expect(judgeComment(viewer, verb, { ...ready('SHOWN'), ...facts }).reason).toBe(reason);
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
