/** @module-tag slow */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApi, type Api } from '../../../test/api.ts';
import { settled, workerOver } from '../../../test/worker.ts';
import type { Worker } from '../jobs/worker.ts';

/** What changes about offices, accounts and settings is told at once: the daily run has passed and is never awaited here. */
describe('warnings react at once', () => {
  let api: Api;
  let worker: Worker;

  beforeAll(async () => {
    api = await startApi();
    await api.sql(
      `UPDATE finding f SET state = 'RECTIFYING', due_on = date '2026-11-22' + 8 FROM body b WHERE b.id = f.body_id AND b.short_name = '市侨青会' AND f.seq = 28`,
    );
    worker = await workerOver(api);
    await settled(api);
  });
  afterAll(async () => {
    await worker.stop();
    await api.stop();
  });

  /** Who was told of finding 28 at its present due day. */
  const told = async (): Promise<string[]> => {
    await settled(api);
    const rows = await api.sql<{ login: string }>(
      `SELECT DISTINCT a.login FROM warning w JOIN warning_delivery d ON d.warning_id = w.id JOIN account a ON a.person_id = d.person_id
       JOIN finding f ON f.id = w.finding_id JOIN body b ON b.id = f.body_id
       WHERE b.short_name = '市侨青会' AND f.seq = 28 AND w.due_on = f.due_on ORDER BY a.login`,
    );
    return rows.map((row) => row.login);
  };
  const accountOf = async (login: string): Promise<string> =>
    (await api.sql<{ id: string }>('SELECT id FROM account WHERE login = $1', [login]))[0]!.id;

  test('a successor in the leader’s post is told what the predecessor was told', async () => {
    expect(await told()).toEqual(['handler', 'head', 'leader']);
    await api.sql(
      `WITH of AS (SELECT f.leader_post_id AS id FROM finding f JOIN body b ON b.id = f.body_id WHERE b.short_name = '市侨青会' AND f.seq = 28),
        left_it AS (UPDATE post_holding h SET to_on = '2026-11-21' FROM of WHERE h.post_id = of.id AND h.to_on IS NULL)
       SELECT 1`,
    );
    await api.sql(
      `INSERT INTO post_holding (id, post_id, person_id, from_on) SELECT gen_random_uuid(), f.leader_post_id, a.person_id, '2026-11-22'
       FROM finding f JOIN body b ON b.id = f.body_id, account a WHERE b.short_name = '市侨青会' AND f.seq = 28 AND a.login = 'leader3'`,
    );
    expect(await told()).toContain('leader3');
  });

  test('a deputy is told what the one is told in whose place he stands, once it is confirmed', async () => {
    await api.sql(
      `INSERT INTO deputation (id, body_id, principal_id, deputy_id, grant_id, from_on, to_on, reason, state, appointed_by_id, appointed_by_name, appointed_by_secretary, appointed_at)
       SELECT gen_random_uuid(), f.body_id, a.person_id, $1, g.id, '2026-11-22', '2026-11-30', 'x', 'PROPOSED', a.person_id, 'x', false, now()
       FROM finding f JOIN body b ON b.id = f.body_id, account a JOIN role_grant g ON g.account_id = a.id AND g.role = 'DEPARTMENT_HEAD'
       WHERE b.short_name = '市侨青会' AND f.seq = 28 AND a.login = 'head'`,
      [(await api.sql<{ id: string }>(`SELECT person_id AS id FROM account WHERE login = 'handler2'`))[0]?.id],
    );
    expect(await told()).not.toContain('handler2');
    await api.sql(`UPDATE deputation SET state = 'CONFIRMED' WHERE reason = 'x'`);
    expect(await told()).toContain('handler2');
  });

  test('who is granted the department is told, and who gets an account again', async () => {
    await api.sql(
      `INSERT INTO role_grant (id, account_id, role, body_id, department_id, from_on) SELECT gen_random_uuid(), $1, 'DEPARTMENT_HEAD', f.body_id, f.lead_department_id, '2026-11-01'
       FROM finding f JOIN body b ON b.id = f.body_id WHERE b.short_name = '市侨青会' AND f.seq = 28`,
      [await accountOf('head4')],
    );
    expect(await told()).toContain('head4');
    await api.sql(`UPDATE account SET active = false WHERE login = 'head5'`);
    await api.sql(
      `INSERT INTO role_grant (id, account_id, role, body_id, department_id, from_on) SELECT gen_random_uuid(), $1, 'DEPARTMENT_HEAD', f.body_id, f.lead_department_id, '2026-11-01'
       FROM finding f JOIN body b ON b.id = f.body_id WHERE b.short_name = '市侨青会' AND f.seq = 28`,
      [await accountOf('head5')],
    );
    expect(await told()).not.toContain('head5');
    await api.sql(`UPDATE account SET active = true WHERE login = 'head5'`);
    expect(await told()).toContain('head5');
  });

  test('another lead department, and another due day, are told at once', async () => {
    await api.sql(
      `UPDATE finding f SET lead_department_id = d.id FROM body b, department d WHERE b.id = f.body_id AND b.short_name = '市侨青会' AND f.seq = 28 AND d.body_id = b.id AND d.name = '组织人事部'`,
    );
    expect(await told()).toContain('head3');
    await api.sql(
      `UPDATE finding f SET due_on = '2026-11-25' FROM body b WHERE b.id = f.body_id AND b.short_name = '市侨青会' AND f.seq = 28`,
    );
    expect(await told()).toContain('head3');
    expect(await told()).not.toContain('secretary');
  });

  test('settings of the round that call somebody else', async () => {
    await api.sql(
      `UPDATE round SET settings = settings || '{"warnings": [{"code": "YELLOW", "daysLeft": 10, "recipients": ["SECRETARY"]}]}'`,
    );
    expect(await told()).toContain('secretary');
  });

  test('a grant to the office reaches the bodies of its rounds, and a change of nothing of this adds no job', async () => {
    await worker.stop();
    const [office] = await api.sql<{ id: string }>(`SELECT id FROM body WHERE kind = 'OFFICE'`);
    await api.sql(`UPDATE role_grant SET to_on = to_on WHERE body_id = $1`, [office?.id]);
    const jobs = await api.sql<{ task_identifier: string; key: string }>(
      'SELECT task_identifier, key FROM closeout_jobs.jobs',
    );
    expect(jobs).toEqual([{ task_identifier: 'warnBody', key: `warnBody:${office?.id}` }]);
    await api.sql(`UPDATE account SET last_sign_in_at = now()`);
    await api.sql(`UPDATE round SET name = name || '.'`);
    expect(await api.sql('SELECT key FROM closeout_jobs.jobs')).toHaveLength(1);
  });
});
