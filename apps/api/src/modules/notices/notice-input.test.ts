import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type Api, type Caller } from '../../../test/api.ts';
import { noticePlace, onNotice, supervision, type NoticePlace } from '../../../test/notices.ts';
import { NOBODY } from '../../../test/work.ts';

let api: Api;
let office: Caller;
let place: NoticePlace;
beforeAll(async () => {
  api = await startApi();
  [office, place] = [await api.as('office'), await noticePlace(api)];
});
afterAll(() => api.stop());

/** A notice that would be issued, but for what is wrong with it. */
const issue = async (wrong: Record<string, unknown>) =>
  onNotice(office, 'issueNotice', { ...(await supervision(place)), ...wrong });
const refusalOf = ({ userErrors }: Awaited<ReturnType<typeof issue>>) => userErrors[0];

describe('bad input is refused by field, and nothing is written', () => {
  it.each([
    ['no title', { title: ' ' }, 'title', 'input.required'],
    ['a long title', { title: '长'.repeat(301) }, 'title', 'input.length'],
    ['no text', { text: '' }, 'text', 'input.required'],
    ['a long text', { text: '长'.repeat(5_001) }, 'text', 'input.length'],
    ['a control character', { text: 'a\u0001b' }, 'text', 'input.characters'],
    ['nobody addressed', { recipientIds: [] }, 'recipientIds', 'input.required'],
    ['a post that is none', { recipientIds: [`pst_${NOBODY}`] }, 'recipientIds', 'notices.ownPosts'],
    ['an id of another kind', { recipientIds: [`psn_${NOBODY}`] }, null, 'access.visible'],
    ['a finding that is none', { findingIds: [`out_${NOBODY}`] }, 'findingIds', 'notices.ownFindings'],
    ['101 findings', { findingIds: Array.from({ length: 101 }, () => `out_${NOBODY}`) }, 'findingIds', 'input.count'],
    ['an authority for no hand-over', { handedTo: '市纪委' }, 'handedTo', 'notices.handover'],
    [
      'a hand-over to posts',
      { kind: 'HANDOVER', handedTo: '市纪委', skipReason: 'x' },
      'recipientIds',
      'notices.handover',
    ],
    ['a hand-over to nobody', { kind: 'HANDOVER', recipientIds: [], skipReason: 'x' }, 'handedTo', 'input.required'],
    [
      'a hand-over with a day',
      { kind: 'HANDOVER', handedTo: '市纪委', recipientIds: [], replyWorkingDays: 3 },
      'replyDueOn',
      'notices.handover',
    ],
    ['today as the day', { replyDueOn: '2026-11-22' }, 'replyDueOn', 'notices.replyDue'],
    ['a day in two years', { replyDueOn: '2028-11-22' }, 'replyDueOn', 'notices.replyDue'],
    ['a day and working days', { replyDueOn: '2026-12-22', replyWorkingDays: 3 }, 'replyDueOn', 'notices.replyDue'],
    ['no working day', { replyWorkingDays: 0 }, 'replyWorkingDays', 'notices.replyDue'],
    ['following nothing', { kind: 'REMINDER', followsId: `ntc_${NOBODY}` }, 'followsId', 'notices.follows'],
    ['a long reason', { kind: 'REMINDER', skipReason: '长'.repeat(1_001) }, 'skipReason', 'input.length'],
    ['an inspection that is none', { inspectionId: `ins_${NOBODY}` }, null, 'access.visible'],
  ] as const)('%s', async (_case, wrong, field, rule) => {
    const count = async () => (await api.sql<{ n: string }>('SELECT count(*) AS n FROM notice'))[0]?.n;
    const before = await count();
    expect(refusalOf(await issue(wrong))).toMatchObject({ field, rule });
    expect(await count()).toBe(before);
  });

  it('a finding or post of another body is as wrong as none', async () => {
    const other = await noticePlace(api, '市园林中心');
    expect(refusalOf(await issue({ findingIds: [await other.outline(1)] }))).toMatchObject({
      rule: 'notices.ownFindings',
    });
    expect(refusalOf(await issue({ recipientIds: [other.secretaryPostId] }))).toMatchObject({
      rule: 'notices.ownPosts',
    });
  });
});
