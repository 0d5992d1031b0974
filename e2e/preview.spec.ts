import { fileURLToPath } from 'node:url';
import { expect, test } from './fixtures.ts';
import { carryOut } from './steps.ts';

const LETTER = fileURLToPath(new URL('../packages/report/fixtures/03-laonianxiehui-autonumber.docx', import.meta.url));

test.use({ journey: 'shared' });
test.describe.configure({ mode: 'serial' });

test('a scan of a piece is looked at without leaving the page', async ({ as, product }) => {
  const [row] = await product.sql<{ id: string }>(
    `SELECT f.id FROM finding f JOIN body b ON b.id = f.body_id WHERE b.short_name = '市侨青会' AND f.state = 'RECTIFYING' AND EXISTS (
       SELECT 1 FROM attachment t JOIN evidence e ON e.id = t.evidence_id JOIN evidence_action l ON l.evidence_id = e.id JOIN action a ON a.id = l.action_id
       WHERE a.finding_id = f.id AND t.media_type = 'application/pdf' AND NOT e.restricted) ORDER BY f.seq LIMIT 1`,
  );
  const [piece] = await product.sql<{ number: string }>(
    `SELECT e.piece_number AS number FROM evidence e JOIN evidence_action l ON l.evidence_id = e.id JOIN action a ON a.id = l.action_id JOIN attachment t ON t.evidence_id = e.id
     WHERE a.finding_id = $1 AND t.media_type = 'application/pdf' AND NOT e.restricted ORDER BY e.piece_number LIMIT 1`,
    [row!.id],
  );
  const clerk = await as('clerk');
  await clerk.goto(`/evidence?q=${piece!.number}`);
  await clerk
    .getByText(new RegExp(` ${piece!.number}`))
    .first()
    .click();
  await clerk
    .getByRole('button', { name: /^预览 / })
    .first()
    .click();
  const shown = clerk.locator('iframe');
  await expect(shown).toHaveAttribute('src', /\/files\/att_.+\/inline$/);
  const answer = await clerk.request.get((await shown.getAttribute('src'))!);
  expect(answer.headers()['content-disposition']).toMatch(/^inline/);
  await clerk.keyboard.press('Escape');
  await expect(shown).toBeHidden();
});

test('the head adds a .docx, reads its words beside the piece, changes the title and looks up what it was before', async ({
  as,
  product,
}) => {
  const [piece] = await product.sql<{ number: string; title: string; login: string }>(
    `SELECT e.piece_number AS number, e.title, c.login FROM evidence e JOIN evidence_action l ON l.evidence_id = e.id
       JOIN action a ON a.id = l.action_id JOIN finding f ON f.id = a.finding_id
       JOIN role_grant g ON g.department_id = f.lead_department_id AND g.role = 'DEPARTMENT_HEAD' JOIN account c ON c.id = g.account_id
     WHERE f.state = 'RECTIFYING' AND e.kind <> 'REFUND' AND NOT e.restricted ORDER BY e.piece_number LIMIT 1`,
  );
  const head = await as(piece!.login);
  await head.goto(`/evidence?q=${piece!.number}`);
  await head
    .getByText(new RegExp(` ${piece!.number}`))
    .first()
    .click();
  const drawer = head.getByRole('dialog', { name: new RegExp(piece!.number) });
  await drawer.locator('input[type=file]').first().setInputFiles(LETTER);
  await drawer.getByRole('button', { name: '上传', exact: true }).click();
  await drawer.getByRole('button', { name: /^预览 .*autonumber\.docx$/ }).click();
  const words = head.getByRole('dialog', { name: /autonumber\.docx$/ });
  await expect(words.getByText('只显示文字')).toBeVisible();
  await expect(words.getByText(/老年协会/).first()).toBeVisible();
  await head.keyboard.press('Escape');

  await drawer.getByRole('button', { name: '修改', exact: true }).click();
  const form = head.getByRole('dialog', { name: /^修改/ });
  await form.getByRole('textbox', { name: '标题' }).fill('会议标题改过一次');
  await carryOut(form, '保存');
  await drawer.getByText(/^以前的版本/).click();
  await drawer
    .getByRole('button', { name: /^第 \d+ 版$/ })
    .first()
    .click();
  await expect(drawer.getByText(piece!.title).first()).toBeVisible();
  await expect(drawer.getByText('现在不同').first()).toBeVisible();
});
