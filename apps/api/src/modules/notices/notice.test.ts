import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type Api, type Caller } from '../../../test/api.ts';
import {
  done,
  ladderOf,
  noticePlace,
  onNotice,
  readNotice,
  readNotices,
  supervision,
  type NoticePlace,
  type NoticeRow,
} from '../../../test/notices.ts';
import { NOBODY, PDF } from '../../../test/work.ts';

describe('督办通知 over GraphQL', () => {
  let api: Api;
  let who: Record<'secretary' | 'clerk' | 'office' | 'head' | 'leader' | 'discipline' | 'otherhead', Caller>;
  let place: NoticePlace;
  beforeAll(async () => {
    api = await startApi();
    const logins = ['secretary', 'clerk', 'office', 'head', 'leader', 'discipline', 'otherhead'] as const;
    who = Object.fromEntries(await Promise.all(logins.map(async (one) => [one, await api.as(one)]))) as typeof who;
    place = await noticePlace(api);
    // The tests count what they send themselves.
    await api.sql(
      `ALTER TABLE notice DISABLE TRIGGER notice_not_deleted; DELETE FROM notice; ALTER TABLE notice ENABLE TRIGGER notice_not_deleted`,
    );
  });
  afterAll(() => api.stop());

  const issue = async (more: Record<string, unknown> = {}, caller = who.office) =>
    onNotice(caller, 'issueNotice', { ...(await supervision(place)), ...more });
  const issued = async (more: Record<string, unknown> = {}): Promise<NoticeRow> => {
    const answer = await issue(more);
    expect(answer.userErrors).toEqual([]);
    return answer.notice as NoticeRow;
  };
  const replied = async (notice: NoticeRow): Promise<NoticeRow> => {
    await done(who.clerk, 'signForNotice', notice);
    await done(who.clerk, 'draftReply', notice, { text: '已重新排定进度，月底前完成。' });
    return done(who.secretary, 'sendReply', notice);
  };
  const refused = async (work: Promise<{ userErrors: { code: string; field: string | null; rule: string }[] }>) =>
    (await work).userErrors[0];
  const makeOverdue = (id: string) =>
    api.sql(`UPDATE notice SET reply_due_on = '2026-11-20' WHERE id = $1`, [id.slice(4)]);
  const ladder = () => ladderOf(who.office, place);

  it('is numbered, addressed, due by the setting with its reason, and waits for secretary and clerk', async () => {
    const notice = await issued();
    expect(notice).toMatchObject({
      number: '巡察督〔2026〕1号',
      state: 'SENT',
      // ten working days after Sunday 22 November
      replyDue: { dueOn: '2026-12-04', rule: 'BY_SETTING', amount: 10, unit: 'WORKING_DAY', from: '2026-11-22' },
      recipients: [{ postTitle: '党组书记、主席', personName: '闻予知' }],
      overdue: false,
      waitsForMe: false,
    });
    expect(notice.findings).toEqual([expect.objectContaining({ refNo: '2026-2-市侨青会-9' })]);
    for (const caller of [who.secretary, who.clerk])
      expect((await readNotices(caller, { waitsForMe: true })).map((one) => one.number)).toContain(notice.number);
    for (const caller of [who.office, who.discipline])
      expect(await readNotices(caller, { waitsForMe: true })).toEqual([]);
    const [event] = await api.sql<{ after: object }>(
      `SELECT after FROM audit_event WHERE verb = 'issueNotice' ORDER BY id DESC LIMIT 1`,
    );
    expect(event?.after).toMatchObject({ number: notice.number, kind: 'SUPERVISION', replyDueOn: '2026-12-04' });
  });

  it('is signed for by the clerk, drafted inside the body, replied to by the secretary, and accepted', async () => {
    const notice = await issued();
    const signed = await done(who.clerk, 'signForNotice', notice);
    expect(signed).toMatchObject({ state: 'SIGNED_FOR', signedForByPost: expect.any(String) as string });
    expect((await refused(onNotice(who.secretary, 'signForNotice', { noticeId: notice.id })))?.rule).toBe(
      'notices.state',
    );
    expect(await refused(onNotice(who.secretary, 'sendReply', { noticeId: notice.id }))).toMatchObject({
      rule: 'notices.draft',
    });

    const drafted = await done(who.clerk, 'draftReply', notice, { text: '草稿：正在核对。' });
    expect(drafted.draft?.text).toBe('草稿：正在核对。');
    expect(await refused(onNotice(who.clerk, 'sendReply', { noticeId: notice.id }))).toMatchObject({
      code: 'FORBIDDEN',
    });
    for (const caller of [who.office, who.discipline]) {
      const seen = await readNotice(caller, notice.id);
      expect(seen).toMatchObject({ draft: null, replies: [] });
      const byId = await caller.execute<{ node: unknown }>('query N($id: ID!) { node(id: $id) { id } }', {
        id: drafted.draft?.id,
      });
      expect(byId.node).toBeNull();
    }
    await done(who.secretary, 'draftReply', notice, { text: '已完成核对，附说明。' });
    const sent = await done(who.secretary, 'sendReply', notice);
    expect(sent).toMatchObject({ state: 'REPLIED', draft: null });
    expect(sent.replies).toEqual([
      expect.objectContaining({
        ordinal: 1,
        text: '已完成核对，附说明。',
        sentByName: '闻予知',
        dueOn: '2026-12-04',
        verdict: null,
      }),
    ]);
    expect((await readNotices(who.office, { waitsForMe: true })).map((one) => one.id)).toEqual([notice.id]);
    expect((await done(who.office, 'acceptReply', notice, { words: '收悉' })).replies[0]).toMatchObject({
      verdict: 'ACCEPTED',
      verdictWords: '收悉',
    });
    expect(await refused(onNotice(who.office, 'askAgain', { noticeId: notice.id, reason: 'x' }))).toMatchObject({
      code: 'ILLEGAL_TRANSITION',
    });
    const verbs = await api.sql<{ verb: string }>(
      `SELECT verb FROM audit_event WHERE record_id = $1 AND success ORDER BY id`,
      [notice.id.slice(4)],
    );
    expect(verbs.map((one) => one.verb)).toEqual(
      'issueNotice signForNotice draftReply draftReply sendReply acceptReply'.split(' '),
    );
  });

  it('is asked for again by a new day; the reply before stays with its own', async () => {
    const notice = await issued({ replyWorkingDays: 3 });
    expect(notice.replyDue).toMatchObject({ dueOn: '2026-11-25', rule: 'BY_WORKING_DAYS', amount: 3 });
    await replied(notice);
    const again = await done(who.office, 'askAgain', notice, { reason: '没有说明责任人', replyDueOn: '2026-12-18' });
    expect(again).toMatchObject({
      state: 'SIGNED_FOR',
      replyDue: { dueOn: '2026-12-18', rule: 'BY_DATE', amount: null },
    });
    expect(again.replies[0]).toMatchObject({
      dueOn: '2026-11-25',
      verdict: 'ASKED_AGAIN',
      verdictWords: '没有说明责任人',
    });
    await done(who.secretary, 'draftReply', notice, { text: '责任人为计划财务部部长。' });
    const second = await done(who.secretary, 'sendReply', notice);
    expect(second.replies.map((one) => [one.ordinal, one.dueOn])).toEqual([
      [1, '2026-11-25'],
      [2, '2026-12-18'],
    ]);
  });

  it('is withdrawn with a reason while nobody signed for it, and its number is never given again', async () => {
    const notice = await issued();
    const gone = await done(who.office, 'withdrawNotice', notice, { reason: '发错单位' });
    expect(gone).toMatchObject({ state: 'WITHDRAWN', withdrawReason: '发错单位' });
    expect(await refused(onNotice(who.clerk, 'signForNotice', { noticeId: notice.id }))).toMatchObject({
      code: 'ILLEGAL_TRANSITION',
    });
    const next = await issued();
    expect(Number(/〕(\d+)号/.exec(next.number)?.[1])).toBe(Number(/〕(\d+)号/.exec(notice.number)?.[1]) + 1);
    await done(who.secretary, 'signForNotice', next);
    expect(await refused(onNotice(who.office, 'withdrawNotice', { noticeId: next.id, reason: 'x' }))).toMatchObject({
      code: 'ILLEGAL_TRANSITION',
    });
    await expect(api.sql('DELETE FROM notice WHERE id = $1', [notice.id.slice(4)])).rejects.toThrow(
      'stays as it was sent',
    );
    await expect(api.sql(`UPDATE notice SET text = 'x' WHERE id = $1`, [notice.id.slice(4)])).rejects.toThrow('stays');
    await expect(api.sql(`UPDATE notice_reply SET text = 'x' WHERE sent_at IS NOT NULL`)).rejects.toThrow('stays');
  });

  it('numbers notices that are sent at the same moment without a gap; a refused one uses none', async () => {
    const [{ last } = { last: 0 }] = await api.sql<{ last: number }>('SELECT max(seq)::int AS last FROM notice');
    const answers = await Promise.all([1, 2, 3, 4, 5].map((n) => issue({ title: n === 3 ? ' ' : `第 ${n} 份` })));
    expect(answers.filter((one) => one.notice !== null)).toHaveLength(4);
    const seqs = await api.sql<{ seq: number }>('SELECT seq FROM notice WHERE seq > $1 ORDER BY seq', [last]);
    expect(seqs.map((one) => one.seq)).toEqual([last + 1, last + 2, last + 3, last + 4]);
  });

  it('climbs the ladder: a higher step after an unanswered lower one, or with a reason for skipping', async () => {
    const lowest = await issued({ title: '无人答复的督办' });
    expect((await ladder())[1]).toMatchObject({ kind: 'GUIDANCE', open: false });
    expect(await refused(issue({ kind: 'GUIDANCE' }))).toMatchObject({ rule: 'notices.ladder', field: 'skipReason' });
    await makeOverdue(lowest.id);
    expect(await readNotice(who.secretary, lowest.id)).toMatchObject({ overdue: true });
    expect((await readNotices(who.office, { overdue: true })).map((one) => one.id)).toEqual([lowest.id]);
    expect((await ladder())[1]).toEqual({ kind: 'GUIDANCE', open: true, reason: null, follows: [lowest.id] });
    const guidance = await issued({ kind: 'GUIDANCE', followsId: lowest.id });
    expect(guidance).toMatchObject({ follows: { number: lowest.number }, skipReason: null });
    expect(guidance.number).toMatch(/^巡察导〔2026〕\d+号$/);
    expect((await ladder())[2]).toMatchObject({ kind: 'REMINDER', open: false, reason: 'LOWER_RUNNING' });
    const skipped = await issued({ kind: 'ADMONITION', skipReason: '问题性质严重，经领导小组同意' });
    expect(skipped).toMatchObject({ follows: null, skipReason: '问题性质严重，经领导小组同意' });
  });

  it('a hand-over goes to an authority: the body neither sees it nor answers it', async () => {
    const proposal = await issued({
      kind: 'HANDOVER',
      skipReason: '告诫后仍不整改',
      handedTo: '市纪委监委第二监督检查室',
      recipientIds: [],
    });
    expect(proposal).toMatchObject({
      replyDue: null,
      recipients: [],
      handedTo: '市纪委监委第二监督检查室',
      overdue: false,
    });
    for (const caller of [who.secretary, who.clerk, who.discipline]) {
      expect(await readNotice(caller, proposal.id)).toBeNull();
      expect((await readNotices(caller)).filter((one) => one.kind === 'HANDOVER')).toEqual([]);
      const answer = await onNotice(caller, 'signForNotice', { noticeId: proposal.id });
      expect(answer).toEqual(await onNotice(caller, 'signForNotice', { noticeId: `ntc_${NOBODY}` }));
    }
    const concerned = await who.clerk.execute<{ finding: { notices: { kind: string }[] } }>(
      `{ finding(refNo: "2026-2-市侨青会-9") { notices { kind } } }`,
    );
    expect(concerned.finding.notices.map((one) => one.kind)).not.toContain('HANDOVER');
  });

  it('shows whoever works on a finding that a notice concerns it, never its text; other bodies see nothing', async () => {
    const notice = await issued({ findingIds: [await place.outline(28), await place.outline(9)] });
    const seen = await who.head.execute<{ finding: { notices: { number: string; notice: unknown }[] } }>(
      `{ finding(refNo: "2026-2-市侨青会-28") { notices { number state replyDueOn overdue notice { id } } } }`,
    );
    expect(seen.finding.notices).toEqual([
      { number: notice.number, state: 'SENT', replyDueOn: '2026-12-04', overdue: false, notice: null },
    ]);
    for (const caller of [who.head, who.leader, who.otherhead]) {
      expect(await readNotices(caller)).toEqual([]);
      expect(await readNotice(caller, notice.id)).toBeNull();
    }
    const office = await who.office.send('{ notices { edges { node { findings { refNo title description } } } } }');
    expect(office.errors?.[0]?.message).toContain('description');
  });

  it('counts by kind for the round, as far as the viewer reads', async () => {
    const count = async (caller: Caller) =>
      (
        await caller.execute<{ node: { noticeCounts: Record<string, unknown>[] } }>(
          'query C($id: ID!) { node(id: $id) { ... on Round { noticeCounts { kind sent awaiting overdue replied accepted withdrawn } } } }',
          { id: place.roundId },
        )
      ).node.noticeCounts;
    const rows = await readNotices(who.office);
    const counted = await count(who.office);
    for (const kind of new Set(rows.map((one) => one.kind))) {
      const of = rows.filter((one) => one.kind === kind);
      const states = (...wanted: string[]) => of.filter((one) => wanted.includes(one.state)).length;
      expect(counted.find((one) => one['kind'] === kind)).toEqual({
        kind,
        sent: of.length,
        awaiting: kind === 'HANDOVER' ? 0 : states('SENT', 'SIGNED_FOR'),
        overdue: of.filter((one) => one.overdue).length,
        replied: states('REPLIED'),
        accepted: states('ACCEPTED'),
        withdrawn: states('WITHDRAWN'),
      });
    }
    expect((await count(who.clerk)).map((one) => one['kind'])).not.toContain('HANDOVER');
    expect(await count(who.head)).toEqual([]);
  });

  it('a stale version is a conflict that names who changed it', async () => {
    const notice = await issued();
    await done(who.clerk, 'signForNotice', notice);
    const answer = await onNotice(who.secretary, 'draftReply', {
      noticeId: notice.id,
      version: notice.version,
      text: 'x',
    });
    expect(answer.userErrors[0]).toMatchObject({ code: 'CONFLICT', params: { what: 'state' } });
  });

  it('a reply takes files while it is a draft; the office gets them with the reply', async () => {
    const notice = await issued();
    await done(who.clerk, 'signForNotice', notice);
    const { draft } = await done(who.clerk, 'draftReply', notice, { text: '附件为进度表。' });
    const ask = (caller: Caller, id: string | undefined) =>
      caller.execute<{ requestUpload: { uploadPath: string | null; userErrors: { code: string; rule: string }[] } }>(
        `mutation U($input: RequestUploadInput!) { requestUpload(input: $input) { uploadPath userErrors { code rule } } }`,
        { input: { purpose: 'FILE', noticeReplyId: id, fileName: '进度表.pdf', size: PDF.length } },
      );
    expect((await ask(who.office, draft?.id)).requestUpload.userErrors[0]?.code).toBe('NOT_FOUND');
    expect((await ask(who.head, draft?.id)).requestUpload.userErrors[0]?.code).toBe('NOT_FOUND');
    const { requestUpload } = await ask(who.clerk, draft?.id);
    const stored = await who.clerk.fetch(requestUpload.uploadPath as string, {
      method: 'PUT',
      body: new Uint8Array(PDF),
    });
    expect(stored.status).toBe(201);
    const { id } = (await stored.json()) as { id: string };
    expect((await who.office.fetch(`/files/${id}`)).status).toBe(404);
    const sent = await done(who.secretary, 'sendReply', notice);
    expect(sent.replies[0]?.attachments).toEqual([{ id, fileName: '进度表.pdf' }]);
    expect((await who.office.fetch(`/files/${id}`)).status).toBe(200);
    expect((await who.head.fetch(`/files/${id}`)).status).toBe(404);
    expect((await ask(who.clerk, draft?.id)).requestUpload.userErrors[0]).toMatchObject({ code: 'ILLEGAL_TRANSITION' });
    const removal = await who.clerk.execute<{ removeAttachment: { userErrors: unknown[] } }>(
      'mutation R($input: RemoveAttachmentInput!) { removeAttachment(input: $input) { userErrors { code } } }',
      { input: { attachmentId: id } },
    );
    expect(removal.removeAttachment.userErrors).toHaveLength(1);
  });
});
