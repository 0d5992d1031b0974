import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, TODAY, type Api, type Caller } from '../../../../test/api.ts';
import { findingNo } from '../../../../test/work.ts';
import { tokenFor } from '../../../../test/tokens.ts';

let api: Api;
let clerk: Caller;
let inspectionId: string;
let roundId: string;
beforeAll(async () => {
  api = await startApi();
  clerk = await api.as('clerk');
  inspectionId = (await findingNo(clerk, 5)).inspection.id;
  const [row] = await api.sql<{ id: string }>(`SELECT 'rnd_' || round_id AS id FROM inspection WHERE id = $1`, [inspectionId.slice(4)]); // prettier-ignore
  roundId = row?.id ?? '';
});
afterAll(() => api.stop());

const get = (who: Caller, path: string): Promise<Response> => who.fetch(`/export/${path}`);

const wordsOf = (value: ExcelJS.CellValue): string => {
  if (value === null || value === undefined) return '';
  return value instanceof Date ? value.toISOString().slice(0, 10) : `${value as string | number}`;
};

/** Each sheet as rows of words; no part of the file may hold a formula. */
async function sheets(
  who: Caller,
  path: string,
): Promise<{ name: string; rows: string[][]; sheet: ExcelJS.Worksheet }[]> {
  const response = await get(who, path);
  expect([path, response.status]).toEqual([path, 200]);
  const bytes = await response.arrayBuffer();
  for (const file of Object.values((await JSZip.loadAsync(bytes)).files))
    expect(await file.async('string')).not.toMatch(/<f[\s>/]/);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes);
  return workbook.worksheets.map((sheet) => {
    const rows: string[][] = [];
    sheet.eachRow((row) =>
      rows.push(Array.from({ length: sheet.columnCount }, (_, i) => wordsOf(row.getCell(i + 1).value))),
    );
    return { name: sheet.name, rows, sheet };
  });
}

const paths = async (): Promise<Record<string, string>> => {
  const { id } = await findingNo(clerk, 5);
  return {
    list: `close-out-list.xlsx?inspectionId=${inspectionId}`,
    form: `close-out-form.xlsx?findingId=${id}`,
    archive: `archive-list.xlsx?findingId=${id}`,
    meetings: `meetings.xlsx?inspectionId=${inspectionId}`,
    refunds: `refunds.xlsx?inspectionId=${inspectionId}`,
    decisions: `decisions.xlsx?inspectionId=${inspectionId}`,
    urges: `urges.xlsx?inspectionId=${inspectionId}`,
    round: `round-summary.xlsx?roundId=${roundId}`,
  };
};

describe('the lists that are printed', () => {
  it('each has the head of the paper, who took it out, and an entry in the trail', async () => {
    const { round, ...own } = await paths();
    for (const path of Object.values(own)) {
      const [first] = await sheets(clerk, path);
      expect([path, first?.sheet.pageSetup.printTitlesRow, first?.sheet.headerFooter.oddFooter]).toEqual([path, '3:3', expect.stringContaining(`${TODAY}`)]); // prettier-ignore
    }
    const trail = await api.sql<{ list: string }>(
      `SELECT after ->> 'list' AS list FROM audit_event WHERE verb = 'exportList' ORDER BY id DESC LIMIT 7`,
    );
    expect(trail.map(({ list }) => list).toReversed()).toEqual([
      '对账销号表',
      '销号表-5号',
      '档案盒目录-5号',
      '会议清单',
      '清退台账',
      '上会材料',
      '催报单',
    ]);
    expect(round).toContain(roundId);
  });

  it('the refunds hold every instalment with payer, voucher and the sum in words, each measure with its own total', async () => {
    const [list] = await sheets(clerk, `refunds.xlsx?inspectionId=${inspectionId}`);
    const [count] = await api.sql<{ n: number; fen: string }>(
      `SELECT count(*)::int AS n, sum(r.fen) FILTER (WHERE r.kind = 'REFUND')::text AS fen FROM recovery r JOIN money_sum m ON m.id = r.sum_id JOIN finding f ON f.id = m.finding_id WHERE f.inspection_id = $1`,
      [inspectionId.slice(4)],
    );
    const rows = list?.rows.filter((row) => /^\d+$/.test(row[0] ?? '')) ?? [];
    expect(rows).toHaveLength(count?.n ?? -1);
    expect(rows.every((row) => /[元角分整]/.test(row[8] ?? ''))).toBe(true);
    expect(list?.rows.some((row) => row[0]?.startsWith('清退合计：'))).toBe(count?.fen !== null);
  });

  it('the meetings are those of the ledger, the urging lists name what is missing department by department', async () => {
    const [meetings] = await sheets(clerk, `meetings.xlsx?inspectionId=${inspectionId}`);
    const [count] = await api.sql<{ n: number }>(`SELECT count(*)::int AS n FROM evidence WHERE inspection_id = $1 AND kind = 'MEETING' AND acceptance <> 'REJECTED'`, [inspectionId.slice(4)]); // prettier-ignore
    expect(meetings?.rows.filter((row) => /^\d+$/.test(row[0] ?? ''))).toHaveLength(count?.n ?? -1);
    const urges = await sheets(clerk, `urges.xlsx?inspectionId=${inspectionId}`);
    expect(urges.length).toBeGreaterThan(1);
    expect(urges[0]?.rows[1]?.[0]).toBe(`致：${urges[0]?.name}`);
    expect(urges.flatMap(({ rows }) => rows).some((row) => /措施\d+未完成|缺佐证材料/.test(row[5] ?? ''))).toBe(true);
  });

  it('what goes to a meeting is what waits at its step, with the draft of a resolution', async () => {
    const [list] = await sheets(clerk, `decisions.xlsx?inspectionId=${inspectionId}`);
    const waiting = await api.sql<{ seq: number }>(
      `SELECT f.seq FROM finding f JOIN submission s ON s.finding_id = f.id AND s.outcome = 'PENDING' JOIN signoff_step t ON t.submission_id = s.id AND t.kind = 'SECRETARY' AND t.state = 'CURRENT' WHERE f.inspection_id = $1 ORDER BY f.seq`,
      [inspectionId.slice(4)],
    );
    expect(waiting.length).toBeGreaterThan(0);
    expect(list?.rows.filter((row) => /^\d+$/.test(row[0] ?? '')).map((row) => Number(row[0]))).toEqual(waiting.map(({ seq }) => seq)); // prettier-ignore
    expect(list?.rows.some((row) => row[0]?.startsWith('决议（草案）：') && row[0].includes(`第${waiting[0]?.seq}号`))).toBe(true); // prettier-ignore
  });

  it('the round’s summary is the office’s: a row for each body, the figures of the statistics', async () => {
    const office = await api.as('office');
    const [list] = await sheets(office, `round-summary.xlsx?roundId=${roundId}`);
    const { statistics } = await office.execute<{ statistics: { findings: number; rate: { basisPoints: number } } }>(
      `query S($id: ID!) { statistics(inspectionId: $id) { findings rate { basisPoints } } }`,
      { id: inspectionId },
    );
    const row = list?.rows.find((one) => one[1]?.includes('侨'));
    expect([row?.[2], row?.[8]]).toEqual([String(statistics.findings), `${(statistics.rate.basisPoints / 100).toFixed(2)}%`]); // prettier-ignore
    for (const other of ['clerk', 'secretary', 'handler'])
      expect([403, 404]).toContain((await get(await api.as(other), `round-summary.xlsx?roundId=${roundId}`)).status);
  });

  it('who may not export gets none, another body’s are absent, a restricted talk is in no box of the clerk', async () => {
    const { list, form, archive, refunds, urges } = await paths();
    const handler = await api.as('handler');
    for (const path of [list, refunds, urges])
      expect([path, (await get(handler, path ?? '')).status]).toEqual([path, 403]);
    const stranger = await api.as('otherclerk');
    for (const path of [list, form, archive, refunds, urges])
      expect([path, (await get(stranger, path ?? '')).status]).toEqual([path, 404]);
    const { caller } = await tokenFor(api, '市侨青会', { classes: ['STATISTICS', 'TEXT'] });
    expect((await get(caller, refunds ?? '')).status).toBe(403);
    const [talk] = await api.sql<{ id: string; piece: string }>(
      `SELECT 'fnd_' || a.finding_id AS id, e.piece_number AS piece FROM evidence e JOIN evidence_action l ON l.evidence_id = e.id JOIN action a ON a.id = l.action_id
       WHERE e.restricted AND e.inspection_id = $1 LIMIT 1`,
      [inspectionId.slice(4)],
    );
    if (talk === undefined) throw new Error('the demo has no restricted talk');
    const pieces = async (who: string) => (await sheets(await api.as(who), `archive-list.xlsx?findingId=${talk.id}`))[0]?.rows.map((row) => row[1]); // prettier-ignore
    expect(await pieces('secretary')).toContain(talk.piece);
    expect(await pieces('clerk')).not.toContain(talk.piece);
  });
});
