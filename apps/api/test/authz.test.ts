import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { report, type Result } from './authz/cells.ts';
import { askDomainRow, readDomainTable } from './authz/domain-rows.ts';
import { inputPass } from './authz/inputs.ts';
import { mutationPass, readMutationTable, type MutationPass } from './authz/mutations.ts';
import { readCells, startWorld, startWrites, unclassified, type Started } from './authz/run.ts';
import { readObjectTable } from './authz/tables.ts';
import { PLACE_LIST } from './authz/world.ts';

/** A share of the matrix (npm run authz:matrix runs all of it): another one each day, the same all day. */
const DAY = Math.floor(Date.now() / 86_400_000);
const SHARES = 30;
const share = (names: readonly string[]): Set<string> =>
  new Set(names.filter((_name, index) => (index + DAY) % SHARES === 0));

const right = (result: Result): void => {
  expect(report(result)).toEqual([]);
  expect(result.cells).toBeGreaterThan(100);
};

describe('the rights, by the tables of test/authz', { tags: ['slow'] }, () => {
  let reading: Started;
  let writing: MutationPass;
  beforeAll(async () => {
    process.env['LOG_LEVEL'] = 'silent';
    reading = await startWorld(true);
    writing = await startWrites(true);
  });
  afterAll(async () => {
    await reading.api.stop();
    await writing.api.stop();
  });

  it.each(readDomainTable())('domain.md: $sentence ($who, $what)', async (row) => {
    expect(await askDomainRow(reading, writing, row)).toBe(row.outcome);
  });

  it('today’s share of what is read', { timeout: 120_000 }, async () => {
    const types = share([...readObjectTable().types.keys()].filter((name) => name !== 'Finding'));
    const place = PLACE_LIST[DAY % PLACE_LIST.length] ?? 'I';
    right(await readCells(reading, place === 'I' ? ['I'] : ['I', place], types));
  });

  it('today’s share of what is changed, and its inputs', { timeout: 120_000 }, async () => {
    const verbs = share([...readMutationTable().keys()]);
    right(await mutationPass({ ...writing, verbs }));
    right(await inputPass({ ...writing, verbs }));
  });
});

describe('the tables of test/authz', () => {
  it('have at least sixty rows in the words of domain.md', () => {
    expect(readDomainTable().length).toBeGreaterThanOrEqual(60);
  });

  it('name every operation, object field and input field of the schema', async () => {
    const { buildApiSchema } = await import('../src/graphql/schema.ts');
    expect(unclassified(buildApiSchema())).toEqual([]);
  });
});
