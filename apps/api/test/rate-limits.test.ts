import { NO_RATES } from '../src/api-settings.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeToken, readTokenRequest } from '../src/cli/make-token.ts';
import { NOW, startApi, type Api, type Caller } from './api.ts';

const RATES = { ...NO_RATES, session: 20, token: 30, stranger: 10 };
const QUERY = '{ findings { totalCount } }';
/** A thousand records and a few: two points, its own and one for its cost. */
const DEAR = '{ findings(first: 100) { edges { node { actions(first: 10) { edges { node { id } } } } } } }';

let api: Api;
beforeAll(async () => {
  api = await startApi({ server: { settings: { rates: RATES } } });
});
afterAll(() => api.stop());

const ask = (who: Caller, query = QUERY): Promise<Response> =>
  who.fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
const remaining = (response: Response): number => Number(response.headers.get('ratelimit-remaining'));

async function token(name: string): Promise<Caller> {
  const request = readTokenRequest(['--body', '市侨青会', '--name', name]);
  const { secret } = await makeToken(api.databaseUrl, request, NOW);
  return api.withHeaders({ authorization: `Bearer ${secret}` });
}

describe('how often it may be asked', () => {
  it('stands in every answer, and is refused beyond with the time to wait', async () => {
    const clerk = await api.as('clerk');
    const answers: Response[] = [];
    for (let n = 0; n < RATES.session + 5; n++) answers.push(await ask(clerk));
    expect(answers.map((one) => one.status)).toEqual([...Array(20).fill(200), ...Array(5).fill(429)]);
    expect(answers.slice(0, 20).map(remaining)).toEqual(Array.from({ length: 20 }, (_, n) => 19 - n));
    const refused = answers.at(-1) as Response;
    expect(Object.fromEntries(refused.headers)).toMatchObject({
      'ratelimit-policy': '20;w=60',
      'ratelimit-limit': '20',
      'ratelimit-remaining': '0',
    });
    const wait = Number(refused.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60);
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] });
    const route = await clerk.fetch('/files/att_x');
    expect([route.status, await route.json()]).toMatchObject([429, { code: 'RATE_LIMITED' }]);
    expect((await ask(await api.as('clerk'))).status, 'another session of the same person').toBe(200);
  });

  it('counts what a token’s queries cost', async () => {
    const one = await token('dear');
    expect(remaining(await ask(one))).toBe(29);
    expect(remaining(await ask(one, DEAR))).toBe(27);
    const statuses: number[] = [];
    for (let n = 0; n < 16; n++) statuses.push((await ask(one, DEAR)).status);
    expect(statuses).toEqual([...Array(13).fill(200), 429, 429, 429]);
    const refused = await ask(one, DEAR);
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] });
    expect((await ask(await token('other'))).status).toBe(200);
  });

  it('refuses a dear query that is more than what is left, with the headers', async () => {
    const one = await token('last');
    for (let n = 0; n < 29; n++) await ask(one);
    const refused = await ask(one, DEAR);
    expect([refused.status, remaining(refused)]).toEqual([429, 0]);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] });
  });

  it('an address that guesses is not looked up any more; who is known there goes on', async () => {
    const clerk = await api.as('secretary');
    expect((await ask(clerk)).status).toBe(200);
    const statuses: number[] = [];
    for (let n = 0; n < 15; n++)
      statuses.push((await ask(api.withHeaders({ authorization: `Bearer closeout_${'x'.repeat(30)}${n}` }))).status);
    expect(statuses).toEqual([...Array(10).fill(401), ...Array(5).fill(429)]);
    expect((await ask(api.withHeaders({}))).status).toBe(429);
    expect((await ask(clerk)).status).toBe(200);
    const signedIn = await fetch(`${api.url}/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-closeout': '1' },
      body: JSON.stringify({ login: 'clerk', password: 'closeout-demo' }),
    });
    const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    expect((await ask(api.withHeaders({ cookie, 'x-closeout': '1' }))).status).toBe(200);
  });
});
