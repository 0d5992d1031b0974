import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, TODAY, type Api, type Caller } from '../../../test/api.ts';

interface Facts {
  recommendations: {
    id: string;
    number: number;
    text: string;
    state: string;
    answer: string | null;
    answeredOn: string | null;
    version: number;
    post: { id: string } | null;
  }[];
  recommendationCounts: { state: string; count: number }[] | null;
  referrals: { kind: string; receiver: string; count: number; version: number }[] | null;
}
interface Answer {
  inspection: Facts | null;
  userErrors: { code: string; rule: string; field: string | null }[];
}
const FACTS = `recommendations { id number text state answer answeredOn version post { id } } recommendationCounts { state count } referrals { kind receiver count version }`;

let api: Api;
let clerk: Caller;
let inspectionId: string;
beforeAll(async () => {
  api = await startApi();
  clerk = await api.as('clerk');
  const [row] = await api.sql<{ id: string }>(
    `SELECT i.id FROM inspection i JOIN body b ON b.id = i.body_id WHERE b.short_name = '市侨青会'`,
  );
  inspectionId = `ins_${row?.id}`;
  await api.sql('DELETE FROM recommendation');
  await api.sql('DELETE FROM referral_count');
});
afterAll(() => api.stop());

const read = async (who: Caller) =>
  (
    await who.execute<{ inspection: Facts | null }>(`query I($id: ID!) { inspection(id: $id) { ${FACTS} } }`, {
      id: inspectionId,
    })
  ).inspection;
const call = async (who: Caller, name: string, input: object): Promise<Answer> => {
  const data = await who.execute<Record<string, Answer>>(
    `mutation M($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { inspection { ${FACTS} } userErrors { code rule field } } }`,
    { input: { inspectionId, ...input } },
  );
  return data[name] as Answer;
};
const refusal = async (answer: Promise<Answer>) => (await answer).userErrors.map((one) => `${one.rule} ${one.field}`);

describe('意见建议', () => {
  it('is numbered, belongs to a post, and is answered with its day', async () => {
    const [post] = await api.sql<{ id: string }>(
      `SELECT 'pst_' || g.post_id AS id FROM role_grant g JOIN account a ON a.id = g.account_id WHERE a.login = 'leader'`,
    );
    await call(clerk, 'saveRecommendation', { text: '健全制度执行情况督查机制', postId: post?.id });
    await call(clerk, 'saveRecommendation', { text: '加强年轻干部培养' });
    const [first] = (await read(clerk))?.recommendations ?? [];
    expect(first).toMatchObject({ number: 1, state: 'OPEN', answer: null, version: 1, post: { id: post?.id } });
    const answered = await call(clerk, 'saveRecommendation', {
      recommendationId: first?.id,
      version: 1,
      text: first?.text,
      postId: post?.id,
      state: 'ANSWERED',
      answer: '已印发督查办法',
      answeredOn: TODAY,
    });
    expect(answered.userErrors).toEqual([]);
    expect(answered.inspection?.recommendationCounts).toEqual([
      { state: 'OPEN', count: 1 },
      { state: 'UNDER_WAY', count: 0 },
      { state: 'ANSWERED', count: 1 },
    ]);
  });

  it('the office sees counts and no words; the leader those of the own post; a handler nothing', async () => {
    const office = await read(await api.as('office'));
    expect(office?.recommendations).toEqual([]);
    expect(office?.recommendationCounts?.map((one) => one.count)).toEqual([1, 0, 1]);
    const leader = await read(await api.as('leader'));
    expect(leader?.recommendations.map((one) => one.number)).toEqual([1]);
    expect(leader?.recommendationCounts).toBeNull();
    expect(await read(await api.as('handler'))).toMatchObject({
      recommendations: [],
      recommendationCounts: null,
      referrals: null,
    });
    expect((await read(await api.as('discipline')))?.recommendations).toHaveLength(2);
  });

  it('refuses an answer without its parts, a stale version, another body’s post; an answered one stays', async () => {
    const [first, second] = (await read(clerk))?.recommendations ?? [];
    const save = (input: object) => refusal(call(clerk, 'saveRecommendation', { text: 'x', ...input }));
    expect(await save({ state: 'ANSWERED', answeredOn: TODAY })).toEqual(['recommendations.answer answer']);
    expect(await save({ state: 'ANSWERED', answer: 'x' })).toEqual(['recommendations.answeredOn answeredOn']);
    expect(await save({ answeredOn: TODAY })).toEqual(['recommendations.notAnswered answeredOn']);
    expect(await save({ recommendationId: second?.id, version: 7 })).toEqual(['ledger.version null']);
    const [foreign] = await api.sql<{ id: string }>(
      `SELECT 'pst_' || p.id AS id FROM post p JOIN body b ON b.id = p.body_id WHERE b.short_name = '市园林中心' LIMIT 1`,
    );
    expect(await save({ postId: foreign?.id })).toEqual(['findings.ownBody postId']);
    const stays = call(clerk, 'removeRecommendation', { recommendationId: first?.id });
    expect(await refusal(stays)).toEqual(['recommendations.answeredStays null']);
    const gone = await call(clerk, 'removeRecommendation', { recommendationId: second?.id });
    expect(gone.inspection?.recommendations.map((one) => one.number)).toEqual([1]);
  });

  it('is kept by clerk and secretary alone', async () => {
    const text = 'x';
    expect((await call(await api.as('secretary'), 'saveRecommendation', { text })).userErrors).toEqual([]);
    for (const who of ['head', 'leader', 'discipline', 'office'])
      expect((await call(await api.as(who), 'saveRecommendation', { text })).userErrors[0]?.code, who).toBe(
        'FORBIDDEN',
      );
    expect((await call(await api.as('otherclerk'), 'saveRecommendation', { text })).userErrors[0]?.code).toBe(
      'NOT_FOUND',
    );
  });
});

describe('移交事项', () => {
  const count = (who: Caller, input: object) =>
    call(who, 'countReferrals', { kind: 'LEADS', receiver: 'DISCIPLINE', version: 0, ...input });

  it('a count by kind and receiver, changed by version, taken back with 0; there is no column for more', async () => {
    await count(clerk, { count: 3 });
    await count(clerk, { kind: 'PETITIONS', receiver: 'AUTHORITY', count: 12 });
    expect((await count(clerk, { count: 4 })).userErrors[0]?.code).toBe('CONFLICT');
    const changed = await count(clerk, { count: 4, version: 1 });
    expect(changed.inspection?.referrals).toEqual([
      { kind: 'LEADS', receiver: 'DISCIPLINE', count: 4, version: 2 },
      { kind: 'PETITIONS', receiver: 'AUTHORITY', count: 12, version: 1 },
    ]);
    const gone = await count(clerk, { count: 0, version: 2 });
    expect(gone.inspection?.referrals).toHaveLength(1);
    const columns = await api.sql<{ name: string }>(
      `SELECT column_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = 'referral_count' AND data_type = 'text'`,
    );
    expect(columns.map((one) => one.name)).toEqual(['updated_by_name']);
  });

  it('the office is told the counts, a department is not; a negative one is refused', async () => {
    expect((await read(await api.as('office')))?.referrals).toEqual([
      { kind: 'PETITIONS', receiver: 'AUTHORITY', count: 12, version: 1 },
    ]);
    expect((await read(await api.as('head')))?.referrals).toBeNull();
    expect(await refusal(count(clerk, { count: -1 }))).toEqual(['input.range count']);
  });
});
