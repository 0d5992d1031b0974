import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startTestServer } from '@closeout/postgres/testing';
import { deployMigrations } from '@closeout/prisma/deploy';
import JSZip from 'jszip';
import pg from 'pg';
import { buildLedgers, secretOf, uuidIn } from './build.ts';
import { cpuReader, usedSince } from './cpu-time.ts';
import { startProduct } from './processes.ts';

/**
 * npm run bench:excel: a ledger of 10,000 action rows out through HTTP, changed by another program, back, compared and written, and, by a product
 * started anew, the whole list as a body's own into an inspection without findings, on a durable server, by the built product. Beside the seconds on the clock stand the seconds of processor that product and database used, which other
 * programs of the machine do not lengthen. Peak memory is that of the product's process. Ends with status 1 where a goal is
 * missed; the last line is JSON.
 */
const FINDINGS = 2_500;
const ACTIONS = 4;
const CHANGED_ROWS = 500;
const GOALS = { outSeconds: 5, inSeconds: 10, freshSeconds: 10, peakMegabytes: 400, freshPeakMegabytes: 400 };
/** How the product is run where memory counts: left alone, V8 keeps garbage while the machine has room. */
const SPARING = { NODE_OPTIONS: '--max-old-space-size=320 --max-semi-space-size=4', MALLOC_ARENA_MAX: '2' };
const INSPECTION = `ins_${uuidIn('inspection', 1)}`;
const EMPTY_INSPECTION = `ins_${uuidIn('inspection', 2_000)}`;
const HEADERS = { cookie: `closeout_session=${secretOf('clerk')}`, 'x-closeout': '1' };

/** Findings beyond those of the small build: all of them in work, each action with two pieces of evidence. */
const MORE = [
  `INSERT INTO finding (id, inspection_id, body_id, seq, ref_no, aspect_id, remediation_type, title, description, state, due_on, due_kind, leader_post_id, lead_department_id, handler_id, acceptance_criterion, effect)
   SELECT gen_random_uuid(), i.inspection_id, i.body_id, 100 + g, '2025-3-单位1-' || 100 + g, i.aspect_id, i.remediation_type, '第' || g || '项：落实意识形态工作责任制不够到位',
     '第' || g || '项：落实意识形态工作责任制不够到位' || E'\n' || repeat('专题研究少，责任分工没有细化到部门和人员，部分记录不完整。', 2), 'RECTIFYING', i.due_on, 'DATE', i.leader_post_id, i.lead_department_id, i.handler_id,
     '制度健全、记录完整、责任到人', '已修订制度并开展培训' FROM (SELECT * FROM finding WHERE body_id = '${uuidIn('body', 1)}' ORDER BY seq LIMIT 1) i, generate_series(1, ${FINDINGS} - 4) g`,
  `INSERT INTO action (id, finding_id, body_id, ordinal, text, state, progress, due_on, department_id, handler_id)
   SELECT gen_random_uuid(), f.id, f.body_id, a, '完善第' || f.seq || '-' || a || '项工作制度，明确责任部门和完成时限，按季度督促检查并通报', 'IN_PROGRESS', '已召开会议研究，形成初稿，正在征求意见', f.due_on + a, f.lead_department_id, f.handler_id
   FROM finding f, generate_series(1, ${ACTIONS}) a WHERE f.seq > 100`,
  `WITH pieces AS (INSERT INTO evidence (id, body_id, inspection_id, kind, piece_number, title, occurred_on)
     SELECT gen_random_uuid(), f.body_id, f.inspection_id, 'FILE', f.seq || '-' || a.ordinal || '-0' || e, '佐证材料' || a.id, '2026-02-01' FROM finding f JOIN action a ON a.finding_id = f.id, generate_series(1, 2) e WHERE f.seq > 100 RETURNING id, body_id, title)
   INSERT INTO evidence_action (evidence_id, action_id, body_id) SELECT id, substr(title, 5)::uuid, body_id FROM pieces`,
  `INSERT INTO round (id, name, year, number) VALUES ('${uuidIn('round', 2_000)}', '二〇二六年第一轮', 2026, 1)`,
  `INSERT INTO inspection (id, round_id, body_id, on_site_from, on_site_to, feedback_on)
   VALUES ('${uuidIn('inspection', 2_000)}', '${uuidIn('round', 2_000)}', '${uuidIn('body', 1)}', '2026-03-01', '2026-04-20', '2026-06-01')`,
  'VACUUM ANALYZE',
];

type Cpu = Awaited<ReturnType<typeof cpuReader>>;

const seconds = (milliseconds: number): number => Number((milliseconds / 1000).toFixed(2));

async function timed<T>(
  cpu: Cpu,
  work: () => Promise<T>,
): Promise<{ seconds: number; cpuSeconds: number | null; value: T }> {
  const before = await cpu?.read();
  const begun = performance.now();
  const value = await work();
  const taken = performance.now() - begun;
  const after = await cpu?.read();
  const used = before === undefined || after === undefined ? null : seconds(usedSince(before, after));
  return { seconds: seconds(taken), cpuSeconds: used, value };
}

/** The highest resident memory of a process so far; null where the system does not tell. */
function peakOf(pid: number | undefined): number | null {
  const file = `/proc/${pid}/status`;
  if (!existsSync(file)) return null;
  const kilobytes = /VmHWM:\s+(\d+) kB/.exec(readFileSync(file, 'utf8'))?.[1];
  return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024);
}

/**
 * What a person changes: the progress of some actions. Written straight into the sheet's XML, since the libraries that open
 * such a file take minutes over its merged cells.
 */
async function worked(bytes: Uint8Array): Promise<{ bytes: Uint8Array; rows: number }> {
  const zip = await JSZip.loadAsync(bytes);
  const name = 'xl/worksheets/sheet1.xml';
  const xml = (await zip.file(name)?.async('string')) ?? '';
  let changed = 0;
  const edited = xml.replace(/<c r="M(\d+)" s="(\d+)" t="s"><v>\d+<\/v><\/c>/g, (cell, row: string, style: string) => {
    if (Number(row) < 50 || Number(row) % 15 !== 0 || changed === CHANGED_ROWS) return cell;
    changed += 1;
    return `<c r="M${row}" s="${style}" t="inlineStr"><is><t>第${changed}处：已印发执行</t></is></c>`;
  });
  zip.file(name, edited);
  const rows = [...xml.matchAll(/<c r="U\d+"/g)].length - 1;
  return { bytes: await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' }), rows };
}

/** The list as a body's own: without the marks of ours, the hidden columns named otherwise. */
async function asOwnList(bytes: Uint8Array): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes);
  const rename = async (name: string, names: Record<string, string>): Promise<void> => {
    const xml = (await zip.file(name)?.async('string')) ?? '';
    zip.file(
      name,
      Object.entries(names).reduce((text, [from, to]) => text.replaceAll(from, to), xml),
    );
  };
  await rename('xl/sharedStrings.xml', { '系统标识（请勿改动）': '旧系统编码', '系统校验（请勿改动）': '旧系统校验' });
  await rename('xl/workbook.xml', { 导出信息: '附表', CLOSEOUT_LEDGER: 'OWN_LIST' });
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

async function json<T>(response: Response): Promise<T> {
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status}: ${text.slice(0, 500)}`);
  return JSON.parse(text) as T;
}

async function send<T>(base: string, inspectionId: string, bytes: Uint8Array): Promise<T> {
  const query = new URLSearchParams({ inspectionId, fileName: '台账.xlsx' });
  const headers = { ...HEADERS, 'content-type': 'application/octet-stream' };
  const init = { method: 'POST', headers, body: bytes as NonNullable<RequestInit['body']> };
  return json<T>(await fetch(`${base}/import/ledger?${query}`, init));
}

async function commit(base: string, importId: string, mode?: 'LIVE'): Promise<void> {
  const query = `mutation C($input: CommitImportInput!) { commitImport(input: $input) { import { state } userErrors { rule message } } }`;
  const body = JSON.stringify({ query, variables: { input: { importId, version: 1, mode } } });
  const headers = { ...HEADERS, 'content-type': 'application/json' };
  const answer = await json<{ data?: { commitImport: { userErrors: unknown[] } }; errors?: unknown }>(
    await fetch(`${base}/graphql`, { method: 'POST', headers, body }),
  );
  if (answer.errors !== undefined || answer.data?.commitImport.userErrors.length !== 0)
    throw new Error(`not written: ${JSON.stringify(answer)}`);
}

async function measureFresh(base: string, pid: number | undefined, cpu: Cpu, exported: Uint8Array) {
  const own = await asOwnList(exported);
  const fresh = await timed(cpu, async () => {
    const { importId } = await send<{ importId: string }>(base, EMPTY_INSPECTION, own);
    await commit(base, importId, 'LIVE');
  });
  return { freshSeconds: fresh.seconds, freshCpuSeconds: fresh.cpuSeconds, freshPeakMegabytes: peakOf(pid) };
}

async function measure(base: string, pid: number | undefined, cpu: Cpu) {
  const idle = peakOf(pid);
  const out = await timed(cpu, async () => {
    const response = await fetch(`${base}/export/ledger.xlsx?inspectionId=${INSPECTION}`, { headers: HEADERS });
    if (response.status !== 200) throw new Error(`export answered ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  });
  const afterOut = peakOf(pid);
  const table = await worked(out.value);
  const back = await timed(cpu, () =>
    send<{ importId: string; rows: number; changes: number }>(base, INSPECTION, table.bytes),
  );
  const afterCheck = peakOf(pid);
  const written = await timed(cpu, () => commit(base, back.value.importId));
  const { rows, changes } = back.value;
  if (changes !== CHANGED_ROWS || rows !== table.rows) throw new Error(`${changes} changes in ${rows} rows were found`);
  const figures = {
    rows,
    changes,
    fileMegabytes: Number((out.value.byteLength / 1024 / 1024).toFixed(2)),
    outSeconds: out.seconds,
    outCpuSeconds: out.cpuSeconds,
    checkSeconds: back.seconds,
    checkCpuSeconds: back.cpuSeconds,
    writeSeconds: written.seconds,
    writeCpuSeconds: written.cpuSeconds,
    inSeconds: Number((back.seconds + written.seconds).toFixed(2)),
    idleMegabytes: idle,
    afterOutMegabytes: afterOut,
    afterCheckMegabytes: afterCheck,
    peakMegabytes: peakOf(pid),
  };
  return { figures, exported: out.value };
}

/** Runs a measurement on a product of its own. */
async function onProduct<T>(
  settings: Record<string, string>,
  work: (base: string, pid: number | undefined, cpu: Cpu) => Promise<T>,
): Promise<T> {
  const product = await startProduct(settings);
  const cpu = await cpuReader(url, product.pid);
  try {
    return await work(product.url, product.pid, cpu);
  } finally {
    await cpu?.stop();
    await product.stop();
  }
}

const server = await startTestServer({ durable: true });
const url = server.urlOf('closeout');
const files = mkdtempSync(path.join(tmpdir(), 'closeout-bench-'));
try {
  await deployMigrations(url);
  await buildLedgers(url, { bodies: 4, findings: 4, actions: ACTIONS, evidence: 2 });
  const db = new pg.Client({ connectionString: url, options: '-c TimeZone=UTC' });
  await db.connect();
  for (const statement of MORE) await db.query(statement);
  await db.end();
  const settings = { DATABASE_URL: url, DATA_DIR: files, ...SPARING };
  // Code is compiled at the first start, which is not measured.
  await (await startProduct(settings)).stop();
  const { figures, exported } = await onProduct(settings, measure);
  const measured = {
    ...figures,
    ...(await onProduct(settings, (base, pid, cpu) => measureFresh(base, pid, cpu, exported))),
  };
  const missed = (Object.keys(GOALS) as (keyof typeof GOALS)[]).filter((goal) => (measured[goal] ?? 0) > GOALS[goal]);
  if (measured.peakMegabytes === null) console.log('peak memory: not told by this system (it is by Linux)');
  console.table(measured);
  console.log(JSON.stringify({ ...measured, goals: GOALS, missed }));
  process.exitCode = missed.length === 0 ? 0 : 1;
} finally {
  await server.stop();
  rmSync(files, { recursive: true, force: true });
}
