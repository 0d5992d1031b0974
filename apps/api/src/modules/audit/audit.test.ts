import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Verifier, sealingKey, type Verdict } from '@closeout/audit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOW, startApi, type Api, type Caller } from '../../../test/api.ts';
import { openDatabase, type Database } from '../../db/client.ts';
import { exportTrail } from './export-trail.ts';
import { sealDaily, sealHeads } from './seal-heads.ts';

const key = sealingKey(path.join(mkdtempSync(path.join(tmpdir(), 'closeout-key-')), 'audit.pem'));

describe('the audit trail', () => {
  // minutes of its own: denials are counted per minute in the whole process
  let clock = NOW.getTime() + 7 * 60_000;
  let api: Api;
  let database: Database;
  let handler: Caller;
  let findingId: string;
  let foreignId: string;
  beforeAll(async () => {
    api = await startApi({ server: { sealingKey: key, now: () => new Date(clock) } });
    database = openDatabase(api.databaseUrl);
    handler = await api.as('handler');
    const rows = await api.sql<{ id: string; own: boolean }>(
      `SELECT f.id, b.short_name = '市侨青会' AS own FROM finding f JOIN body b ON b.id = f.body_id WHERE f.seq = 2 ORDER BY own DESC`,
    );
    findingId = `fnd_${rows[0]?.id}`;
    foreignId = `fnd_${rows.at(-1)?.id}`;
  });
  afterAll(async () => {
    await database.stop();
    await api.stop();
  });

  const exported = async (chain: string | null = null): Promise<string> => {
    let text = '';
    for await (const lines of exportTrail(database.db, chain)) text += lines;
    return text;
  };
  const verdictOf = (text: string): Verdict => {
    const verifier = new Verifier(key.publicKey);
    for (const line of text.split('\n')) verifier.line(Buffer.from(line));
    return verifier.end();
  };
  const tries = (who: Caller, id: string) =>
    who.execute<{ instruct: { userErrors: { code: string }[] } }>(
      'mutation I($input: InstructInput!) { instruct(input: $input) { userErrors { code } } }',
      { input: { findingId: id, text: 'x' } },
    );
  const last = async (): Promise<Record<string, unknown> | undefined> =>
    (
      await api.sql(
        'SELECT verb, success, record_id, actor_post, origin, after FROM audit_event ORDER BY id DESC LIMIT 1',
      )
    )[0];

  it('has one chain per body, without gaps, that anybody can verify without the database', async () => {
    const chains = await api.sql<{ chain: string; rows: number; last: number }>(
      'SELECT chain, count(*)::int AS rows, max(seq)::int AS last FROM audit_event GROUP BY chain',
    );
    expect(chains.length).toBeGreaterThan(2);
    for (const one of chains) expect(one.rows, one.chain).toBe(one.last);
    const verdict = verdictOf(await exported());
    expect(verdict.problems).toEqual([]);
    expect(verdict.rows).toBe(chains.reduce((sum, one) => sum + one.rows, 0));
  });

  it('is sealed at the start, and once in every day of Shanghai', async () => {
    const before = await api.sql('SELECT 1 FROM audit_seal');
    expect(before.length).toBeGreaterThan(2);
    let day = '2026-11-30T15:59:00Z';
    const sealed: string[] = [];
    const job = sealDaily(
      (now) => Promise.resolve(sealed.push(now.toISOString())),
      () => new Date(day),
      () => undefined,
    );
    await new Promise((go) => setTimeout(go, 10));
    day = '2026-11-30T16:01:00Z';
    job.stop();
    expect(sealed).toEqual(['2026-11-30T15:59:00.000Z']);
    await tries(handler, findingId);
    expect(verdictOf(await exported()).unsealed).toBeGreaterThan(0);
    expect(await sealHeads(database.db, key, NOW)).toBeGreaterThan(0);
    expect(await sealHeads(database.db, key, NOW)).toBe(0);
    expect(verdictOf(await exported())).toMatchObject({ problems: [], unsealed: 0 });
  });

  it('whoever changes the database behind its back is named', async () => {
    await api.sql('ALTER TABLE audit_event DISABLE TRIGGER audit_event_only_grows');
    const [row] = await api.sql<{ id: string; chain: string; seq: number }>(
      `SELECT id, chain, seq::int FROM audit_event WHERE chain <> 'installation' ORDER BY id LIMIT 1 OFFSET 5`,
    );
    await api.sql(`UPDATE audit_event SET actor_name = '别人' WHERE id = $1`, [row?.id]);
    expect(verdictOf(await exported()).problems).toEqual([{ kind: 'flipped', chain: row?.chain, seq: row?.seq }]);
    await api.sql('DELETE FROM audit_event WHERE id = $1', [row?.id]);
    expect(verdictOf(await exported()).problems).toEqual([{ kind: 'missing', chain: row?.chain, seq: row?.seq }]);
    await api.sql('ALTER TABLE audit_event ENABLE TRIGGER audit_event_only_grows');
  });

  it.each([
    'UPDATE audit_event SET verb = verb',
    'DELETE FROM audit_event',
    'TRUNCATE audit_event',
    'UPDATE audit_seal SET key_id = key_id',
    'DELETE FROM audit_seal',
    'TRUNCATE audit_seal',
    'UPDATE audit_chain SET seq = seq + 1',
    'DELETE FROM audit_chain',
    'TRUNCATE audit_chain',
  ])('the database refuses: %s', async (statement) => {
    await expect(api.sql(statement)).rejects.toThrow('only grows');
  });

  it('names who, in which post, from where; a denial is written though nothing else is', async () => {
    const before = await api.sql('SELECT 1 FROM instruction');
    expect((await tries(handler, findingId)).instruct.userErrors[0]?.code).toMatch(/FORBIDDEN|NOT_FOUND/);
    expect(await last()).toMatchObject({
      verb: 'instruct',
      success: false,
      record_id: findingId.slice(4),
      actor_post: '计划财务部会计',
    });
    expect((await tries(handler, foreignId)).instruct.userErrors[0]?.code).toBe('NOT_FOUND');
    expect(await last()).toMatchObject({
      success: false,
      record_id: foreignId.slice(4),
      after: { refused: 'NOT_FOUND', rule: 'access.visible' },
    });
    expect(await api.sql('SELECT 1 FROM instruction')).toHaveLength(before.length);
  });

  it('a loop of denials does not fill the disk', async () => {
    clock += 60_000;
    const leader = await api.as('leader');
    const count = async () =>
      (await api.sql<{ n: number }>('SELECT count(*)::int AS n FROM audit_event WHERE NOT success'))[0]?.n ?? 0;
    const before = await count();
    for (let turn = 0; turn < 40; turn += 1) await tries(leader, foreignId);
    expect((await count()) - before).toBe(20);
  });

  it('goes out to the audit administrator alone, values only of administrative records, and the export is written too', async () => {
    const auditor = await api.as('auditadmin');
    const answer = await auditor.fetch('/export/audit.tsv');
    const text = await answer.text();
    expect([answer.status, answer.headers.get('content-disposition')]).toEqual([
      200,
      'attachment; filename="audit.tsv"',
    ]);
    expect(verdictOf(text).rows).toBeGreaterThan(100);
    const widths = new Map(
      text
        .split('\n')
        .filter((line) => line.startsWith('row'))
        .map((line) => [line.split('\t')[11], line.split('\t').length]),
    );
    expect([widths.get('Finding'), widths.get('RecheckDraw'), widths.get('Account') ?? 18]).toEqual([15, 15, 18]);
    expect(await last()).toMatchObject({ verb: 'exportAudit', success: true });
    expect(await (await auditor.fetch('/export/audit-key.pem')).text()).toContain('PUBLIC KEY');
    for (const login of ['secadmin', 'secretary', 'office', 'integrator'])
      expect((await (await api.as(login)).fetch('/export/audit.tsv')).status, login).toBe(403);
    expect((await api.withHeaders({}).fetch('/export/audit.tsv')).status).toBe(401);
  });

  it('keeps its order under many writers at once', async () => {
    const callers = await Promise.all(
      ['handler', 'head', 'leader', 'secretary', 'clerk', 'otherhead'].map((login) => api.as(login)),
    );
    await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        tries(callers[index % callers.length] as Caller, index % 2 ? findingId : foreignId),
      ),
    );
    const gaps = await api.sql(
      `SELECT chain, seq::int FROM (SELECT chain, seq, lag(seq, 1, 0::bigint) OVER (PARTITION BY chain ORDER BY seq) AS before FROM audit_event) s WHERE seq <> before + 1`,
    );
    expect(gaps.length).toBeLessThanOrEqual(1); // the row that was taken away above
  });
});
