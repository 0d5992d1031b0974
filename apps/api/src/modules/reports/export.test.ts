import type { FieldClass } from '@closeout/domain';
import { readLedgerWorkbook, type LedgerWorkbook } from '@closeout/documents';
import { readReportFile } from '@closeout/report';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, TODAY, type Api, type Caller } from '../../../test/api.ts';
import { committed, emptyInspection, fixtureText, reportText } from '../../../test/import-files.ts';
import { tokenFor } from '../../../test/tokens.ts';
import { inspectionOf } from '../../../test/work.ts';
import { MEASURED } from '../../../test/measured.ts';

const TEXT = fixtureText('03-laonianxiehui-sample-like');

describe('what leaves the ledger as a file', () => {
  let api: Api;
  let clerk: Caller;
  let inspectionId: string;
  let imported: string;
  beforeAll(async () => {
    api = await startApi();
    clerk = await api.as('clerk');
    inspectionId = await inspectionOf(api);
    imported = await emptyInspection(api);
    await committed(clerk, imported, TEXT, 'HISTORY');
  });
  afterAll(() => api.stop());

  const get = (caller: Caller, path: string, headers: Record<string, string> = {}): Promise<Response> =>
    caller.fetch(`/export/${path}`, { headers });
  const ledger = async (caller: Caller, query = ''): Promise<LedgerWorkbook> => {
    const response = await get(caller, `ledger.xlsx?inspectionId=${inspectionId}${query}`);
    expect(response.status).toBe(200);
    return readLedgerWorkbook(new Uint8Array(await response.arrayBuffer()));
  };
  const token = async (classes: FieldClass[], body = '市侨青会'): Promise<Caller> =>
    (await tokenFor(api, body, { classes })).caller;

  describe('the progress report', () => {
    it('of an imported report is its text, as a file with its name', async () => {
      const response = await get(clerk, `report.txt?inspectionId=${imported}`);
      expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
      expect(
        decodeURIComponent(
          /filename\*=UTF-8''(.+)$/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? '',
        ),
      ).toBe(`整改进展情况-市侨青会-${TODAY}.txt`);
      expect(response.headers.get('content-disposition')).toMatch(/^attachment;/);
      expect(await response.text()).toBe(TEXT);
    });

    it('as .docx holds every paragraph of the text', async () => {
      const response = await get(clerk, `report.docx?inspectionId=${imported}`);
      const { text } = await readReportFile(new Uint8Array(await response.arrayBuffer()), '报告.docx');
      const lines = (all: string): string[] =>
        all
          .split(/\r?\n/)
          .map((line) => line.trim())
          .filter((line) => line !== '');
      // The published text has no title; a document gets one.
      expect(lines(text)).toEqual([expect.stringMatching(/巡察整改进展情况$/), ...lines(TEXT)]);
    });

    it('is composed from the ledger where there is no imported report: states told honestly', async () => {
      const { progressReport: report } = await clerk.execute<{
        progressReport: {
          text: string;
          source: unknown;
          blocks: { style: string; text: string }[];
          warnings: { code: string }[];
        };
      }>(
        `query R($id: ID!) { progressReport(inspectionId: $id) { text source { id } blocks { style text } warnings { code message seqs } } }`,
        { id: inspectionId },
      );
      const rows = await api.sql<{ seq: number; description: string; state: string }>(
        `SELECT seq, description, state FROM finding WHERE inspection_id = $1 ORDER BY seq`,
        [inspectionId.slice(4)],
      );
      expect(report.source).toBeNull();
      for (const { description } of rows)
        expect(report.text.replace(/[。\s]/g, '')).toContain(description.replace(/[。\s]/g, '').slice(0, 20));
      const printed = (words: string): number => report.text.split(`整改结果：${words}`).length - 1;
      const count = (...states: string[]): number => rows.filter(({ state }) => states.includes(state)).length;
      expect([printed('已整改到位'), printed('持续整改'), printed('正在整改')]).toEqual([
        count('CLOSED'),
        count('CONTINUING'),
        count('UNCLAIMED', 'RECTIFYING', 'IN_REVIEW'),
      ]);
      expect(report.blocks[0]).toMatchObject({ style: 'title' });
      expect(report.blocks.filter(({ style }) => style === 'heading1').length).toBe(3);
      expect(report.warnings).toEqual([]);
    });

    it('warns of results that only the source claims, and names the findings', async () => {
      const live = await emptyInspection(api);
      await committed(clerk, live, TEXT, 'LIVE');
      const { progressReport: report } = await clerk.execute<{
        progressReport: { warnings: { code: string; seqs: number[] }[]; source: { id: string } };
      }>(`query R($id: ID!) { progressReport(inspectionId: $id) { source { id } warnings { code seqs } } }`, {
        id: live,
      });
      const [row] = await api.sql<{ count: number }>(
        `SELECT count(*)::int AS count FROM finding WHERE inspection_id = $1`,
        [live.slice(4)],
      );
      expect(report.warnings.find(({ code }) => code === 'SOURCE_CLAIM')?.seqs.length).toBe(row?.count);
      expect(report.source.id).toMatch(/^imp_/);
    });

    it('prints a finding added by hand like its neighbours, and nothing else changes', async () => {
      const target = await emptyInspection(api);
      await committed(clerk, target, TEXT, 'HISTORY');
      await clerk.execute(
        `mutation C($input: CreateFindingInput!) { createFinding(input: $input) { userErrors { message } } }`,
        { input: { inspectionId: target, description: '补充登记的问题比较突出。' } },
      );
      const text = await reportText(clerk, target);
      expect(text).toContain('补充登记的问题比较突出');
      const [before = '', after = ''] = text.split(/[^\n]*补充登记的问题比较突出[\s\S]*?正在整改。?\r?\n?/);
      expect(TEXT.startsWith(before.trimEnd())).toBe(true);
      expect(TEXT.endsWith(after)).toBe(true);
    });

    it('is for who may export the whole body: others are refused, other bodies see none', async () => {
      for (const login of ['secretary', 'discipline'])
        expect((await get(await api.as(login), `report.txt?inspectionId=${inspectionId}`)).status, login).toBe(200);
      for (const login of ['head', 'leader', 'handler', 'office']) {
        const caller = await api.as(login);
        expect((await get(caller, `report.txt?inspectionId=${inspectionId}`)).status, login).toBe(403);
        const answer = await caller.send(`query R($id: ID!) { progressReport(inspectionId: $id) { text } }`, {
          id: inspectionId,
        });
        expect(answer.errors?.[0]?.extensions?.['code'], login).toBe('FORBIDDEN');
      }
      const other = await api.as('otherhead');
      expect((await get(other, `report.docx?inspectionId=${inspectionId}`)).status).toBe(404);
      expect(
        (
          await other.execute<{ progressReport: null }>(
            `query R($id: ID!) { progressReport(inspectionId: $id) { text } }`,
            { id: inspectionId },
          )
        ).progressReport,
      ).toBeNull();
      expect((await fetch(`${api.url}/export/report.txt?inspectionId=${inspectionId}`)).status).toBe(401);
    });
  });

  describe('the official ledger', () => {
    it('holds exactly the findings that the viewer may export', async () => {
      const seqs = async (login: string): Promise<number[]> =>
        (await ledger(await api.as(login))).findings.map(({ printedNumber }) => Number(printedNumber));
      const readable = async (login: string): Promise<number[]> => {
        const { findings } = await (
          await api.as(login)
        ).execute<{ findings: { edges: { node: { seq: number } }[] } }>(
          `query F($f: FindingFilter) { findings(first: 100, filter: $f) { edges { node { seq } } } }`,
          { f: { inspectionId } },
        );
        return findings.edges.map(({ node }) => node.seq);
      };
      for (const login of ['clerk', 'secretary', 'head', 'leader', 'discipline'])
        expect(await seqs(login), login).toEqual(await readable(login));
      const all = (await seqs('clerk')).length;
      expect([all, (await seqs('head')).length < all, (await seqs('leader')).length < all]).toEqual([33, true, true]);
    });

    it('prints people, real dates, sums and evidence', async () => {
      const { findings, columns, rowErrors } = await ledger(clerk);
      expect(columns.map(({ header }) => header)).toHaveLength(20);
      expect(rowErrors.filter(({ level }) => level === 'error')).toEqual([]);
      const rows = await api.sql<{
        seq: number;
        title: string;
        due_on: string | null;
        closed_at: Date | null;
        lead: string;
        stated: string | null;
      }>(
        `SELECT f.seq, f.title, f.due_on::text, f.closed_at, d.name AS lead, (SELECT sum(coalesce(m.established_fen, m.stated_fen)) FROM money_sum m WHERE m.finding_id = f.id AND NOT m.per_head) AS stated FROM finding f LEFT JOIN department d ON d.id = f.lead_department_id WHERE f.inspection_id = $1 ORDER BY f.seq`,
        [inspectionId.slice(4)],
      );
      expect(findings.map(({ title, leadDepartment }) => [title, leadDepartment])).toEqual(
        rows.map(({ title, lead }) => [title, lead]),
      );
      expect(findings.map(({ closedOn }) => closedOn !== null)).toEqual(
        rows.map(({ closed_at }) => closed_at !== null),
      );
      expect(findings.map(({ statedAmount }) => statedAmount?.fen ?? null)).toEqual(
        rows.map(({ stated }) => (stated === null ? null : Number(stated))),
      );
      expect(findings.filter(({ deadline }) => deadline?.date !== null).length).toBe(
        rows.filter(({ due_on }) => due_on !== null).length,
      );
      expect(
        findings.some(({ actions }) => actions.some(({ evidence }) => /^\d+-\d+-\d\d /.test(evidence ?? ''))),
      ).toBe(true);
    });

    it('shows restricted talks only to who may read them', async () => {
      const [talk] = await api.sql<{ piece_number: string; seq: number }>(
        `SELECT e.piece_number, f.seq FROM evidence e JOIN evidence_action l ON l.evidence_id = e.id JOIN action a ON a.id = l.action_id JOIN finding f ON f.id = a.finding_id WHERE e.restricted AND e.acceptance <> 'REJECTED' AND f.inspection_id = $1 LIMIT 1`,
        [inspectionId.slice(4)],
      );
      const shows = async (login: string): Promise<boolean> =>
        (await ledger(await api.as(login))).findings.some(({ actions }) =>
          actions.some(({ evidence }) =>
            evidence?.split('\n').some((line) => line.startsWith(`${talk?.piece_number} `)),
          ),
        );
      expect([await shows('secretary'), await shows('clerk')]).toEqual([true, false]);
    });

    it('filters as the ledger does, and refuses what it does not know', async () => {
      const closed = await ledger(clerk, '&state=CLOSED');
      const [row] = await api.sql<{ count: number }>(
        `SELECT count(*)::int AS count FROM finding WHERE inspection_id = $1 AND state = 'CLOSED'`,
        [inspectionId.slice(4)],
      );
      expect(closed.findings.length).toBe(row?.count);
      for (const [query, field] of [
        ['state=OPEN', 'state'],
        ['colour=red', 'colour'],
        ['overdue=1', 'overdue'],
        ['dueTo=2024-02-30', 'dueTo'],
      ]) {
        const response = await get(clerk, `ledger.xlsx?inspectionId=${inspectionId}&${query}`);
        expect([response.status, ((await response.json()) as { field: string }).field]).toEqual([422, field]);
      }
    });

    it('is refused to who may not export and is absent for other bodies', async () => {
      for (const login of ['handler', 'office', 'sysadmin'])
        expect((await get(await api.as(login), `ledger.xlsx?inspectionId=${inspectionId}`)).status, login).toBe(403);
      for (const login of ['otherhead', 'auditadmin'])
        expect((await get(await api.as(login), `ledger.xlsx?inspectionId=${inspectionId}`)).status, login).toBe(404);
      expect((await get(clerk, 'ledger.xlsx')).status).toBe(404);
    });

    it('leaves a trace of every export', async () => {
      await ledger(clerk, '&overdue=true');
      const [event] = await api.sql(
        `SELECT verb, after FROM audit_event WHERE record_type = 'Inspection' AND record_id = $1 ORDER BY id DESC LIMIT 1`,
        [inspectionId.slice(4)],
      );
      expect(event).toMatchObject({ verb: 'exportLedger', after: { format: 'xlsx', filter: { overdue: true } } });
      await get(clerk, `report.docx?inspectionId=${inspectionId}`);
      const [report] = await api.sql(
        `SELECT verb, after FROM audit_event WHERE record_type = 'Inspection' AND record_id = $1 ORDER BY id DESC LIMIT 1`,
        [inspectionId.slice(4)],
      );
      expect(report).toMatchObject({ verb: 'exportReport', after: { format: 'docx', findings: 33 } });
    });

    it('takes under a second for 33 findings', MEASURED, async () => {
      await ledger(clerk);
      for (const file of ['ledger.xlsx', 'report.docx', 'report.txt']) {
        const start = performance.now();
        await (await get(clerk, `${file}?inspectionId=${inspectionId}`)).arrayBuffer();
        expect(performance.now() - start, file).toBeLessThan(1_000);
      }
    });
  });

  it('links need the cookie alone; a token needs all classes, and only its body', async () => {
    const link = await get(clerk, `report.txt?inspectionId=${imported}`, { 'x-closeout': '' });
    expect(link.status).toBe(200);
    const full = await token(['STATISTICS', 'TEXT', 'NAMES', 'MONEY']);
    expect((await get(full, `ledger.xlsx?inspectionId=${inspectionId}`)).status).toBe(200);
    expect(await (await get(full, `report.txt?inspectionId=${imported}`)).text()).toBe(TEXT);
    const partial = await token(['STATISTICS', 'TEXT']);
    for (const file of ['ledger.xlsx', 'report.txt', 'report.docx']) {
      const response = await get(partial, `${file}?inspectionId=${inspectionId}`);
      expect([response.status, ((await response.json()) as { rule: string }).rule], file).toEqual([
        403,
        'access.fieldClass',
      ]);
    }
    const answer = await partial.send(`query R($id: ID!) { progressReport(inspectionId: $id) { text } }`, {
      id: inspectionId,
    });
    expect(answer.errors?.[0]?.extensions?.['code']).toBe('FIELD_CLASS');
    const foreign = await token(['STATISTICS', 'TEXT', 'NAMES', 'MONEY'], '市园林中心');
    expect((await get(foreign, `ledger.xlsx?inspectionId=${inspectionId}`)).status).toBe(404);
    const sent = await full.fetch(`/import/report?inspectionId=${imported}`, { method: 'POST', body: TEXT });
    expect(sent.status).toBe(403);
  });
});
