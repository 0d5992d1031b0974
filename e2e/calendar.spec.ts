import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, PHONE, test } from './fixtures.ts';
import { ask, carryOut } from './steps.ts';

test.use({ journey: 'calendar' });

const ZONES = [
  'UTC',
  'Asia/Shanghai',
  'America/New_York',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'Australia/Lord_Howe',
];

/** The written table that the domain and PostgreSQL are held to as well. */
const CASES = readFileSync(new URL('../packages/domain/test/calendar.table.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.includes('|') && !line.startsWith('#'))
  .map((line) => line.split('|').map((cell) => cell.trim()));
const of = (kind: string): string[][] => CASES.filter(([first]) => first === kind);

/** Walks from year to year as a reader does, without loading the page anew. */
async function goToYear(page: Page, year: number): Promise<void> {
  const heading = page.getByRole('heading', { level: 1, name: / 年工作日历$/ });
  for (let shown = Number((await heading.innerText()).slice(0, 4)); shown !== year;) {
    shown += Math.sign(year - shown);
    await page.getByRole('link', { name: `${shown} 年`, exact: true }).click();
    await expect(heading).toHaveText(`${shown} 年工作日历`);
  }
}

/** What each day of the year on screen is called. */
async function wordsOfDays(page: Page, year: number): Promise<Map<string, string>> {
  await goToYear(page, year);
  const days = page.locator('td button');
  await expect(days.first()).toHaveAttribute('aria-label', new RegExp(`^${year}-`));
  const labels = await days.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));
  return new Map(labels.map((label) => [label.slice(0, 10), label.slice(11)]));
}

/** Two of the zones a day, others the next; the same table holds for the domain and PostgreSQL in every zone, every day. */
const TODAY = Math.floor(Date.now() / 86_400_000);
for (const zone of ZONES.filter((_zone, at) => (at + TODAY) % 3 === 0))
  test(`${zone}: a browser there shows every written day, and today, as Shanghai has it`, async ({ as }) => {
    const page = await as('sysadmin', undefined, zone);
    await page.goto('/calendar');
    expect(await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone)).toBe(zone);
    const wrong: string[] = [];
    for (let year = 2018; year <= 2027; year += 1) {
      const words = await wordsOfDays(page, year);
      for (const [, day = '', , expected] of of('day').filter(([, each]) => each?.startsWith(`${year}-`))) {
        const shown = words.get(day) ?? 'nothing';
        const says = /放假|周末/.test(shown) ? 'rests' : 'works';
        if (says !== expected) wrong.push(`${day}: ${shown}, written ${expected}`);
      }
    }
    expect(wrong).toEqual([]);
    for (const [, instant = '', , day = ''] of of('instant').filter((_each, index) => index % 3 === 0)) {
      await page.clock.setFixedTime(new Date(instant));
      await goToYear(page, Number(day.slice(0, 4)) + 1);
      await goToYear(page, Number(day.slice(0, 4)));
      await expect(page.locator('td[aria-current=date] button'), instant).toHaveAttribute(
        'aria-label',
        new RegExp(`^${day} `),
      );
    }
  });

test('a deadline reads the same wherever the browser is', async ({ as }) => {
  const seen = new Set<string>();
  // The outermost zones on both sides, and the one of the ledger.
  for (const zone of ['Asia/Shanghai', 'Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
    const page = await as('clerk', undefined, zone);
    const { findings } = await ask<{ findings: { edges: { node: { id: string } }[] } }>(
      page,
      '{ findings(first: 1, filter: { state: [RECTIFYING] }) { edges { node { id } } } }',
    );
    await page.goto(`/findings/${findings.edges[0]!.node.id}`);
    const people = page.locator('#people, [aria-labelledby="people"]').first();
    await expect(people.getByText(/个工作日/)).toBeVisible();
    const due = await people.locator('dd').last().innerText();
    await page.goto('/ledger');
    await expect(page.getByText(/还剩 \d+ 天|逾期 \d+ 天|今天到期/).first()).toBeVisible();
    const ledger = await page.getByText(/^(还剩 \d+ 天|逾期 \d+ 天|今天到期)$/).allInnerTexts();
    seen.add(JSON.stringify([due, ledger.slice(0, 20)]));
  }
  expect(seen.size, [...seen].join('\n')).toBe(1);
});

test('a year that is not published says so, is imported after a check, and a day is changed', async ({ as }) => {
  const page = await as('sysadmin');
  await page.goto('/calendar/2027');
  await expect(page.getByText('2027 年放假安排尚未公布')).toBeVisible();
  await page.getByRole('link', { name: '导入清单' }).click();
  const list = (text: string) => ({ name: '2027.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  const put = async (text: string) => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: '选择文件' }).click();
    await (await chooser).setFiles(list(text));
  };
  await put('日期,类型,节日\n2027-01-01,放假,元旦\n2027-02-30,放假,春节\n');
  await expect(page.getByText('不是有效的日期')).toBeVisible();
  await expect(page.getByRole('button', { name: '导入 2027 年' })).toHaveCount(0);
  await put('日期,类型,节日\n2027-01-01,放假,元旦\n2027-02-06,放假,春节\n2027-02-20,上班,春节\n');
  await page.getByRole('button', { name: '导入 2027 年' }).click();
  await page.getByRole('link', { name: '查看 2027 年' }).click();
  await expect(page.getByText('2027 年放假安排尚未公布')).toBeHidden();
  await expect(page.getByRole('button', { name: /^2027-02-20 春节 调休上班/ })).toBeVisible();

  await page.goto('/calendar/2026');
  await page.getByRole('button', { name: /^2026-11-30 / }).click();
  const dialog = page.getByRole('dialog', { name: '修改 2026-11-30' });
  await dialog.getByLabel('这一天').selectOption('放假');
  await dialog.getByLabel('节日名称').fill('停水');
  await carryOut(dialog, '保存');
  await expect(page.getByRole('button', { name: '2026-11-30 停水 放假 · 本单位录入' })).toBeVisible();

  const reader = await as('clerk', PHONE);
  await reader.goto('/calendar/2026');
  await expect(reader.getByText('停水 放假').first()).toBeAttached();
  await expect(reader.locator('td button')).toHaveCount(0);
  expect(await reader.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
});
