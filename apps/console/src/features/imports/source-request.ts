import { LIMITS } from '@closeout/domain/limits';
import { sendJson } from '../../http.ts';
import { uploadFile, type UploadOutcome } from '../../upload.ts';

/** What the server answers when a source became a draft, or when a job reads it. */
export type Received = { importId: string; jobId?: undefined } | { jobId: string; importId?: undefined };

/** A workbook is a list, anything else a report; the server says in words what is neither. */
export const isWorkbook = (name: string): boolean => /\.(xlsx?|xlsm|et|ods|csv)$/i.test(name);

/** Sends a file to where its kind is read. Never rejects. */
export function sendSource(
  file: File,
  inspectionId: string,
  onProgress: (sent: number) => void,
): Promise<UploadOutcome<Received>> {
  const path = isWorkbook(file.name) ? '/import/ledger' : '/import/report';
  const large = file.size > LIMITS.waitedForBytes;
  const query = new URLSearchParams({ inspectionId, fileName: file.name, ...(large && { background: 'true' }) });
  // the body is the file whatever it calls itself: a text named .json must not be read as a request
  const body = new File([file], file.name, { type: 'application/octet-stream' });
  return uploadFile<Received>(`${path}?${query.toString()}`, body, { onProgress });
}

/** Sends pasted text; the same outcomes as for a file. */
export async function sendText(text: string, inspectionId: string): Promise<UploadOutcome<Received>> {
  try {
    const answer = await sendJson<Received>('POST', '/import/report', { inspectionId, text });
    if (answer.ok) return { kind: 'stored', body: answer.body };
    const details = (answer.body ?? {}) as Record<string, unknown>;
    const words = (key: string) => (typeof details[key] === 'string' ? details[key] : '');
    return { kind: 'refused', code: words('code') || String(answer.status), message: words('message'), details };
  } catch {
    return { kind: 'lost' };
  }
}
