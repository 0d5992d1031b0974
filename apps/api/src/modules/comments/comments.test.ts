import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOW, startApi, type Api, type Caller } from '../../../test/api.ts';
import { publicationsOver, publish } from '../../../test/publications.ts';
import { strangerAt } from '../../../test/public-form.ts';

interface Comment {
  id: string;
  item: number;
  text: string;
  masked: number;
  state: string;
  replyDueOn: string | null;
  overdue: boolean;
  publicAnswer: string | null;
  releasedAt: string | null;
  version: number;
  transitions: { verb: string; allowed: boolean }[];
}
interface Answer {
  publication: { clueDays: { day: string; count: number }[] } | null;
  userErrors: { code: string; rule: string }[];
}

const PHONE = '13812345678';
const CLUE = '某局长线索白鹭九号';

describe('comments of the public', () => {
  let api: Api;
  let clock = NOW.getTime();
  let clerk: Caller;
  let secretary: Caller;
  let slug: string;
  let world: Awaited<ReturnType<typeof publicationsOver>>;
  let stranger: ReturnType<typeof strangerAt>;
  const later = (ms: number): void => {
    clock += ms;
  };
  beforeAll(async () => {
    api = await startApi({ server: { now: () => new Date(clock) } });
    world = await publicationsOver(api, '市侨青会');
    [clerk, secretary] = await Promise.all([api.as('clerk'), api.as('secretary')]);
    await world.call(clerk, 'draftPublication');
    await publish(api, world);
    await world.call(clerk, 'setPublicPage', { pageOn: true, replyDays: 5 });
    slug = (await world.read(clerk))!.slug;
    stranger = strangerAt(api, slug, 3);
  });
  afterAll(() => api.stop());

  const inbox = async (who: Caller): Promise<Comment[]> => {
    const { publicationComments } = await who.execute<{ publicationComments: { edges: { node: Comment }[] } }>(
      '{ publicationComments(first: 50) { edges { node { id item text masked state replyDueOn overdue publicAnswer releasedAt version transitions { verb allowed } } } } }',
    );
    return publicationComments.edges.map(({ node }) => node);
  };
  const call = async (who: Caller, verb: string, comment: Pick<Comment, 'id' | 'version'>, more: object = {}) => {
    const type = verb === 'answerComment' ? 'AnswerCommentInput' : 'CommentInput';
    const data = await who.execute<Record<string, Answer>>(
      `mutation M($input: ${type}!) { ${verb}(input: $input) { publication { clueDays { day count } } userErrors { code rule } } }`,
      { input: { commentId: comment.id, version: comment.version, ...more } },
    );
    return data[verb] as Answer;
  };
  const done = async (who: Caller, verb: string, comment: Comment, more: object = {}) => {
    expect((await call(who, verb, comment, more)).userErrors, verb).toEqual([]);
    return (await inbox(clerk)).find(({ id }) => id === comment.id) as Comment;
  };
  const leave = async (text: string): Promise<void> => {
    const ticket = stranger.ticketIn(await stranger.open());
    later(5_000);
    const { status } = await stranger.send({ ticket, text, website: '' });
    expect(status, text).toBe(303);
  };
  const newest = async (): Promise<Comment> => (await inbox(clerk))[0]!;

  it('are off until the body switches them on: no form, and nothing is taken', async () => {
    expect(await stranger.open()).not.toContain('<form');
    const refused = await stranger.send({ ticket: 'x', text: '建议' });
    expect([refused.status, await refused.text()]).toEqual([403, expect.stringContaining('本页不接受留言')]);
    await world.call(clerk, 'setPublicPage', { commentsOn: true });
    const page = await stranger.open();
    expect(page).toContain('<form method="post"');
    expect(page).toContain('href="tel:12388"');
  });

  it('are taken once however often the form is sent, and nothing is kept but the words', async () => {
    const opened = await fetch(stranger.url);
    expect(opened.headers.get('cache-control')).toBe('no-store');
    expect(opened.headers.get('set-cookie')).toBeNull();
    const ticket = stranger.ticketIn(await opened.text());
    later(5_000);
    const fields = { ticket, text: ` 建议公示进度，联系${PHONE}。\r\n谢谢 `, website: '' };
    const answers = await Promise.all([stranger.send(fields), stranger.send(fields), stranger.send(fields)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(answers[0]!.headers.get('location')).toBe(`/public/${slug}/3/received`);
    const [row] = await api.sql('SELECT * FROM publication_comment');
    expect(row).toMatchObject({ item: 3, text: `建议公示进度，联系${PHONE}。\n谢谢`, state: 'NEW' });
    expect(Object.keys(row!).filter((name) => /address|ip|agent|origin/.test(name))).toEqual([]);
    expect(await api.sql('SELECT 1 FROM published.comment_slot')).toEqual([]);
    expect(await inbox(clerk)).toHaveLength(1);
  });

  it('give back what was typed with the reason, in words', async () => {
    const ticket = stranger.ticketIn(await stranger.open());
    const evil = '</textarea><script>alert(1)</script>';
    const cases: [Record<string, string>, number, string][] = [
      [{ ticket, text: evil }, 0, '提交得太快'],
      [{ ticket, text: `${evil}${'长'.repeat(1_000)}` }, 5_000, '留言最多1000字，现在1036字'],
      [{ ticket, text: '  ' }, 0, '请填写留言内容'],
      [{ ticket: ticket.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')), text: evil }, 0, '页面打开太久'],
      [{ ticket: '', text: evil }, 0, '页面打开太久'],
      [{ ticket, text: evil }, 5 * 3_600_000, '页面打开太久'],
    ];
    for (const [fields, wait, words] of cases) {
      later(wait);
      const response = await stranger.send(fields);
      const page = await response.text();
      expect([response.status, response.headers.get('cache-control')], words).toEqual([422, 'no-store']);
      expect(page).toContain(words);
      expect(page).toContain('aria-invalid="true"');
      expect(page).not.toContain('<script');
      if (fields['text'] === evil) expect(page).toContain('&lt;/textarea&gt;&lt;script&gt;alert(1)');
    }
    // Before the sessions of the others end.
    later(-5 * 3_600_000);
    // A ticket is of its own item.
    const elsewhere = await strangerAt(api, slug, 4).send({ ticket: stranger.ticketIn(await stranger.open()), text: '乙' }); // prettier-ignore
    expect(elsewhere.status).toBe(422);
    expect((await stranger.send({ ticket, text: '长'.repeat(20_000) })).status).toBe(413);
    expect(await inbox(clerk)).toHaveLength(1);
  });

  it('of programs are thanked for and dropped', async () => {
    const ticket = stranger.ticketIn(await stranger.open());
    later(5_000);
    expect((await stranger.send({ ticket, text: '广告', website: 'http://x' })).status).toBe(303);
    expect(await inbox(clerk)).toHaveLength(1);
  });

  it('come to the clerk masked and with the day by which they are answered; nobody else reads them', async () => {
    const comment = await newest();
    expect(comment).toMatchObject({ item: 3, text: '建议公示进度，联系138****5678。\n谢谢', masked: 1, state: 'NEW', replyDueOn: '2026-11-27', overdue: false }); // prettier-ignore
    expect(await inbox(secretary)).toHaveLength(1);
    for (const login of ['leader', 'handler', 'head', 'office', 'discipline', 'otherclerk', 'othersecretary', 'auditadmin']) {
      const who = await api.as(login);
      expect(await inbox(who), login).toEqual([]);
      expect((await call(who, 'showComment', comment)).userErrors[0], login).toMatchObject({ code: 'NOT_FOUND' });
    } // prettier-ignore
    expect((await call(secretary, 'showComment', comment)).userErrors[0]).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('stand on the page once they are shown, the answer once it is released', async () => {
    const before = await stranger.open();
    expect(before).not.toContain('建议公示进度');
    let comment = await done(clerk, 'showComment', await newest());
    expect((await call(clerk, 'releaseAnswer', comment)).userErrors[0]).toMatchObject({ rule: 'comments.noAnswer' });
    const shown = await stranger.open();
    expect(shown).toContain('建议公示进度，联系138****5678。');
    expect(shown).not.toContain(PHONE);
    comment = await done(clerk, 'answerComment', comment, { answer: `已公示，可询${PHONE}。` });
    expect([comment.publicAnswer, comment.replyDueOn]).toEqual(['已公示，可询138****5678。', '2026-11-27']);
    expect(await stranger.open()).not.toContain('已公示');
    comment = await done(secretary, 'releaseAnswer', comment);
    expect([comment.replyDueOn, comment.overdue]).toEqual([null, false]);
    expect(await stranger.open()).toContain('已公示，可询138****5678。');
    expect((await call(secretary, 'releaseAnswer', comment)).userErrors[0]).toMatchObject({
      rule: 'comments.released',
    });
    comment = await done(clerk, 'answerComment', comment, { answer: '改写的答复' });
    expect(await stranger.open()).not.toMatch(/已公示|改写/);
    expect((await call(clerk, 'hideComment', { ...comment, version: 1 })).userErrors[0]).toMatchObject({ code: 'CONFLICT' }); // prettier-ignore
    await done(clerk, 'hideComment', comment);
    expect(await stranger.open()).not.toContain('建议公示进度');
  });

  it('that may hold a clue are nowhere any more: a day and a count stay', async () => {
    await leave(`举报${CLUE}`);
    const shown = await done(clerk, 'showComment', await newest());
    const comment = await done(clerk, 'answerComment', shown, { answer: `关于${CLUE}` });
    await clerk.send('{ publicationComments(first: 5) { edges { node { text } } } }');
    const { publication, userErrors } = await call(clerk, 'handOverClue', comment);
    expect([publication?.clueDays, userErrors]).toEqual([[{ day: '2026-11-22', count: 1 }], []]);
    expect(await stranger.open()).not.toContain(CLUE);
    // Every column of every table, of every schema: history, trail, feed and stored answers included.
    const columns = await api.sql<{ at: string; name: string }>(
      `SELECT format('%I.%I', n.nspname, c.relname) AS at, a.attname AS name FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped AND n.nspname NOT IN ('pg_catalog', 'information_schema')`,
    );
    const id = comment.id.slice(4);
    for (const [at, of] of Map.groupBy(columns, (one) => one.at)) {
      const any = of.map(({ name }) => `"${name}"::text LIKE '%' || $1 || '%' OR "${name}"::text LIKE '%' || $2 || '%'`); // prettier-ignore
      expect(await api.sql(`SELECT * FROM ${at} WHERE ${any.join(' OR ')}`, [CLUE, id]), at).toEqual([]);
    }
    const [entry] = await api.sql(`SELECT record_type, before, after, reason FROM audit_event WHERE verb = 'handOverClue'`); // prettier-ignore
    expect(entry).toEqual({ record_type: 'Publication', before: null, after: { day: '2026-11-22' }, reason: null });
    expect(await call(clerk, 'handOverClue', comment)).toMatchObject({ userErrors: [{ code: 'NOT_FOUND' }] });
  });

  it('leave by a role that may do nothing else, and only where the item is public and open', async () => {
    const [rights] = await api.sql<{ names: string[] }>(
      `SELECT array_agg(format('%I.%I %s', n.nspname, c.relname, p)) AS names FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, unnest(ARRAY['SELECT','INSERT','UPDATE','DELETE']) p
       WHERE c.relkind IN ('r', 'v', 'm', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND has_table_privilege('closeout_commenter', c.oid, p)`,
    );
    expect(rights?.names).toEqual(['published.comment_slot INSERT']);
    const insert = (at: string, item: number) =>
      api.sql(`INSERT INTO published.comment_slot VALUES ($1, $2, '直接写入', gen_random_uuid(), now())`, [at, item]);
    await expect(insert(slug, 99)).rejects.toThrow('closed');
    await expect(insert('no-such', 3)).rejects.toThrow('closed');
  });

  it('go with the text when it is taken down, and come back with it', async () => {
    await leave('留言丙');
    await done(clerk, 'showComment', await newest());
    const ticket = stranger.ticketIn(await stranger.open());
    await world.call(secretary, 'takeDown', { reason: '勘误' });
    later(5_000);
    expect((await stranger.send({ ticket, text: '迟到的留言' })).status).toBe(410);
    expect(await api.sql('SELECT 1 FROM published.comment WHERE slug = $1', [slug])).toEqual([]);
    await world.call(clerk, 'draftPublication');
    await publish(api, world);
    expect(await stranger.open()).toContain('留言丙');
  });
});
