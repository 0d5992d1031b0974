import type { Api, Caller } from './api.ts';

/** A refusal as the mutations answer it. */
export interface Refused {
  code: string;
  rule: string;
  field: string | null;
  params: Record<string, string> | null;
}

/** What every mutation of the work answers, whichever record it returns. */
export type Answered<T> = T & { userErrors: Refused[] };

export interface WorkFinding {
  id: string;
  version: number;
  state: string;
  leadDepartment: { id: string };
  inspection: { id: string };
  actions: { edges: { node: { id: string; ordinal: number; version: number } }[] };
}

const FINDING = `query F($refNo: String) { finding(refNo: $refNo) { id version state leadDepartment { id } inspection { id } actions(first: 50) { edges { node { id ordinal version } } } } }`;

/** A finding of the demo's main body by its number, as the caller sees it. */
export async function findingNo(who: Caller, seq: number, body = '市侨青会'): Promise<WorkFinding> {
  const { finding } = await who.execute<{ finding: WorkFinding | null }>(FINDING, { refNo: `2026-2-${body}-${seq}` });
  if (finding === null) throw new Error(`the demo has no finding ${seq} that the caller sees`);
  return finding;
}

/** The id and version of an action of a finding. */
/** The inspection of a body of the demo, which has one. */
export async function inspectionOf(api: Pick<Api, 'sql'>, body = '市侨青会'): Promise<string> {
  const [row] = await api.sql<{ id: string }>(
    `SELECT 'ins_' || i.id AS id FROM inspection i JOIN body b ON b.id = i.body_id WHERE b.short_name = $1`,
    [body],
  );
  if (row === undefined) throw new Error(`the demo has no inspection of ${body}`);
  return row.id;
}

export function actionNo(finding: WorkFinding, ordinal: number): { id: string; version: number } {
  const found = finding.actions.edges.find(({ node }) => node.ordinal === ordinal);
  if (found === undefined) throw new Error(`no action ${ordinal}`);
  return found.node;
}

/** Runs one mutation `name(input: …)` and answers its payload. */
export async function mutate<T>(
  who: Caller,
  name: string,
  input: Record<string, unknown>,
  selection: string,
): Promise<Answered<T>> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const inputType = { unlinkEvidence: 'LinkEvidenceInput', removeEvidence: 'EvidenceVerbInput' }[name] ?? type;
  const document = `mutation M($input: ${inputType}!) { ${name}(input: $input) { ${selection} userErrors { code rule field params } } }`;
  return (await who.execute<Record<string, Answered<T>>>(document, { input }))[name] as Answered<T>;
}

/** A uuid that names nothing. */
export const NOBODY = '00000000-0000-7000-8000-000000000000';

/** The shortest file that is a PDF. */
export const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n',
);
