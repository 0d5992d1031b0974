import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Api, Caller } from './api.ts';

const FIXTURES = fileURLToPath(new URL('../../../packages/report/fixtures/', import.meta.url));
const REPORTS = path.resolve(
  fileURLToPath(new URL('../../../', import.meta.url)),
  process.env['REPORTS_DIR'] ?? '../shared/reports',
);

/** The fictional published reports, one structural variant each. */
export const FIXTURE_NAMES = [
  '01-wenbaoju-nested-quotes',
  '03-laonianxiehui-sample-like',
  '05-audit-status-first',
  '08-zhuhezhen-villages',
  '12-ligongdaxue-40-findings',
  '13-liangbaowei-status-before',
  '14-kexinju-subfindings',
] as const;

export const fixtureText = (name: string): string => readFileSync(path.join(FIXTURES, `${name}.txt`), 'utf8');

/** The real report, where the shared folder is there; it names private persons and is never kept. */
export function realReport(): string | null {
  try {
    return readFileSync(path.join(REPORTS, '00-yiyang-kexie.txt'), 'utf8');
  } catch {
    return null;
  }
}

let rounds = 0;

/** A new inspection without findings for the body of that short name; answers its global id. */
export async function emptyInspection(api: Api, shortName = '市侨青会'): Promise<string> {
  rounds += 1;
  const [round] = await api.sql<{ id: string }>(
    `INSERT INTO round (id, name, year, number) VALUES (gen_random_uuid(), $1, 2023, $2) RETURNING id`,
    [`测试轮次${rounds}`, 100 + rounds],
  );
  const [inspection] = await api.sql<{ id: string }>(
    `INSERT INTO inspection (id, round_id, body_id) SELECT gen_random_uuid(), $1, id FROM body WHERE short_name = $2 RETURNING id`,
    [round?.id, shortName],
  );
  if (inspection === undefined) throw new Error(`no body ${shortName}`);
  return `ins_${inspection.id}`;
}

export interface Uploaded {
  status: number;
  body: Record<string, unknown> & {
    importId: string;
    findings: number;
    actions: number;
    code?: string;
    message?: string;
  };
}

/** Sends a report's text as a file. */
export async function sendReport(
  caller: Caller,
  inspectionId: string,
  text: string | Uint8Array,
  fileName = '报告.txt',
): Promise<Uploaded> {
  return upload(caller, 'report', inspectionId, typeof text === 'string' ? Buffer.from(text, 'utf8') : text, fileName);
}

export async function upload(
  caller: Caller,
  kind: 'report' | 'ledger',
  inspectionId: string,
  bytes: Uint8Array,
  fileName: string,
): Promise<Uploaded> {
  const query = new URLSearchParams({ inspectionId, fileName });
  const response = await caller.fetch(`/import/${kind}?${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: bytes as NonNullable<RequestInit['body']>,
  });
  return { status: response.status, body: (await response.json()) as Uploaded['body'] };
}

export interface ImportAnswer {
  import: {
    id: string;
    version: number;
    state: string;
    undoable: boolean;
    findingCount: number;
    checkedSeqs: number[];
    parsed: never;
  } | null;
  userErrors: {
    code: string;
    rule: string;
    field: string | null;
    message: string;
    params: Record<string, string | number> | null;
  }[];
}

const FIELDS =
  'import { id version state undoable findingCount checkedSeqs parsed } userErrors { code rule field message params }';
const INPUTS: Record<string, string> = { undoImport: 'ImportVerbInput', discardImport: 'ImportVerbInput' };

/** Runs one of the import's mutations. */
export async function mutate(caller: Caller, verb: string, input: Record<string, unknown>): Promise<ImportAnswer> {
  const type = INPUTS[verb] ?? `${(verb[0] as string).toUpperCase()}${verb.slice(1)}Input`;
  const data = await caller.execute<Record<string, ImportAnswer>>(
    `mutation Run($input: ${type}!) { ${verb}(input: $input) { ${FIELDS} } }`,
    { input },
  );
  return data[verb] as ImportAnswer;
}

/** Sends a report and commits it at once. */
export async function committed(
  caller: Caller,
  inspectionId: string,
  text: string,
  mode: 'HISTORY' | 'LIVE',
): Promise<{ importId: string; version: number }> {
  const { status, body } = await sendReport(caller, inspectionId, text);
  if (status !== 201) throw new Error(`not imported: ${JSON.stringify(body)}`);
  const { import: done, userErrors } = await mutate(caller, 'commitImport', {
    importId: body.importId,
    version: 1,
    mode,
  });
  if (done === null) throw new Error(`not committed: ${JSON.stringify(userErrors)}`);
  return { importId: body.importId, version: done.version };
}

/** The progress report of an inspection as the API answers it. */
export async function reportText(caller: Caller, inspectionId: string): Promise<string> {
  const { progressReport } = await caller.execute<{ progressReport: { text: string } }>(
    `query R($id: ID!) { progressReport(inspectionId: $id) { text } }`,
    { id: inspectionId },
  );
  return progressReport.text;
}
