/** @module-tag slow */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cloneDatabase, createTemplate, startTestServer } from '@closeout/postgres/testing';
import type { TestServer } from '@closeout/postgres/testing';
import { DEFAULT_SETTINGS, outstandingFen, urgencyOf } from '@closeout/domain';
import { verify } from '@node-rs/argon2';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deployMigrations } from '../deploy.ts';
import { isEmpty, seedDemo } from './index.ts';

const TODAY = '2026-11-22';
let server: TestServer;
let template: string;
let folder: string;
let url: string;
let seconds: number;
let logins: Awaited<ReturnType<typeof seedDemo>>;

beforeAll(async () => {
  server = await startTestServer();
  template = await createTemplate(server, 'migrated', (connection) => deployMigrations(connection));
  folder = mkdtempSync(path.join(tmpdir(), 'closeout-demo-files-'));
  url = await cloneDatabase(server, template);
  const start = performance.now();
  logins = await seedDemo(url, { password: 'closeout-demo', today: TODAY, filesDir: folder });
  seconds = (performance.now() - start) / 1000;
}, 60_000);
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function rows<Row extends object>(text: string, connection = url): Promise<Row[]> {
  const client = new pg.Client({ connectionString: connection });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

describe('the seeded demo', () => {
  test('fills an empty database within seconds, and then it is not empty', async () => {
    expect(seconds).toBeLessThan(20);
    expect(await isEmpty(url)).toBe(false);
    expect(await isEmpty(await cloneDatabase(server, template))).toBe(true);
  });

  test('every login works with the demo password', async () => {
    const stored = await rows<{ login: string; password_hash: string }>('SELECT login, password_hash FROM account');
    expect(stored.map((row) => row.login).sort()).toEqual(logins.map((row) => row.login).sort());
    expect(new Set(stored.map((row) => row.password_hash)).size).toBe(stored.length);
    const first = stored[0]!.password_hash;
    expect(first).toMatch(/^\$argon2id\$/);
    expect(await verify(first, 'closeout-demo')).toBe(true);
  });

  test('the main body has 33 findings and 123 actions, 31 meetings under findings, 33 document links, 14 talks', async () => {
    const [counted] = await rows(`
      WITH main AS (SELECT id FROM body WHERE short_name = '市侨青会'),
           link AS (SELECT e.kind, e.id FROM evidence_action l JOIN evidence e ON e.id = l.evidence_id JOIN main ON main.id = l.body_id)
      SELECT (SELECT count(*)::int FROM finding JOIN main ON main.id = body_id) AS findings,
             (SELECT count(*)::int FROM action JOIN main ON main.id = body_id) AS actions,
             (SELECT count(*)::int FROM link WHERE kind = 'MEETING') AS meetings,
             (SELECT count(*)::int FROM link WHERE kind = 'DOCUMENT') AS documents,
             (SELECT count(*)::int FROM link WHERE kind = 'TALK') AS talks`);
    expect(counted).toEqual({ findings: 33, actions: 123, meetings: 31, documents: 33, talks: 14 });
  });

  test('every state occurs, and deadlines are alive around the day of seeding', async () => {
    const findings = await rows<{ state: 'RECTIFYING'; due: string | null }>(
      `SELECT state, to_char(due_on, 'YYYY-MM-DD') AS due FROM finding`,
    );
    expect(new Set(findings.map((finding) => finding.state)).size).toBe(6);
    const urgencies = findings.map((finding) => urgencyOf(finding.state, finding.due, TODAY, DEFAULT_SETTINGS));
    expect(urgencies.filter((urgency) => urgency === 'OVERDUE').length).toBeGreaterThanOrEqual(3);
    expect(urgencies.filter((urgency) => urgency === 'YELLOW').length).toBeGreaterThanOrEqual(3);
  });

  test('the chain of each waiting submission stands at the step that the content says', async () => {
    const waiting = await rows<{ ref_no: string; kind: string }>(`
      SELECT f.ref_no, s.kind FROM finding f JOIN submission u ON u.finding_id = f.id AND u.outcome = 'PENDING'
      JOIN signoff_step s ON s.submission_id = u.id AND s.state = 'CURRENT' WHERE f.state = 'IN_REVIEW' ORDER BY f.seq, f.ref_no`);
    expect(waiting.map((row) => `${row.ref_no} ${row.kind}`)).toMatchInlineSnapshot(`
      [
        "2026-2-市园林中心-3 DEPARTMENT_HEAD",
        "2026-2-市园林中心-6 LEADER",
        "2026-2-市园林中心-7 SECRETARY",
        "2026-2-市侨青会-10 LEADER",
        "2026-2-市侨青会-24 DEPARTMENT_HEAD",
        "2026-2-市侨青会-28 SECRETARY",
        "2026-2-市侨青会-31 SECRETARY",
        "2026-2-市侨青会-32 LEADER",
      ]
    `);
    const [{ count }] = (await rows<{ count: number }>(
      `SELECT count(*)::int FROM finding WHERE state = 'IN_REVIEW'`,
    )) as [{ count: number }];
    expect(waiting).toHaveLength(count);
  });

  test('every closed or continuing finding has an approved chain with two different signers and accepted evidence', async () => {
    const wrong = await rows(`
      SELECT f.ref_no FROM finding f LEFT JOIN submission u ON u.finding_id = f.id AND u.outcome = 'APPROVED'
      LEFT JOIN signoff_step s ON s.submission_id = u.id
      WHERE f.state IN ('CLOSED', 'CONTINUING')
      GROUP BY f.id HAVING count(*) FILTER (WHERE s.state = 'SIGNED') < 2 OR count(*) FILTER (WHERE s.state IN ('WAITING', 'CURRENT')) > 0
      UNION ALL
      SELECT f.ref_no FROM finding f JOIN action a ON a.finding_id = f.id WHERE f.state = 'CLOSED' AND NOT EXISTS (
        SELECT 1 FROM evidence_action l JOIN evidence e ON e.id = l.evidence_id WHERE l.action_id = a.id AND e.acceptance = 'ACCEPTED')`);
    expect(wrong).toEqual([]);
  });

  test('skips, recusal, a resolution over several findings and a countersignature are there', async () => {
    const skips = await rows<{ skip_reason: string }>(
      `SELECT DISTINCT skip_reason FROM signoff_step WHERE skip_reason IS NOT NULL ORDER BY 1`,
    );
    expect(skips.map((row) => row.skip_reason)).toEqual(['ALREADY_SIGNED', 'RECUSED', 'SUBMITTED']);
    const resolved = await rows<{ kind: string; n: number }>(
      `SELECT kind, count(*)::int AS n FROM signoff_step WHERE resolution_id IS NOT NULL GROUP BY kind ORDER BY kind`,
    );
    expect(resolved).toEqual([
      { kind: 'SECRETARY', n: 4 },
      { kind: 'RESOLUTION', n: 1 },
    ]);
  });

  test('money balances on every submitted finding, and the sums are those of the shape', async () => {
    const sums = await rows<{
      state: string;
      fen: string | null;
      disposition: 'REFUND_DUE' | null;
      recovered: string;
      waived: string;
    }>(`
      SELECT f.state, m.established_fen AS fen, m.disposition,
             coalesce((SELECT sum(fen) FROM recovery r WHERE r.sum_id = m.id), 0)::text AS recovered,
             coalesce((SELECT sum(fen) FROM waiver w WHERE w.sum_id = m.id), 0)::text AS waived
      FROM money_sum m JOIN finding f ON f.id = m.finding_id`);
    const left = sums.map((sum) =>
      outstandingFen({
        establishedFen: sum.fen === null ? null : BigInt(sum.fen),
        disposition: sum.disposition,
        recoveredFen: BigInt(sum.recovered),
        waivedFen: BigInt(sum.waived),
      }),
    );
    expect(left.filter((fen, index) => fen > 0n && sums[index]!.state !== 'RECTIFYING')).toEqual([]);
    expect(left.filter((fen) => fen > 0n)).toEqual([130000n]);
  });

  test('notices stand in every state, the numbers of each year without gaps, and each says what was done with it', async () => {
    const sent = await rows<{ state: string; number: string; overdue: boolean; told: string[] }>(`
      SELECT n.state, n.number, n.state IN ('SENT', 'SIGNED_FOR') AND n.reply_due_on < '${TODAY}' AS overdue,
        (SELECT array_agg(e.verb ORDER BY e.at, e.id) FROM audit_event e WHERE e.record_id = n.id) AS told
      FROM notice n ORDER BY n.year, n.seq`);
    expect(sent.map((one) => [one.number, one.state, one.overdue, one.told.join(' ')])).toEqual([
      ['巡察督〔2026〕1号', 'ACCEPTED', false, 'issueNotice signForNotice draftReply sendReply acceptReply'],
      ['巡察督〔2026〕2号', 'SIGNED_FOR', true, 'issueNotice signForNotice'],
      ['巡察督〔2026〕3号', 'REPLIED', false, 'issueNotice signForNotice draftReply sendReply'],
      ['巡察导〔2026〕4号', 'SENT', false, 'issueNotice'],
      ['巡察督〔2026〕5号', 'WITHDRAWN', false, 'issueNotice withdrawNotice'],
      ['巡察督〔2026〕6号', 'SENT', false, 'issueNotice'],
    ]);
  });

  test('every attachment lies in the files folder under its hash', async () => {
    const files = await rows<{ sha256: string; size: number }>(
      'SELECT sha256, size FROM attachment UNION SELECT sha256, length(source_text) * 0 FROM import',
    );
    expect(files.length).toBeGreaterThan(100);
    for (const file of files) {
      expect(existsSync(path.join(folder, file.sha256))).toBe(true);
      const content = readFileSync(path.join(folder, file.sha256));
      expect(createHash('sha256').update(content).digest('hex')).toBe(file.sha256);
      if (file.size > 0) expect(content.length).toBe(file.size);
    }
  });

  test('the imported report is kept with its spans', async () => {
    const spans = await rows<{ text: string; stretch: string }>(`
      SELECT a.text, substr(i.source_text, a.span_from + 1, a.span_to - a.span_from) AS stretch
      FROM action a JOIN import i ON i.id = a.import_id`);
    expect(spans).toHaveLength(20);
    for (const span of spans) expect(span.stretch).toBe(span.text);
    const quotes = await rows<{ quote: string; stretch: string }>(`
      SELECT e.quote, substr(i.source_text, e.span_from + 1, e.span_to - e.span_from) AS stretch
      FROM evidence e JOIN import i ON i.id = e.import_id`);
    expect(quotes.length).toBeGreaterThan(5);
    for (const { quote, stretch } of quotes) expect(stretch).toBe(quote);
    const [parsed] = await rows<{ findings: number }>(
      `SELECT jsonb_array_length(parsed -> 'findings') AS findings FROM import`,
    );
    expect(parsed).toEqual({ findings: 10 });
  });

  test('the same day gives the same rows', async () => {
    const again = await cloneDatabase(server, template);
    await seedDemo(again, { password: 'closeout-demo', today: TODAY });
    const fingerprint = `SELECT md5(string_agg(t::text, '' ORDER BY id)) AS md5 FROM`;
    for (const table of ['finding', 'action', 'evidence', 'attachment', 'signoff_step', 'money_sum', 'person']) {
      const columns =
        table === 'action'
          ? `(SELECT id, ordinal, text, state, done_on FROM action) t`
          : table === 'finding'
            ? 'finding t'
            : `${table} t`;
      const volatile = ['money_sum', 'person'].includes(table) ? `(SELECT id FROM ${table}) t` : columns;
      expect(await rows(`${fingerprint} ${volatile}`, again), table).toEqual(await rows(`${fingerprint} ${volatile}`));
    }
  });
});
