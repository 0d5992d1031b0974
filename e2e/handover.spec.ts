import { expect, test } from './fixtures.ts';
import { carryOut, pick } from './steps.ts';

test.use({ journey: 'handover' });
test.describe.configure({ mode: 'serial' });

interface Waiting {
  id: string;
  seq: number;
  login: string;
}

/** The first finding of the demo that waits at a step for a leader, with the leader's login. */
const WAITING = `SELECT 'fnd_' || f.id AS id, f.seq, a.login FROM finding f JOIN body b ON b.id = f.body_id AND b.short_name = '市侨青会'
  JOIN submission s ON s.finding_id = f.id AND s.outcome = 'PENDING' AND s.purpose = 'CLOSE_OUT' JOIN signoff_step t ON t.submission_id = s.id AND t.state = 'CURRENT' AND t.kind = 'LEADER'
  JOIN role_grant g ON g.post_id = f.leader_post_id JOIN account a ON a.id = g.account_id WHERE NOT EXISTS (SELECT 1 FROM finding_subject j WHERE j.finding_id = f.id) ORDER BY f.seq LIMIT 1`;

let waiting: Waiting;
let names: Record<string, string> = {};
test.beforeAll(async ({ product }) => {
  [waiting] = (await product.sql<Waiting>(WAITING)) as [Waiting];
  const rows = await product.sql<{ login: string; name: string }>(
    'SELECT a.login, n.name FROM account a JOIN person n ON n.id = a.person_id',
  );
  names = Object.fromEntries(rows.map((row) => [row.login, row.name]));
});

test('a leader who leaves names a deputy, the secretary confirms, and the deputy signs in the name of the post', async ({
  as,
  product,
}) => {
  await product.sql('DELETE FROM deputation');
  const deputy = waiting.login === 'leader2' ? 'leader3' : 'leader2';
  const away = await as(waiting.login);
  await away.goto('/deputies');
  await away.getByRole('button', { name: '指定代签人' }).click();
  const form = away.getByRole('dialog', { name: '指定代签人' });
  await pick(form, away, '由谁代签', names[deputy]!);
  await form.getByRole('textbox', { name: '到', exact: true }).fill('2031-01-01');
  await form.getByRole('textbox', { name: '事由' }).fill('赴外地招商一周');
  await form.getByRole('button', { name: '指定代签人', exact: true }).click();
  await expect(form).toContainText('一次代签不超过半年');
  const until = new Date(Date.now() + 6 * 86_400_000).toISOString().slice(0, 10);
  await form.getByRole('textbox', { name: '到', exact: true }).fill(until);
  await carryOut(form, '指定代签人');
  await expect(away.getByRole('row').nth(1)).toContainText('待书记确认');

  const secretary = await as('secretary');
  await secretary.goto('/inbox');
  await secretary.getByRole('region', { name: '待确认的代签' }).getByRole('button', { name: '确认' }).click();
  const decision = secretary.getByRole('dialog');
  await decision.getByRole('radio', { name: '同意代签', exact: true }).check({ force: true });
  await carryOut(decision, '同意代签');

  const page = await as(deputy);
  await page.goto(`/findings/${waiting.id}`);
  const chain = page.getByRole('region', { name: '销号签批' });
  await expect(chain).toContainText(`可代签:${names[deputy]} 代 ${names[waiting.login]}`);
  await page.getByRole('button', { name: '签批', exact: true }).click();
  const sign = page.getByRole('dialog', { name: `签批问题 ${waiting.seq}` });
  const accept = sign.getByRole('checkbox');
  if (await accept.isVisible()) await accept.check({ force: true });
  await carryOut(sign, '同意');
  await expect(chain).toContainText(`${names[deputy]} 代 ${names[waiting.login]}`);

  await secretary.goto(`/findings/${waiting.id}/sheet`);
  await expect(secretary.getByRole('main')).toContainText(`${names[deputy]} 代 ${names[waiting.login]}`);
});

test('the discipline group samples what waits to be closed: the last signature waits, and a failed one goes back', async ({
  as,
}) => {
  const group = await as('discipline');
  await group.goto('/rechecks');
  await group.getByRole('button', { name: '销号前抽查' }).click();
  const form = group.getByRole('dialog', { name: '销号前抽查' });
  await form.getByRole('textbox', { name: '随机种子' }).fill('0618');
  const hint = (await form.textContent())!;
  await form.getByRole('textbox', { name: '抽取数量' }).fill(/从 (\d+) 个/.exec(hint)![1]!);
  await carryOut(form, '抽取');

  const secretary = await as('secretary');
  await secretary.goto(`/findings/${waiting.id}`);
  const chain = secretary.getByRole('region', { name: '销号签批' });
  await expect(chain).toContainText('已抽中销号前抽查');
  await expect(chain).toContainText('最后一签等结果');

  const sheet = group.getByRole('region', { name: /抽取 \d+ 个$/ }).first();
  const row = sheet.getByRole('row').filter({ has: group.getByRole('link', { name: new RegExp(`^${waiting.seq} `) }) });
  await row.getByRole('button', { name: '登记结果' }).click();
  const result = group.getByRole('dialog');
  await result.getByRole('radio', { name: '不通过' }).check({ force: true });
  await result.getByRole('textbox', { name: '发现的情况' }).fill('会议记录与签到不符');
  await carryOut(result, '不通过,退回整改');

  await secretary.reload();
  await expect(secretary.getByRole('note').first()).toContainText('会议记录与签到不符');
});

test('a post passes on once both have acknowledged the same list, and its keeper sees nothing of it', async ({
  as,
}) => {
  const keeper = await as('sysadmin');
  await keeper.goto('/handovers');
  await keeper.getByRole('link', { name: '组织人事部干事' }).click();
  await expect(keeper.getByRole('main')).toContainText('清单只给移交人、接收人、书记和整改办看');

  const outgoing = await as('handler3');
  await outgoing.goto('/handovers');
  await outgoing.getByRole('link', { name: '组织人事部干事' }).click();
  await expect(outgoing.getByRole('region', { name: '经办的问题(转给接收人)' }).getByRole('row').nth(1)).toBeVisible();
  await outgoing.getByRole('button', { name: '确认移交' }).click();
  await carryOut(outgoing.getByRole('dialog'), '确认移交');
  await expect(outgoing.getByRole('main')).toContainText('已确认');

  const incoming = await as('handler4');
  await incoming.goto('/handovers');
  await incoming.getByRole('link', { name: '组织人事部干事' }).click();
  await incoming.getByRole('button', { name: '确认接收' }).click();
  await carryOut(incoming.getByRole('dialog'), '确认接收');
  await expect(incoming.getByRole('button', { name: '确认接收' })).toBeHidden();
  await incoming.goto('/handovers');
  await expect(incoming.getByRole('row').nth(1)).toContainText('已交接');
});
