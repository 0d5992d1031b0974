import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** The session cookie: opaque, HttpOnly, SameSite=Strict; only the SHA-256 of its value is stored. */
export const SESSION_COOKIE = 'closeout_session';

/** Every request of the console carries this header: a form or a link of another site cannot. */
export const CONSOLE_HEADER = 'x-closeout';

export const newSecret = (): string => randomBytes(32).toString('base64url');
export const hashSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** The value of the session cookie, or null. */
export function sessionCookieOf(request: IncomingMessage): string | null {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = part.trim().split('=');
    if (name === SESSION_COOKIE && value !== undefined && value !== '') return value;
  }
  return null;
}

/** The bearer token of an integrator, or null. */
export function bearerOf(request: IncomingMessage): string | null {
  return /^Bearer ([\w-]{20,200})$/.exec(request.headers.authorization ?? '')?.[1] ?? null;
}
