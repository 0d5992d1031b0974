import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type Api } from '../../../test/api.ts';
import { followedTables } from '../../../test/history.ts';

/** Read through their own instants or private: see the migration that begins history; of the public text what is frozen names its own instant. */
const NOT_FOLLOWED = [
  '_prisma_migrations',
  'account',
  'api_token',
  'audit_chain',
  'audit_event',
  'audit_seal',
  'deputation',
  'document_template',
  'hit_ruling',
  'idempotency_key',
  'import',
  'publication',
  'publication_clue_day',
  'publication_comment',
  'publication_passage',
  'publication_signature',
  'publication_version',
  'job',
  'role_grant',
  'session',
  'settings_version',
  'setup_link',
  'sight',
  'sight_finding',
  'sight_opening',
  'submission_opening',
  'supervision',
  'upload_ticket',
  'warning',
  'warning_delivery',
  'warning_digest',
  'warning_run',
];

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

describe('what is followed', () => {
  it('is every table but those named here: a migration that adds one calls history.follow', async () => {
    const tables = await api.sql<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`,
    );
    const expected = tables.map(({ name }) => name).filter((name) => !NOT_FOLLOWED.includes(name));
    expect(await followedTables(api)).toEqual(expected.sort());
  });

  it('has every column, in order: a migration that adds one calls history.follow again', async () => {
    const columns = (schema: string, names: readonly string[]) =>
      api.sql<{ of: string; names: string }>(
        `SELECT c.relname AS of, string_agg(a.attname, ',' ORDER BY a.attnum) AS names FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
         WHERE c.relnamespace = $1::regnamespace AND c.relname = ANY($2) AND a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'v') GROUP BY 1 ORDER BY 1`,
        [schema, names],
      );
    const followed = await followedTables(api);
    const live = await columns('public', followed);
    expect(await columns('as_of', followed)).toEqual(live);
    expect(await columns('history', followed)).toEqual(
      live.map((one) => ({ ...one, names: `valid_from,valid_to,${one.names}` })),
    );
  });

  it('and what is not followed is seen as it is now: a migration that adds a table or a column there calls history.see_through', async () => {
    const columns = (schema: string) =>
      api.sql(
        `SELECT table_name AS of, string_agg(column_name, ',' ORDER BY ordinal_position) AS names FROM information_schema.columns WHERE table_schema = $1 AND table_name = ANY($2) GROUP BY 1 ORDER BY 1`,
        [schema, names],
      );
    const names = NOT_FOLLOWED.filter((name) => name !== '_prisma_migrations');
    const seen = await columns('as_of');
    expect(seen).toHaveLength(names.length);
    expect(seen).toEqual(await columns('public'));
  });

  it('is not rewritten and does not shrink', async () => {
    for (const statement of [
      `UPDATE history.finding SET title = 'x' WHERE valid_to <> 'infinity'`,
      'DELETE FROM history.finding',
      'TRUNCATE history.finding',
    ]) {
      await api.sql(`UPDATE finding SET updated_by_name = 'somebody' WHERE seq = 1`);
      await expect(api.sql(statement)).rejects.toThrow('history only grows');
    }
  });
});
