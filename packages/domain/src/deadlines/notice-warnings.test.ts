import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../rounds/settings.ts';
import type { NoticeState } from '../notices/notice.ts';
import { noticeWarningDue } from './notice-warnings.ts';

const HOLDERS = { SECRETARY: ['secretary'], CLERK: ['clerk', 'secretary'], OFFICE: ['office'] };
const due = (state: NoticeState, today: string, replyDueOn: string | null = '2026-12-31') =>
  noticeWarningDue({ state, replyDueOn }, HOLDERS, today, DEFAULT_SETTINGS);

describe('the warning of a notice whose reply is due on the last day of 2026', () => {
  test.each([
    ['2026-06-01', 'GREEN', 'secretary clerk'],
    ['2026-12-20', 'GREEN', 'secretary clerk'],
    ['2026-12-21', 'YELLOW', 'secretary clerk'],
    ['2026-12-31', 'YELLOW', 'secretary clerk'],
    ['2027-01-01', 'RED', 'secretary clerk office'],
  ])('on %s: %s, told to %s', (today, level, whom) => {
    for (const state of ['SENT', 'SIGNED_FOR'] as const) {
      const warning = due(state, today);
      expect(warning).toMatchObject({ level, dueOn: '2026-12-31' });
      expect(warning?.personIds.join(' ')).toBe(whom);
    }
  });

  test.each(['REPLIED', 'ACCEPTED', 'WITHDRAWN'] as const)('none once it is %s', (state) => {
    expect(due(state, '2027-01-01')).toBeNull();
  });

  test('none without a day, as a hand-over proposal has none', () =>
    expect(due('SENT', '2027-01-01', null)).toBeNull());

  test('red is red whatever the round calls its levels, and without any level too', () => {
    const warnings = DEFAULT_SETTINGS.warnings.map((one) => ({ ...one, name: `${one.code} here`, daysLeft: -5 }));
    expect(
      noticeWarningDue({ state: 'SENT', replyDueOn: '2026-12-31' }, HOLDERS, '2027-01-01', { warnings }),
    ).toMatchObject({
      level: 'RED',
      name: 'RED here',
    });
    expect(
      noticeWarningDue({ state: 'SENT', replyDueOn: '2026-12-31' }, HOLDERS, '2027-01-01', { warnings: [] }),
    ).toMatchObject({
      level: 'RED',
      colour: 'RED',
      name: null,
    });
  });
});
