import { FINDING_STATES, transitionsOf, type FindingState } from '@closeout/domain';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { NOW, startApi, TODAY, type Api } from '../../../test/api.ts';
import { Statement } from '../../read/statement.ts';
import { hashSecret, newSecret } from '../access/credentials.ts';
import { viewerOfSession, type Query } from '../access/load-viewer.ts';
import { findingFactsSql, readFacts, verbFactsSql } from './finding.facts.ts';

let api: Api;
let pool: pg.Pool;
let query: Query;
beforeAll(async () => {
  api = await startApi();
  pool = new pg.Pool({ connectionString: api.databaseUrl, max: 1, options: '-c TimeZone=UTC' });
  query = async <T>(text: string, values: readonly unknown[]) => (await pool.query(text, [...values])).rows as T[];
});
afterAll(async () => {
  await pool.end();
  await api.stop();
});

async function viewerOf(login: string) {
  const secret = newSecret();
  await api.sql(
    `INSERT INTO session (id, token_hash, account_id, created_at, last_seen_at, expires_at) SELECT gen_random_uuid(), $1, id, $3, $3, $3::timestamptz + interval '1 hour' FROM account WHERE login = $2`,
    [hashSecret(secret), login, NOW],
  );
  const viewer = await viewerOfSession(query, hashSecret(secret), TODAY, NOW);
  if (viewer === null) throw new Error(`no viewer for ${login}`);
  return viewer;
}

it('what a page loads for the buttons of a finding in its state gives the same verbs as all its facts', async () => {
  const logins = ['handler', 'head', 'leader', 'secretary', 'clerk', 'discipline', 'office'];
  const viewers = await Promise.all(logins.map(viewerOf));
  const statement = new Statement();
  const reading = { statement, viewer: viewers[0]!, today: TODAY };
  const rows = await query<{ state: FindingState; whole: unknown; some: unknown }>(
    `SELECT f.state, ${findingFactsSql('f', reading)} AS whole, ${verbFactsSql('f', reading)} AS some FROM finding f ORDER BY f.id`,
    statement.values,
  );
  expect([...new Set(rows.map((row) => row.state))].toSorted()).toEqual([...FINDING_STATES].toSorted());
  for (const { whole, some } of rows)
    for (const viewer of viewers)
      expect(transitionsOf(viewer, readFacts(some))).toEqual(transitionsOf(viewer, readFacts(whole)));
  // A finding that is closed asks nearly nothing, one at work its pieces: what is not asked was really left out.
  const size = (state: FindingState, which: 'whole' | 'some'): number =>
    JSON.stringify(rows.filter((row) => row.state === state).map((row) => row[which])).length;
  expect(size('CLOSED', 'some')).toBeLessThan(0.7 * size('CLOSED', 'whole'));
});
