import { describe, expect, test } from 'vitest';
import { NOTICE_ACCESS } from '../../test/notices.table.ts';
import { fullGrant, ROLE_OF, viewerWith, type Who } from '../../test/people.ts';
import { cell, readTable } from '../../test/tables.ts';
import type { Viewer } from '../access/viewer.ts';
import {
  isReplyOverdue,
  judgeNotice,
  mayOnNotice,
  NOTICE_KINDS,
  NOTICE_STATES,
  NOTICE_VERBS,
  noticeNumber,
  noticeTransitions,
  noticeWaitsFor,
  type NoticeFacts,
  type NoticeState,
  type NoticeVerb,
} from './notice.ts';

const LETTERS: Record<NoticeVerb, string> = {
  withdrawNotice: 'W',
  signForNotice: 'S',
  draftReply: 'D',
  sendReply: 'R',
  acceptReply: 'A',
  askAgain: 'Q',
};
/** The office's own body is the grant's; the body of the notice is the one its roles reach. */
const facts = (state: NoticeState, kind: NoticeFacts['kind'], bodyId: string): NoticeFacts => ({
  bodyId,
  officeId: 'own-body',
  kind,
  state,
  replyDueOn: '2026-06-10',
  drafted: true,
});
const seat = (who: string): { viewer: Viewer; bodyId: string } => {
  if (who === 'other')
    return { viewer: viewerWith(fullGrant('INSPECTION_OFFICE', { bodyId: 'other-office' })), bodyId: 'in-round' };
  const bodies: Record<string, string> = { office: 'in-round', discipline: 'supervised' };
  return { viewer: viewerWith(fullGrant(ROLE_OF[who as Who])), bodyId: bodies[who] ?? 'own-body' };
};

describe('every verb, kind and state by everybody', () => {
  const lines = readTable(NOTICE_ACCESS);
  const columns = Object.keys(lines[0] ?? {}).filter((name) => name !== 'kind' && name !== 'state');

  test('the table has every role and every state of the ladder', () => {
    expect(columns.filter((one) => one !== 'other').toSorted()).toEqual(Object.keys(ROLE_OF).toSorted());
    expect(lines.filter((line) => cell(line, 'kind') === 'ladder').map((line) => cell(line, 'state'))).toEqual([
      ...NOTICE_STATES,
    ]);
  });

  for (const line of lines)
    for (const who of columns)
      test(`${cell(line, 'kind')} ${cell(line, 'state')} × ${who}: ${cell(line, who)}`, () => {
        const { viewer, bodyId } = seat(who);
        const kinds = NOTICE_KINDS.filter((kind) => (kind === 'HANDOVER') === (cell(line, 'kind') === 'handover'));
        for (const kind of kinds) {
          const notice = facts(cell(line, 'state') as NoticeState, kind, bodyId);
          const verbs = NOTICE_VERBS.filter((verb) => judgeNotice(viewer, verb, notice).allowed);
          const letters = verbs.map((verb) => LETTERS[verb]).join('');
          const seen = mayOnNotice(viewer, 'readNotices', notice) ? 'v' : '-';
          expect(letters === '' ? seen : letters).toBe(cell(line, who));
          expect(noticeTransitions(viewer, notice).filter((one) => one.allowed)).toHaveLength(verbs.length);
        }
      });
});

describe('a reply', () => {
  test('is not sent without a draft, and the answer says so', () => {
    const { viewer, bodyId } = seat('secretary');
    const notice = { ...facts('SIGNED_FOR', 'SUPERVISION', bodyId), drafted: false };
    expect(judgeNotice(viewer, 'sendReply', notice)).toMatchObject({ allowed: false, reason: 'NO_DRAFT' });
    expect(noticeTransitions(viewer, notice).map((one) => one.verb)).toEqual(['draftReply', 'sendReply']);
  });

  test.each([
    ['SENT', '2026-06-10', false],
    ['SENT', '2026-06-11', true],
    ['SIGNED_FOR', '2026-06-11', true],
    ['REPLIED', '2026-06-11', false],
    ['ACCEPTED', '2026-06-11', false],
    ['WITHDRAWN', '2026-06-11', false],
  ] as const)('due on 10 June, %s on %s: overdue %s', (state, today, overdue) => {
    expect(isReplyOverdue({ state, replyDueOn: '2026-06-10' }, today)).toBe(overdue);
  });

  test.each([
    ['SENT', 'secretary clerk'],
    ['SIGNED_FOR', 'secretary clerk'],
    ['REPLIED', 'office'],
    ['ACCEPTED', ''],
    ['WITHDRAWN', ''],
  ] as const)('%s waits for: %s', (state, whom) => {
    const waiting = ['secretary', 'clerk', 'discipline', 'office', 'other', 'head'].filter((who) => {
      const { viewer, bodyId } = seat(who);
      return noticeWaitsFor(viewer, facts(state, 'REMINDER', bodyId));
    });
    expect(waiting.join(' ')).toBe(whom);
    const office = seat('office');
    expect(noticeWaitsFor(office.viewer, facts(state, 'HANDOVER', office.bodyId))).toBe(false);
  });
});

test.each([
  ['XUNCHA', 'SUPERVISION', '巡察督〔2026〕3号'],
  ['XUNCHA', 'GUIDANCE', '巡察导〔2026〕3号'],
  ['XUNCHA', 'REMINDER', '巡察提〔2026〕3号'],
  ['XUNCHA', 'ADMONITION', '巡察诫〔2026〕3号'],
  ['XUNSHI', 'HANDOVER', '巡视移〔2026〕3号'],
] as const)('the third number of 2026, %s %s: %s', (level, kind, number) => {
  expect(noticeNumber(level, kind, { year: 2026, seq: 3 })).toBe(number);
});
