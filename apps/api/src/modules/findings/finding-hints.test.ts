import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type Api, type Caller } from '../../../test/api.ts';

describe('请核对, of a finding', () => {
  let api: Api;
  let clerk: Caller;
  let id: string;
  beforeAll(async () => {
    api = await startApi();
    clerk = await api.as('clerk');
    const [row] = await api.sql<{ id: string }>(
      `SELECT f.id FROM finding f JOIN body b ON b.id = f.body_id WHERE b.short_name = '市侨青会' AND f.seq = 28`,
    );
    id = row?.id ?? '';
  });
  afterAll(() => api.stop());

  const hints = async (who: Caller, finding = id): Promise<Record<string, string | null>> => {
    const data = await who.execute<{ finding: { hints: { code: string; subject: string | null }[] } }>(
      'query H($id: ID!) { finding(id: $id) { hints { code subject } } }',
      { id: `fnd_${finding}` },
    );
    return Object.fromEntries(data.finding.hints.map(({ code, subject }) => [code, subject]));
  };
  /** One payment of the finding and the label of its sum. */
  const payment = async () => {
    const [row] = await api.sql<{ id: string; label: string; fen: string }>(
      `SELECT r.id, s.label, r.fen::text FROM recovery r JOIN money_sum s ON s.id = r.sum_id WHERE s.finding_id = $1 ORDER BY s.ordinal, r.id LIMIT 1`,
      [id],
    );
    return row ?? { id: '', label: '', fen: '' };
  };

  it('a voucher is held against everything that is booked on it in the body', async () => {
    const { id: recovery, fen } = await payment();
    await api.sql(`UPDATE recovery SET voucher_number = 'V-1', voucher_fen = fen + 1 WHERE id = $1`, [recovery]);
    expect(await hints(clerk)).toMatchObject({ VOUCHER_DIFFERS: 'V-1' });
    await api.sql(`UPDATE recovery SET voucher_fen = fen WHERE id = $1`, [recovery]);
    expect(await hints(clerk)).not.toHaveProperty('VOUCHER_DIFFERS');
    const [other] = await api.sql<{ id: string }>(
      `SELECT r.id FROM recovery r JOIN money_sum s ON s.id = r.sum_id JOIN finding f ON f.id = s.finding_id JOIN finding g ON g.id = $1 WHERE f.body_id = g.body_id AND f.id <> g.id LIMIT 1`,
      [id],
    );
    await api.sql(`UPDATE recovery SET voucher_number = 'V-1' WHERE id = $1`, [other?.id]);
    expect(await hints(clerk), `another finding books on the voucher of ${fen}`).toMatchObject({
      VOUCHER_DIFFERS: 'V-1',
    });
    await api.sql(`UPDATE recovery SET voucher_number = 'V-2' WHERE id = $1`, [other?.id]);
  });

  it('a payment without voucher, components that do not add up, a sum without disposition', async () => {
    const { id: recovery, label } = await payment();
    const before = await hints(clerk);
    expect(before).not.toHaveProperty('NO_VOUCHER');
    await api.sql(`UPDATE recovery SET components = '工资 1 元、绩效 2 元' WHERE id = $1`, [recovery]);
    await api.sql(`UPDATE recovery SET voucher_number = NULL, voucher_fen = NULL WHERE id = $1`, [recovery]);
    await api.sql(`DELETE FROM attachment WHERE recovery_id = $1`, [recovery]);
    await api.sql(`UPDATE money_sum SET disposition = NULL WHERE finding_id = $1 AND label = $2`, [id, label]);
    expect(await hints(clerk)).toMatchObject({ COMPONENTS_DIFFER: label, NO_VOUCHER: label, NO_DISPOSITION: label });
  });

  it('an oral consent asks for a scan of what was written down', async () => {
    const [oral] = await api.sql<{ id: string; label: string }>(
      `SELECT c.id, s.label FROM waiver_consent c JOIN waiver w ON w.id = c.waiver_id JOIN money_sum s ON s.id = w.sum_id WHERE s.finding_id = $1 AND c.form = 'ORAL'`,
      [id],
    );
    await api.sql(`DELETE FROM attachment WHERE consent_id = $1`, [oral?.id]);
    expect(await hints(clerk)).toMatchObject({ ORAL_CONSENT: oral?.label });
    await api.sql(`UPDATE waiver_consent SET form = 'WRITTEN' WHERE id = $1`, [oral?.id]);
    expect(await hints(clerk)).not.toHaveProperty('ORAL_CONSENT');
  });

  it('a piece dated before they came, by its number; a restricted one only to who reads it', async () => {
    const [piece] = await api.sql<{ id: string; number: string }>(
      `SELECT e.id, e.piece_number AS number FROM evidence e JOIN evidence_action l ON l.evidence_id = e.id JOIN action a ON a.id = l.action_id WHERE a.finding_id = $1 AND NOT e.restricted ORDER BY e.piece_number LIMIT 1`,
      [id],
    );
    expect(await hints(clerk)).not.toHaveProperty('BEFORE_ON_SITE');
    await api.sql(`UPDATE evidence SET occurred_on = '2020-01-01', occurred_to = NULL WHERE id = $1`, [piece?.id]);
    expect(await hints(clerk)).toMatchObject({ BEFORE_ON_SITE: piece?.number });
    await api.sql(`UPDATE evidence SET restricted = true WHERE id = $1`, [piece?.id]);
    expect(await hints(clerk)).not.toHaveProperty('BEFORE_ON_SITE');
    expect(await hints(await api.as('secretary'))).toMatchObject({ BEFORE_ON_SITE: piece?.number });
  });

  it('closed with an action that nothing proves', async () => {
    const [closed] = await api.sql<{ id: string; action: string; ordinal: number }>(
      `SELECT f.id, a.id AS action, a.ordinal FROM finding f JOIN body b ON b.id = f.body_id JOIN action a ON a.finding_id = f.id
       WHERE b.short_name = '市侨青会' AND f.state = 'CLOSED' AND a.state = 'DONE' AND a.needs_evidence ORDER BY f.seq, a.ordinal LIMIT 1`,
    );
    expect(await hints(clerk, closed?.id)).not.toHaveProperty('CLOSED_WITHOUT_EVIDENCE');
    await api.sql(`DELETE FROM evidence_action WHERE action_id = $1`, [closed?.action]);
    expect(await hints(clerk, closed?.id)).toMatchObject({ CLOSED_WITHOUT_EVIDENCE: String(closed?.ordinal) });
  });
});

describe('a voucher and 追回', () => {
  let api: Api;
  let head: Caller;
  beforeAll(async () => {
    api = await startApi();
    head = await api.as('head');
  });
  afterAll(() => api.stop());

  it('the amount of a voucher needs its number; 追回 is a measure of its own', async () => {
    const [sum] = await api.sql<{ id: string }>(
      `SELECT 'sum_' || s.id AS id FROM money_sum s JOIN finding f ON f.id = s.finding_id JOIN role_grant g ON g.department_id = f.lead_department_id JOIN account a ON a.id = g.account_id
       WHERE a.login = 'head' AND f.seq = 28 AND s.established_fen > 0 LIMIT 1`,
    );
    await api.sql(`UPDATE finding SET state = 'RECTIFYING' WHERE seq = 28`);
    await api.sql(
      `UPDATE money_sum SET established_fen = established_fen + 100000, disposition = 'REFUND_DUE' WHERE 'sum_' || id = $1`,
      [sum?.id],
    );
    const add = async (input: object) => {
      const data = await head.execute<{
        addRecovery: {
          sum: { recoveries: { kind: string; voucherFen: string | null }[] } | null;
          userErrors: { rule: string; field: string }[];
        };
      }>(
        `mutation A($input: AddRecoveryInput!) { addRecovery(input: $input) { sum { recoveries { kind voucherFen } } userErrors { rule field } } }`,
        { input: { sumId: sum?.id, fen: '100', ...input } },
      );
      return data.addRecovery;
    };
    expect((await add({ voucherFen: '100' })).userErrors).toEqual([
      { rule: 'money.voucherNumber', field: 'voucherNumber' },
    ]);
    const booked = await add({ kind: 'RETRIEVED', voucherNumber: 'V-9', voucherFen: '300' });
    expect(booked.userErrors).toEqual([]);
    expect(booked.sum?.recoveries).toContainEqual({ kind: 'RETRIEVED', voucherFen: '300' });
  });
});
