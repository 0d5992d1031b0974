/** The header that a page of another site cannot send: the server refuses state changes without it. */
export const GUARD_HEADER = { 'x-closeout': '1' } as const;

export type HttpAnswer<T> = { ok: true; status: number; body: T } | { ok: false; status: number; body: unknown };

/** Sends JSON to one of our own endpoints. Rejects only when no answer came; every answer, also a refusal, is a value. */
export async function sendJson<T>(method: 'POST' | 'DELETE', path: string, body?: unknown): Promise<HttpAnswer<T>> {
  const response = await fetch(path, {
    method,
    credentials: 'same-origin',
    headers: { ...GUARD_HEADER, 'content-type': 'application/json', accept: 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  let parsed: unknown = null;
  try {
    parsed = text === '' ? null : JSON.parse(text);
  } catch {
    parsed = null; // a proxy's error page: the status says enough
  }
  return response.ok
    ? { ok: true, status: response.status, body: parsed as T }
    : { ok: false, status: response.status, body: parsed };
}

/** A random key for one user action: sent again unchanged when the same action is retried. Works without HTTPS too. */
export function actionKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** `next` of a sign-in link, only if it stays on this site. */
export function safeNext(next: string | null): string {
  return next && /^\/(?![/\\])/.test(next) && !next.startsWith('/sign-in') ? next : '/';
}
