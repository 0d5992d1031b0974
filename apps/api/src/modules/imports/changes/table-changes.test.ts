import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type Api, type Caller } from '../../../../test/api.ts';
import { emptyInspection, mutate } from '../../../../test/import-files.ts';
import { exportedLedger, sendBack, tableOf, workedOn, type TableImport } from '../../../../test/table.ts';
import { findingNo, mutate as work } from '../../../../test/work.ts';

let api: Api;
let clerk: Caller;
let head: Caller;
let inspectionId: string;
beforeAll(async () => {
  api = await startApi();
  [clerk, head] = [await api.as('clerk'), await api.as('head')];
  inspectionId = (await findingNo(clerk, 5)).inspection.id;
});
afterAll(() => api.stop());

const draft = async (caller: Caller, ...more: [Parameters<typeof sendBack>[2], Uint8Array?]): Promise<TableImport> => {
  const { status, body } = await sendBack(caller, inspectionId, ...more);
  expect([status, body['kind']]).toEqual([201, 'LEDGER_CHANGES']);
  return (await tableOf(caller, body.importId)) as TableImport;
};
const commit = (caller: Caller, { id, version }: Pick<TableImport, 'id' | 'version'>) =>
  mutate(caller, 'commitImport', { importId: id, version });
const cells = ({ parsed }: TableImport) =>
  parsed.changes.map(({ seq, column, before, after, refusal, conflict, accepted }) => ({ seq, column, before, after, refusal: refusal?.code ?? null, conflict: conflict?.by ?? null, accepted })); // prettier-ignore

/** Findings of the main body that are being worked on, with what the ledger prints of them. */
const open = async () =>
  api.sql<{ seq: number; id: string; title: string; actions: number }>(
    `SELECT f.seq, 'fnd_' || f.id AS id, f.title, (SELECT count(*)::int FROM action a WHERE a.finding_id = f.id AND a.state <> 'DROPPED') AS actions
     FROM finding f JOIN body b ON b.id = f.body_id WHERE b.short_name = '市侨青会' AND f.state = 'RECTIFYING' AND f.lead_department_id IS NOT NULL ORDER BY f.seq`,
  );
const census = () =>
  api.sql(`SELECT f.seq, f.title, f.remark, f.effect, f.acceptance_criterion, f.leader_post_id, f.leader_confirmed_at, f.due_on, f.due_text, f.lead_department_id,
    (SELECT json_agg(json_build_array(a.text, a.progress, a.state, a.handler_id) ORDER BY a.ordinal) FROM action a WHERE a.finding_id = f.id) AS actions,
    (SELECT json_agg(p.text ORDER BY p.ordinal) FROM finding_point p WHERE p.finding_id = f.id) AS points,
    (SELECT count(*)::int FROM progress_update u JOIN action a ON a.id = u.action_id WHERE a.finding_id = f.id) AS reports,
    (SELECT count(*)::int FROM effect_version e WHERE e.finding_id = f.id) AS effects
    FROM finding f ORDER BY f.ref_no`);

describe('the ledger out to a table and back', () => {
  it('changes nothing when nothing was changed, and everybody exports the same rows as before', async () => {
    const untouched = await draft(clerk, () => undefined);
    expect(untouched.parsed).toMatchObject({
      changes: [],
      additions: [],
      remarks: [],
      missing: [],
      unknownColumns: [],
    });
    expect((await commit(clerk, untouched)).userErrors[0]?.rule).toBe('imports.nothingAccepted');
    const leader = await api.as('leader');
    const bytes = await exportedLedger(leader, inspectionId);
    const { status, body } = await sendBack(leader, inspectionId, () => undefined, bytes);
    expect([status, body.code]).toEqual([403, 'FORBIDDEN']);
  });

  it('shows each changed cell, carries the accepted ones out by the ledger’s own verbs, and takes all of it back', async () => {
    const [first, second] = await open();
    if (first === undefined || second === undefined) throw new Error('the demo has too few open findings');
    const before = await census();
    const table = await draft(clerk, ({ cell }) => {
      cell(first.seq, '反馈问题').value = '改过的题目';
      cell(first.seq, '备注').value = '表格里写的备注';
      cell(first.seq, '整改成效').value = '表格里写的成效';
      cell(second.seq, '进展情况').value = '已开会研究，=1+1';
      cell(second.seq, '整改措施').value = '改过的措施';
    });
    expect(cells(table).map(({ seq, column, after, accepted }) => [seq, column, after, accepted])).toEqual([
      [first.seq, 'title', '改过的题目', true],
      [first.seq, 'effect', '表格里写的成效', true],
      [first.seq, 'remark', '表格里写的备注', true],
      [second.seq, 'measure', '改过的措施', true],
      [second.seq, 'progress', '已开会研究，=1+1', true],
    ]);
    expect(cells(table)[0]?.before).toBe(first.title);
    const left = await mutate(clerk, 'correctImport', { importId: table.id, version: 1, edits: [{ takeCells: { changes: [2], accepted: false } }] }); // prettier-ignore
    expect(left.userErrors).toEqual([]);
    const done = await commit(clerk, { id: table.id, version: 2 });
    expect([done.userErrors, done.import?.state, done.import?.undoable]).toEqual([[], 'COMMITTED', true]);
    const [now] = await api.sql(`SELECT title, remark, effect FROM finding WHERE id = $1`, [first.id.slice(4)]);
    expect(now).toMatchObject({ title: '改过的题目', effect: '表格里写的成效' });
    expect(now?.['remark']).not.toBe('表格里写的备注');
    const [report] = await api.sql(
      `SELECT u.text, u.on_behalf_of, u.on_behalf_source FROM progress_update u JOIN action a ON a.id = u.action_id WHERE a.finding_id = $1 ORDER BY u.at DESC LIMIT 1`,
      [second.id.slice(4)],
    );
    expect(report).toMatchObject({ text: '已开会研究，=1+1', on_behalf_source: expect.stringContaining('台账') });
    const verbs = await api.sql<{ verb: string }>(`SELECT verb FROM audit_event ORDER BY id DESC LIMIT 6`);
    expect(verbs.map(({ verb }) => verb)).toEqual(expect.arrayContaining(['editFinding', 'editAction', 'updateProgress', 'commitImport'])); // prettier-ignore
    const undone = await mutate(clerk, 'undoImport', { importId: table.id, version: 3 });
    expect([undone.userErrors, undone.import?.state]).toEqual([[], 'UNDONE']);
    expect(await census()).toEqual(before);
  });

  it('asks about a cell that somebody else changed since, naming who, and takes what was chosen', async () => {
    const [first] = await open();
    if (first === undefined) throw new Error('no open finding');
    const bytes = await exportedLedger(clerk, inspectionId);
    const { id: findingId, version } = await findingNo(head, first.seq).catch(() => findingNo(clerk, first.seq));
    await work(clerk, 'editFinding', { findingId, version, remark: '系统里写的备注' }, 'finding { id }');
    const table = await draft(clerk, ({ cell }) => {
      cell(first.seq, '备注').value = '表格里写的备注';
      cell(first.seq, '整改目标').value = '只有我改的目标';
    }, bytes); // prettier-ignore
    const [target, remark] = cells(table);
    expect(target).toMatchObject({ column: 'target', conflict: null, accepted: true });
    expect(remark).toMatchObject({ before: '系统里写的备注', after: '表格里写的备注', accepted: false });
    expect(remark?.conflict).toBeTruthy();
    await mutate(clerk, 'correctImport', { importId: table.id, version: 1, edits: [{ takeCells: { changes: [1], accepted: true } }] }); // prettier-ignore
    const now = await findingNo(clerk, first.seq);
    await work(clerk, 'editFinding', { findingId, version: now.version, rootCause: '又改了一处' }, 'finding { id }');
    const refused = await commit(clerk, { id: table.id, version: 2 });
    expect(refused.userErrors[0]).toMatchObject({ code: 'CONFLICT', rule: 'ledger.version' });
    const again = await clerk.execute<{ recheckChanges: { import: { version: number }; userErrors: unknown[] } }>(
      `mutation R($input: ImportVerbInput!) { recheckChanges(input: $input) { import { version } userErrors { rule } } }`,
      { input: { importId: table.id, version: 2 } },
    );
    expect(again.recheckChanges).toEqual({ import: { version: 3 }, userErrors: [] });
    expect((await tableOf(clerk, table.id))?.parsed.changes.map(({ accepted }) => accepted)).toEqual([true, false]);
    await mutate(clerk, 'correctImport', { importId: table.id, version: 3, edits: [{ takeCells: { changes: [1], accepted: true } }] }); // prettier-ignore
    expect((await commit(clerk, { id: table.id, version: 4 })).userErrors).toEqual([]);
    const [row] = await api.sql(`SELECT remark, acceptance_criterion AS target FROM finding WHERE id = $1`, [
      findingId.slice(4),
    ]);
    expect(row).toEqual({ remark: '表格里写的备注', target: '只有我改的目标' });
    await work(clerk, 'editFinding', { findingId, version: (await findingNo(clerk, first.seq)).version, remark: '后来的' }, 'finding { id }'); // prettier-ignore
    const late = await mutate(clerk, 'undoImport', { importId: table.id, version: 5 });
    expect(late.userErrors[0]).toMatchObject({ rule: 'imports.worked', params: { what: 'editFinding' } });
  });

  it('names what no table changes: states, sums, evidence, unknown names, unreadable days, locked states', async () => {
    const [first] = await open();
    const [closed] = await api.sql<{ seq: number }>(
      `SELECT f.seq FROM finding f JOIN body b ON b.id = f.body_id WHERE b.short_name = '市侨青会' AND f.state = 'CLOSED' ORDER BY f.seq LIMIT 1`,
    );
    if (first === undefined || closed === undefined) throw new Error('the demo has too few findings');
    const table = await draft(clerk, ({ cell }) => {
      cell(first.seq, '整改结果').value = '已整改到位';
      cell(first.seq, '销号日期').value = '2026-11-22';
      cell(first.seq, '涉及金额').value = 123_456;
      cell(first.seq, '责任领导').value = '查无此人';
      cell(first.seq, '整改时限').value = '尽快';
      cell(first.seq, '整改类别').value = '随便';
      cell(first.seq, '问题方面').value = '另一个方面';
      cell(closed.seq, '反馈问题').value = '关了还改';
    });
    const codes = Object.fromEntries(cells(table).map(({ seq, column, refusal }) => [`${seq} ${column}`, refusal]));
    expect(codes).toEqual({
      [`${first.seq} aspect`]: 'TABLE_ASPECT',
      [`${first.seq} remediationType`]: 'TYPE_NOT_UNDERSTOOD',
      [`${first.seq} leader`]: 'TABLE_NAME_UNKNOWN',
      [`${first.seq} deadline`]: 'TABLE_DEADLINE',
      [`${first.seq} statedAmount`]: 'TABLE_MONEY',
      [`${first.seq} result`]: 'TABLE_STATE',
      [`${first.seq} closedOn`]: 'TABLE_STATE',
      [`${closed.seq} title`]: 'TABLE_WRONG_STATE',
    });
    expect(table.parsed.changes.find(({ column }) => column === 'result')?.refusal?.zh).toContain(
      '状态不能通过表格修改',
    );
    const sheet = await clerk.fetch(`/export/import-remarks.xlsx?importId=${table.id}`);
    expect(sheet.status).toBe(200);
    await workedOn(new Uint8Array(await sheet.arrayBuffer()), ({ rowOf, sheet: own }) => {
      expect(String(own.getCell(3, 23).value)).toBe('问题说明');
      expect(String(own.getCell(rowOf(closed.seq), 23).value)).toContain('办理状态不允许修改“反馈问题”');
      expect(String(own.getCell(rowOf(first.seq), 23).value)).toContain(
        'R列：“整改结果”由办理流程产生，状态不能通过表格修改',
      );
    });
    expect((await (await api.as('otherclerk')).fetch(`/export/import-remarks.xlsx?importId=${table.id}`)).status).toBe(
      404,
    );
    const forced = await mutate(clerk, 'correctImport', { importId: table.id, version: 1, edits: [{ takeCells: { changes: [0], accepted: true } }] }); // prettier-ignore
    expect(forced.userErrors[0]?.rule).toBe('imports.place');
    expect((await commit(clerk, table)).userErrors[0]?.rule).toBe('imports.nothingAccepted');
  });

  it('writes all of it or nothing: one refusal in the middle takes everything back', async () => {
    const [first, second] = await open();
    if (first === undefined || second === undefined) throw new Error('too few');
    const table = await draft(clerk, ({ cell }) => {
      cell(first.seq, '备注').value = '第一处';
      cell(second.seq, '备注').value = '第二处';
    });
    const before = await census();
    await api.sql(`UPDATE finding SET state = 'CLOSED', closed_at = now() WHERE id = $1`, [second.id.slice(4)]);
    const refused = await commit(clerk, table);
    expect(refused.userErrors[0]).toMatchObject({ rule: 'findings.workflow', params: { column: '备注' } });
    await api.sql(`UPDATE finding SET state = 'RECTIFYING', closed_at = NULL WHERE id = $1`, [second.id.slice(4)]);
    expect(await census()).toEqual(before);
    expect((await tableOf(clerk, table.id))?.state).toBe('DRAFT');
  });
});

describe('whose table it is', () => {
  it('a department head changes the own department’s words, not what the clerk assigns; nobody else sees the draft', async () => {
    const own = await api.sql<{ seq: number }>(
      `SELECT f.seq FROM finding f JOIN role_grant g ON g.department_id = f.lead_department_id JOIN account a ON a.id = g.account_id
       WHERE a.login = 'head' AND g.role = 'DEPARTMENT_HEAD' AND f.state = 'RECTIFYING' ORDER BY f.seq LIMIT 1`,
    );
    const seq = own[0]?.seq ?? 0;
    const table = await draft(head, ({ cell }) => {
      cell(seq, '备注').value = '科室写的备注';
      cell(seq, '牵头部门').value = '办公室（改）';
      cell(seq, '进展情况').value = '科室自己报的进展';
    });
    expect(cells(table).map(({ column, refusal }) => [column, refusal])).toEqual([
      ['leadDepartment', 'TABLE_FORBIDDEN'],
      ['progress', null],
      ['remark', null],
    ]);
    for (const other of ['leader', 'handler', 'otherhead', 'secretary', 'discipline', 'office'])
      expect([other, await tableOf(await api.as(other), table.id)]).toEqual([other, null]);
    expect((await mutate(await api.as('otherhead'), 'commitImport', { importId: table.id, version: 1 })).userErrors[0]?.code).toBe('NOT_FOUND'); // prettier-ignore
    expect((await tableOf(clerk, table.id))?.id).toBe(table.id);
    expect((await commit(head, table)).userErrors).toEqual([]);
    const [report] = await api.sql(
      `SELECT u.by_name, u.on_behalf_of FROM progress_update u JOIN action a ON a.id = u.action_id JOIN finding f ON f.id = a.finding_id JOIN body b ON b.id = f.body_id
       WHERE b.short_name = '市侨青会' AND f.seq = $1 AND u.text = '科室自己报的进展'`,
      [seq],
    );
    expect(report).toMatchObject({ on_behalf_of: null });
  });

  it('rows out of reach, of another body, or with keys made up answer alike, and a foreign ledger is refused', async () => {
    const [foreign] = await api.sql<{ id: string; version: number }>(
      `SELECT 'fnd_' || f.id AS id, f.version FROM finding f JOIN body b ON b.id = f.body_id WHERE b.short_name <> '市侨青会' LIMIT 1`,
    );
    const [first, second, third] = await open();
    if (foreign === undefined || !first || !second || !third) throw new Error('too few');
    const table = await draft(clerk, ({ cell, rowOf, sheet }) => {
      cell(first.seq, '备注').value = '正当的';
      cell(second.seq, '备注').value = '别处的';
      cell(third.seq, '备注').value = '没有的';
      sheet.getCell(rowOf(second.seq), 21).value = `${foreign.id}.${foreign.version}`;
      sheet.getCell(rowOf(third.seq), 21).value = 'fnd_00000000-0000-7000-8000-000000000000.1';
    });
    expect(cells(table).map(({ seq }) => seq)).toEqual([first.seq]);
    expect(new Set(table.parsed.remarks.map(({ note }) => note.code))).toEqual(new Set(['TABLE_ABSENT']));
    const [elsewhere] = await api.sql<{ id: string }>(
      `SELECT 'ins_' || i.id AS id FROM inspection i JOIN body b ON b.id = i.body_id WHERE b.short_name = '市侨青会' AND 'ins_' || i.id <> $1 LIMIT 1`,
      [inspectionId],
    );
    const other = elsewhere?.id ?? (await emptyInspection(api));
    const bytes = await exportedLedger(clerk, inspectionId);
    const wrong = await sendBack(clerk, other, ({ cell }) => (cell(first.seq, '备注').value = '错了轮次'), bytes);
    expect([wrong.status, wrong.body['rule']]).toEqual([422, 'imports.otherLedger']);
  });

  it('offers rows without a record as new actions and findings, and names missing rows without deleting anything', async () => {
    const [first, second] = await open();
    if (first === undefined || second === undefined) throw new Error('too few');
    const before = await census();
    const gone = second.seq;
    const table = await draft(clerk, ({ sheet, rowOf }) => {
      sheet.spliceRows(rowOf(gone), 1);
      sheet.insertRow(rowOf(first.seq) + 1, [first.seq, null, null, null, null, null, '表格里加的措施']);
      sheet.addRow([999, '新方面', '表格里加的问题', null, null, null, '新问题的措施']);
      sheet.addRow([null, null, null, null, null, null, '新问题的第二条措施']);
    });
    expect(table.parsed.additions.map(({ kind, seq, title, measure, refusal }) => [kind, seq, title, measure, refusal])).toEqual([
      ['ACTION', first.seq, null, '表格里加的措施', null],
      ['FINDING', null, '表格里加的问题', '新问题的措施', null],
      ['ACTION', null, null, '新问题的第二条措施', null],
    ]); // prettier-ignore
    expect(table.parsed.missing.map(({ code }) => code)).toEqual(['TABLE_MISSING']);
    await mutate(clerk, 'correctImport', { importId: table.id, version: 1, edits: [{ takeCells: { additions: [0, 1, 2], accepted: true } }] }); // prettier-ignore
    expect((await commit(clerk, { id: table.id, version: 2 })).userErrors).toEqual([]);
    const added = await api.sql(
      `SELECT f.title, f.state, (SELECT json_agg(a.text ORDER BY a.ordinal) FROM action a WHERE a.finding_id = f.id) AS actions FROM finding f WHERE f.title = '表格里加的问题'`,
    );
    expect(added).toEqual([
      { title: '表格里加的问题', state: 'UNCLAIMED', actions: ['新问题的措施', '新问题的第二条措施'] },
    ]);
    const undone = await mutate(clerk, 'undoImport', { importId: table.id, version: 3 });
    expect(undone.userErrors).toEqual([]);
    expect(await census()).toEqual(before);
  });
});
