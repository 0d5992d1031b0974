import { GUARD_HEADER } from '../../http.ts';

export type RowRemark = {
  sheet: string;
  row: number;
  column: string | null;
  value: string;
  level: 'error' | 'warning';
  message: string;
};
export type MadeAccount = { row: number; name: string; login: string; oneTimePassword: string };
export type ListAnswer = {
  bodies?: number;
  departments?: number;
  posts?: number;
  accounts?: MadeAccount[];
  warnings?: RowRemark[];
  granted?: number;
};
export type ListOutcome =
  { kind: 'done'; answer: ListAnswer } | { kind: 'refused'; message: string; remarks: RowRemark[] } | { kind: 'lost' };

/** Sends a list as it is: taken over whole, or not at all with every wrong row named. */
export async function sendList(path: '/import/directory' | '/import/grants', file: File): Promise<ListOutcome> {
  try {
    const headers = { ...GUARD_HEADER, 'content-type': 'application/octet-stream' };
    const response = await fetch(path, { method: 'POST', credentials: 'same-origin', headers, body: file });
    const body = (await response.json().catch(() => ({}))) as ListAnswer & {
      message?: string;
      rowErrors?: RowRemark[];
    };
    if (response.ok) return { kind: 'done', answer: body };
    return { kind: 'refused', message: body.message ?? String(response.status), remarks: body.rowErrors ?? [] };
  } catch {
    return { kind: 'lost' };
  }
}
