import { test as base, type BrowserContext, type Page } from '@playwright/test';
import { startProduct, type Product } from './product.ts';

/** What a journey gets: the product of its file, and pages signed in as the demo's people. */
interface Fixtures {
  /** A page in a browser context of its own, signed in by an inserted session. */
  as(login: string, viewport?: { width: number; height: number }): Promise<Page>;
}

export const test = base.extend<Fixtures, { product: Product }>({
  product: [
    async ({}, use) => {
      const product = await startProduct();
      await use(product);
      await product.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  as: async ({ browser, product }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (login, viewport = { width: 1366, height: 768 }) => {
      const context = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', baseURL: product.url });
      contexts.push(context);
      await context.addCookies([{ name: 'closeout_session', value: await product.sessionOf(login), url: product.url, httpOnly: true, sameSite: 'Strict' }]);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});

export { expect } from '@playwright/test';
