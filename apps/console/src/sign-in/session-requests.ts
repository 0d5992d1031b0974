import { sendJson } from '../http.ts';

export type SignInOutcome =
  | { kind: 'in'; mustChangePassword: boolean }
  | { kind: 'wrong' }
  | { kind: 'locked'; retryAt: string | null }
  | { kind: 'unreachable' }
  | { kind: 'failed'; code: string };

const part = (body: unknown, key: string): unknown =>
  typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[key] : undefined;

const field = (body: unknown, key: string): string | null => {
  const value = part(body, key);
  return typeof value === 'string' ? value : null;
};

/** Asks for a session. Every way it can end has a sentence on the page; none of them is a stack trace. */
export async function requestSession(login: string, password: string): Promise<SignInOutcome> {
  try {
    const answer = await sendJson('POST', '/session', { login, password });
    if (answer.ok) return { kind: 'in', mustChangePassword: part(answer.body, 'mustChangePassword') === true };
    const code = field(answer.body, 'code');
    if (code === 'LOCKED' || answer.status === 429) return { kind: 'locked', retryAt: field(answer.body, 'retryAt') };
    if (answer.status === 401) return { kind: 'wrong' };
    return { kind: 'failed', code: code ?? String(answer.status) };
  } catch {
    return { kind: 'unreachable' };
  }
}

/** Why the server refused: the rule has words in the catalogue, the message stands in where it has none. */
export type Refusal = { rule: string; field: string | null; message: string; params: Record<string, unknown> };

const refusalOf = (status: number, body: unknown): Refusal => ({
  rule: field(body, 'rule') ?? '',
  field: field(body, 'field'),
  message: field(body, 'message') ?? String(status),
  params: (part(body, 'params') as Record<string, unknown> | undefined) ?? {},
});

export type PasswordOutcome = { kind: 'done' } | { kind: 'refused'; refusal: Refusal } | { kind: 'unreachable' };

/** Changes the own password; the session goes on under a new cookie. */
export async function requestNewPassword(old: string, password: string): Promise<PasswordOutcome> {
  try {
    const answer = await sendJson('POST', '/session/password', { old, new: password });
    return answer.ok ? { kind: 'done' } : { kind: 'refused', refusal: refusalOf(answer.status, answer.body) };
  } catch {
    return { kind: 'unreachable' };
  }
}

/** An account that setting up made: a one-time password where the server invented one. */
export type MadeAccount = { role: string; login: string; oneTimePassword: string | null };

export type SetupOutcome =
  { kind: 'done'; accounts: MadeAccount[] } | { kind: 'refused'; refusal: Refusal } | { kind: 'unreachable' };

export type SetupInput = Record<
  | 'token'
  | 'body'
  | 'shortName'
  | 'kind'
  | 'name'
  | 'login'
  | 'password'
  | 'securityName'
  | 'securityLogin'
  | 'auditName'
  | 'auditLogin',
  string
>;

/** Creates the first body and the three administrators with the one-time token of the printed link. */
export async function requestSetup(input: SetupInput): Promise<SetupOutcome> {
  try {
    const answer = await sendJson('POST', '/setup', input);
    if (!answer.ok) return { kind: 'refused', refusal: refusalOf(answer.status, answer.body) };
    return { kind: 'done', accounts: (part(answer.body, 'accounts') as MadeAccount[] | undefined) ?? [] };
  } catch {
    return { kind: 'unreachable' };
  }
}
