import type { Actor } from './actors.ts';
import type { RuleMutant } from './mutant-rules.ts';
import { isKilled, mutationProbe, prepare, type Group, type Worlds } from './probes.ts';
import { moveTo } from './world.ts';

const ASKED: readonly Actor[] = ['secretary', 'clerk', 'leader', 'office', 'discipline', 'handler'];

/**
 * Rights and states of what stands beside the findings, whose records do not depend on a finding's place. A request asks in the
 * state in which the record is prepared; a change of another state is noticed by the written table, where there is one.
 */
export async function killRules(
  worlds: Worlds,
  name: string,
  mutants: readonly RuleMutant[],
  differences: () => readonly string[] = () => [],
): Promise<Group> {
  await moveTo(worlds.writing.api, 'I');
  const left: RuleMutant[] = [];
  for (const mutant of mutants) {
    await prepare(worlds, mutant.verb, 0);
    const probes = ASKED.map((actor) => mutationProbe(worlds, mutant.verb, actor, 'I', null));
    if (!(await isKilled(mutant, probes))) left.push(mutant);
    await prepare(worlds, mutant.verb, 1);
  }
  const survivors: string[] = [];
  for (const mutant of left)
    if (!(await isKilled(mutant, [async () => differences().length === 0]))) survivors.push(mutant.name);
  return {
    name,
    mutants: mutants.length,
    killed: mutants.length - left.length,
    byTable: left.length - survivors.length,
    survivors,
  };
}
