/** @module-tag slow */
import { createTemplate, startTestServer, type TestServer } from '@closeout/postgres/testing';
import { deployMigrations } from '@closeout/prisma/deploy';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildLedgers, FULL } from './build.ts';
import { compareAnswers, count } from './compare.ts';
import { LEDGER, LEDGER_WITH_VERBS } from './documents.ts';
import { fit, predict } from './predict.ts';
import { randomSelection } from './selections.ts';
import { answerTo, startServers, type Servers } from './setup.ts';

describe('what npm run bench:ledger compares, on a small build', () => {
  let postgres: TestServer;
  let servers: Servers;
  beforeAll(async () => {
    postgres = await startTestServer();
    await createTemplate(postgres, 'bench', deployMigrations);
    await buildLedgers(postgres.urlOf('bench'), { ...FULL, bodies: 5 });
    servers = await startServers(postgres.urlOf('bench'));
  });
  afterAll(async () => {
    await servers?.stop();
    await postgres?.stop();
  });

  it('is the same ledger: byte by byte from the floor, record by record from PostGraphile, nothing for the neighbour', async () => {
    const bytes = await compareAnswers(servers);
    expect(bytes.closeout).toBe(bytes.floor);
    expect(bytes.closeout).toBeGreaterThan(80_000);
  });

  it('shows each role what the matrix gives it', async () => {
    const seen = async (login: Parameters<Servers['closeout']>[1]) =>
      count(await answerTo(servers.closeout(LEDGER, login)));
    const all = { findings: 33, actions: 132, evidence: 264 };
    expect(await seen('discipline')).toEqual(all);
    // The clerk reads everything but the restricted talks, one in each eleventh finding.
    expect(await seen('clerk')).toEqual({ ...all, evidence: 261 });
    expect((await seen('head')).findings).toBe(8);
    expect((await seen('leader')).findings).toBe(11);
    for (const login of ['office', 'sysadmin', 'secadmin', 'auditadmin', 'neighbour'] as const)
      expect((await seen(login)).findings).toBe(0);
  });

  it('answers the other selections that are measured', async () => {
    const verbs = count(await answerTo(servers.closeout(LEDGER_WITH_VERBS)));
    expect(verbs).toEqual({ findings: 33, actions: 132, evidence: 264 });
    for (const seed of [1, 2, 3]) {
      expect(randomSelection(seed)).toBe(randomSelection(seed));
      expect(count(await answerTo(servers.closeout(randomSelection(seed))))).toEqual(verbs);
    }
  });
});

describe('the prediction', () => {
  it('finds the costs that samples were made with', () => {
    const sample = (kilobytes: number, reads: number, names: number) => ({
      kilobytes,
      reads,
      names,
      milliseconds: 1.5 + 0.02 * kilobytes + 0.003 * reads + 0.0002 * names,
    });
    const line = fit([
      sample(1, 3, 8),
      sample(20, 70, 900),
      sample(40, 900, 1_000),
      sample(95, 400, 9_000),
      sample(60, 90, 2_000),
    ]);
    expect(line.fixed).toBeCloseTo(1.5);
    expect(predict(line, { kilobytes: 60, reads: 500, names: 4_000 })).toBeCloseTo(1.5 + 1.2 + 1.5 + 0.8);
  });
});
