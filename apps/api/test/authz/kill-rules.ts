import type { Actor } from './actors.ts';
import type { RuleMutant } from './mutant-rules.ts';
import { isKilled, mutationProbe, prepare, type Group, type Worlds } from './probes.ts';
import { moveTo } from './world.ts';

const ASKED: readonly Actor[] = ['secretary', 'clerk', 'office', 'discipline', 'handler'];

/** Rights and states of what stands beside the findings: notices and filings, whose records do not depend on a finding's place. */
export async function killRules(worlds: Worlds, name: string, mutants: readonly RuleMutant[]): Promise<Group> {
  await moveTo(worlds.writing.api, 'I');
  const survivors: string[] = [];
  for (const mutant of mutants) {
    await prepare(worlds, mutant.verb, 0);
    const probes = ASKED.map((actor) => mutationProbe(worlds, mutant.verb, actor, 'I', null));
    if (!(await isKilled(mutant, probes))) survivors.push(mutant.name);
    await prepare(worlds, mutant.verb, 1);
  }
  return { name, mutants: mutants.length, killed: mutants.length - survivors.length, byTable: 0, survivors };
}
