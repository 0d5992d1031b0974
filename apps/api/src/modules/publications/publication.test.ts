import { createHash } from 'node:crypto';
import type { PublicSnapshot } from '@closeout/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type Api, type Caller } from '../../../test/api.ts';
import { publicationsOver } from '../../../test/publications.ts';

const CANARY = '线索编号蓝鲸七号';
const PHONE = '13812345678';
const ID_NUMBER = '11010519491231002X';
const FACT = 'finding/5/fact';
const ACTIONS = 'finding/3/actions';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

describe('the public text, from the ledger to the public schema and out of it', () => {
  let api: Api;
  let clerk: Caller;
  let leader: Caller;
  let secretary: Caller;
  let world: Awaited<ReturnType<typeof publicationsOver>>;
  const published = () =>
    api.sql<{ content: string | null; sha256: string | null; taken_down_at: Date | null }>(
      `SELECT s.* FROM published.publication s JOIN publication p ON p.slug = s.slug WHERE 'ins_' || p.inspection_id = $1`,
      [world.inspectionId],
    );
  const refusal = async (who: Caller, verb: string, input: object = {}): Promise<string> => {
    const { publication, userErrors } = await world.call(who, verb, input);
    expect(publication, verb).toBeNull();
    return `${userErrors[0]!.code} ${userErrors[0]!.rule}`;
  };
  const done = async (who: Caller, verb: string, input: object = {}) => {
    const { publication, userErrors } = await world.call(who, verb, input);
    expect(userErrors, verb).toEqual([]);
    return publication!;
  };
  const passage = async (key: string) => (await world.read(clerk))!.passages.find((one) => one.key === key)!;
  const may = async (who: Caller) =>
    (await world.read(who))!.transitions.filter((one) => one.allowed).map(({ verb }) => verb);
  beforeAll(async () => {
    api = await startApi();
    world = await publicationsOver(api, '市侨青会');
    [clerk, leader, secretary] = await Promise.all([api.as('clerk'), api.as('leader2'), api.as('secretary')]);
  });
  afterAll(() => api.stop());

  it('begins with the report, paragraph by paragraph, with stable keys', async () => {
    expect(await world.read(clerk)).toBeNull();
    expect(await refusal(secretary, 'draftPublication')).toBe('FORBIDDEN access.matrix');
    const { state, passages, versions } = await done(clerk, 'draftPublication');
    expect([state, versions, passages[0]!.key]).toEqual(['DRAFT', [], 'title']);
    const of = passages.filter(({ number }) => number === 5).map(({ key, role }) => `${key} ${role}`);
    expect(of).toEqual(['finding/5/fact FACT', 'finding/5/actions ACTIONS', 'finding/5/result RESULT']);
    expect(new Set(passages.map(({ number }) => number)).size).toBe(34);
    expect(passages.every((one) => one.publicText === one.internal && !one.edited)).toBe(true);
  });

  it('masks names, telephones and identity numbers from the first moment, and is not proposed before each is decided', async () => {
    const text = `整改情况：由闻予知（电话${PHONE}）牵头，退款人身份证${ID_NUMBER}。`;
    const { hits, transitions } = await done(clerk, 'editPassage', { key: ACTIONS, text });
    expect(hits.map((one) => `${one.kind} ${one.subject} ${one.undecided}`)).toEqual([
      'NAME 闻予知 true',
      `PHONE ${PHONE} true`,
      `ID_NUMBER ${ID_NUMBER} true`,
    ]);
    expect(hits[0]!.suggestions).toEqual(['闻某某', '党组书记、主席']);
    expect((await passage(ACTIONS)).publicText).toBe('整改情况：由闻某某（电话138****5678）牵头，退款人身份证110*************2X。'); // prettier-ignore
    expect(transitions.find(({ verb }) => verb === 'proposePublication')).toMatchObject({ allowed: false, reason: 'HITS_UNDECIDED' }); // prettier-ignore
    const { userErrors } = await world.call(clerk, 'proposePublication');
    expect(userErrors[0]).toMatchObject({ code: 'MISSING', rule: 'publications.hits', params: { count: 3, hits: `闻予知、${PHONE}、${ID_NUMBER}` } }); // prettier-ignore
  });

  it('the clerk masks or asks, only the secretary leaves, and the trail names what was left', async () => {
    const hit = { key: ACTIONS, kind: 'NAME', subject: '闻予知' };
    expect(await refusal(clerk, 'unmaskHit', { ...hit, reason: '公职' })).toBe('FORBIDDEN access.matrix');
    expect(await refusal(leader, 'decideHit', hit)).toBe('FORBIDDEN access.matrix');
    expect(await refusal(clerk, 'decideHit', { ...hit, ask: true })).toBe('INVALID publications.unmaskReason');
    expect(await refusal(clerk, 'decideHit', { ...hit, subject: '顾秋' })).toBe('NOT_FOUND access.visible');
    expect(await refusal(clerk, 'decideHit', { ...hit, replacement: '闻予知同志' })).toBe(
      'INVALID publications.unmasked',
    );
    await done(clerk, 'decideHit', { ...hit, ask: true, reason: '主要负责人职务行为' });
    expect((await passage(ACTIONS)).publicText).toContain('闻某某');
    await done(secretary, 'unmaskHit', { ...hit, reason: '职务行为，予以公开' });
    await done(clerk, 'decideHit', { key: ACTIONS, kind: 'PHONE', subject: PHONE });
    const { hits } = await done(clerk, 'decideHit', { key: ACTIONS, kind: 'ID_NUMBER', subject: ID_NUMBER });
    expect(hits.map((one) => `${one.decision} ${one.undecided}`)).toEqual(['LEFT false', 'MASKED false', 'MASKED false']); // prettier-ignore
    const [entry] = await api.sql<{ reason: string; actor_name: string; after: { text: string } }>(`SELECT reason, actor_name, after FROM audit_event WHERE verb = 'unmaskHit' AND reason IS NOT NULL`); // prettier-ignore
    expect(entry).toMatchObject({ reason: '职务行为，予以公开', actor_name: '闻予知', after: { text: '闻予知' } });
    const masked = await api.sql(
      `SELECT 1 FROM audit_event WHERE verb = 'decideHit' AND after::text LIKE '%${PHONE}%'`,
    );
    expect(masked).toEqual([]);
  });

  it('what was left is open again when its sentence changes; what is masked stays masked', async () => {
    const text = `整改情况：由闻予知（电话${PHONE}）牵头，退款人身份证${ID_NUMBER}，已约谈。`;
    const { hits } = await done(clerk, 'editPassage', { key: ACTIONS, text });
    expect(hits.map((one) => one.decision)).toEqual([null, 'MASKED', 'MASKED']);
    await done(clerk, 'decideHit', { key: ACTIONS, kind: 'NAME', subject: '闻予知', replacement: '党组书记' });
    expect((await passage(ACTIONS)).publicText).toContain('由党组书记（电话138****5678）牵头');
  });

  it('withholds on a ground and replaces with other words; bad decisions and stale versions are refused', async () => {
    expect(await refusal(clerk, 'decidePassage', { key: FACT, decision: 'WITHHOLD' })).toBe(
      'INVALID publications.ground',
    );
    expect(await refusal(clerk, 'decidePassage', { key: FACT, decision: 'REPLACE', ground: 'STATE_SECRET' })).toBe('INVALID publications.replacement'); // prettier-ignore
    expect(await refusal(clerk, 'decidePassage', { key: 'finding/99/fact', decision: 'KEEP' })).toBe('NOT_FOUND access.visible'); // prettier-ignore
    expect(await refusal(clerk, 'decidePassage', { key: FACT, decision: 'KEEP', version: 1 })).toBe('CONFLICT ledger.version'); // prettier-ignore
    await done(clerk, 'editPassage', { key: FACT, text: `5.${CANARY}。` });
    await done(clerk, 'decidePassage', { key: FACT, decision: 'WITHHOLD', ground: 'CASE_UNDER_INQUIRY' });
    await done(clerk, 'decidePassage', { key: 'finding/6/fact', decision: 'REPLACE', ground: 'OTHER_SENSITIVE', replacement: '6.理论学习方面的问题。' }); // prettier-ignore
    expect([(await passage(FACT)).publicText, (await passage('finding/6/fact')).publicText]).toEqual([null, '6.理论学习方面的问题。']); // prettier-ignore
  });

  it('follows the ledger where nobody touched it, and waits where somebody did', async () => {
    await api.sql(`UPDATE finding SET description = description || '新情况。' WHERE seq IN (5, 7) AND 'ins_' || inspection_id = $1`, [world.inspectionId]); // prettier-ignore
    const { passages, transitions } = await done(clerk, 'draftPublication');
    const of = (key: string) => passages.find((one) => one.key === key)!;
    expect(of('finding/7/fact').internal).toContain('新情况');
    expect(of('finding/7/fact').previous).not.toContain('新情况');
    expect([of(FACT).internal, of(FACT).pending]).toEqual([`5.${CANARY}。`, expect.stringContaining('新情况')]);
    expect(transitions.find(({ verb }) => verb === 'proposePublication')?.reason).toBe('CHANGES_PENDING');
    expect(await refusal(clerk, 'proposePublication')).toBe('ILLEGAL_TRANSITION publications.pending');
    const kept = await done(clerk, 'acceptPassage', { key: FACT, accept: false });
    expect(kept.passages.find((one) => one.key === FACT)).toMatchObject({ internal: `5.${CANARY}。`, pending: null, decision: 'WITHHOLD' }); // prettier-ignore
    expect((await done(clerk, 'draftPublication')).passages.find((one) => one.key === FACT)!.pending).toBeNull();
    expect(await refusal(clerk, 'acceptPassage', { key: FACT, accept: true })).toBe('NOT_FOUND access.visible');
  });

  it('a proposal freezes a version that the database keeps as it is', async () => {
    const { state, versions } = await done(clerk, 'proposePublication');
    expect([state, versions.length]).toEqual(['PROPOSED', 1]);
    const [version] = versions;
    expect(sha256(version!.content)).toBe(version!.sha256);
    expect(version!.signatures).toEqual([{ role: 'PROPOSER', method: 'DIGITAL', personName: '顾秋', personPost: '整改办联络员' }]); // prettier-ignore
    for (const statement of [
      `UPDATE publication_version SET content = content`,
      'DELETE FROM publication_version',
      'TRUNCATE publication_version CASCADE',
      `UPDATE publication_signature SET person_name = '别人'`,
    ])
      await expect(api.sql(statement), statement).rejects.toThrow('never change');
    expect(await refusal(clerk, 'editPassage', { key: FACT, text: '改' })).toBe(
      'ILLEGAL_TRANSITION publications.state',
    );
  });

  it('is returned with a reason and proposed again; two versions are compared word by word', async () => {
    expect(await refusal(secretary, 'returnPublication', { reason: '请修改' })).toBe('FORBIDDEN access.matrix');
    expect(await refusal(leader, 'returnPublication', { reason: ' ' })).toBe('INVALID input.required');
    const back = await done(leader, 'returnPublication', { reason: '第6项仍需核对' });
    expect([back.state, back.returnReason]).toEqual(['DRAFT', '第6项仍需核对']);
    await done(clerk, 'decidePassage', { key: 'finding/6/fact', decision: 'REPLACE', ground: 'OTHER_SENSITIVE', replacement: '6.理论学习方面的两个问题。' }); // prettier-ignore
    const { versions, returnReason } = await done(clerk, 'proposePublication');
    expect([versions.map(({ number }) => number), returnReason]).toEqual([[2, 1], null]);
    const { publicationComparison } = await leader.execute<{
      publicationComparison: { passages: { key: string; kind: string; internal: object[]; public: { kind: string; text: string }[] }[] };
    }>(
      'query C($a: ID!, $b: ID!) { publicationComparison(fromId: $a, toId: $b) { passages { key kind internal { kind text } public { kind text } } } }',
      { a: versions[1]!.id, b: versions[0]!.id },
    ); // prettier-ignore
    expect(publicationComparison.passages.map(({ key, kind }) => `${kind} ${key}`)).toEqual(['CHANGED finding/6/fact']);
    const words = publicationComparison.passages[0]!.public.map(({ kind, text }) => `${kind} ${text}`);
    expect(words).toContainEqual(expect.stringMatching(/^ADDED .*两/));
  });

  it('three different people, each in his turn', async () => {
    expect([await may(clerk), await may(leader), await may(secretary)]).toEqual([
      ['setPublicPage', 'recordPublicationSignature'],
      ['reviewPublication', 'returnPublication'],
      [],
    ]);
    expect(await refusal(secretary, 'approvePublication')).toBe('ILLEGAL_TRANSITION publications.state');
    expect(await refusal(clerk, 'reviewPublication')).toBe('FORBIDDEN access.matrix');
    // A leader who proposed it himself, in another role, does not review it.
    const swap = (login: string) => api.sql(`UPDATE publication SET proposed_by_id = (SELECT person_id FROM account WHERE login = $1)`, [login]); // prettier-ignore
    await swap('leader2');
    expect(await refusal(leader, 'reviewPublication')).toBe('ILLEGAL_TRANSITION publications.threePeople');
    await swap('clerk');
    await done(leader, 'reviewPublication');
    expect(await refusal(clerk, 'publish')).toBe('ILLEGAL_TRANSITION publications.state');
    const approved = await done(secretary, 'approvePublication');
    expect(approved.versions[0]!.signatures.map(({ role }) => role)).toEqual(['PROPOSER', 'REVIEWER', 'APPROVER']);
    await expect(api.sql('UPDATE publication SET approved_by_id = reviewed_by_id')).rejects.toThrow('three_people');
  });

  it('publishes exactly what was approved, and nothing that was withheld or masked', async () => {
    expect(await published()).toEqual([]);
    const { slug, versions } = await done(clerk, 'publish');
    const [row] = await published();
    expect([row!.sha256, sha256(row!.content!)]).toEqual([versions[0]!.publicSha256, versions[0]!.publicSha256]);
    const everything = JSON.stringify(row);
    for (const word of [CANARY, PHONE, ID_NUMBER, '闻予知', '顾秋']) expect(everything, word).not.toContain(word);
    const snapshot = JSON.parse(row!.content!) as PublicSnapshot;
    expect(slug).toMatch(/^2026-\d+-[0-9a-f]{10}$/);
    expect(snapshot.items.map(({ number }) => number)).toEqual(Array.from({ length: 33 }, (_, i) => i + 1).filter((n) => n !== 5)); // prettier-ignore
    expect(snapshot.items[0]).toMatchObject({ number: 1, state: '已整改到位' });
    expect(snapshot.figures.find(({ code }) => code === 'FINDINGS')).toMatchObject({ value: 33 });
    expect(snapshot.contact).toEqual({ phone: null, address: null, hotline: '12388' });
  });

  it('the next version is drafted while it is up; whoever entered the directory since stops the next publication', async () => {
    expect((await done(clerk, 'draftPublication')).state).toBe('DRAFT');
    await done(clerk, 'proposePublication');
    await done(leader, 'reviewPublication');
    await done(secretary, 'approvePublication');
    await api.sql(
      `INSERT INTO person (id, body_id, name) SELECT gen_random_uuid(), body_id, '侨界青年' FROM publication`,
    );
    expect(await refusal(clerk, 'publish')).toBe('MISSING publications.hits');
    expect((await published())[0]!.content).not.toBeNull();
    expect((await done(secretary, 'returnPublication', { reason: '名册有变' })).state).toBe('DRAFT');
  });

  it('takes down at once and with a reason, and the content leaves the public schema', async () => {
    expect(await refusal(leader, 'takeDown', { reason: '勘误' })).toBe('FORBIDDEN access.matrix');
    expect(await refusal(secretary, 'takeDown', { reason: '' })).toBe('INVALID input.required');
    const { publishedAt, state } = await done(secretary, 'takeDown', { reason: '勘误' });
    expect([publishedAt, state]).toEqual([null, 'DRAFT']);
    expect((await published())[0]).toMatchObject({ content: null, sha256: null, taken_down_at: expect.any(Date) });
    expect(await refusal(clerk, 'takeDown', { reason: '勘误' })).toBe('ILLEGAL_TRANSITION publications.notUp');
  });

  it('is nobody’s outside the body: an invisible one answers like an absent one', async () => {
    const { id, version } = (await world.read(clerk))!;
    for (const login of ['otherclerk', 'othersecretary', 'discipline', 'office', 'handler', 'head', 'sysadmin']) {
      const who = await api.as(login);
      expect(await world.read(who), login).toBeNull();
      expect(await refusal(who, 'takeDown', { publicationId: id, version, reason: 'x' }), login).toBe('NOT_FOUND access.visible'); // prettier-ignore
    }
  });
});
