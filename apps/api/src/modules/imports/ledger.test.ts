import { writeLedgerWorkbook, type ExportFinding } from '@closeout/documents';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type Api, type Caller } from '../../../test/api.ts';
import { emptyInspection, mutate, upload } from '../../../test/import-files.ts';

describe('a body’s own list in Excel', () => {
  let api: Api;
  let clerk: Caller;
  let known: { leader: string; post: string; department: string; other: string; person: string };
  beforeAll(async () => {
    api = await startApi();
    clerk = await api.as('clerk');
    const [leader] = await api.sql<{ name: string; id: string }>(
      `SELECT n.name, p.id FROM post p JOIN post_holding h ON h.post_id = p.id AND h.to_on IS NULL JOIN person n ON n.id = h.person_id JOIN body b ON b.id = p.body_id WHERE b.short_name = '市侨青会' AND p.leadership ORDER BY p.ordinal LIMIT 1`,
    );
    const departments = await api.sql<{ name: string }>(
      `SELECT d.name FROM department d JOIN body b ON b.id = d.body_id WHERE b.short_name = '市侨青会' ORDER BY d.ordinal LIMIT 2`,
    );
    const [person] = await api.sql<{ name: string }>(
      `SELECT n.name FROM account a JOIN person n ON n.id = a.person_id WHERE a.login = 'handler'`,
    );
    known = {
      leader: leader?.name ?? '',
      post: leader?.id ?? '',
      department: departments[0]?.name ?? '',
      other: departments[1]?.name ?? '',
      person: person?.name ?? '',
    };
  });
  afterAll(() => api.stop());

  const findings = (): ExportFinding[] => [
    {
      number: 1,
      aspect: '选任程序',
      title: '2名干部任前公示少于5个工作日。',
      target: '程序到位',
      leader: known.leader,
      leadDepartment: known.department,
      supportingDepartments: [known.other, '没有这个科'],
      person: known.person,
      deadline: { text: '', date: '2026-12-31' },
      statedFen: 600_000,
      recoveredFen: 300_000,
      remark: '原有备注',
      actions: [
        { text: '修订公示流程。', progress: '流程已修订' },
        { text: '逐一复核。', progress: null, evidence: '复核表' },
      ],
    },
    {
      number: 2,
      aspect: '选任程序',
      title: '推荐票缺少签字。',
      leader: '无名氏',
      leadDepartment: '没有这个部',
      person: '查无此人',
      deadline: { text: '立行立改', date: null },
      result: '已完成',
      closedOn: '2026-10-01',
      actions: [{ text: '统一用表。', progress: '已统一' }],
    },
    {
      number: 3,
      aspect: '档案管理',
      title: '档案存疑。',
      deadline: { text: '2026年底前，并长期坚持', date: '2026-12-31' },
      actions: [{ text: '补充佐证。' }],
    },
  ];
  const workbook = (rows = findings()): Promise<Uint8Array> =>
    writeLedgerWorkbook({ title: '整改台账', bodyName: '市侨青会党组', filledOn: '2026-11-20', findings: rows });
  const draft = async (
    bytes?: Uint8Array,
  ): Promise<{ inspectionId: string; importId: string; body: Record<string, unknown> }> => {
    const inspectionId = await emptyInspection(api);
    const { status, body } = await upload(clerk, 'ledger', inspectionId, bytes ?? (await workbook()), '整改台账.xlsx');
    expect(status).toBe(201);
    return { inspectionId, importId: body.importId, body };
  };

  it('becomes a draft with the columns it found and a remark for each name that nobody bears', async () => {
    const { body, importId } = await draft();
    expect(body).toMatchObject({ findings: 3, actions: 4, headerRow: 3, sheet: '整改台账' });
    expect((body['columns'] as { field: string }[]).length).toBe(20);
    expect((body['nameWarnings'] as { row: number; value: string }[]).map(({ value }) => value)).toEqual([
      '没有这个科',
      '无名氏',
      '没有这个部',
      '查无此人',
    ]);
    const { import: row } = await clerk.execute<{
      import: { kind: string; sourceText: null; parsed: { findings: unknown[] } };
    }>(`query I($id: ID!) { import(id: $id) { kind sourceText parsed } }`, { id: importId });
    expect([row.kind, row.sourceText, row.parsed.findings.length]).toEqual(['LEDGER_WORKBOOK', null, 3]);
  });

  it('is refused twice', async () => {
    const bytes = await workbook();
    const { inspectionId, importId } = await draft(bytes);
    const again = await upload(clerk, 'ledger', inspectionId, bytes, '副本.xlsx');
    expect([again.status, again.body.importId]).toEqual([409, importId]);
  });

  it('enters the ledger with people, deadlines, sums and progress; what has no column stays in words', async () => {
    const { inspectionId, importId } = await draft();
    expect((await mutate(clerk, 'commitImport', { importId, version: 1, mode: 'LIVE' })).userErrors).toEqual([]);
    const rows = await api.sql<Record<string, unknown>>(
      `SELECT f.seq, f.title, f.state, f.due_on::text, f.due_kind, f.due_text, f.due_rule, f.leader_post_id, d.name AS lead, h.name AS handler, f.acceptance_criterion, f.remark, a.title AS aspect,
        (SELECT json_agg(s.name) FROM finding_department fd JOIN department s ON s.id = fd.department_id WHERE fd.finding_id = f.id) AS supporting,
        (SELECT json_agg(json_build_array(x.text, x.state, x.progress, x.reported_by_source) ORDER BY x.ordinal) FROM action x WHERE x.finding_id = f.id) AS actions,
        (SELECT json_agg(json_build_array(m.stated_fen, m.stated_text)) FROM money_sum m WHERE m.finding_id = f.id) AS sums
       FROM finding f LEFT JOIN aspect a ON a.id = f.aspect_id LEFT JOIN department d ON d.id = f.lead_department_id LEFT JOIN person h ON h.id = f.handler_id WHERE f.inspection_id = $1 ORDER BY f.seq`,
      [inspectionId.slice(4)],
    );
    expect(rows[0]).toMatchObject({
      state: 'UNCLAIMED', due_on: '2026-12-31', due_kind: 'DATE', due_rule: 'FROM_SOURCE', leader_post_id: known.post, lead: known.department, handler: known.person, supporting: [known.other], aspect: '选任程序', acceptance_criterion: '程序到位',
      actions: [['修订公示流程。', 'IN_PROGRESS', '流程已修订', true], ['逐一复核。', 'PLANNED', null, true]],
    }); // prettier-ignore
    expect(rows[0]?.['sums']).toEqual([[600_000, expect.any(String)]]);
    expect(rows[0]?.['remark']).toMatch(/原有备注[\s\S]*配合部门：没有这个科[\s\S]*措施2佐证：复核表/);
    expect(rows[1]).toMatchObject({
      leader_post_id: null,
      lead: null,
      handler: null,
      due_on: null,
      due_kind: 'IMMEDIATE',
      due_text: '立行立改',
    });
    expect(rows[1]?.['remark']).toMatch(
      /责任领导：无名氏；牵头部门：没有这个部；责任人：查无此人[\s\S]*原表整改结果：已完成[\s\S]*2026-10-01/,
    );
    expect(rows[2]).toMatchObject({ due_on: '2026-12-31', due_kind: 'ONGOING', due_text: '2026年底前，并长期坚持' });
    const refunds = await api.sql(`SELECT kind, acceptance, piece_number, note FROM evidence WHERE import_id = $1`, [
      importId.slice(4),
    ]);
    expect(refunds).toEqual([
      {
        kind: 'REFUND',
        acceptance: 'PENDING',
        piece_number: '1-1-01',
        note: expect.stringMatching(/^原表称已清退3,000.00元/),
      },
    ]);
  });

  it('enters as history with the list’s own result words as claims', async () => {
    const { inspectionId, importId } = await draft();
    await mutate(clerk, 'commitImport', { importId, version: 1, mode: 'HISTORY' });
    const rows = await api.sql(`SELECT state, result, result_text FROM finding WHERE inspection_id = $1 ORDER BY seq`, [
      inspectionId.slice(4),
    ]);
    expect(rows).toEqual([
      { state: 'RECORDED', result: 'UNKNOWN', result_text: null },
      { state: 'RECORDED', result: 'COMPLETED', result_text: '已完成' },
      { state: 'RECORDED', result: 'UNKNOWN', result_text: null },
    ]);
    expect((await mutate(clerk, 'undoImport', { importId, version: 2 })).import?.state).toBe('UNDONE');
  });

  it('is read again with other columns, from the stored file', async () => {
    const { importId } = await draft();
    const { import: again, userErrors } = await mutate(clerk, 'remapColumns', {
      importId,
      version: 1,
      headerRow: 3,
      mapping: [
        { column: 6, field: 'remark' },
        { column: 20, field: null },
      ],
    });
    expect(userErrors).toEqual([]);
    const parsed = again?.parsed as unknown as {
      columns: { index: number; field: string | null }[];
      findings: { target: string | null; remark: string | null }[];
    };
    expect(parsed.columns.filter(({ index }) => index === 6 || index === 20).map(({ field }) => field)).toEqual([
      'remark',
      null,
    ]);
    expect([parsed.findings[0]?.target, parsed.findings[0]?.remark]).toEqual([null, '程序到位']);
    const wrong = await mutate(clerk, 'remapColumns', { importId, version: 2, headerRow: 400, mapping: [] });
    expect(wrong.userErrors[0]?.code).toBe('INVALID');
    const sheet = await mutate(clerk, 'remapColumns', { importId, version: 2, sheet: '没有', mapping: [] });
    expect(sheet.userErrors[0]?.message).toContain('没有');
    const report = await mutate(clerk, 'reparse', { importId, version: 2, profile: {} });
    expect(report.userErrors[0]?.rule).toBe('imports.kind');
  });

  it('is corrected before it enters; what only reports have is refused', async () => {
    const { inspectionId, importId } = await draft();
    const { import: changed, userErrors } = await mutate(clerk, 'correctImport', {
      importId,
      version: 1,
      edits: [
        { editFinding: { seq: 1, title: '改过的问题', resultText: '基本完成' } },
        { editAction: { seq: 1, ordinal: 1, text: '改过的措施' } },
        { addAction: { seq: 1, text: '补充的措施' } },
        { removeAction: { seq: 1, ordinal: 2 } },
        { markChecked: { seqs: [1, 3], checked: true } },
        { notAFinding: { seq: 2 } },
      ],
    });
    expect([userErrors, changed?.checkedSeqs]).toEqual([[], [1, 2]]);
    const parsed = changed?.parsed as unknown as { nameWarnings: { value: string }[] };
    expect(parsed.nameWarnings.map(({ value }) => value)).toEqual(['没有这个科']);
    const refused = await mutate(clerk, 'correctImport', {
      importId,
      version: 2,
      edits: [{ mergeFinding: { seq: 2 } }],
    });
    expect(refused.userErrors[0]?.rule).toBe('imports.onlyReports');
    await mutate(clerk, 'commitImport', { importId, version: 2, mode: 'HISTORY' });
    const rows = await api.sql(
      `SELECT f.title, f.result, (SELECT json_agg(a.text ORDER BY a.ordinal) FROM action a WHERE a.finding_id = f.id) AS actions FROM finding f WHERE f.inspection_id = $1 ORDER BY seq`,
      [inspectionId.slice(4)],
    );
    expect(rows).toEqual([
      { title: '改过的问题', result: 'BASICALLY', actions: ['改过的措施', '补充的措施'] },
      { title: '档案存疑。', result: 'UNKNOWN', actions: ['补充佐证。'] },
    ]);
  });

  it('control characters of a cell are left out: nothing else could hold them', async () => {
    const rows = [{ number: 1, title: '档案\u0000存疑\u0007。', actions: [{ text: '补充\u0001佐证。\n分两步。' }] }];
    const { inspectionId, importId } = await draft(await workbook(rows));
    await mutate(clerk, 'commitImport', { importId, version: 1, mode: 'LIVE' });
    const entered = await api.sql(
      'SELECT f.title, a.text FROM finding f JOIN action a ON a.finding_id = f.id WHERE f.inspection_id = $1',
      [inspectionId.slice(4)],
    );
    expect(entered).toEqual([{ title: '档案存疑。', text: '补充佐证。\n分两步。' }]);
  });

  it('a thousand findings enter in one batch', { tags: 'slow', timeout: 60_000 }, async () => {
    const many = Array.from({ length: 1_000 }, (_, index): ExportFinding => ({
      number: index + 1,
      title: `问题${index + 1}。`,
      actions: [1, 2, 3, 4].map((n) => ({ text: `措施${n}` })),
    }));
    const { importId } = await draft(await workbook(many));
    const start = performance.now();
    const { import: done } = await mutate(clerk, 'commitImport', { importId, version: 1, mode: 'LIVE' });
    expect(done?.findingCount).toBe(1_000);
    // A few seconds on a quiet machine: what this refuses is a statement for each row.
    expect(performance.now() - start).toBeLessThan(20_000);
    expect((await mutate(clerk, 'undoImport', { importId, version: 2 })).import?.findingCount).toBe(0);
  });
});
