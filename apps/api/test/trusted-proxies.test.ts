import { afterEach, describe, expect, it } from 'vitest';
import { NO_RATES } from '../src/api-settings.ts';
import { startApi, type Api } from './api.ts';

const RATES = { ...NO_RATES, stranger: 3 };

let api: Api;
afterEach(() => api.stop());

/** Starts an API that believes these; the tests themselves come from 127.0.0.1. */
async function believing(trustedProxies: readonly string[]): Promise<void> {
  api = await startApi({ server: { settings: { rates: RATES, trustedProxies } } });
}

/** The status of a question that nobody is signed in for, said to come by way of these addresses. */
const ask = async (forwardedFor: string): Promise<number> =>
  (
    await api.withHeaders({ 'x-forwarded-for': forwardedFor }).fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ viewer { name } }"}',
    })
  ).status;
async function askTimes(times: number, forwardedFor: (n: number) => string): Promise<number[]> {
  const statuses: number[] = [];
  for (let n = 0; n < times; n++) statuses.push(await ask(forwardedFor(n)));
  return statuses;
}

/** Where the trail says that the last refused attempt to sign in came from. */
async function origin(forwardedFor: string): Promise<string> {
  const answer = await api.withHeaders({ 'x-forwarded-for': forwardedFor, 'x-closeout': '1' }).fetch('/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: 'clerk', password: 'wrong password' }),
  });
  expect(answer.status).toBe(401);
  const [entry] = await api.sql<{ origin: string }>(`SELECT origin FROM audit_event ORDER BY at DESC, id DESC LIMIT 1`);
  return entry?.origin ?? '';
}

describe('where a request came from', () => {
  it('is its connection unless proxies are named: a header changes nothing', async () => {
    await believing([]);
    expect(await origin('203.0.113.9')).toMatch(/127\.0\.0\.1$/);
    expect(await askTimes(5, (n) => `203.0.113.${n}`)).toEqual([401, 401, 401, 429, 429]);
  });

  it('is what the named proxy says, each caller counted for himself', async () => {
    await believing(['127.0.0.0/8', '::ffff:127.0.0.1']);
    expect(await origin('203.0.113.9')).toBe('203.0.113.9');
    expect(await askTimes(4, () => '203.0.113.9')).toEqual([401, 401, 401, 429]);
    expect(await ask('203.0.113.10')).toBe(401);
  });

  it('is not what the caller told the proxy: only the last address before a named one counts', async () => {
    await believing(['127.0.0.0/8', '::ffff:127.0.0.1']);
    expect(await origin('198.51.100.1, 203.0.113.9')).toBe('203.0.113.9');
    expect(await askTimes(5, (n) => `198.51.100.${n}, 203.0.113.9`)).toEqual([401, 401, 401, 429, 429]);
  });

  it('is the connection where that is not a named proxy', async () => {
    await believing(['10.0.0.0/8']);
    expect(await origin('203.0.113.9')).toMatch(/127\.0\.0\.1$/);
    expect(await askTimes(4, (n) => `203.0.113.${n}`)).toEqual([401, 401, 401, 429]);
  });
});
