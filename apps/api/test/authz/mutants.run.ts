import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { it } from 'vitest';
import { killGroups } from './kill.ts';

/** Every cell of the running policy changed, one at a time, and asked again: `npm run authz:mutants`. */
it('no change of the policy goes unnoticed', { timeout: 3_600_000 }, async () => {
  process.env['LOG_LEVEL'] = 'silent';
  const groups = await killGroups(({ name, mutants, killed, byTable, survivors }) => {
    console.log(
      `${name}: ${mutants} mutants, ${killed} killed by requests, ${byTable} by the written tables of packages/domain`,
    );
    for (const survivor of survivors) console.log(`  survived   ${survivor}`);
  });
  const sum = (of: 'mutants' | 'killed' | 'byTable'): number => groups.reduce((all, group) => all + group[of], 0);
  const summary = { mutants: sum('mutants'), killed: sum('killed') + sum('byTable') };
  writeFileSync(process.env['AUTHZ_RESULT'] ?? '/dev/null', JSON.stringify(summary));
});
