import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type Api, type Caller } from '../../../test/api.ts';

interface Repeat {
  id: string;
  kind: string;
  earlierText: string | null;
  earlier: { id: string } | null;
}
interface Answer {
  finding: { id: string; repeats: Repeat[] } | null;
  userErrors: { code: string; rule: string; field: string | null }[];
}

describe('重复问题', () => {
  let api: Api;
  let clerk: Caller;
  let ids: string[];
  beforeAll(async () => {
    api = await startApi();
    clerk = await api.as('clerk');
    const rows = await api.sql<{ id: string }>(
      `SELECT f.id FROM finding f JOIN body b ON b.id = f.body_id WHERE b.short_name = '市侨青会' ORDER BY f.seq`,
    );
    ids = rows.map((row) => `fnd_${row.id}`);
  });
  afterAll(() => api.stop());

  const call = async (who: Caller, name: string, type: string, input: object): Promise<Answer> => {
    const data = await who.execute<Record<string, Answer>>(
      `mutation M($input: ${type}!) { ${name}(input: $input) { finding { id repeats { id kind earlierText earlier { id } } } userErrors { code rule field } } }`,
      { input },
    );
    return data[name] as Answer;
  };
  const note = (who: Caller, input: object) =>
    call(who, 'noteRepeat', 'NoteRepeatInput', { findingId: ids[9], ...input });
  const suggestions = async (who: Caller, findingId: string | undefined) =>
    (
      await who.execute<{ repeatSuggestions: { kind: string; likeness: number; finding: { id: string } }[] }>(
        'query S($id: ID!) { repeatSuggestions(findingId: $id) { kind likeness finding { id } } }',
        { id: findingId },
      )
    ).repeatSuggestions;

  it('links an earlier finding or words, once, and takes a wrong note back', async () => {
    expect((await note(clerk, { kind: 'RELAPSE', earlierId: ids[2] })).userErrors).toEqual([]);
    const words = await note(clerk, { kind: 'ACROSS_ROUNDS', earlierText: '2021 年审计报告第 4 条' });
    expect(words.finding?.repeats).toMatchObject([
      { kind: 'RELAPSE', earlier: { id: ids[2] } },
      { kind: 'ACROSS_ROUNDS', earlier: null, earlierText: '2021 年审计报告第 4 条' },
    ]);
    expect((await note(clerk, { kind: 'RELAPSE', earlierId: ids[2] })).userErrors[0]).toMatchObject({
      code: 'DUPLICATE',
      rule: 'repeats.once',
    });
    const back = await call(clerk, 'removeRepeat', 'RemoveRepeatInput', {
      findingId: ids[9],
      repeatId: words.finding?.repeats[0]?.id,
    });
    expect(back.finding?.repeats.map((one) => one.kind)).toEqual(['ACROSS_ROUNDS']);
  });

  it('refuses itself, both sources, none, and what is not visible', async () => {
    expect((await note(clerk, { kind: 'RELAPSE', earlierId: ids[9] })).userErrors[0]?.rule).toBe('repeats.notItself');
    expect((await note(clerk, { kind: 'RELAPSE' })).userErrors[0]?.rule).toBe('repeats.oneSource');
    expect((await note(clerk, { kind: 'RELAPSE', earlierId: ids[1], earlierText: 'x' })).userErrors[0]?.rule).toBe(
      'repeats.oneSource',
    );
    const [foreign] = await api.sql<{ id: string }>(
      `SELECT f.id FROM finding f JOIN body b ON b.id = f.body_id WHERE b.short_name <> '市侨青会' LIMIT 1`,
    );
    expect((await note(clerk, { kind: 'RELAPSE', earlierId: `fnd_${foreign?.id}` })).userErrors[0]?.code).toBe(
      'NOT_FOUND',
    );
    expect((await note(await api.as('head'), { kind: 'RELAPSE', earlierText: 'x' })).userErrors[0]?.code).toMatch(
      /FORBIDDEN|NOT_FOUND/,
    );
    expect(
      (await note(await api.as('discipline'), { kind: 'WITHIN_CYCLE', earlierText: '举报核查' })).userErrors,
    ).toEqual([]);
  });

  it('suggests earlier findings with the same words, within what the viewer reads', async () => {
    await api.sql(
      `UPDATE finding SET title = '公务接待管理不严', description = '个别接待无公函、无清单。' WHERE id IN ($1, $2)`,
      [ids[4]?.slice(4), ids[20]?.slice(4)],
    );
    expect(await suggestions(clerk, ids[20])).toMatchObject([{ likeness: 1, finding: { id: ids[4] } }]);
    expect(await suggestions(clerk, ids[4])).toEqual([]);
    expect(await suggestions(await api.as('otherhead'), ids[20])).toEqual([]);
    expect(await suggestions(clerk, 'fnd_nothing')).toEqual([]);
  });
});
