import type { CDPSession, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

test.use({ journey: 'scale' });
test.describe.configure({ timeout: 240_000 });
// It slows the browser down and fills a ledger: npm run test:long runs it, or SCALE=on npm test.
test.skip(!process.env['SCALE'], 'set SCALE=on to measure a ledger of 10,000 rows');

const ROWS = 10_000;
/** Words of the first finding of the demo's ledger, which is not in the state that the filter asks for. */
const FIRST = '网络意识形态';
/** The console's budget, at a CPU four times slower, 10 Mbit/s and 40 ms: printed beside what was measured. */
const BUDGET = { firstRowsMs: 1_200, filterMs: 400, frameP95Ms: 120 };
/** What fails: half as much again as was measured with browser, server and database on the same two cores. */
const LIMIT = { firstRowsMs: 1_600, filterMs: 1_000, frameP95Ms: 180 };

async function slowDown(page: Page): Promise<CDPSession> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await devtools.send('Network.enable');
  const speed = 1_250_000;
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 40,
    downloadThroughput: speed,
    uploadThroughput: speed,
  });
  return devtools;
}

/** Milliseconds between the frames while the page is scrolled a screen at a time for three seconds. */
async function framesWhileScrolling(page: Page): Promise<number[]> {
  const frames = page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const gaps: number[] = [];
        const end = performance.now() + 3_000;
        let last = performance.now();
        const step = (now: number) => {
          gaps.push(now - last);
          last = now;
          if (now < end) requestAnimationFrame(step);
          else resolve(gaps);
        };
        requestAnimationFrame(step);
      }),
  );
  for (let turn = 0; turn < 30; turn += 1) {
    await page.mouse.wheel(0, 700);
    await page.waitForTimeout(100);
  }
  return frames;
}

/**
 * Milliseconds from the next click until the ledger's first row has (or no longer has) `text`, by the page's own clock and
 * looked at once a frame: a locator that asks again and again would itself be a good part of what is measured.
 */
async function untilFirstRow(page: Page, has: boolean, text: string): Promise<() => Promise<number>> {
  await page.evaluate(
    ([wanted, words]) => {
      const shown = new Promise<number>((resolve) => {
        document.addEventListener(
          'click',
          () => {
            const begun = performance.now();
            const look = () => {
              const table = document.querySelector('main [role=table]:not([aria-busy=true])');
              const row = table?.querySelector('[role=row] a')?.textContent;
              if (row && row.includes(words) === wanted) resolve(performance.now() - begun);
              else requestAnimationFrame(look);
            };
            look();
          },
          { capture: true, once: true },
        );
      });
      Object.assign(window, { shown });
    },
    [has, text] as const,
  );
  return () => page.evaluate(async () => Math.round(await (window as unknown as { shown: Promise<number> }).shown));
}

const p95 = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? 0;

test(`a ledger of ${ROWS.toLocaleString('en')} findings stays quick`, async ({ as, product }) => {
  await product.sql(
    `INSERT INTO finding SELECT (jsonb_populate_record(NULL::finding, to_jsonb(f) || jsonb_build_object(
       'id', gen_random_uuid(), 'seq', 100 + n, 'ref_no', f.ref_no || '-' || n, 'version', 1, 'import_seq', NULL))).*
     FROM generate_series(1, $1::int) n
     JOIN LATERAL (SELECT f.* FROM finding f JOIN body b ON b.id = f.body_id
       WHERE b.short_name = '市侨青会' AND f.state = 'RECTIFYING' AND f.seq < 100 ORDER BY f.seq LIMIT 1) f ON true`,
    [ROWS],
  );
  await product.sql('ANALYZE');
  const page = await as('clerk');
  await page.goto('/meetings', { waitUntil: 'networkidle' });
  await page.waitForTimeout(2_000); // the code of the daily pages is fetched when the browser is idle
  await slowDown(page);
  const firstRow = await untilFirstRow(page, true, FIRST);
  await page.getByRole('navigation').getByRole('link', { name: '问题台账' }).first().click();
  const firstRowsMs = await firstRow();

  await page.mouse.move(700, 500);
  const frameP95Ms = Math.round(p95(await framesWhileScrolling(page)));

  await page.evaluate(() => window.scrollTo(0, 0));
  await page.getByRole('button', { name: /^状态:/ }).click();
  const filtered = await untilFirstRow(page, false, FIRST);
  await page.getByRole('menu').getByText('整改中', { exact: true }).click();
  const filterMs = await filtered();
  await expect(page.getByRole('main').getByText('整改中').nth(3)).toBeVisible();
  console.log(JSON.stringify({ rows: ROWS, firstRowsMs, filterMs, frameP95Ms, budget: BUDGET }));
  await page.screenshot({ path: '../artefacts/pictures/ledger-scale.png' });
  expect(firstRowsMs, 'first rows').toBeLessThanOrEqual(LIMIT.firstRowsMs);
  expect(filterMs, 'filter').toBeLessThanOrEqual(LIMIT.filterMs);
  expect(frameP95Ms, '95th percentile of frames while scrolling').toBeLessThanOrEqual(LIMIT.frameP95Ms);
});
