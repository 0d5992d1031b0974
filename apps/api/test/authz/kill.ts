import { killPolicy, killStates } from './kill-policy.ts';
import { killByTokens, killReads } from './kill-reads.ts';
import { killRules } from './kill-rules.ts';
import {
  commentDifferences,
  moveDifferences,
  publicationDifferences,
} from '../../../../packages/domain/test/publication-differences.ts';
import { commentMutants, moveMutants, publicationMutants, ruleMutants } from './mutant-rules.ts';
import { classMutants, filterMutants, plainClassMutants, visibilityMutants } from './mutants.ts';
import type { Group } from './probes.ts';
import { startWorld, startWrites } from './run.ts';
import { PLACE_LIST } from './world.ts';

/** All groups of mutants, over one server that reads and one that writes; `tell` hears of each as it ends. */
export async function killGroups(tell: (group: Group) => void): Promise<Group[]> {
  const worlds = { reading: await startWorld(true), writing: await startWrites(true) };
  const groups: Group[] = [];
  const add = (group: Group): void => {
    groups.push(group);
    tell(group);
  };
  add(await killPolicy(worlds));
  add(await killStates(worlds));
  add(await killRules(worlds, 'rules of notices and filings', ruleMutants()));
  add(await killRules(worlds, 'rules of the public text', publicationMutants(), publicationDifferences));
  add(await killRules(worlds, 'rules of comments', commentMutants(), commentDifferences));
  add(await killRules(worlds, 'moves of jobs and templates', moveMutants(), moveDifferences));
  await worlds.writing.api.stop();
  add(await killReads(worlds, 'who sees a record, and what is behind it', visibilityMutants(), PLACE_LIST));
  add(await killReads(worlds, 'field classes', classMutants(), ['I']));
  add(await killByTokens(worlds, 'classes of filters', filterMutants()));
  add(await killByTokens(worlds, 'classes beside the read model, and who approves', plainClassMutants()));
  await worlds.reading.api.stop();
  return groups;
}
