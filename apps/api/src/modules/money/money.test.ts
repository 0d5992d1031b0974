import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type Api, type Caller } from '../../../test/api.ts';
import { actionNo, findingNo, mutate, NOBODY } from '../../../test/work.ts';

interface Sum {
  id: string;
  version: number;
  comparison: string;
  disposition: string | null;
  balance: { dueFen: string; recoveredFen: string; waivedFen: string; outstandingFen: string };
  recoveries: { id: string; fen: string; words: string; kind: string; payer: string | null }[];
  waivers: { id: string; fen: string; consents: { form: string; recorder: string | null }[] }[];
}
interface Got {
  sum: Sum | null;
  finding: { id: string } | null;
}
interface Refund {
  evidence: {
    id: string;
    pieceNumber: string;
    title: string;
    version: number;
    acceptance: string;
    date: { on: string };
    hints: string[];
    recoveries: { id: string; fen: string; sum: { id: string; version: number; label: string } }[];
  } | null;
}
const SUM =
  'sum { id version comparison disposition balance { dueFen recoveredFen waivedFen outstandingFen } recoveries { id fen words kind payer } waivers { id fen consents { form recorder } } } finding { id }';
const REFUND =
  'evidence { id pieceNumber title version acceptance date { on } hints recoveries { id fen sum { id version label } } }';
const book = (who: Caller, name: string, input: Record<string, unknown>) => mutate<Got>(who, name, input, SUM);
const refund = (who: Caller, input: Record<string, unknown>) => mutate<Refund>(who, 'addRefund', input, REFUND);

describe('money over GraphQL', () => {
  let api: Api;
  let handler: Caller;
  let head: Caller;
  let clerk: Caller;
  let leader: Caller;
  let other: Caller;
  let findingId: string;
  beforeAll(async () => {
    api = await startApi();
    [handler, head, clerk, leader, other] = (await Promise.all(
      ['handler', 'head', 'clerk', 'secretary', 'otherhead'].map((login) => api.as(login)),
    )) as [Caller, Caller, Caller, Caller, Caller];
    findingId = (await findingNo(head, 23)).id;
  });
  afterAll(() => api.stop());

  /** A sum of 1,000.00 yuan that is due back. */
  const due = async (more: Record<string, unknown> = {}): Promise<Sum> => {
    const answer = await book(head, 'establishSum', {
      findingId,
      label: '多报餐费',
      establishedFen: '100000',
      basis: '原始凭证',
      disposition: 'REFUND_DUE',
      ...more,
    });
    expect(answer.userErrors).toEqual([]);
    return answer.sum as Sum;
  };

  it('establishes a sum, compares it with the words, and the trail says on what basis', async () => {
    const sum = await due({ statedFen: '1500000', statedText: '1.5万元', establishedFen: '1560000' });
    expect(sum).toMatchObject({
      comparison: 'DIFFERENT',
      balance: { dueFen: '1560000', recoveredFen: '0', outstandingFen: '1560000' },
    });
    const rounded = await book(head, 'establishSum', {
      findingId,
      sumId: sum.id,
      version: sum.version,
      establishedFen: '1504900',
    });
    expect(rounded.sum).toMatchObject({ comparison: 'ROUNDED', version: sum.version + 1, disposition: 'REFUND_DUE' });
    const [event] = await api.sql<{ verb: string; before: object; after: object }>(
      `SELECT verb, before, after FROM audit_event WHERE record_id = $1 ORDER BY id DESC LIMIT 1`,
      [sum.id.slice(4)],
    );
    expect(event).toMatchObject({
      verb: 'establishSum',
      before: { establishedFen: '1560000' },
      after: { establishedFen: '1504900' },
    });
    const stale = await book(head, 'establishSum', {
      findingId,
      sumId: sum.id,
      version: sum.version,
      establishedFen: '1',
    });
    expect(stale.userErrors[0]).toMatchObject({ code: 'CONFLICT', params: { by: '沈砚青' } });
  });

  it('refuses an establishment without its basis, by a role without the verb, and of a sum elsewhere', async () => {
    const bare = await book(head, 'establishSum', {
      findingId,
      label: 'x',
      establishedFen: '100',
      disposition: 'REFUND_DUE',
    });
    expect(bare.userErrors[0]).toMatchObject({ rule: 'money.basis', field: 'basis' });
    const letGo = await book(head, 'establishSum', {
      findingId,
      label: 'x',
      establishedFen: '100',
      basis: 'y',
      disposition: 'WRITTEN_OFF',
    });
    expect(letGo.userErrors[0]).toMatchObject({ rule: 'money.dispositionBasis', field: 'dispositionBasis' });
    expect((await book(handler, 'establishSum', { findingId, label: 'x' })).userErrors[0]?.code).toBe('FORBIDDEN');
    const [foreign] = await api.sql<{ id: string }>(
      `SELECT m.id FROM money_sum m JOIN finding f ON f.id = m.finding_id JOIN body b ON b.id = f.body_id WHERE b.short_name = '市体总' LIMIT 1`,
    );
    expect(
      (await book(head, 'establishSum', { findingId, sumId: `sum_${foreign?.id}`, version: 1, label: 'x' }))
        .userErrors[0]?.code,
    ).toBe('NOT_FOUND');
  });

  it('books payments up to what is open, never more, and takes them back', async () => {
    const sum = await due();
    const first = await book(handler, 'addRecovery', {
      sumId: sum.id,
      fen: '60000',
      paidOn: '2026-11-20',
      payer: '某人',
      receiver: 'TREASURY_ACCOUNT',
      voucherNumber: '记-12',
    });
    expect(first.userErrors).toEqual([]);
    expect(first.sum).toMatchObject({
      balance: { recoveredFen: '60000', outstandingFen: '40000' },
      recoveries: [{ kind: 'REFUND', words: '陆佰元整' }],
    });
    const over = await book(handler, 'addRecovery', { sumId: sum.id, fen: '40001' });
    expect(over.userErrors[0]).toMatchObject({
      code: 'INVALID',
      rule: 'money.balance',
      field: 'fen',
      params: { open: '40000' },
    });
    expect(
      (await book(handler, 'addRecovery', { sumId: sum.id, fen: '1', paidOn: '2026-11-23' })).userErrors[0],
    ).toMatchObject({ rule: 'money.paidInFuture', field: 'paidOn' });
    expect((await book(handler, 'addRecovery', { sumId: sum.id, fen: '0' })).userErrors[0]).toMatchObject({
      rule: 'money.amount',
    });
    const taken = await book(handler, 'removeRecovery', { recoveryId: first.sum?.recoveries[0]?.id });
    expect(taken.sum).toMatchObject({ balance: { recoveredFen: '0', outstandingFen: '100000' }, recoveries: [] });
    const [event] = await api.sql<{ before: object }>(
      `SELECT before FROM audit_event WHERE verb = 'removeRecovery' ORDER BY id DESC LIMIT 1`,
    );
    expect(event?.before).toMatchObject({ fen: '60000', payer: '某人' });
  });

  it('keeps the balance when two book the rest at the same time', async () => {
    const sum = await due();
    const answers = await Promise.all(
      [0, 1, 2, 3].map(() => book(handler, 'addRecovery', { sumId: sum.id, fen: '60000' })),
    );
    expect(answers.filter((one) => one.userErrors.length === 0)).toHaveLength(1);
    const refused = answers.flatMap((one) => one.userErrors.map((error) => error.rule));
    expect(refused).toEqual(['money.balance', 'money.balance', 'money.balance']);
  });

  it('does not let a booked sum leave 应清退 or fall below what is booked', async () => {
    const sum = await due();
    const booked = await book(handler, 'addRecovery', { sumId: sum.id, fen: '60000' });
    const input = { findingId, sumId: sum.id, version: booked.sum?.version };
    expect((await book(head, 'establishSum', { ...input, disposition: 'UNDECIDED' })).userErrors[0]).toMatchObject({
      rule: 'money.booked',
      field: 'disposition',
    });
    expect((await book(head, 'establishSum', { ...input, establishedFen: '59999' })).userErrors[0]).toMatchObject({
      rule: 'money.booked',
      field: 'establishedFen',
      params: { booked: '60000' },
    });
    expect((await book(head, 'establishSum', { ...input, establishedFen: '60000' })).userErrors).toEqual([]);
  });

  it('books nothing on a sum that is not due back', async () => {
    const sum = await due({ disposition: 'PROCEDURAL', dispositionBasis: '程序违规' });
    expect((await book(handler, 'addRecovery', { sumId: sum.id, fen: '1' })).userErrors[0]).toMatchObject({
      rule: 'money.notDue',
    });
    expect(
      (
        await book(head, 'waiveSum', {
          sumId: sum.id,
          fen: '1',
          reason: 'x',
          consents: [{ who: 'a', bodyName: 'b', form: 'WRITTEN' }],
        })
      ).userErrors[0],
    ).toMatchObject({ rule: 'money.notDue' });
  });

  it('waives with consents and takes it back', async () => {
    const sum = await due();
    const consents = [{ who: '某处长', bodyName: '市财政局', form: 'WRITTEN', consentedOn: '2026-11-18' }];
    const input = { sumId: sum.id, fen: '40000', reason: '历史发放，两家单位同意不予清退', consents };
    expect((await book(handler, 'waiveSum', input)).userErrors[0]?.code).toBe('FORBIDDEN');
    expect((await book(head, 'waiveSum', { ...input, consents: [] })).userErrors[0]).toMatchObject({
      rule: 'money.consents',
    });
    expect(
      (await book(head, 'waiveSum', { ...input, consents: [{ ...consents[0], form: 'ORAL' }] })).userErrors[0],
    ).toMatchObject({ rule: 'money.oralConsent', field: 'consents.0.recorder' });
    const waived = await book(head, 'waiveSum', input);
    expect(waived.sum).toMatchObject({
      balance: { waivedFen: '40000', outstandingFen: '60000' },
      waivers: [{ consents: [{ form: 'WRITTEN' }] }],
    });
    expect((await book(handler, 'addRecovery', { sumId: sum.id, fen: '60001' })).userErrors[0]).toMatchObject({
      rule: 'money.balance',
    });
    const back = await book(head, 'removeWaiver', { waiverId: waived.sum?.waivers[0]?.id });
    expect(back.sum).toMatchObject({ waivers: [], balance: { waivedFen: '0' } });
  });

  it('adds a refund with a new sum and an old one, all or nothing', async () => {
    const action = actionNo(await findingNo(head, 23), 1);
    const sum = await due({ label: '旧款' });
    const newSum = { label: '新款', establishedFen: '50000', basis: '凭证' };
    const recoveries = [
      { sumId: sum.id, fen: '100000', paidOn: '2026-11-18', payer: '甲' },
      { newSum, fen: '50000', paidOn: '2026-11-19', payer: '乙' },
    ];
    const input = { actionIds: [action.id], recoveries };
    expect((await refund(handler, input)).userErrors[0]?.code).toBe('FORBIDDEN');
    const tooMuch = await refund(head, { ...input, recoveries: [recoveries[0], { ...recoveries[1], fen: '50001' }] });
    expect(tooMuch.userErrors[0]).toMatchObject({ rule: 'money.balance', field: 'recoveries.1.fen' });
    expect(await api.sql(`SELECT 1 FROM money_sum WHERE label = '新款'`)).toEqual([]);
    const made = await refund(head, input);
    expect(made.userErrors).toEqual([]);
    expect(made.evidence).toMatchObject({
      title: '清退 1500.00 元',
      date: { on: '2026-11-19' },
      pieceNumber: '23-1-02',
    });
    expect(made.evidence?.recoveries.map((one) => one.sum.label)).toEqual(['旧款', '新款']);
    expect(made.evidence?.hints).toEqual(['NO_FILE']);
    const misnamed = await mutate<Refund>(
      head,
      'editEvidence',
      { evidenceId: made.evidence?.id, version: 1, title: '清退 1,600.00 元' },
      REFUND,
    );
    expect(misnamed.evidence?.hints).toContain('RECOVERED_DIFFERS');
    // Taking the piece back takes its payments back.
    await mutate(head, 'removeEvidence', { evidenceId: made.evidence?.id, version: 2 }, 'evidence { id }');
    expect(await api.sql(`SELECT 1 FROM recovery WHERE sum_id = $1`, [sum.id.slice(4)])).toEqual([]);
  });

  it('lets a handler refund towards an established sum, and asks the clerk on whose behalf', async () => {
    const finding = await findingNo(clerk, 23);
    const action = actionNo(finding, 2);
    const sum = await due();
    const input = { actionIds: [action.id], recoveries: [{ sumId: sum.id, fen: '100', paidOn: '2026-11-18' }] };
    expect((await refund(handler, input)).userErrors).toEqual([]);
    expect((await refund(clerk, input)).userErrors[0]).toMatchObject({ rule: 'evidence.onBehalfRequired' });
    expect(
      (await refund(clerk, { ...input, onBehalfOf: finding.leadDepartment.id, onBehalfSource: '转账单' })).userErrors,
    ).toEqual([]);
    expect(
      (await refund(head, { ...input, recoveries: [{ fen: '1', paidOn: '2026-11-18' }] })).userErrors[0],
    ).toMatchObject({ rule: 'money.sumOrNew' });
  });

  it('refuses in review, and answers invisible sums, payments and waivers like absent ones', async () => {
    const [booked] = await api.sql<{ sum: string; rec: string }>(
      `SELECT m.id AS sum, r.id AS rec FROM money_sum m JOIN recovery r ON r.sum_id = m.id JOIN finding f ON f.id = m.finding_id JOIN body b ON b.id = f.body_id WHERE b.short_name = '市侨青会' AND f.seq = 28 LIMIT 1`,
    );
    const [waiver] = await api.sql<{ id: string }>(
      `SELECT w.id FROM waiver w JOIN money_sum m ON m.id = w.sum_id JOIN finding f ON f.id = m.finding_id WHERE f.seq = 28 LIMIT 1`,
    );
    expect((await book(head, 'addRecovery', { sumId: `sum_${booked?.sum}`, fen: '1' })).userErrors[0]).toMatchObject({
      code: 'ILLEGAL_TRANSITION',
    });
    expect((await book(head, 'removeRecovery', { recoveryId: `rec_${booked?.rec}` })).userErrors[0]).toMatchObject({
      code: 'ILLEGAL_TRANSITION',
    });
    expect((await book(leader, 'addRecovery', { sumId: `sum_${booked?.sum}`, fen: '1' })).userErrors[0]?.code).toBe(
      'FORBIDDEN',
    );
    const pairs: [string, (id: string) => Record<string, unknown>, string, string | undefined][] = [
      ['addRecovery', (id) => ({ sumId: id, fen: '1' }), 'sum', booked?.sum],
      [
        'waiveSum',
        (id) => ({ sumId: id, fen: '1', reason: 'x', consents: [{ who: 'a', bodyName: 'b', form: 'WRITTEN' }] }),
        'sum',
        booked?.sum,
      ],
      ['removeRecovery', (id) => ({ recoveryId: id }), 'rec', booked?.rec],
      ['removeWaiver', (id) => ({ waiverId: id }), 'wvr', waiver?.id],
    ];
    for (const [name, input, prefix, id] of pairs) {
      const hidden = await book(other, name, input(`${prefix}_${id}`));
      expect(hidden.userErrors[0]?.code).toBe('NOT_FOUND');
      expect(hidden).toEqual(await book(other, name, input(`${prefix}_${NOBODY}`)));
    }
  });
});
