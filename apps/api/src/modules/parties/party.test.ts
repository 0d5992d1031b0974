import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type Api, type Caller } from '../../../test/api.ts';

interface Party {
  id: string;
  ordinal: number;
  kind: string;
  name: string;
  fact: string;
  progress: string | null;
  outcome: string | null;
  version: number;
}
interface Answer {
  finding: { parties: Party[]; hints: { code: string; subject: string | null }[] } | null;
  userErrors: { code: string; rule: string; field: string | null }[];
}

describe('外部单位和人员', () => {
  let api: Api;
  let clerk: Caller;
  let own: string;
  let other: string;
  beforeAll(async () => {
    api = await startApi();
    clerk = await api.as('clerk');
    const rows = await api.sql<{ id: string }>(
      `SELECT f.id FROM finding f JOIN body b ON b.id = f.body_id WHERE b.short_name = '市侨青会' AND f.state = 'RECTIFYING'
       AND NOT EXISTS (SELECT 1 FROM external_party p WHERE p.finding_id = f.id) ORDER BY f.seq LIMIT 2`,
    );
    [own = '', other = ''] = rows.map((row) => `fnd_${row.id}`);
  });
  afterAll(() => api.stop());

  const call = async (who: Caller, name: string, input: object): Promise<Answer> => {
    const data = await who.execute<Record<string, Answer>>(
      `mutation M($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { finding { parties { id ordinal kind name fact progress outcome version } hints { code subject } } userErrors { code rule field } } }`,
      { input },
    );
    const { finding, userErrors } = data[name] as Answer;
    const hints = finding?.hints.filter((one) => one.code === 'PARTY_SPELLING') ?? [];
    return { userErrors, finding: finding && { ...finding, hints } };
  };
  const note = (input: object, findingId = own, who = clerk) =>
    call(who, 'noteParty', { findingId, kind: 'COMPANY', fact: '欠租 3 个月', ...input });

  it('each has its own fact and progress; two spellings of one company are hinted at, here and in the body', async () => {
    await note({ name: '甲乙中药饮片有限公司' }, other);
    const first = await note({ name: '甲乙中药饮品有限公司' });
    expect(first.finding?.hints).toEqual([
      { code: 'PARTY_SPELLING', subject: '甲乙中药饮品有限公司 / 甲乙中药饮片有限公司' },
    ]);
    const second = await note({ name: '丙丁（示例）科技有限公司', fact: '未按约投产' });
    const [party] = second.finding?.parties ?? [];
    const changed = await note({
      partyId: party?.id,
      version: party?.version,
      name: '甲乙中药饮片有限公司',
      progress: '已缴清',
      outcome: 'DONE',
    });
    expect(changed.finding?.parties).toMatchObject([
      { ordinal: 1, name: '甲乙中药饮片有限公司', progress: '已缴清', outcome: 'DONE' },
      { ordinal: 2, name: '丙丁（示例）科技有限公司', fact: '未按约投产', progress: null, outcome: null },
    ]);
    expect(changed.finding?.hints).toEqual([]);
  });

  it('the spelling of a finding that the viewer does not read is not told', async () => {
    const [row] = await api.sql<{ mine: string; theirs: string }>(
      `SELECT (SELECT 'fnd_' || f.id FROM finding f WHERE f.lead_department_id = g.department_id AND f.state = 'RECTIFYING' AND f.id NOT IN ($1::uuid, $2::uuid) ORDER BY f.seq LIMIT 1) AS mine,
        (SELECT 'fnd_' || f.id FROM finding f JOIN department d ON d.id = f.lead_department_id WHERE f.body_id = g.body_id AND d.id <> g.department_id AND f.state = 'RECTIFYING' AND f.id NOT IN ($1::uuid, $2::uuid)
          AND NOT EXISTS (SELECT 1 FROM finding_department s WHERE s.finding_id = f.id AND s.department_id = g.department_id) ORDER BY f.seq LIMIT 1) AS theirs
       FROM (SELECT g.department_id, d.body_id FROM role_grant g JOIN account a ON a.id = g.account_id JOIN department d ON d.id = g.department_id WHERE a.login = 'head') g`,
      [own.slice(4), other.slice(4)],
    );
    const head = await api.as('head');
    await note({ name: '庚辛食品有限公司' }, row?.theirs);
    const seen = await note({ name: '庚幸食品有限公司' }, row?.mine, head);
    expect(seen.userErrors).toEqual([]);
    expect(seen.finding?.hints).toEqual([]);
    const byClerk = await note({ name: '庚新食品有限公司' }, row?.mine);
    expect(byClerk.finding?.hints.map((one) => one.subject)).toContain('庚幸食品有限公司 / 庚辛食品有限公司');
  });

  it('refuses a stale version, a missing fact, and to take back what has an outcome', async () => {
    const before = await note({ name: '戊己建设有限公司' });
    const [decided] = before.finding?.parties ?? [];
    const last = before.finding?.parties.at(-1);
    expect((await note({ partyId: last?.id, version: 7, name: 'x' })).userErrors[0]?.code).toBe('CONFLICT');
    expect((await note({ partyId: last?.id, name: 'x' })).userErrors[0]).toMatchObject({ field: 'version' });
    expect((await note({ name: 'x', fact: ' ' })).userErrors[0]).toMatchObject({ field: 'fact' });
    const stays = await call(clerk, 'removeParty', { findingId: own, partyId: decided?.id });
    expect(stays.userErrors[0]).toMatchObject({ rule: 'parties.decidedStays' });
    const gone = await call(clerk, 'removeParty', { findingId: own, partyId: last?.id });
    expect(gone.finding?.parties.map((one) => one.ordinal)).toEqual([1, 2]);
  });

  it('a party of another finding answers like one that does not exist', async () => {
    const [row] = await api.sql<{ id: string }>(`SELECT 'pty_' || id AS id FROM external_party WHERE finding_id = $1`, [
      other.slice(4),
    ]);
    const wrong = await note({ partyId: row?.id, version: 1, name: 'x' });
    const absent = await note({ partyId: 'pty_01900000-0000-7000-8000-000000000000', version: 1, name: 'x' });
    expect(wrong.userErrors).toEqual(absent.userErrors);
    expect(wrong.userErrors[0]?.code).toBe('NOT_FOUND');
  });
});
