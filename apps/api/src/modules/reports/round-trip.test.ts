/** @module-tag slow */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type Api, type Caller } from '../../../test/api.ts';
import {
  committed,
  emptyInspection,
  FIXTURE_NAMES,
  fixtureText,
  realReport,
  reportText,
} from '../../../test/import-files.ts';

const REAL = realReport();
const TEXTS: [string, string][] = [
  ...FIXTURE_NAMES.map((name): [string, string] => [name, fixtureText(name)]),
  ...(REAL === null ? [] : [['00', REAL] as [string, string]]),
];
const nfkc = (text: string): string => text.normalize('NFKC');

/** What differs between two texts: the part between the common start and the common end. */
function difference(before: string, after: string): { removed: string; added: string } {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < Math.min(before.length, after.length) - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return { removed: before.slice(start, before.length - end), added: after.slice(start, after.length - end) };
}

describe('import, then report, through the database', () => {
  let api: Api;
  let clerk: Caller;
  beforeAll(async () => {
    api = await startApi();
    clerk = await api.as('clerk');
  });
  afterAll(() => api.stop());

  if (REAL === null) it.skip('the real report (REPORTS_DIR is absent)', () => undefined);

  it.each(TEXTS)('%s as history: the same text, byte for byte', async (_, text) => {
    const inspectionId = await emptyInspection(api);
    await committed(clerk, inspectionId, text, 'HISTORY');
    expect(nfkc(await reportText(clerk, inspectionId))).toBe(nfkc(text));
  });

  it.each(TEXTS)('%s as a live ledger: the same text, until somebody works on it', async (_, text) => {
    const inspectionId = await emptyInspection(api);
    await committed(clerk, inspectionId, text, 'LIVE');
    expect(nfkc(await reportText(clerk, inspectionId))).toBe(nfkc(text));
  });

  it.each(TEXTS)(
    '%s: one edited description, one dropped action, one changed result change their own places only',
    async (_, text) => {
      const inspectionId = await emptyInspection(api);
      await committed(clerk, inspectionId, text, 'LIVE');
      const uuid = inspectionId.slice(4);
      const rows = await api.sql<{ id: string; seq: number; description: string; actions: number; status: string }>(
        `SELECT f.id, f.seq, f.description, (SELECT count(*)::int FROM action a WHERE a.finding_id = f.id) AS actions, i.parsed -> 'findings' -> (f.import_seq - 1) ->> 'status' AS status FROM finding f JOIN import i ON i.id = f.import_id WHERE f.inspection_id = $1 ORDER BY f.seq`,
        [uuid],
      );
      const edited = rows[2];
      if (edited === undefined) throw new Error('too few findings');
      await api.sql(`UPDATE finding SET description = $2 WHERE id = $1`, [
        edited.id,
        `${edited.description.slice(0, 3)}【改】${edited.description.slice(3)}`,
      ]);
      const first = await reportText(clerk, inspectionId);
      expect(difference(text, first)).toEqual({ removed: '', added: '【改】' });

      const several = rows.find(({ actions }) => actions > 2);
      if (several !== undefined) {
        const [dropped] = await api.sql<{ text: string }>(
          `UPDATE action SET state = 'DROPPED', drop_reason = '重复' WHERE finding_id = $1 AND ordinal = 2 RETURNING text`,
          [several.id],
        );
        const second = await reportText(clerk, inspectionId);
        expect(difference(first, second).removed).not.toBe('');
        expect(second.split(dropped?.text ?? '').length).toBe(first.split(dropped?.text ?? '').length - 1);
      }

      const completed = rows.find(({ status }) => status === 'COMPLETED');
      if (completed === undefined) return;
      const before = await reportText(clerk, inspectionId);
      const department = `(SELECT d.id FROM department d JOIN finding f ON f.body_id = d.body_id WHERE f.id = $1 LIMIT 1)`;
      await api.sql(`UPDATE finding SET state = 'RECTIFYING', lead_department_id = ${department} WHERE id = $1`, [
        completed.id,
      ]);
      const after = await reportText(clerk, inspectionId);
      expect(difference(before, after).added).toMatch(/正在/);
      expect(Math.abs(after.length - before.length)).toBeLessThan(12);
    },
  );

  it('a recorded finding taken over, edited and given an action through the API changes its own place only', async () => {
    const text = fixtureText('03-laonianxiehui-sample-like');
    const inspectionId = await emptyInspection(api);
    await committed(clerk, inspectionId, text, 'HISTORY');
    const [row] = await api.sql<{ id: string; description: string }>(
      `SELECT 'fnd_' || id AS id, description FROM finding WHERE inspection_id = $1 AND seq = 4`,
      [inspectionId.slice(4)],
    );
    const run = async (verb: string, type: string, input: object): Promise<void> => {
      const document = `mutation M($input: ${type}!) { ${verb}(input: $input) { userErrors { message field } } }`;
      const answer = await clerk.execute<Record<string, { userErrors: unknown[] }>>(document, { input });
      expect(answer[verb]?.userErrors).toEqual([]);
    };
    await run('takeOver', 'FindingVerbInput', { findingId: row?.id, version: 1 });
    expect(await reportText(clerk, inspectionId)).toBe(text);
    const description = `${row?.description.slice(0, 5)}（改）${row?.description.slice(5)}`;
    await run('editFinding', 'EditFindingInput', { findingId: row?.id, version: 2, description });
    expect(difference(text, await reportText(clerk, inspectionId))).toEqual({ removed: '', added: '（改）' });
  });
});
