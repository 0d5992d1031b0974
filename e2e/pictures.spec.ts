import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { DESK, PHONE, expect, test } from './fixtures.ts';
import type { Product } from './product.ts';

test.use({ journey: 'pictures' });
test.describe.configure({ timeout: 240_000 });
// They take minutes: npm run test:long takes them, or PICTURES=on npm test.
test.skip(!process.env['PICTURES'], 'set PICTURES=on to take the pictures of every screen');

type RunOptions = Parameters<AxeBuilder['options']>[0];

const FOLDER = '../artefacts/pictures';

/** That rule compares words between spaces, which Chinese does not write: 填写 is not found in 填写第 1 点的结果. */
const AXE: RunOptions = { rules: { 'label-content-name-mismatch': { enabled: false } }, resultTypes: ['violations'] };

/** A screen: its file's name and its address, or how to come to it. */
type Screen = [name: string, address: string, prepare?: (page: Page) => Promise<void>];

const dialog =
  (...names: string[]) =>
  async (page: Page) => {
    for (const name of names) await page.getByRole('button', { name, exact: true }).first().click();
    await expect(page.getByRole('dialog').first()).toBeVisible();
  };

/** Today as the product's database has it, where its history begins. */
const shanghaiDay = async (product: Product): Promise<string> =>
  (await product.sql<{ day: string }>(`SELECT to_char(now() AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS day`))[0]!
    .day;

/** The screens of each role; `finding` is one that the role works on. */
const SCREENS: Record<string, (finding: string, product: Product) => Promise<Screen[]> | Screen[]> = {
  clerk: async (_, product) => {
    const [row] = await product.sql<{ id: string }>(
      `SELECT id FROM finding WHERE state = 'CLOSED' ORDER BY seq LIMIT 1`,
    );
    const closed = row!.id;
    const [visit] = await product.sql<{ id: string }>(
      `SELECT i.id FROM inspection i JOIN body b ON b.id = i.body_id WHERE b.short_name = '市侨青会' LIMIT 1`,
    );
    return [
      ['home-clerk', '/'],
      ['ledger', '/ledger'],
      ['ledger-findings', '/ledger?view=findings'],
      ['ledger-tasks', '/ledger?view=tasks'],
      ['ledger-duties', '/ledger?view=duties'],
      ['finding-closed', `/findings/fnd_${closed}`],
      ['finding-sheet', `/findings/fnd_${closed}/sheet`],
      ['evidence', '/evidence'],
      ['import', '/import'],
      ['jobs', '/jobs'],
      ['export-background', '/report', dialog('后台导出')],
      ['report', '/report'],
      ['meetings', '/meetings'],
      ['meeting-add', '/meetings', dialog('登记会议')],
      ['money', '/money'],
      ['statistics', '/statistics'],
      ['statistics-past', `/statistics?asOf=${await shanghaiDay(product)}`],
      ['inspection', `/inspections/ins_${visit!.id}`],
      ['filings', '/filings'],
      ['publication-none', '/publication'],
      ['notices', '/notices'],
      ['urging', '/urging'],
      ['warnings', '/warnings'],
      ['rechecks', '/rechecks'],
      ['handovers', '/handovers'],
      ['finding-create', '/ledger', dialog('登记问题')],
    ];
  },
  head: (finding) => [
    ['home-department', '/'],
    ['finding', `/findings/${finding}`],
    ['outline', '/outline'],
  ],
  handler: () => [['home-handler', '/']],
  leader: () => [
    ['home-leader', '/'],
    ['inbox', '/inbox'],
  ],
  secretary: () => [
    ['home-secretary', '/'],
    ['inbox-secretary', '/inbox'],
    ['deputies', '/deputies'],
    ['filings-secretary', '/filings'],
  ],
  discipline: () => [['home-discipline', '/']],
  office: async (_, product) => {
    const [round] = await product.sql<{ id: string }>(`SELECT id FROM round ORDER BY year, number LIMIT 1`);
    const [notice] = await product.sql<{ id: string }>(`SELECT id FROM notice ORDER BY number LIMIT 1`);
    return [
      ['home-office', '/'],
      ['rounds', '/rounds'],
      ['round', `/rounds/rnd_${round!.id}`],
      ['round-settings', `/rounds/rnd_${round!.id}`, dialog('名称与设置')],
      ['filings-office', '/filings'],
      ['notices-office', '/notices'],
      ['notice', `/notices/ntc_${notice!.id}`],
      ['outline-office', '/outline'],
    ];
  },
  sysadmin: () => [
    ['home-admin', '/'],
    ['directory', '/directory'],
    ['directory-people', '/directory?tab=people'],
    ['accounts', '/accounts'],
    ['calendar', '/calendar'],
    ['handovers-admin', '/handovers'],
  ],
  secadmin: () => [
    ['grants', '/grants'],
    ['tokens', '/tokens'],
    ['forbidden', '/ledger'],
  ],
  auditadmin: () => [['audit', '/audit']],
  integrator: () => [['developer', '/developer']],
};

/** Both sizes of one screen, and what axe finds serious in it. */
async function picture(page: Page, [name, address, prepare]: Screen): Promise<string[]> {
  const found: string[] = [];
  for (const size of [DESK, PHONE]) {
    await page.setViewportSize(size);
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    await expect(page.getByText('正在读取…')).toHaveCount(0);
    await prepare?.(page);
    await page.screenshot({ path: `${FOLDER}/${name}-${size.width}.png`, animations: 'disabled' });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (wide > 0) found.push(`${name} at ${size.width}: ${wide} px wider than the window`);
    const { violations } = await new AxeBuilder({ page }).options(AXE).analyze();
    for (const { id, impact, nodes } of violations)
      if (impact === 'serious' || impact === 'critical')
        found.push(
          `${name} at ${size.width}: ${id} (${impact}) at ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
        );
  }
  return found;
}

for (const [login, screens] of Object.entries(SCREENS))
  test(`${login}: pictures at both sizes, nothing serious for axe, nothing wider than the window`, async ({
    as,
    product,
  }) => {
    const [row] = await product.sql<{ id: string }>(
      `SELECT f.id FROM finding f JOIN department d ON d.id = f.lead_department_id
       WHERE f.state = 'RECTIFYING' AND d.name = '计划财务部' ORDER BY f.seq LIMIT 1`,
    );
    const page = await as(login);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const found: string[] = [];
    for (const screen of await screens(`fnd_${row!.id}`, product)) found.push(...(await picture(page, screen)));
    expect(found).toEqual([]);
  });

test('signing in: pictures at both sizes', async ({ page, product }) => {
  const found = await picture(page, ['sign-in', `${product.url}/sign-in`]);
  expect(found).toEqual([]);
});
