import { expect, type Locator, type Page } from '@playwright/test';

/** A file as the browser's own chooser would give it. */
export interface PickedFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** A one-page PDF, different for different words, as a scanner would leave it. */
export function scan(name: string): PickedFile {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
    `<< /Title <${Buffer.from(name, 'utf16le').swap16().toString('hex')}> >>`,
  ];
  let text = '%PDF-1.4\n';
  const starts = objects.map((object, index) => {
    const start = Buffer.byteLength(text);
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return start;
  });
  const table = Buffer.byteLength(text);
  const rows = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 5\n0000000000 65535 f \n${rows}trailer\n<< /Size 5 /Root 1 0 R /Info 4 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(text) };
}

/** Chooses a file the way a user does: by the button that opens the chooser. */
export async function choose(within: Page | Locator, page: Page, file: PickedFile): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await within.getByRole('button', { name: '选择文件' }).click();
  await (await chooser).setFiles(file);
}

/** Types into a field with a list and takes the one option that fits. */
export async function pick(within: Locator, page: Page, label: string, text: string): Promise<void> {
  const field = within.getByRole('combobox', { name: label });
  await field.fill(text);
  await page.getByRole('option', { name: text }).first().click();
}

/** Presses the verb of a dialog and waits until the server has said yes and the dialog is gone. */
export async function carryOut(dialog: Locator, verb: string): Promise<void> {
  await dialog.getByRole('button', { name: verb, exact: true }).click();
  await expect(dialog).toBeHidden();
}

/** Opens the row of an action, where its verbs are. */
export async function openAction(page: Page, ordinal: number): Promise<Locator> {
  const toggle = page.getByRole('button', { name: `展开措施 ${ordinal}`, exact: true });
  if ((await toggle.getAttribute('aria-expanded')) === 'false') await toggle.click();
  return page.getByRole('listitem').filter({ has: toggle });
}

/** A question to the API in the page's own session, as the console asks it. */
export async function ask<Data>(page: Page, query: string, variables: Record<string, unknown> = {}): Promise<Data> {
  const answer = await page.request.post('/graphql', { headers: { 'x-closeout': '1' }, data: { query, variables } });
  const body = (await answer.json()) as { data: Data; errors?: unknown };
  expect(body.errors, `the API's answer to ${query.slice(0, 60)}`).toBeUndefined();
  return body.data;
}
