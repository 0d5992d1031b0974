import { sendJson } from '../http.ts';

export type SignInOutcome =
  | { kind: 'in' }
  | { kind: 'wrong' }
  | { kind: 'locked'; retryAt: string | null }
  | { kind: 'unreachable' }
  | { kind: 'failed'; code: string };

const field = (body: unknown, key: string): string | null => {
  const value = typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[key] : null;
  return typeof value === 'string' ? value : null;
};

/** Asks for a session. Every way it can end has a sentence on the page; none of them is a stack trace. */
export async function requestSession(login: string, password: string): Promise<SignInOutcome> {
  try {
    const answer = await sendJson('POST', '/session', { login, password });
    if (answer.ok) return { kind: 'in' };
    const code = field(answer.body, 'code');
    if (code === 'LOCKED' || answer.status === 429) return { kind: 'locked', retryAt: field(answer.body, 'retryAt') };
    if (answer.status === 401) return { kind: 'wrong' };
    return { kind: 'failed', code: code ?? String(answer.status) };
  } catch {
    return { kind: 'unreachable' };
  }
}

export type SetupOutcome = { kind: 'done' } | { kind: 'refused'; message: string } | { kind: 'unreachable' };

/** Creates the first administrator with the one-time token of the printed link. */
export async function requestSetup(input: {
  token: string;
  login: string;
  name: string;
  password: string;
}): Promise<SetupOutcome> {
  try {
    const answer = await sendJson('POST', '/setup', input);
    if (answer.ok) return { kind: 'done' };
    return { kind: 'refused', message: field(answer.body, 'message') ?? String(answer.status) };
  } catch {
    return { kind: 'unreachable' };
  }
}
