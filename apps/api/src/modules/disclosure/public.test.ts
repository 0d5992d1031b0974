import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type Api, type Caller } from '../../../test/api.ts';
import { NO_RATES } from '../../api-settings.ts';
import { publicationsOver, publish } from '../../../test/publications.ts';

const LIMIT = 120_000;
const WITHHELD = 'finding/5/fact';

describe('the public pages', () => {
  let api: Api;
  let clerk: Caller;
  let secretary: Caller;
  let slug: string;
  let withheld: string;
  let world: Awaited<ReturnType<typeof publicationsOver>>;
  const open = (path: string, init?: RequestInit): Promise<Response> => fetch(`${api.url}/public/${path}`, init);
  const pageOn = (on: boolean) => world.call(clerk, 'setPublicPage', { pageOn: on, contactPhone: '0999-4225555' });
  beforeAll(async () => {
    api = await startApi();
    world = await publicationsOver(api, '市侨青会');
    [clerk, secretary] = await Promise.all([api.as('clerk'), api.as('secretary')]);
    await world.call(clerk, 'draftPublication');
    await world.call(clerk, 'decidePassage', { key: WITHHELD, decision: 'WITHHOLD', ground: 'STATE_SECRET' });
    await world.call(clerk, 'setPublicPage', { contactPhone: '0999-4225555' });
    await publish(api, world);
    const publication = (await world.read(clerk))!;
    slug = publication.slug;
    withheld = publication.passages.find(({ key }) => key === WITHHELD)!.internal.slice(2, 40);
  });
  afterAll(() => api.stop());

  it('are off until the body switches them on: like an address that never was', async () => {
    const [off, never] = await Promise.all([open(slug), open('2020-1-none')]);
    expect([off.status, never.status]).toEqual([404, 404]);
    expect(await off.text()).toBe(await never.text());
    expect(await (await open('')).text()).not.toContain(slug);
    await pageOn(true);
    expect((await open(slug)).status).toBe(200);
    expect(await (await open('')).text()).toContain(`href="/public/${slug}"`);
  });

  it('tell the text, the items and the contact to anybody, each in at most 120 KB, and nothing that is withheld', async () => {
    const whole = await (await open(slug)).text();
    const items = [...whole.matchAll(/href="\/public\/[^/"]+\/(\d+)"/g)].map(([, number]) => Number(number));
    expect(items).toHaveLength(32);
    expect(items).not.toContain(5);
    const pages = [whole, ...(await Promise.all(items.map(async (item) => (await open(`${slug}/${item}`)).text())))];
    for (const page of pages) {
      expect(Buffer.byteLength(page)).toBeLessThan(LIMIT);
      expect(page).toContain('12388');
      expect(page).toContain('0999-4225555');
      expect(page).not.toContain(withheld);
      // Names of the directory, and how the product names records.
      expect(page).not.toMatch(/闻予知|顾秋|"(?:fnd|ins|pub|per)_/);
    }
    expect((await open(`${slug}/5`)).status).toBe(404);
    for (const path of [`${slug}/0`, `${slug}/1e1`, `${slug}/1/2`, `${slug}X`, "x'--", '..%2f', 'a%00b'])
      expect((await open(path)).status, path).toBe(404);
  });

  it('run nothing, load nothing and are framed by nobody', async () => {
    const { headers } = await open(slug);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    const policy = headers.get('content-security-policy')!;
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; /);
    expect(policy).toMatch(/frame-ancestors 'none'/);
    expect(policy).not.toMatch(/script-src|unsafe|\*|https?:/);
    expect(headers.get('set-cookie')).toBeNull();
  });

  it('are only read', async () => {
    for (const method of ['POST', 'PUT', 'DELETE']) {
      const response = await open(slug, { method });
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
      expect(response.headers.get('content-type')).toContain('text/html');
    }
    expect((await open(slug, { method: 'HEAD' })).status).toBe(200);
  });

  it('taken down, they are gone from every cache within a minute: each asks again, and hears 410', async () => {
    const first = await open(slug);
    const [cached, etag] = [first.headers.get('cache-control')!, first.headers.get('etag')!];
    expect(Number(/max-age=(\d+)/.exec(cached)![1])).toBeLessThan(60);
    // No cache may answer from what it has once that time is over.
    expect(cached).toMatch(/must-revalidate/);
    expect(cached).not.toMatch(/stale-|s-maxage/);
    // As a browser or cache asks again; fetch by itself would say no-cache.
    const asked = { headers: { 'if-none-match': etag, 'cache-control': 'max-age=0' } };
    expect((await open(slug, asked)).status).toBe(304);
    await world.call(secretary, 'takeDown', { reason: '勘误' });
    for (const path of [slug, `${slug}/1`]) {
      const again = await open(path, asked);
      expect([again.status, again.headers.get('cache-control')]).toEqual([410, 'no-store']);
      expect(again.headers.get('etag')).not.toBe(etag);
      const page = await again.text();
      expect(page).toContain('2026年11月22日撤下');
      expect(page).not.toContain('整改统计');
    }
    expect(await (await open('')).text()).not.toContain(slug);
  });
});

describe('a flood', () => {
  it('is told to wait, in words, and nobody else is kept out by it', async () => {
    const api = await startApi({
      demo: false,
      server: { settings: { rates: { ...NO_RATES, reader: 3 }, trustedProxies: ['127.0.0.1'] } },
    });
    const from = (address: string) => fetch(`${api.url}/public/`, { headers: { 'x-forwarded-for': address } });
    const answers = await Promise.all([1, 2, 3, 4].map(() => from('10.1.1.1')));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 429]);
    const refused = answers.find(({ status }) => status === 429)!;
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.text()).toContain('访问过于频繁');
    expect((await from('10.1.1.2')).status).toBe(200);
    await api.stop();
  });
});
