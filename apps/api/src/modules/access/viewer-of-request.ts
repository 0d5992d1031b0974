import type { IncomingMessage } from 'node:http';
import { shanghaiDay, type Viewer } from '@closeout/domain';
import { bearerOf, CONSOLE_HEADER, hashSecret, sessionCookieOf } from './credentials.ts';
import { viewerOfSession, viewerOfToken, type Query } from './load-viewer.ts';

const TOUCH_SESSION = `UPDATE session SET last_seen_at = $2::timestamptz WHERE token_hash = $1::bytea AND last_seen_at < $2::timestamptz - interval '1 minute'`;
const TOUCH_TOKEN = `UPDATE api_token SET last_used_at = $2::timestamptz WHERE token_hash = $1::bytea AND (last_used_at IS NULL OR last_used_at < $2::timestamptz - interval '1 minute')`;

/** Remembers per secret when it was last noted as used, so that reads do not write on every request. */
const touched = new Map<string, number>();
const TOUCH_MS = 60_000;
const TOUCHED_MAX = 10_000;

async function touch(query: Query, statement: string, hash: Buffer, now: Date): Promise<void> {
  const key = hash.toString('base64');
  if (now.getTime() - (touched.get(key) ?? 0) < TOUCH_MS) return;
  if (touched.size > TOUCHED_MAX) touched.clear();
  touched.set(key, now.getTime());
  await query(statement, [hash, now]);
}

/** Whether a cookie may be believed: the console's header is there and the browser does not report another site. */
export function fromConsole(request: IncomingMessage): boolean {
  const site = request.headers['sec-fetch-site'];
  return request.headers[CONSOLE_HEADER] === '1' && (site === undefined || site === 'same-origin' || site === 'none');
}

/** Who asks: by bearer token, else by session cookie; null for anybody else. Links to files carry no header: `link` allows the cookie alone for a GET. */
export async function viewerOfRequest(
  request: IncomingMessage,
  query: Query,
  now: Date,
  link = false,
): Promise<Viewer | null> {
  const bearer = bearerOf(request);
  if (bearer !== null) {
    const hash = hashSecret(bearer);
    const viewer = await viewerOfToken(query, hash, shanghaiDay(now));
    if (viewer !== null) await touch(query, TOUCH_TOKEN, hash, now);
    return viewer;
  }
  const cookie = sessionCookieOf(request);
  if (cookie === null || !(link || fromConsole(request))) return null;
  const hash = hashSecret(cookie);
  const viewer = await viewerOfSession(query, hash, shanghaiDay(now), now);
  if (viewer !== null) await touch(query, TOUCH_SESSION, hash, now);
  return viewer;
}
