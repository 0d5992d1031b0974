import { expect, test } from './fixtures.ts';

test.use({ journey: 'warnings' });

/** The demo's finding 28 of the main body, its deadline ten days from today. */
const TURNS_YELLOW = `
  UPDATE finding f SET due_on = (now() AT TIME ZONE 'Asia/Shanghai')::date + 10, state = 'RECTIFYING'
  FROM body b WHERE b.id = f.body_id AND b.short_name = '市侨青会' AND f.seq = 28 RETURNING f.ref_no`;

test('a finding turns yellow: handler and leader are told, and read it there', async ({ as, product }) => {
  // whoever is served meets whole tables: a change right after the start must not fail
  const [jobs] = await product.sql<{ whole: boolean }>(
    `SELECT to_regproc('closeout_jobs.force_unlock_workers') IS NOT NULL AS whole`,
  );
  expect(jobs?.whole).toBe(true);
  const [finding] = await product.sql<{ ref_no: string }>(TURNS_YELLOW);
  const number = finding!.ref_no;
  await expect
    .poll(async () => {
      const [told] = await product.sql<{ n: number }>(
        `SELECT count(*)::int AS n FROM warning_delivery d JOIN warning w ON w.id = d.warning_id JOIN finding f ON f.id = w.finding_id WHERE f.ref_no = $1 AND w.due_on = f.due_on`,
        [number],
      );
      return told?.n;
    })
    .toBeGreaterThan(1);
  for (const login of ['handler', 'leader']) {
    const page = await as(login);
    await page.goto('/');
    const bell = page.getByRole('link', { name: /^预警,\d+ 条未读$/ });
    await expect(bell).not.toHaveAccessibleName('预警,0 条未读');
    const before = await bell.getAttribute('aria-label');
    await bell.click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('期限预警');
    await page
      .getByRole('link', { name: `打开问题 ${number}` })
      .first()
      .click();
    await expect(page).toHaveURL(/\/findings\/fnd_/);
    await expect(bell).not.toHaveAccessibleName(before ?? '');
  }
});
