/** @module-tag slow */
import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readLedgerWorkbook } from '@closeout/documents';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { NOW, startApi, type Api, type Caller } from '../../../test/api.ts';
import { emptyInspection, fixtureText } from '../../../test/import-files.ts';
import { settled, workerOver } from '../../../test/worker.ts';
import { openDatabase } from '../../db/client.ts';
import { purgeResults } from './purge-results.ts';
import { openResults } from './results.ts';
import { prepareJobs, type Worker } from './worker.ts';
import { inspectionOf } from '../../../test/work.ts';

interface SeenJob {
  id: string;
  kind: string;
  state: string;
  resultName: string | null;
  resultSize: number | null;
  resultSha256: string | null;
  resultUntil: string | null;
  resultPath: string | null;
  refusals: { code: string; rule: string }[];
  viewerCan: string[];
  import: { id: string } | null;
}
interface Answer {
  job: SeenJob | null;
  userErrors: { code: string; rule: string }[];
}

const FIELDS = `id kind state resultName resultSize resultSha256 resultUntil resultPath refusals { code rule } viewerCan import { id }`;
const START = `mutation S($input: StartExportInput!) { startExport(input: $input) { job { ${FIELDS} } userErrors { code rule } } }`;
const VERB = (verb: string) =>
  `mutation V($input: JobVerbInput!) { ${verb}(input: $input) { job { ${FIELDS} } userErrors { code rule } } }`;
const OWN = `{ jobs(first: 50) { edges { node { ${FIELDS} } } totalCount } }`;

let api: Api;
let clerk: Caller;
let inspectionId: string;
let worker: Worker | null = null;

beforeAll(async () => {
  api = await startApi();
  clerk = await api.as('clerk');
  inspectionId = await inspectionOf(api);
  await prepareJobs(api.databaseUrl);
});
afterEach(async () => {
  await worker?.stop();
  worker = null;
});
afterAll(() => api.stop());

const start = async (caller: Caller, input: Record<string, unknown>): Promise<Answer> =>
  (await caller.execute<{ startExport: Answer }>(START, { input: { inspectionId, ...input } })).startExport;
const started = async (caller: Caller, input: Record<string, unknown>): Promise<string> => {
  const { job, userErrors } = await start(caller, input);
  expect(userErrors).toEqual([]);
  return job?.id ?? '';
};
const act = async (caller: Caller, verb: 'cancelJob' | 'retryJob', jobId: string): Promise<Answer> =>
  (await caller.execute<Record<string, Answer>>(VERB(verb), { input: { jobId } }))[verb] as Answer;
const seen = async (caller: Caller, id: string): Promise<SeenJob | null> =>
  (await caller.execute<{ job: SeenJob | null }>(`query J($id: ID!) { job(id: $id) { ${FIELDS} } }`, { id })).job;
const work = async (): Promise<void> => {
  worker ??= await workerOver(api);
  await settled(api);
};
const traces = async (verb: string): Promise<number> =>
  Number((await api.sql<{ n: string }>(`SELECT count(*) AS n FROM audit_event WHERE verb = $1`, [verb]))[0]?.n);
const changing = async (statements: [string, string], work: () => Promise<void>): Promise<void> => {
  await api.sql(statements[0]);
  await work().finally(() => api.sql(statements[1]));
};

describe('an export in the background', () => {
  it('waits for the worker, is found again, and its file is the one that comes at once', async () => {
    const id = await started(clerk, { kind: 'LEDGER' });
    expect(await seen(clerk, id)).toMatchObject({ kind: 'EXPORT_LEDGER', state: 'WAITING', viewerCan: ['cancelJob'] });
    const before = await traces('exportLedger');
    await work();
    const job = await seen(clerk, id);
    expect(job).toMatchObject({ state: 'DONE', refusals: [], viewerCan: [], resultPath: `/export/job/${id}` });
    expect(await traces('exportLedger')).toBe(before + 1);
    const response = await clerk.fetch(`/export/job/${id}`);
    expect(response.status).toBe(200);
    expect(decodeURIComponent(response.headers.get('content-disposition') ?? '')).toContain('整改台账-市侨青会-');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(job?.resultSha256);
    const direct = await clerk.fetch(`/export/ledger.xlsx?inspectionId=${inspectionId}`);
    const ledger = async (one: Uint8Array) => (await readLedgerWorkbook(one)).findings;
    expect(await ledger(bytes)).toEqual(await ledger(new Uint8Array(await direct.arrayBuffer())));
    expect(await traces('fetchResult')).toBe(1);
  });

  it.each([
    { kind: 'REPORT', format: 'TXT' },
    { kind: 'REPORT' },
    { kind: 'PLAN', plan: 'MAIN' },
    { kind: 'PRINCIPAL_REPORT' },
  ])('%o is made', async (input) => {
    const id = await started(clerk, input);
    await work();
    expect(await seen(clerk, id)).toMatchObject({ state: 'DONE', resultName: expect.stringMatching(/\.(docx|txt)$/) });
  });

  it.each([
    [{ kind: 'LEDGER', format: 'PDF' }, 'jobs.format'],
    [{ kind: 'REPORT', plan: 'MAIN' }, 'jobs.plan'],
    [{ kind: 'ARCHIVE', asOf: '2026-11-21' }, 'jobs.archiveDay'],
    [{ kind: 'REPORT', format: 'PDF' }, 'exports.browser'],
  ])('%o is refused before it begins', async (input, rule) => {
    expect((await start(clerk, input)).userErrors).toMatchObject([{ rule }]);
  });

  it('is refused for who may not have it, and another body’s inspection does not exist', async () => {
    const handler = await api.as('handler');
    expect((await start(handler, { kind: 'LEDGER' })).userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
    const other = await api.as('otherclerk');
    expect((await start(other, { kind: 'LEDGER' })).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });
});

describe('whose job it is', () => {
  it('nobody else sees, ends or fetches it, whatever his rights', async () => {
    const id = await started(clerk, { kind: 'REPORT', format: 'TXT' });
    await work();
    const secretary = await api.as('secretary');
    expect(await seen(secretary, id)).toBeNull();
    expect((await secretary.execute<{ jobs: { totalCount: number } }>(OWN)).jobs.totalCount).toBe(0);
    expect((await act(secretary, 'cancelJob', id)).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect((await secretary.fetch(`/export/job/${id}`)).status).toBe(404);
    expect((await api.withHeaders({}).fetch(`/export/job/${id}`)).status).toBe(401);
  });

  it('a right that ended before it ran ends the job in words', async () => {
    const id = await started(clerk, { kind: 'REPORT', format: 'TXT' });
    const ofClerk = `account_id = (SELECT id FROM account WHERE login = 'clerk')`;
    await changing(
      [
        `UPDATE role_grant SET to_on = '2026-11-21' WHERE ${ofClerk}`,
        `UPDATE role_grant SET to_on = NULL WHERE ${ofClerk}`,
      ],
      work,
    );
    expect(await seen(clerk, id)).toMatchObject({ state: 'FAILED', viewerCan: ['retryJob'] });
    expect((await seen(clerk, id))?.refusals[0]?.code).toMatch(/NOT_FOUND|FORBIDDEN/);
    expect((await act(clerk, 'retryJob', id)).userErrors).toEqual([]);
    await work();
    expect(await seen(clerk, id)).toMatchObject({ state: 'DONE', refusals: [] });
  });

  it('an account that is not in use any more gets nothing done', async () => {
    const id = await started(clerk, { kind: 'REPORT', format: 'TXT' });
    const set = (active: boolean) => `UPDATE account SET active = ${active} WHERE login = 'clerk'`;
    await changing([set(false), set(true)], work);
    expect((await seen(clerk, id))?.refusals).toMatchObject([{ rule: 'jobs.ownerGone' }]);
  });

  it('a file is not fetched with less than it was made with', async () => {
    const head = await api.as('head');
    const id = await started(head, { kind: 'LEDGER' });
    await work();
    expect((await head.fetch(`/export/job/${id}`)).status).toBe(200);
    const grant = `role = 'DEPARTMENT_HEAD' AND account_id = (SELECT id FROM account WHERE login = 'head')`;
    const [own] = await api.sql<{ id: string }>(`SELECT department_id AS id FROM role_grant WHERE ${grant}`);
    await changing(
      [
        `UPDATE role_grant SET department_id = (SELECT d.id FROM department d JOIN department o ON o.body_id = d.body_id WHERE o.id = '${own?.id}' AND d.id <> o.id LIMIT 1) WHERE ${grant}`,
        `UPDATE role_grant SET department_id = '${own?.id}' WHERE ${grant}`,
      ],
      async () => {
        const response = await head.fetch(`/export/job/${id}`);
        expect([response.status, await response.json()]).toMatchObject([403, { rule: 'jobs.rightsChanged' }]);
      },
    );
  });
});

describe('ending, trying again, forgetting', () => {
  it('a cancelled job does not run; tried again, it does', async () => {
    const id = await started(clerk, { kind: 'REPORT', format: 'TXT' });
    expect((await act(clerk, 'cancelJob', id)).job).toMatchObject({ state: 'CANCELLED', viewerCan: ['retryJob'] });
    const before = await traces('exportReport');
    await work();
    expect(await seen(clerk, id)).toMatchObject({ state: 'CANCELLED', resultPath: null });
    expect(await traces('exportReport')).toBe(before);
    expect((await act(clerk, 'cancelJob', id)).userErrors).toMatchObject([{ rule: 'jobs.state' }]);
    await act(clerk, 'retryJob', id);
    await work();
    expect(await seen(clerk, id)).toMatchObject({ state: 'DONE' });
    expect(await traces('exportReport')).toBe(before + 1);
  });

  it('no more than ten wait at a time', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 10; n++) ids.push(await started(clerk, { kind: 'LEDGER' }));
    expect((await start(clerk, { kind: 'LEDGER' })).userErrors).toMatchObject([
      { code: 'LIMIT', rule: 'jobs.tooMany' },
    ]);
    for (const id of ids) await act(clerk, 'cancelJob', id);
  });

  it('a result goes after its days, and nothing before', async () => {
    const id = await started(clerk, { kind: 'REPORT', format: 'TXT' });
    await work();
    const results = openResults(api.filesDir);
    const folder = path.join(api.filesDir, 'results');
    const of = async () => (await readdir(folder)).filter((name) => name.startsWith(id.slice(4)));
    expect(await of()).toHaveLength(1);
    const database = openDatabase(api.databaseUrl);
    // Files of the last hour are left alone: somebody may be about to say what they are.
    const old = { ...results, old: () => readdir(folder) };
    await purgeResults(database, old, 7, new Date(NOW.getTime() + 6 * 86_400_000));
    expect(await of()).toHaveLength(1);
    expect(await results.old()).toEqual([]);
    await purgeResults(database, old, 7, new Date(NOW.getTime() + 8 * 86_400_000));
    await database.stop();
    expect(await of()).toEqual([]);
    expect(await seen(clerk, id)).toMatchObject({ state: 'DONE', resultName: null, resultPath: null });
    expect((await clerk.fetch(`/export/job/${id}`)).status).toBe(404);
  });
});

describe('a worker that stops', () => {
  it('lets go of a job in the middle; the next one does it from the beginning, once', async () => {
    const id = await started(clerk, { kind: 'ARCHIVE' });
    const before = await traces('exportArchive');
    worker = await workerOver(api);
    while ((await seen(clerk, id))?.state === 'WAITING') await sleep(2);
    await worker.stop();
    worker = null;
    expect(await seen(clerk, id)).toMatchObject({ state: 'RUNNING', resultPath: null });
    expect(await traces('exportArchive')).toBe(before);
    await work();
    expect(await seen(clerk, id)).toMatchObject({ state: 'DONE' });
    expect(await traces('exportArchive')).toBe(before + 1);
  });
});

describe('a large file is read by a job', () => {
  const send = async (target: string, query: string, text: string) =>
    clerk.fetch(`/import/report?inspectionId=${target}&fileName=${encodeURIComponent('报告.txt')}${query}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: text,
    });

  it('becomes the same draft, once, and the file that was left with the job goes', async () => {
    const target = await emptyInspection(api);
    const response = await send(target, '&background=true', fixtureText('03-laonianxiehui-sample-like'));
    const { jobId } = (await response.json()) as { jobId: string };
    expect(response.status).toBe(202);
    await work();
    const job = await seen(clerk, jobId);
    expect(job).toMatchObject({ state: 'DONE', kind: 'IMPORT_REPORT', import: { id: expect.stringMatching(/^imp_/) } });
    const drafts = await api.sql(`SELECT 1 FROM import WHERE inspection_id = $1`, [target.slice(4)]);
    expect(drafts).toHaveLength(1);
    expect((await readdir(path.join(api.filesDir, 'results'))).filter((name) => name.endsWith('.source'))).toEqual([]);
  });

  it('what is no report fails in the words of the import, and can be tried again', async () => {
    const target = await emptyInspection(api);
    const { jobId } = (await (await send(target, '&background=true', '没有问题。'.repeat(100))).json()) as {
      jobId: string;
    };
    await work();
    expect(await seen(clerk, jobId)).toMatchObject({ state: 'FAILED', refusals: [{ rule: 'imports.noFindings' }] });
    await act(clerk, 'retryJob', jobId);
    await work();
    expect(await seen(clerk, jobId)).toMatchObject({ state: 'FAILED', refusals: [{ rule: 'imports.noFindings' }] });
  });
});
