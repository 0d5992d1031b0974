import { MATRIX, type FindingState, type Verb } from '@closeout/domain';
import { brokenLaws, differences } from '../../../../packages/domain/test/matrix-differences.ts';
import { readTable } from '../../../../packages/domain/test/tables.ts';
import { WORKFLOW } from '../../../../packages/domain/test/workflow.table.ts';
import { HOLDERS, policyMutants, stateMutants, type PolicyMutant, type StateMutant } from './mutants.ts';
import { firstState, type MutationRow } from './mutations.ts';
import {
  isKilled,
  mark,
  MUTATION_OF,
  mutationProbe,
  objects,
  prepare,
  reachOf,
  recordProbe,
  rows,
  type Group,
  type Probe,
  type Worlds,
} from './probes.ts';
import { readQueryTable, rowsPass } from './queries.ts';
import { bringInto, moveTo, PLACE_LIST, STATES, type Place, type State } from './world.ts';

const RECORD_OF: Partial<Record<Verb, string>> = {
  readFinding: 'Finding',
  readRestricted: 'restricted',
  readOutline: 'FindingOutline',
  readDirectory: 'Body',
  importReport: 'Import',
  readAudit: 'AuditEvent',
  readFiling: 'Filing',
  readPublication: 'Publication',
  readHandover: 'HandoverItem',
  readNotices: 'Notice',
  readPapers: 'RecordedPaper',
  readUrges: 'Urge',
  approveExtensions: 'forOffice',
};
const QUERY_OF: Partial<Record<Verb, string>> = { exportLedger: 'progressReport' };

const mutationOf = (verb: Verb): string => MUTATION_OF[verb] ?? verb;

/** The question that a verb of the policy answers for one of its holders. */
function probesOf(worlds: Worlds, mutant: PolicyMutant, place: Place, state: State | null): Probe[] {
  const record = RECORD_OF[mutant.verb];
  const query = QUERY_OF[mutant.verb];
  return HOLDERS[mutant.role].map((actor): Probe => {
    if (record !== undefined) return recordProbe(worlds, record, reachOf(record), actor, place);
    if (query === undefined) return mutationProbe(worlds, mutationOf(mutant.verb), actor, place, state);
    const pass = {
      ...worlds.reading,
      place,
      mark: mark(),
      actors: new Set([actor]),
      types: new Set([`Query.${query}`]),
    };
    return async () => (await rowsPass(pass, objects, readQueryTable(objects))).mismatches.length === 0;
  });
}

/** The states in which a right shows: the first of its mutation, and the office's own step. */
function statesOf({ verb, role }: PolicyMutant): readonly (State | null)[] {
  const row = rows.get(mutationOf(verb));
  const first = row === undefined ? null : firstState(row);
  return role === 'INSPECTION_OFFICE' && row?.states?.has('REVIEW_OFFICE') === true
    ? [first, 'REVIEW_OFFICE']
    : [first];
}

export async function killPolicy(worlds: Worlds): Promise<Group> {
  const mutants = policyMutants();
  let alive = mutants;
  for (const place of PLACE_LIST) {
    await moveTo(worlds.reading.api, place);
    await moveTo(worlds.writing.api, place);
    for (const state of [...STATES, null]) {
      const now = alive.filter(
        (one) =>
          statesOf(one).includes(state) && (state !== null || place === 'I' || RECORD_OF[one.verb] !== undefined),
      );
      if (state !== null && now.length > 0) await bringInto(worlds.writing.api, state);
      const killed = new Set<PolicyMutant>();
      for (const mutant of now) {
        await prepare(worlds, mutationOf(mutant.verb), 0);
        if (await isKilled(mutant, probesOf(worlds, mutant, place, state))) killed.add(mutant);
        await prepare(worlds, mutationOf(mutant.verb), 1);
      }
      alive = alive.filter((one) => !killed.has(one));
    }
  }
  const survivors: string[] = [];
  for (const mutant of alive)
    if (!(await isKilled(mutant, [async () => [...differences(MATRIX), ...brokenLaws(MATRIX)].length === 0])))
      survivors.push(mutant.name);
  return {
    name: 'access matrix',
    mutants: mutants.length,
    killed: mutants.length - alive.length,
    byTable: alive.length - survivors.length,
    survivors,
  };
}

/** A review stands at one of the chain's steps: at that where the mutation is legal first. */
const stateIn = (state: FindingState, row: MutationRow): State =>
  state === 'IN_REVIEW'
    ? ([...(row.states?.keys() ?? [])].find((one) => one.startsWith('REVIEW_')) ?? 'REVIEW_HEAD')
    : state;

const WRITTEN = readTable(WORKFLOW);

export async function killStates(worlds: Worlds): Promise<Group> {
  const mutants = stateMutants(['RECORDED', 'UNCLAIMED', 'RECTIFYING', 'IN_REVIEW', 'CLOSED', 'CONTINUING']);
  await moveTo(worlds.writing.api, 'I');
  const left: StateMutant[] = [];
  for (const mutant of mutants.toSorted((a, b) => a.state.localeCompare(b.state))) {
    const mutation = mutationOf(mutant.verb);
    const row = rows.get(mutation);
    if (row === undefined) throw new Error(`no mutation for ${mutant.verb}`);
    const state = stateIn(mutant.state, row);
    await bringInto(worlds.writing.api, state);
    await prepare(worlds, mutation, 0);
    const probes = [...worlds.writing.callers.keys()]
      .filter((actor) => row.roles.includes(actor))
      .map((actor) => mutationProbe(worlds, mutation, actor, 'I', state));
    if (!(await isKilled(mutant, probes))) left.push(mutant);
    await prepare(worlds, mutation, 1);
  }
  const survivors = left.filter(({ verb, name, state }) => {
    const written = WRITTEN.find((line) => line['verb'] === verb)?.[state];
    return written === undefined || (written === '-') === name.includes(' not in ');
  });
  return {
    name: 'states of the verbs',
    mutants: mutants.length,
    killed: mutants.length - left.length,
    byTable: left.length - survivors.length,
    survivors: survivors.map((one) => one.name),
  };
}
