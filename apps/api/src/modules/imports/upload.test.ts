import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { LIMITS } from '@closeout/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type Api, type Caller } from '../../../test/api.ts';
import { emptyInspection, fixtureText, mutate, sendReport, upload } from '../../../test/import-files.ts';
import { MEASURED } from '../../../test/measured.ts';

const NAME = '03-laonianxiehui-sample-like';
const TEXT = fixtureText(NAME);

describe('sending a report', () => {
  let api: Api;
  let clerk: Caller;
  let inspectionId: string;
  beforeAll(async () => {
    api = await startApi();
    clerk = await api.as('clerk');
    inspectionId = await emptyInspection(api);
  });
  afterAll(() => api.stop());

  it('keeps the file under its SHA-256 and what was read of it as a draft, with a trace', async () => {
    const { status, body } = await sendReport(clerk, inspectionId, TEXT, `${NAME}.txt`);
    expect(status).toBe(201);
    expect(body.findings).toBeGreaterThan(10);
    expect(body.actions).toBeGreaterThan(body.findings);
    expect(Array.isArray(body['warnings'])).toBe(true);
    const sha256 = createHash('sha256').update(TEXT).digest('hex');
    expect((await readFile(path.join(api.filesDir, sha256))).toString('utf8')).toBe(TEXT);
    const { import: draft } = await clerk.execute<{ import: Record<string, unknown> }>(
      `query I($id: ID!) { import(id: $id) { state kind fileName sha256 sourceText undoable findingCount version createdByName } }`,
      { id: body.importId },
    );
    expect(draft).toMatchObject({
      state: 'DRAFT',
      kind: 'REPORT',
      fileName: `${NAME}.txt`,
      sha256,
      sourceText: TEXT,
      undoable: false,
      findingCount: 0,
      version: 1,
    });
    const [event] = await api.sql(`SELECT verb, after ->> 'sha256' AS sha FROM audit_event WHERE record_id = $1`, [
      body.importId.slice(4),
    ]);
    expect(event).toEqual({ verb: 'importReport', sha: sha256 });
  });

  it('refuses the same file twice, as file or pasted, and names the first', async () => {
    const target = await emptyInspection(api);
    const first = await sendReport(clerk, target, TEXT);
    const again = await sendReport(clerk, target, TEXT, '另一个名字.txt');
    expect([again.status, again.body.code, again.body.importId]).toEqual([409, 'DUPLICATE', first.body.importId]);
    const pasted = await clerk.fetch('/import/report', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ inspectionId: target, text: TEXT }),
    });
    expect([pasted.status, ((await pasted.json()) as { importId: string }).importId]).toEqual([
      409,
      first.body.importId,
    ]);
    const { import: given } = await mutate(clerk, 'discardImport', { importId: first.body.importId, version: 1 });
    expect(given?.state).toBe('UNDONE');
    expect((await sendReport(clerk, target, TEXT)).status).toBe(201);
  });

  it('lets one of two simultaneous uploads through and tells the other which', async () => {
    const target = await emptyInspection(api);
    const both = await Promise.all([sendReport(clerk, target, TEXT), sendReport(clerk, target, TEXT)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect(both[0]?.body.importId).toBe(both[1]?.body.importId);
  });

  it('takes pasted text, GB18030 and .docx', async () => {
    const target = await emptyInspection(api);
    const pasted = await clerk.fetch('/import/report', {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ inspectionId: target, text: TEXT }),
    });
    expect(pasted.status).toBe(201);
    const fixtures = path.resolve(import.meta.dirname, '../../../../../packages/report/fixtures');
    const gb = await sendReport(
      clerk,
      await emptyInspection(api),
      await readFile(path.join(fixtures, '03-gb18030.txt')),
    );
    const docx = await sendReport(
      clerk,
      await emptyInspection(api),
      await readFile(path.join(fixtures, '03-laonianxiehui-autonumber.docx')),
      '报告.docx',
    );
    const { findings, actions } = (await pasted.json()) as { findings: number; actions: number };
    expect([gb.status, gb.body.findings, gb.body.actions]).toEqual([201, findings, actions]);
    expect([docx.status, docx.body.findings, docx.body.actions]).toEqual([201, findings, actions]);
  });

  it.each([
    ['an empty body', Buffer.alloc(0), '报告.txt', 422, /没有收到文件/],
    ['a text without findings', Buffer.from('今天天气很好。\n大家都去公园了。'), '日记.txt', 422, /没有识别出任何问题/],
    ['a PDF', Buffer.from('%PDF-1.7\n…'), '报告.pdf', 422, /PDF/],
    ['an old Word file', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), '报告.doc', 422, /旧版/],
    ['a damaged archive', Buffer.from([0x50, 0x4b, 3, 4, 1, 2, 3, 4]), '报告.docx', 422, /./],
    ['more than is read', Buffer.alloc(LIMITS.reportBytes + 1, 32), '报告.txt', 413, /超过10 MB/],
  ])('refuses %s in the user’s words, and keeps nothing', async (_, bytes, fileName, status, words) => {
    const target = await emptyInspection(api);
    const answer = await sendReport(clerk, target, bytes, fileName);
    expect(answer.status).toBe(status);
    expect(answer.body.message).toMatch(words);
    expect(await api.sql(`SELECT 1 FROM import WHERE inspection_id = $1`, [target.slice(4)])).toEqual([]);
  });

  it('refuses what is no JSON and what lacks the text', async () => {
    const post = (body: string): Promise<Response> =>
      clerk.fetch('/import/report', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    expect((await post('{')).status).toBe(400);
    expect((await post(JSON.stringify({ inspectionId }))).status).toBe(422);
  });

  it('is for the clerk of the body: others are refused, and another body’s inspection is like none', async () => {
    const target = await emptyInspection(api);
    for (const login of ['head', 'secretary', 'leader', 'office'])
      expect((await sendReport(await api.as(login), target, TEXT)).status, login).toBe(403);
    const other = await sendReport(clerk, await emptyInspection(api, '市园林中心'), TEXT);
    const none = await sendReport(clerk, 'ins_00000000-0000-7000-8000-000000000000', TEXT);
    expect([other.status, other.body]).toEqual([404, none.body]);
    expect((await sendReport(clerk, 'nonsense', TEXT)).status).toBe(404);
    const stranger = await fetch(`${api.url}/import/report?inspectionId=${target}`, { method: 'POST', body: TEXT });
    expect(stranger.status).toBe(401);
    expect(await api.sql(`SELECT 1 FROM import WHERE inspection_id = $1`, [target.slice(4)])).toEqual([]);
  });

  it('needs the console’s header: a form of another site cannot send one', async () => {
    const cookieOnly = await clerk.fetch(`/import/report?inspectionId=${inspectionId}`, {
      method: 'POST',
      headers: { 'x-closeout': '0' },
      body: TEXT,
    });
    expect(cookieOnly.status).toBe(401);
  });

  it('cleans the file’s name and reads it from the address', async () => {
    const { body } = await sendReport(clerk, await emptyInspection(api), TEXT, '../../etc/报告\u202e.txt');
    const [row] = await api.sql<{ file_name: string }>(`SELECT file_name FROM import WHERE id = $1`, [
      body.importId.slice(4),
    ]);
    expect(row?.file_name).toBe('报告.txt');
  });

  it(
    'reads a large report in a thread of its own, while others are answered',
    { ...MEASURED, tags: 'slow' },
    async () => {
      const target = await emptyInspection(api);
      const large = TEXT.repeat(Math.ceil(600_000 / TEXT.length));
      let slowest = 0;
      let reading = true;
      const sending = sendReport(clerk, target, large).finally(() => (reading = false));
      while (reading) {
        const start = performance.now();
        await fetch(`${api.url}/healthz`);
        slowest = Math.max(slowest, performance.now() - start);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      expect((await sending).status).toBe(201);
      expect(slowest).toBeLessThan(1_500);
    },
  );

  it('reads and stores a report of 40 KB in under a second', MEASURED, async () => {
    const text = fixtureText('12-ligongdaxue-40-findings');
    await sendReport(clerk, await emptyInspection(api), text);
    const target = await emptyInspection(api);
    const start = performance.now();
    expect((await sendReport(clerk, target, `${text}\n`)).status).toBe(201);
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  it('a list is not a report and a report is no list', async () => {
    const target = await emptyInspection(api);
    const answer = await upload(clerk, 'ledger', target, Buffer.from(TEXT), '报告.xlsx');
    expect([answer.status, answer.body.code]).toEqual([422, 'INVALID']);
  });
});
