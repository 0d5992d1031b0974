import { describe, expect, test } from 'vitest';
import { LADDER } from '../../test/notices.table.ts';
import { cell, readTable } from '../../test/tables.ts';
import { DomainError } from '../errors.ts';
import { PUBLISHED_CALENDAR } from '../deadlines/working-days.ts';
import { noticeSteps, readLadderPlace, readReplyDue, type NoticeStep, type SentNotice } from './ladder.ts';
import { NOTICE_KINDS, type NoticeState } from './notice.ts';
import { readPaperDay } from './papers.ts';

const TODAY = '2026-06-10';
const step = (steps: readonly NoticeStep[], kind: string): NoticeStep => steps.find((one) => one.kind === kind)!;
const refusal = (work: () => unknown): { field?: string; rule: string } => {
  try {
    work();
  } catch (error) {
    if (error instanceof DomainError) return error.refusals[0]!;
    throw error;
  }
  throw new Error('accepted');
};

describe('the ladder', () => {
  test('the lowest step is open, and only that, before anything was sent', () => {
    expect(noticeSteps([], TODAY).map((one) => [one.kind, one.open])).toEqual(
      NOTICE_KINDS.map((kind, index) => [kind, index === 0]),
    );
  });

  for (const line of readTable(LADDER))
    for (const [index, kind] of NOTICE_KINDS.entries())
      test(`${kind} above ${cell(line, 'below')} due ${cell(line, 'replyDueOn')}`, () => {
        const state = cell(line, 'below');
        const below = NOTICE_KINDS[index - 1];
        const sent: SentNotice[] =
          state === '-' || below === undefined
            ? []
            : [{ id: 'low', kind: below, state: state as NoticeState, replyDueOn: cell(line, 'replyDueOn') }];
        const found = step(noticeSteps(sent, TODAY), kind);
        const open = index === 0 || cell(line, 'open') === 'yes';
        expect(found).toMatchObject({ open, reason: open ? null : cell(line, 'reason') });
        expect(found.follows).toEqual(open && index > 0 ? ['low'] : []);
      });

  test('one unanswered notice opens the next step whatever became of the others, and no further one', () => {
    const sent: SentNotice[] = (['ACCEPTED', 'REPLIED', 'SENT', 'SIGNED_FOR'] as const).map((state) => ({
      id: state,
      kind: 'SUPERVISION',
      state,
      replyDueOn: '2026-06-01',
    }));
    const steps = noticeSteps(sent, TODAY);
    expect(step(steps, 'GUIDANCE')).toMatchObject({ open: true, follows: ['SENT', 'SIGNED_FOR'] });
    expect(step(steps, 'REMINDER')).toMatchObject({ open: false, reason: 'LOWER_NOT_SENT' });
  });
});

describe('the place of a new notice', () => {
  const open = noticeSteps([{ id: 'low', kind: 'SUPERVISION', state: 'SENT', replyDueOn: '2026-06-01' }], TODAY);
  const place = (kind: 'SUPERVISION' | 'GUIDANCE' | 'REMINDER', followsId: string | null, skipReason: string | null) =>
    readLadderPlace(kind, { followsId, skipReason }, open);

  test.each([
    ['SUPERVISION', null, null, { followsId: null, skipReason: null }],
    ['SUPERVISION', null, '理由', { followsId: null, skipReason: null }],
    ['GUIDANCE', 'low', null, { followsId: 'low', skipReason: null }],
    ['GUIDANCE', 'low', '理由', { followsId: 'low', skipReason: null }],
    ['GUIDANCE', null, '理由', { followsId: null, skipReason: '理由' }],
    ['REMINDER', null, '理由', { followsId: null, skipReason: '理由' }],
  ] as const)('%s after %s with %s', (kind, follows, reason, expected) => {
    expect(place(kind, follows, reason)).toEqual(expected);
  });

  test.each([
    ['GUIDANCE', null, null, 'followsId', 'notices.followsNeeded'],
    ['GUIDANCE', 'other', '理由', 'followsId', 'notices.follows'],
    ['REMINDER', 'low', '理由', 'followsId', 'notices.follows'],
    ['SUPERVISION', 'low', null, 'followsId', 'notices.follows'],
    ['REMINDER', null, null, 'skipReason', 'notices.ladder'],
  ] as const)('%s after %s with %s is refused at %s', (kind, follows, reason, field, rule) => {
    expect(refusal(() => place(kind, follows, reason))).toMatchObject({ field, rule });
  });
});

describe('the day of the reply', () => {
  const due = (wanted: { on?: string; workingDays?: number }) =>
    readReplyDue(wanted, TODAY, { amount: 10, unit: 'WORKING_DAY' }, PUBLISHED_CALENDAR);

  test('is the setting’s without a word, over the holiday of the Dragon Boat Festival', () => {
    // 11, 12, 15–18 June; 19–21 June off; 22–25 June
    expect(due({})).toMatchObject({ dueOn: '2026-06-25', rule: 'BY_SETTING', amount: 10, unit: 'WORKING_DAY' });
  });

  test('or counted, or given', () => {
    expect(due({ workingDays: 2 })).toMatchObject({ dueOn: '2026-06-12', rule: 'BY_WORKING_DAYS', amount: 2 });
    expect(due({ on: '2026-06-11' })).toMatchObject({ dueOn: '2026-06-11', rule: 'BY_DATE', amount: null, unit: null });
    expect(due({ on: '2027-06-10' }).dueOn).toBe('2027-06-10');
  });

  test('a year that is not published is named', () => {
    expect(
      readReplyDue({ workingDays: 5 }, '2031-06-10', { amount: 1, unit: 'MONTH' }, PUBLISHED_CALENDAR).assumed,
    ).toEqual([2031]);
  });

  test.each([
    [{ on: '2026-06-10' }, 'replyDueOn'],
    [{ on: '2026-02-30' }, 'replyDueOn'],
    [{ on: '2027-06-11' }, 'replyDueOn'],
    [{ on: '2026-06-20', workingDays: 3 }, 'replyDueOn'],
    [{ workingDays: 0 }, 'replyWorkingDays'],
    [{ workingDays: 121 }, 'replyWorkingDays'],
    [{ workingDays: 1.5 }, 'replyWorkingDays'],
  ])('%j is refused at %s', (wanted, field) => {
    expect(refusal(() => due(wanted))).toMatchObject({ field, rule: 'notices.replyDue' });
  });
});

test.each([
  ['2026-06-10', true],
  ['2026-06-11', false],
  ['2026-06-31', false],
])('a paper of %s, recorded on 10 June: %s', (day, accepted) => {
  if (accepted) expect(readPaperDay(day, TODAY)).toBe(day);
  else expect(refusal(() => readPaperDay(day, TODAY))).toMatchObject({ field: 'issuedOn' });
});
