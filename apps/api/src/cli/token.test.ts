/** @module-tag slow */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOW, startApi, type Api } from '../../test/api.ts';
import { makeToken, readTokenRequest } from './make-token.ts';

const API = fileURLToPath(new URL('../..', import.meta.url));

describe('npm run token', () => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi({ server: { now: () => new Date() } });
  });
  afterAll(() => api.stop());

  it('prints the secret alone, and it works', async () => {
    const run = spawnSync(
      process.execPath,
      [
        '--import',
        'tsx',
        'src/cli/token.ts',
        '--body',
        '市侨青会',
        '--name',
        'bi',
        '--classes',
        'statistics,text',
        '--approver',
        'secretary',
        '--days',
        '30',
      ],
      { cwd: API, encoding: 'utf8', env: { ...process.env, DATABASE_URL: api.databaseUrl } },
    );
    expect([run.status, run.stderr.includes('shown this once')]).toEqual([0, true]);
    expect(run.stdout).toMatch(/^closeout_[\w-]{43}\n$/);
    const token = api.withHeaders({ authorization: `Bearer ${run.stdout.trim()}` });
    expect(await token.execute('{ viewer { classes } findings(first: 1) { totalCount } }')).toMatchObject({
      viewer: { classes: ['STATISTICS'] },
      findings: { totalCount: 33 },
    });
    expect(run.stderr).toContain('statistics alone until secretary has approved it');
    const [event] = await api.sql<{ actor_name: string; after: object }>(
      `SELECT actor_name, after FROM audit_event ORDER BY id DESC LIMIT 1`,
    );
    expect(event).toMatchObject({
      actor_name: 'command line',
      after: { classes: ['STATISTICS', 'TEXT'], approver: 'secretary' },
    });
  });

  it('says what is wrong in one line, with a status', async () => {
    const run = spawnSync(
      process.execPath,
      ['--import', 'tsx', 'src/cli/token.ts', '--body', '没有这个单位', '--name', 'bi'],
      { cwd: API, encoding: 'utf8', env: { ...process.env, DATABASE_URL: api.databaseUrl } },
    );
    expect(run.status).toBe(1);
    expect(run.stderr.trim()).toBe(
      'There is no inspected body "没有这个单位"; there are: 市体总, 市侨青会, 市园林中心.',
    );
    expect(run.stdout).toBe('');
  });

  it('no token outlives a year', async () => {
    expect(
      (await makeToken(api.databaseUrl, { ...readTokenRequest(['--body', '市体总', '--name', 'x']), days: 400 }, NOW))
        .expiresOn,
    ).toBe('2027-11-22');
  });

  it('who is asked to approve is a secretary of that body', async () => {
    const args = ['--body', '市体总', '--name', 'x', '--classes', 'NAMES', '--approver', 'secretary'];
    await expect(makeToken(api.databaseUrl, readTokenRequest(args), NOW)).rejects.toThrow(
      /"secretary" is no secretary of 市体总; there are: /,
    );
  });

  it.each([
    [[], 'Say which body'],
    [['--body', 'x'], 'Say which body'],
    [['--body', 'x', '--name', 'y', '--classes', 'ALL'], 'There is no field class "ALL"'],
    [['--body', 'x', '--name', 'y', '--verbs', 'sign'], 'There is no verb "sign"'],
    [['--body', 'x', '--name', 'y', '--classes', 'TEXT'], 'TEXT need a secretary'],
    [['--body', 'x', '--name', 'y', '--days', '0'], '--days is "0"'],
    [['--body', 'x', '--name', 'y', '--days', '1.5'], '--days is "1.5"'],
    [['--bodies', 'x'], 'Unknown option'],
  ])('%j is refused: %s', (args, words) => {
    expect(() => readTokenRequest(args)).toThrow(words);
  });
});
