/** @module-tag slow */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { verifyArchive, type ArchiveVerdict } from '@closeout/archive';
import { unpacked } from '@closeout/archive/unpacked';
import { sealingKey, type SealingKey } from '@closeout/audit';
import { readReportFile } from '@closeout/report';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type Api, type Caller } from '../../../test/api.ts';
import { settled, workerOver } from '../../../test/worker.ts';
import type { Worker } from '../jobs/worker.ts';
import { inspectionOf } from '../../../test/work.ts';

const START = `mutation S($input: StartExportInput!) { startExport(input: $input) { job { id } userErrors { code rule } } }`;
const JOB = `query J($id: ID!) { job(id: $id) { state resultPath refusals { rule params } } }`;

type Zip = Map<string, Buffer>;

interface SeenJob {
  state: string;
  resultPath: string | null;
  refusals: { rule: string; params: Record<string, unknown> | null }[];
}

let api: Api;
let folder: string;
let key: SealingKey;
let worker: Worker;
let inspectionId: string;
/** A piece in restricted reading with a file, and a piece with one. */
const RESTRICTED = `SELECT e.id, e.piece_number FROM evidence e JOIN attachment t ON t.evidence_id = e.id WHERE e.title = '限阅谈话记录'`;

beforeAll(async () => {
  api = await startApi();
  folder = await mkdtemp(path.join(tmpdir(), 'closeout-archive-'));
  key = sealingKey(path.join(folder, 'key.pem'));
  inspectionId = await inspectionOf(api);
  await api.sql(
    `UPDATE evidence SET restricted = true, title = '限阅谈话记录' WHERE id = (SELECT e.id FROM evidence e JOIN attachment t ON t.evidence_id = e.id
      WHERE e.inspection_id = $1 AND EXISTS (SELECT 1 FROM evidence_action l WHERE l.evidence_id = e.id) ORDER BY e.piece_number LIMIT 1)`,
    [inspectionId.slice(4)],
  );
  worker = await workerOver(api, { sealingKey: key });
});
afterAll(async () => {
  await worker.stop();
  await api.stop();
  await rm(folder, { recursive: true });
});

async function packed(caller: Caller): Promise<{ job: SeenJob; id: string }> {
  const input = { inspectionId, kind: 'ARCHIVE' };
  const { startExport } = await caller.execute<{ startExport: { job: { id: string } | null } }>(START, { input });
  const id = startExport.job?.id ?? '';
  await settled(api);
  return { id, job: (await caller.execute<{ job: SeenJob }>(JOB, { id })).job };
}

async function archiveOf(caller: Caller): Promise<{ file: string; verdict: ArchiveVerdict; zip: Zip }> {
  const { job } = await packed(caller);
  expect(job).toMatchObject({ state: 'DONE', refusals: [] });
  const response = await caller.fetch(job.resultPath ?? '');
  expect(response.headers.get('content-type')).toBe('application/zip');
  const file = path.join(folder, `${Math.random()}.zip`);
  await writeFile(file, Buffer.from(await response.arrayBuffer()));
  return { file, verdict: await verifyArchive(file, key.publicKey), zip: await unpacked(await readFile(file)) };
}
/** A paper is a zip itself. */
const within = (zip: Zip, name: string): Promise<Zip> => unpacked(zip.get(name) ?? new Uint8Array());
const entries = async (verb: string): Promise<number> =>
  Number((await api.sql<{ n: string }>(`SELECT count(*) AS n FROM audit_event WHERE verb = $1`, [verb]))[0]?.n);

describe('the archive of an inspection', () => {
  it('holds papers, evidence by piece, catalogues and the trail, and verifies with the installation’s key', async () => {
    const before = await entries('exportArchive');
    const { verdict, zip } = await archiveOf(await api.as('clerk'));
    expect(verdict.problems).toEqual([]);
    expect(verdict.cautions).toEqual([]);
    expect(await entries('exportArchive')).toBe(before + 1);
    const names = [...zip.keys()];
    for (const one of [
      '说明.txt',
      '01-整改报告/整改进展情况.docx',
      '02-整改台账/整改台账.xlsx',
      '02-整改台账/对账销号表.xlsx',
      '02-整改台账/会议清单.xlsx',
      '02-整改台账/清退表.xlsx',
      '03-整改方案/整改方案.docx',
      '04-主要负责人报告/主要负责人组织落实情况报告.docx',
      '07-审计记录/audit.tsv',
      'audit-key.pem',
    ])
      // prettier-ignore
      expect(names).toContain(one);
    const [{ n } = { n: '' }] = await api.sql<{ n: string }>(
      `SELECT count(*) AS n FROM finding WHERE inspection_id = $1`,
      [inspectionId.slice(4)],
    );
    expect(names.filter((name) => name.startsWith('06-档案盒目录/'))).toHaveLength(Number(n));
    expect(names.find((name) => /^05-佐证材料\/\d\d [^/]+\/\d+-\d+-\d+ [^/]+\/[^/]+\.\w+$/.test(name))).toBeTruthy();
  });

  it('says on every page, and at the front, who took it out and when', async () => {
    const { verdict, zip } = await archiveOf(await api.as('clerk'));
    const who = verdict.manifest?.madeBy ?? '';
    expect(zip.get('说明.txt')?.toString()).toContain(`打包人：${who}`);
    const paper = await within(zip, '03-整改方案/整改方案.docx');
    expect(paper.get('word/header1.xml')?.toString()).toContain(`${who} 2026-11-22 10:00 导出`);
    const book = await within(zip, '02-整改台账/整改台账.xlsx');
    expect(book.get('xl/worksheets/sheet1.xml')?.toString()).toContain(`&amp;8 ${who} 2026-11-22`);
  });

  it('holds restricted talks only for who may read them, each noted', async () => {
    const [piece] = await api.sql<{ id: string; piece_number: string }>(RESTRICTED);
    const has = (zip: Zip) => [...zip.keys()].some((name) => name.includes('限阅谈话记录'));
    const inCatalogues = async (zip: Zip) => {
      const texts = [...zip]
        .filter(([name]) => name.startsWith('06-'))
        .map(async ([, bytes]) => (await readReportFile(bytes, '目录.docx')).text);
      return (await Promise.all(texts)).some((text) => text.includes('限阅谈话记录'));
    };
    const clerks = (await archiveOf(await api.as('clerk'))).zip;
    expect([has(clerks), await inCatalogues(clerks)]).toEqual([false, false]);
    const noted = async () =>
      (await api.sql(`SELECT 1 FROM audit_event WHERE verb = 'readRestricted' AND record_id = $1`, [piece?.id])).length;
    const before = await noted();
    const secretarys = (await archiveOf(await api.as('secretary'))).zip;
    expect([has(secretarys), await inCatalogues(secretarys)]).toEqual([true, true]);
    expect(await noted()).toBe(before + 1);
  });

  it('shows of the trail who did what and when, and no values', async () => {
    const { zip } = await archiveOf(await api.as('clerk'));
    const lines = (zip.get('07-审计记录/audit.tsv')?.toString() ?? '').split('\n');
    const rows = lines.filter((line) => line.startsWith('row\t'));
    expect(rows.length).toBeGreaterThan(5);
    for (const row of rows) expect(row.split('\t')).toHaveLength(2 + 13);
  });

  it.each(['handler', 'head', 'leader', 'discipline'])('is not for %s', async (login) => {
    const answer = await (
      await api.as(login)
    ).execute<{ startExport: { userErrors: unknown[] } }>(START, { input: { inspectionId, kind: 'ARCHIVE' } });
    expect(answer.startExport.userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
  });

  it('is not packed over a stored file that is damaged: the file is named', async () => {
    const [row] = await api.sql<{ sha256: string }>(
      `SELECT t.sha256 FROM attachment t JOIN evidence e ON e.id = t.evidence_id WHERE e.inspection_id = $1 AND NOT e.restricted LIMIT 1`,
      [inspectionId.slice(4)],
    );
    const stored = path.join(api.filesDir, row?.sha256 ?? '');
    const whole = await readFile(stored);
    await writeFile(stored, Buffer.from(whole).fill(0, 10, 11));
    const { job } = await packed(await api.as('clerk'));
    await writeFile(stored, whole);
    expect(job).toMatchObject({ state: 'FAILED', resultPath: null, refusals: [{ rule: 'jobs.storedFile' }] });
    expect(String(job.refusals[0]?.params?.['file'])).toMatch(/^05-佐证材料\//);
  });
});
