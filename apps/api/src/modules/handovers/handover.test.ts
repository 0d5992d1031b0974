import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type Api, type Caller } from '../../../test/api.ts';
import { mutate } from '../../../test/work.ts';

interface Item {
  kind: string;
  label: string;
  finding: { id: string } | null;
}
interface Handover {
  id: string;
  version: number;
  state: string;
  digest: string;
  acknowledgeAs: string | null;
  missingRoles: string[];
  outgoingCurrent: boolean;
  incomingCurrent: boolean;
  inPlaceReason: string | null;
  outgoingAckByName: string | null;
  items: Item[];
}
interface Payload {
  handover: Handover | null;
}

const HANDOVER =
  'id version state digest acknowledgeAs missingRoles outgoingCurrent incomingCurrent inPlaceReason outgoingAckByName items { id kind label finding { id } }';

describe('handovers over GraphQL', () => {
  let api: Api;
  const callers = new Map<string, Caller>();
  const as = async (login: string): Promise<Caller> => {
    if (!callers.has(login)) callers.set(login, await api.as(login));
    return callers.get(login)!;
  };
  beforeAll(async () => {
    api = await startApi();
    await api.sql('DELETE FROM handover');
  });
  afterAll(() => api.stop());

  const person = async (login: string): Promise<string> =>
    (await api.sql<{ id: string }>(`SELECT person_id AS id FROM account WHERE login = $1`, [login]))[0]!.id;
  const postOf = async (login: string): Promise<string> =>
    (
      await api.sql<{ id: string }>(
        `SELECT h.post_id AS id FROM post_holding h JOIN account a ON a.person_id = h.person_id WHERE a.login = $1 ORDER BY h.to_on DESC NULLS FIRST LIMIT 1`,
        [login],
      )
    )[0]!.id;
  const start = async (of: string, to: string, change: object = {}) =>
    mutate<Payload>(
      await as('sysadmin'),
      'startHandover',
      { postId: `pst_${await postOf(of)}`, incomingId: `psn_${await person(to)}`, reason: '岗位调整', ...change },
      `handover { ${HANDOVER} }`,
    );
  const see = async (login: string, id: string): Promise<Handover | null> =>
    (
      await (
        await as(login)
      ).execute<{ handover: Handover | null }>(`query H($id: ID!) { handover(id: $id) { ${HANDOVER} } }`, { id })
    ).handover;
  const acknowledge = async (login: string, handover: Handover, reason?: string) => {
    const digest = (await see(login, handover.id))?.digest ?? handover.digest;
    return mutate<Payload>(
      await as(login),
      'acknowledgeHandover',
      { handoverId: handover.id, digest, reason },
      `handover { ${HANDOVER} }`,
    );
  };
  const cancel = (handover: Handover) =>
    api.sql(`UPDATE handover SET state = 'CANCELLED' WHERE id = $1`, [handover.id.slice(4)]);
  const holder = async (postId: string): Promise<string | undefined> =>
    (
      await api.sql<{ id: string }>(`SELECT person_id AS id FROM post_holding WHERE post_id = $1 AND to_on IS NULL`, [
        postId,
      ])
    )[0]?.id;
  const handled = async (personId: string): Promise<number> =>
    Number(
      (
        await api.sql<{ n: string }>(
          `SELECT ((SELECT count(*) FROM finding WHERE handler_id = $1 AND state IN ('UNCLAIMED', 'RECTIFYING', 'IN_REVIEW', 'CONTINUING'))
            + (SELECT count(*) FROM action a JOIN finding f ON f.id = a.finding_id AND f.state IN ('UNCLAIMED', 'RECTIFYING', 'IN_REVIEW', 'CONTINUING') WHERE a.handler_id = $1 AND a.state NOT IN ('DONE', 'DROPPED')))::text AS n`,
          [personId],
        )
      )[0]!.n,
    );

  it('moves post, items and rights once both have acknowledged, and keeps the list', async () => {
    const [from, to, post] = [await person('handler3'), await person('handler4'), await postOf('handler3')];
    const [before, own] = [await handled(from), await handled(to)];
    expect(before).toBeGreaterThan(0);
    const started = await start('handler3', 'handler4');
    expect(started.userErrors).toEqual([]);
    const handover = started.handover!;
    expect(handover).toMatchObject({ state: 'OPEN', items: [], acknowledgeAs: null });
    const list = (await see('handler3', handover.id))!;
    expect(list.items.filter((item) => ['HANDLED', 'ACTION'].includes(item.kind))).toHaveLength(before);

    const first = await acknowledge('handler3', handover);
    expect(first.handover).toMatchObject({ state: 'OPEN', outgoingCurrent: true, incomingCurrent: false });
    expect((await acknowledge('handler3', handover)).userErrors[0]).toMatchObject({ rule: 'people.handoverOnce' });
    expect(await holder(post)).toBe(from);

    const second = await acknowledge('handler4', handover);
    expect(second.userErrors).toEqual([]);
    expect(second.handover).toMatchObject({ state: 'DONE', outgoingCurrent: true, incomingCurrent: true });
    expect(second.handover!.items.map((item) => [item.kind, item.label])).toEqual(
      list.items.map((item) => [item.kind, item.label]),
    );
    expect(await holder(post)).toBe(to);
    expect([await handled(from), await handled(to)]).toEqual([0, before + own]);
    const held = await api.sql<{ person_id: string }>(
      `SELECT person_id FROM post_holding WHERE post_id = $1 ORDER BY from_on`,
      [post],
    );
    expect(held.map((one) => one.person_id)).toEqual([from, to]);
    const grants = await api.sql(
      `SELECT 1 FROM role_grant g JOIN account a ON a.id = g.account_id WHERE a.person_id = $1 AND g.revoked_at IS NULL`,
      [from],
    );
    expect(grants).toEqual([]);
    const verbs = await api.sql<{ verb: string }>(
      `SELECT DISTINCT verb FROM audit_event WHERE success AND verb IN ('startHandover', 'acknowledgeHandover', 'holdPost', 'handOver', 'revokeRole') ORDER BY verb`,
    );
    expect(verbs.map((one) => one.verb)).toEqual([
      'acknowledgeHandover',
      'handOver',
      'holdPost',
      'revokeRole',
      'startHandover',
    ]);
    expect((await acknowledge('handler4', handover)).userErrors[0]).toMatchObject({ rule: 'people.handoverState' });
    await api.sql(
      `UPDATE role_grant g SET revoked_at = NULL FROM account a WHERE a.id = g.account_id AND a.login = 'handler3'`,
    );
  });

  it('the items are read by the two people, the secretary and the clerk; who keeps posts sees that it waits and nothing of it', async () => {
    const { handover } = await start('head', 'head2');
    for (const login of ['head', 'head2', 'secretary', 'clerk'])
      expect((await see(login, handover!.id))?.items.length, login).toBeGreaterThan(0);
    expect((await see('sysadmin', handover!.id))?.items).toEqual([]);
    for (const login of ['secadmin', 'auditadmin', 'leader', 'handler', 'discipline', 'office', 'otherhead'])
      expect(await see(login, handover!.id), login).toBeNull();
    await cancel(handover!);
  });

  it('the successor must hold what the post carries: granted by the security administrator, not by the handover', async () => {
    const { handover } = await start('leader', 'leader2');
    expect(handover!.missingRoles).toEqual(['LEADER']);
    expect((await acknowledge('leader', handover!)).userErrors).toEqual([]);
    const refused = await acknowledge('leader2', handover!);
    expect(refused.userErrors[0]).toMatchObject({ code: 'ILLEGAL_TRANSITION', rule: 'people.handoverRoles' });
    const led = (await see('leader', handover!.id))!.items.filter((item) => item.kind === 'LED');
    expect(led.length).toBeGreaterThan(0);
    const [account] = await api.sql<{ id: string }>(`SELECT 'acc_' || id AS id FROM account WHERE login = 'leader2'`);
    const granted = await mutate(
      await as('secadmin'),
      'grantRole',
      { accountId: account!.id, role: 'LEADER', postId: `pst_${await postOf('leader')}` },
      '__typename',
    );
    expect(granted.userErrors).toEqual([]);
    const post = await postOf('leader');
    const done = await acknowledge('leader2', handover!);
    expect(done.handover).toMatchObject({ state: 'DONE', missingRoles: [] });
    expect(await holder(post)).toBe(await person('leader2'));
    // posts own findings: they did not move, they are the successor's now
    const rows = await (
      await as('leader2')
    ).execute<{ findings: { edges: { node: { id: string } }[] } }>(
      '{ findings(first: 100) { edges { node { id } } } }',
    );
    const seen = rows.findings.edges.map(({ node }) => node.id);
    for (const item of led) expect(seen).toContain(item.finding!.id);
  });

  it('a list that changed is a conflict for who looked at the old one, and an acknowledgement of it is given anew', async () => {
    const { handover } = await start('handler2', 'handler5');
    const old = (await see('handler2', handover!.id))!;
    expect((await acknowledge('handler2', handover!)).userErrors).toEqual([]);
    await api.sql(
      `UPDATE finding SET handler_id = $1 WHERE id = (SELECT f.id FROM finding f JOIN body b ON b.id = f.body_id WHERE b.short_name = '市侨青会' AND f.state = 'RECTIFYING' AND f.handler_id IS DISTINCT FROM $1 LIMIT 1)`,
      [await person('handler2')],
    );
    const stale = await mutate<Payload>(
      await as('handler2'),
      'acknowledgeHandover',
      { handoverId: handover!.id, digest: old.digest },
      `handover { ${HANDOVER} }`,
    );
    expect(stale.userErrors[0]).toMatchObject({ code: 'CONFLICT', rule: 'people.handoverList' });
    expect(await see('handler2', handover!.id)).toMatchObject({ outgoingCurrent: false, acknowledgeAs: 'OUTGOING' });
    expect((await acknowledge('handler2', handover!)).handover).toMatchObject({ outgoingCurrent: true });
    await cancel(handover!);
  });

  it('for who is gone the secretary acknowledges with the reason, and nobody else', async () => {
    const { handover } = await start('handler6', 'head5');
    expect((await acknowledge('secretary', handover!, 'x')).userErrors[0]).toMatchObject({ code: 'FORBIDDEN' });
    const gone = await person('handler6');
    await api.sql(`UPDATE account SET active = false WHERE person_id = $1`, [gone]);
    expect((await acknowledge('clerk', handover!, 'x')).userErrors[0]).toMatchObject({ code: 'FORBIDDEN' });
    expect((await acknowledge('sysadmin', handover!, 'x')).userErrors[0]).toMatchObject({ code: 'FORBIDDEN' });
    expect((await acknowledge('secretary', handover!, ' ')).userErrors[0]).toMatchObject({ field: 'reason' });
    const done = await acknowledge('secretary', handover!, '已调离,由本人代为确认');
    expect(done.handover).toMatchObject({ inPlaceReason: '已调离,由本人代为确认', outgoingCurrent: true });
    await cancel(handover!);
    await api.sql(`UPDATE account SET active = true WHERE person_id = $1`, [gone]);
  });

  it.each([
    ['the holder himself', 'handler5', 'handler5', {}, 'INVALID', 'incomingId'],
    ['somebody of another body', 'handler5', 'otherhead', {}, 'INVALID', 'incomingId'],
    ['without a reason', 'handler5', 'handler6', { reason: ' ' }, 'INVALID', 'reason'],
    ['a post that does not exist', 'handler5', 'handler6', { postId: 'pst_x' }, 'NOT_FOUND', null],
  ])('refuses %s', async (_case, of, to, change, code, field) => {
    expect((await start(of, to, change)).userErrors[0]).toMatchObject({ code, field });
  });

  it('one handover of a post at a time, and nobody takes the post meanwhile', async () => {
    const { handover } = await start('handler7', 'handler2');
    expect((await start('handler7', 'handler5')).userErrors[0]).toMatchObject({ rule: 'people.handoverOpen' });
    const [post] = await api.sql<{ id: string; version: number }>(
      `SELECT 'pst_' || id AS id, version FROM post WHERE id = $1`,
      [await postOf('handler7')],
    );
    const held = await mutate(
      await as('sysadmin'),
      'holdPost',
      { postId: post!.id, version: post!.version, personId: `psn_${await person('handler2')}`, fromOn: '2026-11-22' },
      'post { id }',
    );
    expect(held.userErrors[0]).toMatchObject({ rule: 'people.handoverOpen' });
    const cancelled = await mutate<Payload>(
      await as('sysadmin'),
      'cancelHandover',
      { handoverId: handover!.id, version: handover!.version },
      `handover { ${HANDOVER} }`,
    );
    expect(cancelled.handover).toMatchObject({ state: 'CANCELLED', acknowledgeAs: null });
    expect((await acknowledge('handler7', handover!)).userErrors[0]).toMatchObject({ rule: 'people.handoverState' });
  });

  const appoint = async (postId: string, to: string) => {
    const [post] = await api.sql<{ version: number }>(`SELECT version FROM post WHERE id = $1`, [postId]);
    const input = { postId: `pst_${postId}`, version: post!.version };
    return {
      hold: async () =>
        mutate(
          await as('sysadmin'),
          'holdPost',
          { ...input, personId: `psn_${await person(to)}`, fromOn: '2026-11-22' },
          'post { id }',
        ),
      vacate: async () => mutate(await as('sysadmin'), 'vacatePost', { ...input, toOn: '2026-11-21' }, 'post { id }'),
    };
  };

  it('appoints nobody in the place of who handles open items, nor after him: a handover passes them on', async () => {
    const [postId, holderId] = [await postOf('handler7'), await person('handler7')];
    const open = await handled(holderId);
    expect(open).toBeGreaterThan(0);
    const refused = { rule: 'people.handledItems', field: 'postId', params: { open } };
    expect((await (await appoint(postId, 'handler2')).hold()).userErrors).toMatchObject([refused]);
    expect(await holder(postId)).toBe(holderId);
    expect((await (await appoint(postId, 'handler2')).vacate()).userErrors).toEqual([]);
    expect((await (await appoint(postId, 'handler2')).hold()).userErrors).toMatchObject([refused]);
    // He may come back to what is his.
    expect((await (await appoint(postId, 'handler7')).hold()).userErrors).toEqual([]);
    await api.sql(`UPDATE finding SET handler_id = NULL WHERE handler_id = $1`, [holderId]);
    await api.sql(`UPDATE action SET handler_id = NULL WHERE handler_id = $1`, [holderId]);
    const { hold } = await appoint(postId, 'handler2');
    expect((await hold()).userErrors[0]?.rule).not.toBe('people.handledItems');
  });

  it('lists what waits for a signature as long as the right to give it is in force', async () => {
    const [head] = await api.sql<{ login: string; grant_id: string }>(
      `SELECT a.login, g.id AS grant_id FROM account a JOIN role_grant g ON g.account_id = a.id AND g.role = 'DEPARTMENT_HEAD' AND g.revoked_at IS NULL
        JOIN post_holding h ON h.person_id = a.person_id AND h.to_on IS NULL JOIN post p ON p.id = h.post_id AND p.department_id = g.department_id
        WHERE EXISTS (SELECT 1 FROM finding f JOIN submission s ON s.finding_id = f.id AND s.outcome = 'PENDING' JOIN signoff_step t ON t.submission_id = s.id AND t.state = 'CURRENT' AND t.kind = 'DEPARTMENT_HEAD' WHERE f.lead_department_id = g.department_id) ORDER BY 1 LIMIT 1`,
    );
    const { handover } = await start(head!.login, 'handler6');
    const waiting = async () =>
      (await see(head!.login, handover!.id))!.items.filter((item) => item.kind === 'TO_SIGN').length;
    expect(await waiting()).toBeGreaterThan(0);
    await api.sql(`UPDATE role_grant SET to_on = '2026-11-21' WHERE id = $1`, [head!.grant_id]);
    expect(await waiting()).toBe(0);
  });
});
