import { GUARD_HEADER } from '../../http.ts';

export type ListedRow = {
  row: number;
  day: string;
  kind: string;
  name: string;
  error: string | null;
  warning: string | null;
};
export type CalendarCheck = { rows: ListedRow[]; years: number[]; errors: number };
export type CalendarDone = { years: number[]; days: number };
export type Answer<T> = { kind: 'done'; answer: T } | { kind: 'refused'; message: string } | { kind: 'lost' };

/** Sends a list of days, to be checked or to be taken over whole. */
export async function sendCalendar<T>(
  path: '/import/calendar/check' | '/import/calendar',
  file: File,
): Promise<Answer<T>> {
  try {
    const headers = { ...GUARD_HEADER, 'content-type': 'application/octet-stream' };
    const response = await fetch(path, { method: 'POST', credentials: 'same-origin', headers, body: file });
    const body = (await response.json().catch(() => ({}))) as T & { message?: string };
    return response.ok
      ? { kind: 'done', answer: body }
      : { kind: 'refused', message: body.message ?? String(response.status) };
  } catch {
    return { kind: 'lost' };
  }
}
