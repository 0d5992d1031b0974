import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startApi, type Api, type Caller } from '../../../test/api.ts';
import { committed, emptyInspection, fixtureText, mutate, sendReport } from '../../../test/import-files.ts';

const TEXT = fixtureText('03-laonianxiehui-sample-like');
const TABLES = [
  'finding',
  'action',
  'evidence',
  'evidence_action',
  'money_sum',
  'aspect',
  'meeting',
  'policy_document',
  'talk',
  'finding_point',
];

describe('taking an import back', () => {
  let api: Api;
  let clerk: Caller;
  let inspectionId: string;
  let importId: string;
  let version: number;
  let before: Record<string, unknown>;
  beforeAll(async () => {
    api = await startApi();
    clerk = await api.as('clerk');
  });
  afterAll(() => api.stop());

  const census = async (): Promise<Record<string, unknown>> => {
    const counts = await api.sql(
      `SELECT ${TABLES.map((table) => `(SELECT count(*)::int FROM ${table}) AS ${table}`).join(', ')}`,
    );
    const [inspection] = await api.sql(
      `SELECT team, on_site_from, on_site_to, feedback_on, stated_counts FROM inspection WHERE id = $1`,
      [inspectionId.slice(4)],
    );
    return { ...counts[0], ...inspection };
  };
  beforeEach(async () => {
    inspectionId = await emptyInspection(api);
    before = await census();
    ({ importId, version } = await committed(clerk, inspectionId, TEXT, 'LIVE'));
  });

  const undo = () => mutate(clerk, 'undoImport', { importId, version });
  const undoable = async (): Promise<boolean> =>
    (
      await clerk.execute<{ import: { undoable: boolean } }>(`query U($id: ID!) { import(id: $id) { undoable } }`, {
        id: importId,
      })
    ).import.undoable;
  const firstFinding = async (): Promise<{ id: string; version: number }> =>
    (
      await api.sql<{ id: string; version: number }>(
        `SELECT 'fnd_' || id AS id, version FROM finding WHERE import_id = $1 ORDER BY seq LIMIT 1`,
        [importId.slice(4)],
      )
    )[0] as never;

  it('leaves everything as it was before, the inspection included, and the file can be sent again', async () => {
    expect(await undoable()).toBe(true);
    const { import: done, userErrors } = await undo();
    expect([done?.state, userErrors]).toEqual(['UNDONE', []]);
    expect(await census()).toEqual(before);
    const [event] = await api.sql(
      `SELECT verb, before -> 'findings' AS findings FROM audit_event WHERE record_id = $1 ORDER BY id DESC LIMIT 1`,
      [importId.slice(4)],
    );
    expect(event).toMatchObject({ verb: 'undoImport' });
    expect(event?.['findings']).toBeGreaterThan(0);
    expect((await undo()).userErrors[0]?.code).toBe('CONFLICT');
    expect((await mutate(clerk, 'undoImport', { importId, version: version + 1 })).userErrors[0]?.rule).toBe(
      'imports.state',
    );
    expect((await sendReport(clerk, inspectionId, TEXT)).status).toBe(201);
  });

  it('keeps what somebody wrote into the inspection since, and an aspect that other findings use', async () => {
    await api.sql(`UPDATE inspection SET team = '另一个组' WHERE id = $1`, [inspectionId.slice(4)]);
    const [aspect] = await api.sql<{ id: string; title: string }>(
      `SELECT id, title FROM aspect WHERE inspection_id = $1 ORDER BY ordinal LIMIT 1`,
      [inspectionId.slice(4)],
    );
    const created = await clerk.execute<{ createFinding: { userErrors: unknown[] } }>(
      `mutation C($input: CreateFindingInput!) { createFinding(input: $input) { userErrors { message } } }`,
      {
        input: { inspectionId, description: '手工登记的问题。', aspect: aspect?.title },
      },
    );
    expect(created.createFinding.userErrors).toEqual([]);
    expect((await undo()).userErrors).toEqual([]);
    const [row] = await api.sql(`SELECT team, feedback_on FROM inspection WHERE id = $1`, [inspectionId.slice(4)]);
    expect(row).toEqual({ team: '另一个组', feedback_on: null });
    expect(await api.sql(`SELECT title FROM aspect WHERE inspection_id = $1`, [inspectionId.slice(4)])).toEqual([
      { title: aspect?.title },
    ]);
  });

  it('is refused after an assignment, and says who it was, when and where', async () => {
    const finding = await firstFinding();
    await clerk.execute(`mutation A($input: AssignInput!) { assign(input: $input) { userErrors { message } } }`, {
      input: { findingId: finding.id, version: finding.version, dueOn: '2026-12-31' },
    });
    expect(await undoable()).toBe(false);
    const { userErrors } = await undo();
    const [clerkRow] = await api.sql<{ name: string }>(
      `SELECT n.name FROM account a JOIN person n ON n.id = a.person_id WHERE a.login = 'clerk'`,
    );
    expect(userErrors[0]).toMatchObject({
      code: 'ILLEGAL_TRANSITION',
      rule: 'imports.worked',
      params: { by: clerkRow?.name, what: 'assign', seq: 1 },
    });
  });

  it('is refused after a recorded finding was taken over', async () => {
    const other = await emptyInspection(api);
    const history = await committed(clerk, other, TEXT, 'HISTORY');
    const [finding] = await api.sql<{ id: string }>(
      `SELECT 'fnd_' || id AS id FROM finding WHERE import_id = $1 LIMIT 1`,
      [history.importId.slice(4)],
    );
    const taken = await clerk.execute<{ takeOver: { finding: { state: string } } }>(
      `mutation T($input: FindingVerbInput!) { takeOver(input: $input) { finding { state } userErrors { message } } }`,
      { input: { findingId: finding?.id, version: 1 } },
    );
    expect(taken.takeOver.finding.state).toBe('UNCLAIMED');
    const { userErrors } = await mutate(clerk, 'undoImport', history);
    expect(userErrors[0]).toMatchObject({ rule: 'imports.worked', params: { what: 'takeOver' } });
  });

  it('is refused after a sum was established', async () => {
    const [sum] = await api.sql<{ id: string; finding: string }>(
      `SELECT 'sum_' || m.id AS id, 'fnd_' || m.finding_id AS finding FROM money_sum m WHERE m.import_id = $1 LIMIT 1`,
      [importId.slice(4)],
    );
    const { establishSum } = await clerk.execute<{ establishSum: { userErrors: unknown[] } }>(
      `mutation E($input: EstablishSumInput!) { establishSum(input: $input) { userErrors { message field rule } } }`,
      {
        input: {
          findingId: sum?.finding,
          sumId: sum?.id,
          version: 1,
          establishedFen: '100000',
          basis: '核对凭证',
          decidedBy: '党组会',
          disposition: 'REFUND_DUE',
        },
      },
    );
    expect(establishSum.userErrors).toEqual([]);
    expect((await undo()).userErrors[0]).toMatchObject({ rule: 'imports.worked' });
  });

  // What no verb of today does alone, but the rule must see: written straight into the database.
  it.each([
    ['an action was changed', `UPDATE action SET version = 2 WHERE import_id = $1 AND ordinal = 1`],
    [
      'an action was added',
      `INSERT INTO action (id, finding_id, body_id, ordinal, text) SELECT gen_random_uuid(), id, body_id, 99, '新措施' FROM finding WHERE import_id = $1 LIMIT 1`,
    ],
    [
      'progress was reported',
      `INSERT INTO progress_update (id, action_id, text, state, by_name) SELECT gen_random_uuid(), id, '进展', 'DONE', '某人' FROM action WHERE import_id = $1 LIMIT 1`,
    ],
    [
      'evidence was accepted',
      `UPDATE evidence SET acceptance = 'ACCEPTED', accepted_by_name = '某人', accepted_at = now() WHERE import_id = $1`,
    ],
    [
      'evidence of somebody proves one of its actions',
      `WITH e AS (INSERT INTO evidence (id, body_id, inspection_id, kind, piece_number, title) SELECT gen_random_uuid(), body_id, inspection_id, 'FILE', '9-9-99', '文件' FROM import WHERE id = $1 RETURNING id, body_id) INSERT INTO evidence_action (evidence_id, action_id, body_id) SELECT e.id, a.id, a.body_id FROM e JOIN action a ON a.import_id = $1 LIMIT 1`,
    ],
    [
      'a file was attached',
      `INSERT INTO attachment (id, body_id, file_name, media_type, size, sha256, evidence_id) SELECT gen_random_uuid(), body_id, 'a.pdf', 'application/pdf', 1, repeat('a', 64), id FROM evidence WHERE import_id = $1 LIMIT 1`,
    ],
    [
      'a sum was added',
      `INSERT INTO money_sum (id, finding_id, ordinal, label) SELECT gen_random_uuid(), id, 99, '新金额' FROM finding WHERE import_id = $1 LIMIT 1`,
    ],
    [
      'an instruction was given',
      `INSERT INTO instruction (id, finding_id, text, by_id, by_name) SELECT gen_random_uuid(), f.id, '请抓紧', p.id, p.name FROM finding f JOIN person p ON p.body_id = f.body_id WHERE f.import_id = $1 LIMIT 1`,
    ],
  ])('is refused when %s', async (_, change) => {
    await api.sql(change, [importId.slice(4)]);
    expect(await undoable()).toBe(false);
    expect((await undo()).userErrors[0]?.rule).toBe('imports.worked');
    expect((await api.sql(`SELECT state FROM import WHERE id = $1`, [importId.slice(4)]))[0]).toEqual({
      state: 'COMMITTED',
    });
  });

  it('is the clerk’s: for others it does not exist', async () => {
    for (const login of ['secretary', 'head', 'otherhead', 'sysadmin'])
      expect((await mutate(await api.as(login), 'undoImport', { importId, version })).userErrors[0]?.code, login).toBe(
        'NOT_FOUND',
      );
    expect(await undoable()).toBe(true);
  });
});
