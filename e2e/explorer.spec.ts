import { expect, test } from './fixtures.ts';

test.use({ journey: 'shared' });

test('an integrator opens the explorer, runs the query that stands there, and reads the schema', async ({
  as,
  product,
}) => {
  const page = await as('integrator');
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(product.url) && !request.url().startsWith('data:')) foreign.push(request.url());
  });
  await page.goto('/developer');
  await page.getByRole('link', { name: '打开查询浏览器' }).click();
  await expect(page.locator('.graphiql-query-editor')).toContainText('FirstLook');
  await page.getByRole('button', { name: /Execute query/ }).click();
  await expect(page.locator('.result-window')).toContainText('"viewer"');
  await expect(page.locator('.result-window')).toContainText('STATISTICS');
  await page.screenshot({ path: test.info().outputPath('explorer.png') });
  // what is typed is completed from the schema
  await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
  await expect(page.locator('.graphiql-doc-explorer')).toContainText('Mutation');
  await page.locator('.graphiql-doc-explorer').getByRole('link', { name: 'Query', exact: true }).click();
  await expect(page.locator('.graphiql-doc-explorer')).toContainText('findings');
  await page.locator('.graphiql-query-editor .CodeMirror').click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('{ fin');
  await page.keyboard.press('Control+Space');
  await expect(page.locator('.CodeMirror-hints')).toContainText('findings');
  await page.screenshot({ path: test.info().outputPath('completion.png') });
  expect(foreign, 'nothing comes from elsewhere').toEqual([]);
});

test('what asks too much is shown as what it is', async ({ as }) => {
  const page = await as('secretary');
  await page.goto('/explorer');
  await page.locator('.graphiql-query-editor .CodeMirror').click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(
    'query Everything { findings(first: 100) { edges { node { actions(first: 100) { edges { node { evidence(first: 100) { edges { node { id } } } } } } } } } }',
  );
  // the tab bears the name once the editor has read the document: what is run is what is seen
  await expect(page.getByRole('tab', { name: 'Everything' })).toBeVisible();
  await page.getByRole('button', { name: /Execute query/ }).click();
  await expect(page.locator('.result-window')).toContainText('TOO_COSTLY');
});

test('strangers are sent to sign in', async ({ browser, product }) => {
  const page = await browser.newPage();
  await page.goto(`${product.url}/explorer`);
  await expect(page).toHaveURL(/sign-in/);
  const asset = await page.request.get(`${product.url}/explorer/assets/x.js`, { maxRedirects: 0 });
  expect(asset.status()).toBe(303);
  await page.close();
});
