import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type Api, type Caller } from '../../../test/api.ts';
import { filingsOver, type Version, type Counts } from '../../../test/filings.ts';
import { inspectionOf } from '../../../test/work.ts';

describe('filings', () => {
  let api: Api;
  let clerk: Caller;
  let secretary: Caller;
  let office: Caller;
  type World = ReturnType<typeof filingsOver>;
  let filingsOf: World['filingsOf'];
  let one: World['one'];
  let filing: World['filing'];
  let call: World['call'];
  let prepare: World['prepare'];
  let seen: World['seen'];
  beforeAll(async () => {
    api = await startApi();
    ({ filingsOf, one, filing, call, prepare, seen } = filingsOver(api));
    [clerk, secretary, office] = await Promise.all([api.as('clerk'), api.as('secretary'), api.as('office')]);
  });
  afterAll(() => api.stop());

  it('what is due when comes from the settings, with its reason, and a filing that was begun keeps its day', async () => {
    const list = await filingsOf(clerk, '市侨青会');
    expect(list.map((each) => `${each.kind} ${each.number} ${each.dueOn} ${each.state} ${each.lateDays}`)).toEqual([
      'PLAN 1 2026-07-18 ACCEPTED 0',
      'PERIODIC 1 2026-09-18 RECEIVED 0',
      'PERIODIC 2 2026-12-18 PREPARED 0',
      'FINAL 1 2027-01-18 DUE 0',
      'PERIODIC 3 2027-03-18 DUE 0',
      'PERIODIC 4 2027-06-18 DUE 0',
    ]);
    expect(list.find((each) => each.kind === 'FINAL')).toMatchObject({
      code: 'finalReport',
      amount: 7,
      unit: 'MONTH',
      from: '2026-06-18',
      filingId: null,
    });
    await api.sql(
      `UPDATE round SET settings = settings || '{"offsets": {"plan": {"amount": 20, "unit": "WORKING_DAY"}, "finalReport": {"amount": 150, "unit": "WORKING_DAY"}}}'`,
    );
    expect((await one(clerk, '市侨青会', 'PLAN')).dueOn).toBe('2026-07-18');
    expect(await one(clerk, '市侨青会', 'FINAL')).toMatchObject({ unit: 'WORKING_DAY', dueOn: '2027-01-21' });
    await api.sql(`UPDATE round SET settings = settings - 'offsets'`);
  });

  it('the office sees what was filed, not what is prepared; late is filed late or missing; counts add up in the round', async () => {
    expect(await one(office, '市侨青会', 'PERIODIC', 2)).toMatchObject({ state: 'DUE', filingId: null, latest: null });
    expect(await one(office, '市园林中心', 'PERIODIC')).toMatchObject({ state: 'RETURNED', lateDays: 4 });
    // the plan was accepted on paper: nothing is owed, and there is nothing to open
    expect(await one(office, '市体总', 'PLAN')).toMatchObject({ state: 'ACCEPTED', filingId: null, viewerCan: [] });
    expect(await one(office, '市体总', 'PERIODIC')).toMatchObject({ state: 'DUE', lateDays: 65 });
    const data = await office.execute<{
      rounds: {
        edges: { node: { filingCounts: Counts; inspections: { edges: { node: { filingCounts: Counts } }[] } } }[];
      };
    }>(
      '{ rounds { edges { node { filingCounts { due filed late missing formula } inspections { edges { node { filingCounts { due filed late missing formula } } } } } } } }',
    );
    const round = data.rounds.edges[0]!.node;
    const sums = (key: 'due' | 'filed' | 'late' | 'missing') =>
      round.inspections.edges.reduce((total, { node }) => total + node.filingCounts[key], 0);
    expect(round.filingCounts).toMatchObject({ due: 6, filed: 5, late: 2, missing: 1 });
    expect([sums('due'), sums('filed'), sums('late'), sums('missing')]).toEqual([6, 5, 2, 1]);
    expect(round.filingCounts.formula).toContain('应报');
  });

  it('the clerk prepares, the secretary files what he saw, the office receives and returns, it is filed again', async () => {
    expect((await prepare(secretary, '市侨青会', 'FINAL')).userErrors[0]).toMatchObject({ code: 'FORBIDDEN' });
    expect((await prepare(clerk, '市侨青会', 'FINAL', 2)).userErrors[0]).toMatchObject({ rule: 'filings.due' });
    const first = await prepare(clerk, '市侨青会', 'FINAL', 1, { note: '请审阅' });
    expect(first.userErrors).toEqual([]);
    const stale = seen(first.filing!);
    expect(first.filing?.standing.viewerCan).toEqual(['prepareFiling']);
    // the office has no way to it, by no id
    expect(await filing(office, stale.filingId)).toBeNull();
    expect((await call(office, 'receiveFiling', stale)).userErrors[0]).toMatchObject({ code: 'NOT_FOUND' });
    const again = await prepare(clerk, '市侨青会', 'FINAL', 1, { version: stale.version });
    expect(again.filing?.versions).toHaveLength(1);
    expect((await call(secretary, 'fileFiling', stale)).userErrors[0]).toMatchObject({ code: 'CONFLICT' });
    const declined = await call(secretary, 'declineFiling', { ...seen(again.filing!), reason: '成效写得太空' });
    expect(declined.filing?.standing).toMatchObject({ state: 'DECLINED', latest: { declineReason: '成效写得太空' } });
    const third = await prepare(clerk, '市侨青会', 'FINAL', 1, { version: declined.filing?.standing.version });
    expect((await call(clerk, 'fileFiling', seen(third.filing!))).userErrors[0]).toMatchObject({ code: 'FORBIDDEN' });
    const filed = await call(secretary, 'fileFiling', seen(third.filing!));
    expect(filed.userErrors).toEqual([]);
    expect(filed.filing?.standing).toMatchObject({
      state: 'FILED',
      versions: 1,
      lateDays: 0,
      firstFiledOn: '2026-11-22',
    });

    const there = await filing(office, filed.filing!.id);
    expect(there?.versions.map((each) => [each.number, each.state])).toEqual([[1, 'FILED']]);
    expect(there?.standing.viewerCan).toEqual(['receiveFiling', 'returnFiling']);
    const version = there!.versions[0]!;
    expect(version.snapshot.findings).toHaveLength(33);
    expect(version.snapshot.figures.findings).toBe(33);
    expect(version.snapshot.report).toContain('巡察');
    expect(createHash('sha256').update(version.content, 'utf8').digest('hex')).toBe(version.sha256);

    expect((await call(office, 'acceptFiling', seen(there!))).userErrors[0]).toMatchObject({
      rule: 'filings.onlyPlans',
    });
    const received = await call(office, 'receiveFiling', seen(there!));
    expect(
      (await call(office, 'returnFiling', { ...seen(received.filing!), reason: ' ' })).userErrors[0],
    ).toMatchObject({
      field: 'reason',
    });
    const returned = await call(office, 'returnFiling', { ...seen(received.filing!), reason: '请补充第5号问题' });
    expect(returned.filing?.standing).toMatchObject({ state: 'RETURNED', latest: { opinion: '请补充第5号问题' } });

    const next = await prepare(clerk, '市侨青会', 'FINAL', 1, {
      version: (await one(clerk, '市侨青会', 'FINAL')).version,
    });
    const second = await call(secretary, 'fileFiling', seen(next.filing!));
    expect(second.filing?.versions.map((each) => [each.number, each.state])).toEqual([
      [null, 'DECLINED'],
      [1, 'RETURNED'],
      [2, 'FILED'],
    ]);
    expect((await filing(office, filed.filing!.id))?.versions.map((each) => each.number)).toEqual([1, 2]);
  });

  it('what was filed never changes, whatever happens to the ledger, and the database refuses whoever tries', async () => {
    const { filingId } = await one(office, '市侨青会', 'PERIODIC');
    const before = (await filing(office, filingId))!.versions[0]!;
    await api.sql(
      `UPDATE finding SET title = title || '（改）', description = description || '改', result_text = '改'`,
    );
    expect((await filing(office, filingId))!.versions[0]).toEqual(before);
    const id = before.id.slice(4);
    for (const change of [
      "content = '{}'",
      "note = 'x'",
      'filed_at = now()',
      "sha256 = ''",
      'number = 7',
      "filed_by_name = 'x'",
    ])
      await expect(api.sql(`UPDATE filing_version SET ${change} WHERE id = $1`, [id]), change).rejects.toThrow(
        'never changes',
      );
    await expect(api.sql('DELETE FROM filing_version WHERE id = $1', [id])).rejects.toThrow('never deleted');
    await expect(api.sql('TRUNCATE filing_version CASCADE')).rejects.toThrow('never deleted');
    await expect(api.sql(`UPDATE filing_version SET opinion = 'x' WHERE state = 'RETURNED'`)).rejects.toThrow(
      'what the office decided',
    );
    await expect(
      api.sql(`UPDATE filing_version SET content = content || ' ' WHERE state = 'PREPARED'`),
    ).rejects.toThrow('filing_version_sha256');
  });

  it('nothing restricted and nothing internal is in it', async () => {
    await api.sql(`UPDATE evidence SET restricted = true, title = '限阅谈话' WHERE kind = 'TALK'`);
    await api.sql(
      `UPDATE finding SET return_reason = '内部退回', returned_at = now(), returned_by_name = 'x' WHERE seq = 3`,
    );
    const [{ texts }] = (await api.sql<{ texts: string }>(
      `SELECT string_agg(text, '|') AS texts FROM instruction`,
    )) as [{ texts: string }];
    const prepared = await prepare(clerk, '市侨青会', 'PERIODIC', 3);
    const content = prepared.filing!.versions.at(-1)!.content;
    expect(content).toContain('市侨青会');
    for (const inside of ['限阅谈话', '内部退回', ...texts.split('|')]) expect(content).not.toContain(inside);
  });

  it('a comparison names what changed from one version to the next', async () => {
    const { filingId } = await one(office, '市侨青会', 'PLAN');
    const [first, second] = (await filing(office, filingId))!.versions as [Version, Version];
    const { filingComparison } = await office.execute<{
      filingComparison: {
        findings: { refNo: string; kind: string; changes: { field: string; before: string | null }[] }[];
      };
    }>(
      'query C($a: ID!, $b: ID!) { filingComparison(fromId: $a, toId: $b) { reportChanged findings { refNo kind changes { field before after } } } }',
      { a: first.id, b: second.id },
    );
    expect(filingComparison.findings.map((each) => each.refNo.split('-').at(-1))).toEqual(['9', '15', '28']);
    expect(filingComparison.findings.every((each) => each.kind === 'CHANGED' && each.changes[0]?.before === null)).toBe(
      true,
    );
    const stranger = await api.as('otherclerk');
    expect(
      await stranger.execute('query C($a: ID!, $b: ID!) { filingComparison(fromId: $a, toId: $b) { reportChanged } }', {
        a: first.id,
        b: second.id,
      }),
    ).toEqual({ filingComparison: null });
  });

  it('an accepted plan sets the day after which due days change only by an extension', async () => {
    await api.sql(
      `UPDATE inspection SET plan_accepted_on = NULL WHERE body_id = (SELECT id FROM body WHERE short_name = '市体总')`,
    );
    const [theirs, head] = [await api.as('thirdclerk'), await api.as('thirdsecretary')];
    const prepared = await prepare(theirs, '市体总', 'PLAN');
    expect(prepared.filing?.versions[0]?.snapshot.report).toBeNull();
    const filed = await call(head, 'fileFiling', seen(prepared.filing!));
    expect(filed.filing?.standing).toMatchObject({ state: 'FILED', lateDays: 127 });
    const review = (more: object) =>
      call(office, 'reviewFiling', { ...seen(filed.filing!), reviewer: 'ORGANISATION', ...more });
    expect((await review({ opinion: 'COMMENTS', text: ' ' })).userErrors[0]).toMatchObject({ field: 'text' });
    expect(
      (await call(head, 'reviewFiling', { ...seen(filed.filing!), reviewer: 'PUBLICITY', opinion: 'AGREE' }))
        .userErrors[0],
    ).toMatchObject({ code: 'FORBIDDEN' });
    const reviewed = await review({ opinion: 'COMMENTS', text: '选人用人部分请补充时限' });
    expect(reviewed.userErrors).toEqual([]);
    const reviewsSeen = async (who: Caller) =>
      (
        await who.execute<{ filing: { versions: { reviews: { reviewer: string; text: string }[] }[] } }>(
          'query R($id: ID!) { filing(id: $id) { versions { reviews { reviewer text } } } }',
          { id: filed.filing!.id },
        )
      ).filing.versions[0]!.reviews;
    const said = [{ reviewer: 'ORGANISATION', text: '选人用人部分请补充时限' }];
    expect(await reviewsSeen(office)).toEqual(said);
    // among the office until it has decided
    expect(await reviewsSeen(head)).toEqual([]);
    await expect(api.sql(`UPDATE filing_review SET text = 'x'`)).rejects.toThrow('stays');
    const accepted = await call(office, 'acceptFiling', { ...seen(reviewed.filing!), opinion: '同意' });
    expect(await reviewsSeen(head)).toEqual(said);
    expect(accepted.filing?.standing).toMatchObject({ state: 'ACCEPTED', viewerCan: [] });
    const [row] = await api.sql<{ day: string }>(
      `SELECT plan_accepted_on::text AS day FROM inspection WHERE 'ins_' || id = $1`,
      [await inspectionOf(api, '市体总')],
    );
    expect(row?.day).toBe('2026-11-22');
    const entries = await api.sql<{ verb: string; record_type: string }>(
      `SELECT verb, record_type FROM audit_event WHERE verb LIKE '%Filing' AND success ORDER BY id DESC LIMIT 5`,
    );
    expect(entries.map((each) => `${each.verb} ${each.record_type}`).toSorted()).toEqual([
      'acceptFiling Filing',
      'acceptFiling Inspection',
      'fileFiling Filing',
      'prepareFiling Filing',
      'reviewFiling Filing',
    ]);
  });

  it('who reads no filings is given none, and no id of one', async () => {
    const { filingId } = await one(office, '市侨青会', 'PERIODIC');
    for (const login of ['handler', 'head', 'leader', 'sysadmin', 'otherclerk', 'othersecretary']) {
      const who = await api.as(login);
      expect(await filing(who, filingId), login).toBeNull();
      if (!login.startsWith('other')) expect(await filingsOf(who, '市侨青会'), login).toEqual([]);
      expect((await call(who, 'fileFiling', { filingId, version: 2 })).userErrors[0]?.code, login).toBe('NOT_FOUND');
    }
    const group = await api.as('discipline');
    expect((await filing(group, filingId))?.versions).toHaveLength(1);
    expect((await one(group, '市侨青会', 'PERIODIC', 2)).state).toBe('DUE');
  });
});
