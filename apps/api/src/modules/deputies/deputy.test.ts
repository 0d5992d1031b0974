import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startApi, type Api } from '../../../test/api.ts';
import { deputiesOver, DEPUTATION, POSTS, LIST, type Payload, type Post } from '../../../test/deputies.ts';
import { findingNo, mutate } from '../../../test/work.ts';

describe('deputies over GraphQL', () => {
  let api: Api;
  type World = ReturnType<typeof deputiesOver>;
  let as: World['as'];
  let person: World['person'];
  let appoint: World['appoint'];
  let decide: World['decide'];
  let standIn: World['standIn'];
  let review: World['review'];
  beforeAll(async () => {
    api = await startApi();
    ({ as, person, appoint, decide, standIn, review } = deputiesOver(api));
  });
  afterAll(() => api.stop());
  beforeEach(() => api.sql(`DELETE FROM deputation`));

  it('a person appoints, the secretary confirms, and it is in force; each step is in the trail', async () => {
    const asked = await appoint('head', 'head', 'handler');
    expect(asked.deputation).toMatchObject({ state: 'PROPOSED', inForce: false, waitsForMe: false, mayEnd: true });
    expect((await decide('head', asked.deputation!)).userErrors[0]).toMatchObject({ code: 'FORBIDDEN' });
    expect((await decide('handler', asked.deputation!)).userErrors[0]).toMatchObject({ code: 'FORBIDDEN' });
    expect((await decide('leader', asked.deputation!)).userErrors[0]).toMatchObject({ code: 'NOT_FOUND' });
    const confirmed = await decide('secretary', asked.deputation!);
    expect(confirmed.deputation).toMatchObject({ state: 'CONFIRMED', inForce: true });
    expect((await decide('secretary', asked.deputation!)).userErrors[0]).toMatchObject({ code: 'CONFLICT' });
    const trail = await api.sql(
      `SELECT verb FROM audit_event WHERE success AND record_type = 'Deputation' AND record_id = $1 ORDER BY id`,
      [asked.deputation!.id.slice(4)],
    );
    expect(trail).toEqual([{ verb: 'appointDeputy' }, { verb: 'confirmDeputy' }]);
  });

  it('what the secretary appoints is confirmed by the deputy, also for somebody who fell ill', async () => {
    for (const [of, deputy] of [
      ['secretary', 'leader'],
      ['head2', 'handler2'],
    ] as const) {
      const asked = await appoint('secretary', of, deputy);
      expect(asked.deputation).toMatchObject({ state: 'PROPOSED', waitsForMe: false });
      expect((await decide('secretary', asked.deputation!)).userErrors[0]).toMatchObject({ code: 'FORBIDDEN' });
      expect((await decide(deputy, asked.deputation!)).deputation).toMatchObject({ state: 'CONFIRMED', inForce: true });
    }
  });

  it('declining takes a reason; a declined one cannot be confirmed or ended', async () => {
    const asked = await appoint('head', 'head', 'handler');
    expect((await decide('secretary', asked.deputation!, false, ' ')).userErrors[0]).toMatchObject({
      code: 'INVALID',
      field: 'opinion',
    });
    const declined = await decide('secretary', asked.deputation!, false, '该时段有会议,请改期');
    expect(declined.deputation).toMatchObject({ state: 'DECLINED', mayEnd: false });
    expect((await decide('secretary', declined.deputation!)).userErrors[0]).toMatchObject({
      code: 'ILLEGAL_TRANSITION',
    });
  });

  it.each([
    ['a role of another', 'head', 'head2', 'handler', {}, 'NOT_FOUND', null],
    ['a role of another body', 'secretary', 'otherhead', 'handler', {}, 'NOT_FOUND', null],
    ['the clerk’s role', 'secretary', 'clerk', 'handler', {}, 'NOT_FOUND', null],
    ['a person of another body', 'head', 'head', 'otherhead', {}, 'INVALID', 'deputyId'],
    ['himself', 'head', 'head', 'head', {}, 'INVALID', 'deputyId'],
    ['the clerk', 'head', 'head', 'clerk', {}, 'INVALID', 'deputyId'],
    ['a handler for a leader', 'leader', 'leader', 'handler', {}, 'INVALID', 'deputyId'],
    ['yesterday', 'head', 'head', 'handler', { fromOn: '2026-11-21' }, 'INVALID', 'fromOn'],
    ['the last day first', 'head', 'head', 'handler', { toOn: '2026-11-21' }, 'INVALID', 'toOn'],
    ['without a reason', 'head', 'head', 'handler', { reason: ' ' }, 'INVALID', 'reason'],
  ])('refuses %s', async (_case, by, of, deputy, change, code, field) => {
    const asked = await appoint(by, of, deputy, change);
    expect(asked.userErrors[0]).toMatchObject({ code, field });
    expect(await api.sql('SELECT 1 FROM deputation')).toEqual([]);
  });

  it('nobody is away twice, and a deputy is not away himself', async () => {
    await standIn('head', 'head2');
    const params = async (by: string, of: string, deputy: string) =>
      (await appoint(by, of, deputy)).userErrors[0]?.params?.['reason'];
    expect(await params('head', 'head', 'handler')).toBe('AWAY_ALREADY');
    expect(await params('head2', 'head2', 'handler2')).toBe('IS_DEPUTY');
    expect(await params('head3', 'head3', 'head')).toBe('DEPUTY_AWAY');
  });

  it('two appointments at once do not pass each other', async () => {
    const answers = await Promise.all([appoint('head', 'head', 'handler'), appoint('secretary', 'head', 'head2')]);
    expect(answers.flatMap((one) => one.userErrors.map((error) => error.code))).toEqual(['INVALID']);
    expect(await api.sql('SELECT 1 FROM deputation')).toHaveLength(1);
  });

  it('the list is read by the two people, the secretary, the clerk and the discipline group, and by nobody else', async () => {
    await standIn('head', 'handler');
    for (const login of ['head', 'handler', 'secretary', 'clerk', 'discipline'])
      expect(
        (await (await as(login)).execute<{ deputations: { edges: unknown[] } }>(LIST)).deputations.edges,
        login,
      ).toHaveLength(1);
    for (const login of ['head2', 'leader', 'office', 'sysadmin', 'secadmin', 'auditadmin', 'otherhead'])
      expect(
        (await (await as(login)).execute<{ deputations: { edges: unknown[] } }>(LIST)).deputations.edges,
        login,
      ).toEqual([]);
  });

  it('offers the own roles, and the secretary those of the body, each with those who may stand in', async () => {
    const posts = async (login: string) =>
      (await (await as(login)).execute<{ deputisedPosts: Post[] }>(POSTS)).deputisedPosts;
    const [own, ...others] = await posts('head');
    expect(others).toEqual([]);
    expect(own).toMatchObject({ role: 'DEPARTMENT_HEAD', scopeName: '计划财务部', own: true });
    const all = await posts('secretary');
    expect(all[0]).toMatchObject({ role: 'SECRETARY', own: true });
    expect(all).toHaveLength(10);
    for (const login of ['handler', 'clerk', 'discipline', 'office', 'sysadmin'])
      expect(await posts(login)).toEqual([]);
  });

  it('the deputy sees what the post sees and nothing more, and it ends by itself with the next request', async () => {
    const count = async (login: string): Promise<number> =>
      (await (await as(login)).execute<{ findings: { totalCount: number } }>('{ findings { totalCount } }')).findings
        .totalCount;
    const [own, post] = [await count('leader2'), await count('leader')];
    await standIn('leader', 'leader2');
    expect(await count('leader2')).toBeGreaterThan(own);
    expect(await count('leader2')).toBeLessThanOrEqual(own + post);
    for (const change of [
      `to_on = '2026-11-21', from_on = '2026-11-20'`,
      `from_on = '2026-11-23'`,
      `state = 'ENDED'`,
      `state = 'PROPOSED'`,
    ]) {
      await api.sql(`UPDATE deputation SET from_on = '2026-11-22', to_on = '2026-11-30', state = 'CONFIRMED'`);
      expect(await count('leader2')).toBeGreaterThan(own);
      await api.sql(`UPDATE deputation SET ${change}`);
      expect(await count('leader2'), change).toBe(own);
    }
    await api.sql(`UPDATE deputation SET from_on = '2026-11-22', to_on = '2026-11-30', state = 'CONFIRMED'`);
    const revoke = (at: string): Promise<unknown> =>
      api.sql(
        `UPDATE role_grant g SET revoked_at = ${at} FROM account a WHERE a.id = g.account_id AND a.login = 'leader'`,
      );
    await revoke('now()');
    expect(await count('leader2')).toBe(own);
    await revoke('NULL');
  });

  it('a deputy of the secretary sees the body and decides nothing but signatures', async () => {
    const asked = await appoint('secretary', 'secretary', 'leader2');
    await decide('leader2', asked.deputation!);
    const deputy = await as('leader2');
    const finding = await findingNo(deputy, 9); // asks for an extension, which the secretary decides
    const own = (await review('secretary', 9))!.viewerCan;
    expect(own).toContain('decideExtension');
    expect((await review('leader2', 9))!.viewerCan.filter((verb) => own.includes(verb))).toEqual(['reviewEvidence']);
    const instruct = await mutate(deputy, 'instruct', { findingId: finding.id, text: 'x' }, 'finding { id }');
    expect(instruct.userErrors[0]).toMatchObject({ code: 'FORBIDDEN' });
    const { viewer } = await deputy.execute<{ viewer: { capabilities: string[]; home: string } }>(
      '{ viewer { capabilities home } }',
    );
    expect(viewer.home).toBe('HOME_LEADER');
    expect(viewer.capabilities).not.toContain('REPORT');
    const { exportable } = await deputy.execute<{ exportable: unknown }>(
      '{ exportable: statistics(inspectionId: "x") { byState { count } } }',
    );
    expect(exportable).toBeNull();
  });

  it('signs in the name of the post, once: the signature is the deputy’s and the holder’s', async () => {
    const waiting = await api.sql<{
      seq: number;
      login: string;
    }>(`SELECT f.seq, a.login FROM finding f JOIN body b ON b.id = f.body_id AND b.short_name = '市侨青会'
      JOIN submission s ON s.finding_id = f.id AND s.outcome = 'PENDING' JOIN signoff_step t ON t.submission_id = s.id AND t.state = 'CURRENT' AND t.kind = 'LEADER'
      JOIN role_grant g ON g.post_id = f.leader_post_id JOIN account a ON a.id = g.account_id
      WHERE NOT EXISTS (SELECT 1 FROM finding_subject j WHERE j.finding_id = f.id) AND NOT EXISTS (SELECT 1 FROM submission o JOIN signoff_step x ON x.submission_id = o.id WHERE o.id = s.id AND x.state = 'SIGNED' AND x.signer_id = a.person_id) ORDER BY f.seq`);
    const { seq, login } = waiting[0]!;
    const deputy = login === 'leader2' ? 'leader3' : 'leader2';
    expect((await review(deputy, seq))?.viewerCan ?? []).not.toContain('sign');
    await standIn(login, deputy);
    const before = (await review(deputy, seq))!;
    expect(before.viewerCan).toEqual(expect.arrayContaining(['sign', 'returnFinding']));
    expect(before.pendingSubmission!.currentStep.deputyNames).toHaveLength(1);
    const waits = `query W { findings(first: 100, filter: { waitsForMe: true }) { edges { node { id } } } }`;
    const { findings } = await (await as(deputy)).execute<{ findings: { edges: { node: { id: string } }[] } }>(waits);
    expect(findings.edges.map(({ node }) => node.id)).toContain(before.id);

    const signed = await mutate(
      await as(deputy),
      'sign',
      { findingId: before.id, version: before.version, acceptEvidence: true, opinion: '同意' },
      'finding { id state }',
    );
    expect(signed.userErrors).toEqual([]);
    const after = (await review('secretary', seq))!;
    const names = await api.sql<{ login: string; name: string; title: string }>(
      `SELECT a.login, n.name, p.title FROM account a JOIN person n ON n.id = a.person_id JOIN post_holding h ON h.person_id = n.id AND h.to_on IS NULL JOIN post p ON p.id = h.post_id WHERE a.login = ANY($1)`,
      [[login, deputy]],
    );
    const of = (who: string) => names.find((one) => one.login === who)!;
    expect(after.pendingSubmission!.steps.find((step) => step['kind'] === 'LEADER')).toMatchObject({
      state: 'SIGNED',
      signerName: of(deputy).name,
      principalName: of(login).name,
      signerPost: of(login).title,
    });
    // what the deputy signed counts as signed by the holder: neither signs a later step of the chain
    await api.sql(
      `UPDATE role_grant g SET role = 'SECRETARY', post_id = NULL, body_id = p.body_id FROM account a, post p WHERE a.id = g.account_id AND p.id = g.post_id AND a.login = $1`,
      [login],
    );
    expect((await review(login, seq))!.viewerCan).not.toContain('sign');
    await api.sql(
      `UPDATE role_grant g SET role = 'LEADER', post_id = h.post_id FROM account a JOIN post_holding h ON h.person_id = a.person_id AND h.to_on IS NULL WHERE a.id = g.account_id AND a.login = $1`,
      [login],
    );
    const closing = await mutate(
      await as('secretary'),
      'sign',
      { findingId: after.id, version: after.version, acceptEvidence: true },
      'finding { id state closedByName }',
    );
    expect(closing).toMatchObject({ userErrors: [] });
  });

  it('who is the subject, or submitted, is no deputy for that finding', async () => {
    const [row] = await api.sql<{
      seq: number;
      id: string;
      head: string;
    }>(`SELECT f.seq, f.id, a.login AS head FROM finding f JOIN body b ON b.id = f.body_id AND b.short_name = '市侨青会'
      JOIN submission s ON s.finding_id = f.id AND s.outcome = 'PENDING' JOIN signoff_step t ON t.submission_id = s.id AND t.state = 'CURRENT' AND t.kind = 'DEPARTMENT_HEAD'
      JOIN role_grant g ON g.department_id = f.lead_department_id AND g.role = 'DEPARTMENT_HEAD' JOIN account a ON a.id = g.account_id ORDER BY f.seq LIMIT 1`);
    const deputy = row!.head === 'head2' ? 'head4' : 'head2';
    await standIn(row!.head, deputy);
    const sign = async (): Promise<string | null | undefined> => {
      const finding = (await review(deputy, row!.seq))!;
      const answer = await mutate(
        await as(deputy),
        'sign',
        { findingId: finding.id, version: finding.version },
        'finding { id }',
      );
      return answer.userErrors[0]?.rule;
    };
    const me = (await person(deputy)).slice(4);
    await api.sql('INSERT INTO finding_subject (finding_id, person_id) VALUES ($1, $2)', [row!.id, me]);
    expect(await sign()).toBe('signoff.recusal');
    await api.sql('DELETE FROM finding_subject WHERE finding_id = $1', [row!.id]);
    await api.sql(`UPDATE submission SET submitted_by_id = $2 WHERE finding_id = $1 AND outcome = 'PENDING'`, [
      row!.id,
      me,
    ]);
    expect(await sign()).toBe('signoff.ownSubmission');
    const [{ id: head } = { id: '' }] = [{ id: (await person(row!.head)).slice(4) }];
    await api.sql(`UPDATE submission SET submitted_by_id = $2 WHERE finding_id = $1 AND outcome = 'PENDING'`, [
      row!.id,
      head,
    ]);
    expect(await sign()).not.toBeUndefined();
  });

  it('ends at once, by the deputy himself too', async () => {
    const deputation = await standIn('head', 'handler');
    const ended = await mutate<Payload>(
      await as('handler'),
      'endDeputy',
      { deputationId: deputation.id, version: deputation.version },
      DEPUTATION,
    );
    expect(ended.deputation).toMatchObject({ state: 'ENDED', inForce: false, mayEnd: false });
    expect((await appoint('head', 'head', 'handler')).userErrors).toEqual([]);
  });
});
