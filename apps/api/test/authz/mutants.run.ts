import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { stale, withoutEquivalents } from './equivalent.ts';
import { killGroups } from './kill.ts';

/** Every cell of the running policy changed, one at a time, and asked again: `npm run authz:mutants`. */
it('no change of the policy goes unnoticed', { timeout: 3_600_000 }, async () => {
  process.env['LOG_LEVEL'] = 'silent';
  const all = await killGroups((group) => {
    const { name, mutants, killed, byTable, survivors } = withoutEquivalents(group);
    console.log(
      `${name}: ${mutants} mutants, ${killed} killed by requests, ${byTable} by the written tables of packages/domain; ${group.mutants - mutants} are equivalent`,
    );
    for (const survivor of survivors) console.log(`  survived   ${survivor}`);
  });
  const groups = all.map(withoutEquivalents);
  const sum = (of: 'mutants' | 'killed' | 'byTable'): number => groups.reduce((all, group) => all + group[of], 0);
  const summary = { mutants: sum('mutants'), killed: sum('killed') + sum('byTable') };
  writeFileSync(process.env['AUTHZ_RESULT'] ?? '/dev/null', JSON.stringify(summary));
  expect(stale(all)).toEqual([]);
});
