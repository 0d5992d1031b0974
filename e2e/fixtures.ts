import { expect, test as base, type BrowserContext, type Page } from '@playwright/test';
import { startProduct, type Product } from './product.ts';

type Size = { width: number; height: number };

/** What a journey gets: the product of its file, and pages signed in as the demo's people. */
interface Fixtures {
  /** A page in a browser context of its own, signed in by an inserted session. */
  as(login: string, viewport?: Size, timeZone?: string): Promise<Page>;
}

interface PerFile {
  /**
   * `test.use({ journey: … })` at the head of a file gives it a product and database of its own; files that leave alone what the
   * others look at have the name `shared` and one product for each worker, for starting one takes seconds.
   */
  journey: string;
  product: Product;
}

export const DESK: Size = { width: 1366, height: 768 };
export const PHONE: Size = { width: 390, height: 844 };

export const test = base.extend<Fixtures, PerFile>({
  journey: ['', { option: true, scope: 'worker' }],
  product: [
    async ({ journey: _ }, use) => {
      const product = await startProduct();
      await use(product);
      await product.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  as: async ({ browser, product }, use, info) => {
    const contexts: BrowserContext[] = [];
    const said: string[] = [];
    await use(async (login, viewport = DESK, timezoneId = 'Asia/Shanghai') => {
      const context = await browser.newContext({
        viewport,
        locale: 'zh-CN',
        timezoneId,
        baseURL: product.url,
      });
      contexts.push(context);
      const session = { name: 'closeout_session', value: await product.sessionOf(login), url: product.url };
      await context.addCookies([{ ...session, httpOnly: true, sameSite: 'Strict' }]);
      context.on('console', (message) => {
        if (message.type() === 'error') said.push(`${login}: ${message.text()}`);
      });
      context.on('weberror', (error) => said.push(`${login}: ${error.error().stack ?? error.error().message}`));
      return context.newPage();
    });
    for (const context of contexts) await context.close();
    const refused = said.filter((line) => line.includes('Content Security Policy'));
    expect(refused, 'what the page may not load or style by its own policy').toEqual([]);
    if (said.length > 0) await info.attach('the browser said', { body: said.join('\n'), contentType: 'text/plain' });
  },
});

export { expect };
