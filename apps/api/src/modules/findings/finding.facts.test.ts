import { FINDING_STATES, transitionsOf, type FindingState } from '@closeout/domain';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApi, TODAY, type Api } from '../../../test/api.ts';
import { queries, viewerOf } from '../../../test/viewers.ts';
import { Statement } from '../../read/statement.ts';
import type { Query } from '../access/load-viewer.ts';
import { findingFactsSql, readFacts, verbFactsSql } from './finding.facts.ts';

let api: Api;
let query: Query;
let end: () => Promise<void>;
beforeAll(async () => {
  api = await startApi();
  ({ query, end } = queries(api));
});
afterAll(async () => {
  await end();
  await api.stop();
});

it('what a page loads for the buttons of a finding in its state gives the same verbs as all its facts', async () => {
  const logins = ['handler', 'head', 'leader', 'secretary', 'clerk', 'discipline', 'office'];
  const viewers = await Promise.all(logins.map(async (login) => (await viewerOf(api, query, login)).viewer));
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
