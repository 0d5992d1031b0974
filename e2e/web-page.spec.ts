import { DESK, PHONE, expect, test } from './fixtures.ts';
import { FRESH_ROUND, REPORT, freshInspection } from './fresh-inspection.ts';
import { choose } from './steps.ts';

test.use({ journey: 'shared' });

const PAGE = `<!doctype html><html><head><meta charset="utf-8"><title>整改公开</title><script>alert(1)</script></head><body>
<nav><a>首页</a> <a>政务公开</a></nav><p>当前位置：首页 &gt; 政务公开</p>
${REPORT.replace('整改结果：正在整改。', '整改结果：挂图作战。').split('\n').map((line) => `<p>${line}</p>`).join('')}
<p hidden>内部审核稿</p><p>上一篇：关于召开会议的通知</p><footer>版权所有：市侨青会</footer></body></html>`; // prettier-ignore

test('a web page is imported: its own words are listed apart, and the words of its results are corrected', async ({
  as,
  product,
}) => {
  await freshInspection(product);
  const page = await as('clerk');
  await page.goto('/import');
  await page
    .getByLabel('导入到哪一次巡察')
    .selectOption({ label: `中共澜川市侨界青年联合会党组 · ${FRESH_ROUND}(专项)` });
  await choose(page, page, { name: '整改公开.html', mimeType: 'text/html', buffer: Buffer.from(PAGE) });
  await expect(page.getByRole('heading', { name: '导入核对' })).toBeVisible();
  await page.getByText(/^不算正文的内容 \d+ 处/).click();
  for (const words of ['首页 政务公开', '内部审核稿', '版权所有：市侨青会', '上一篇：关于召开会议的通知'])
    await expect(page.getByRole('listitem').filter({ hasText: words })).toBeVisible();
  await expect(page.getByText('没有写明整改结果')).toBeVisible();

  await page.getByRole('button', { name: /^版式/ }).click();
  const dialog = page.getByRole('dialog', { name: '更正版式,重新识别' });
  await dialog.getByRole('textbox', { name: '持续整改' }).fill('挂图作战');
  if (process.env['PICTURES'] === 'on')
    for (const [name, size] of [
      ['desk', DESK],
      ['phone', PHONE],
    ] as const) {
      // prettier-ignore
      await page.setViewportSize(size);
      await page.screenshot({ path: `../artefacts/pictures/layout-dialog-${name}.png` });
    }
  await page.setViewportSize(DESK);
  await dialog.getByRole('button', { name: '重新识别' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('没有写明整改结果')).toBeHidden();
  if (process.env['PICTURES'] === 'on') {
    await page.getByText(/^不算正文的内容 \d+ 处/).click();
    for (const [name, size] of [
      ['desk', DESK],
      ['phone', PHONE],
    ] as const) {
      // prettier-ignore
      await page.setViewportSize(size);
      await page.screenshot({ path: `../artefacts/pictures/set-aside-${name}.png`, fullPage: true });
    }
  }
});
