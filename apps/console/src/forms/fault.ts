import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';

/** A failure that is nobody's input: the line, a limit, a bug. */
export type Fault =
  | { kind: 'network' }
  | { kind: 'limit'; seconds: number | null }
  | { kind: 'timeout' }
  /** The question itself was refused by a rule that has words of its own. */
  | { kind: 'refused'; rule: string; params: Record<string, string | number> }
  | { kind: 'server'; code: string | null };

const text = (value: unknown) => (typeof value === 'string' ? value : null);

/** Sorts an Apollo error into what the reader can do about it; the log number is kept to be quoted. */
export function faultOf(error: unknown): Fault {
  if (CombinedGraphQLErrors.is(error)) {
    const extensions = error.errors[0]?.extensions ?? {};
    const code = text(extensions.code);
    if (code === 'RATE_LIMITED' || code === 'TOO_MANY_REQUESTS') {
      return { kind: 'limit', seconds: typeof extensions.retryAfter === 'number' ? extensions.retryAfter : null };
    }
    const rule = text(extensions.rule);
    if (code === 'BAD_USER_INPUT' && rule !== null)
      return { kind: 'refused', rule, params: (extensions.params ?? {}) as Record<string, string | number> };
    if (code === 'TIMEOUT' || code === 'UNAVAILABLE') return { kind: 'timeout' };
    return { kind: 'server', code: text(extensions.errorId) ?? text(extensions.id) ?? code };
  }
  if (ServerError.is(error)) {
    if (error.statusCode === 429)
      return { kind: 'limit', seconds: Number(error.response.headers.get('retry-after')) || null };
    if ([502, 503, 504].includes(error.statusCode)) return { kind: 'timeout' };
    return { kind: 'server', code: String(error.statusCode) };
  }
  return error instanceof TypeError ? { kind: 'network' } : { kind: 'server', code: null };
}
