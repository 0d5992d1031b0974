import { expect, test } from './fixtures.ts';

test.use({ journey: 'preview' });
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
