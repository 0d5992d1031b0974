import { MATRIX, type Verb } from '@closeout/domain';
import { brokenLaws, differences } from '../../../../packages/domain/test/matrix-differences.ts';
import { WORKFLOW } from '../../../../packages/domain/test/workflow.table.ts';
import { readTable } from '../../../../packages/domain/test/tables.ts';
import { TOKEN_LIST, type Actor } from './actors.ts';
import {
  classMutants,
  HOLDERS,
  policyMutants,
  stateMutants,
  visibilityMutants,
  type Mutant,
  type PolicyMutant,
  type ReadMutant,
  type StateMutant,
} from './mutants.ts';
import {
  expectedOf as mutationExpected,
  firstState,
  PREPARED,
  readMutationTable,
  seenFor,
  tryMutation,
  type MutationPass,
} from './mutations.ts';
import { ask, expectedOf, leavesOf, nodeDocument, type Leaf } from './objects.ts';
import { readQueryTable, rowsPass } from './queries.ts';
import { requestFor } from './requests.ts';
import { startWorld, startWrites, type Started } from './run.ts';
import { readObjectTable, within, type Reach } from './tables.ts';
import { bringInto, moveTo, PLACE_LIST, STATES, type Place, type State } from './world.ts';

export interface Group {
  name: string;
  mutants: number;
  /** Killed by a cell of the matrix, over HTTP. */
  killed: number;
  /** What no request can show, because another rule refuses as well: killed by the written tables of packages/domain. */
  byTable: number;
  survivors: string[];
}

/** A question whose answer the tables know: true where it is as they say. */
type Probe = () => Promise<boolean>;

/** Applies a mutant, asks until an answer differs, and puts it back. */
async function isKilled(mutant: Mutant, probes: readonly Probe[]): Promise<boolean> {
  const restore = mutant.apply();
  try {
    for (const probe of probes) if (!(await probe())) return true;
    return false;
  } finally {
    restore();
  }
}

/** Every request under a name of its own, so that no compiled plan of before answers. */
let asked = 0;
const mark = (): string => `M${(asked += 1)}`;

const RECORD_OF: Partial<Record<Verb, string>> = {
  readFinding: 'Finding',
  readRestricted: 'restricted',
  readOutline: 'FindingOutline',
  readDirectory: 'Body',
  importReport: 'Import',
  readAudit: 'AuditEvent',
  readFiling: 'Filing',
  readHandover: 'HandoverItem',
  readNotices: 'Notice',
  readPapers: 'RecordedPaper',
  readUrges: 'Urge',
  approveExtensions: 'forOffice',
};
const MUTATION_OF: Partial<Record<Verb, string>> = {
  addEvidence: 'addMeeting',
  manageDirectory: 'createDepartment',
  manageAccounts: 'createAccount',
  manageGrants: 'grantRole',
  manageRounds: 'createRound',
  manageTokens: 'createApiToken',
  approveTokens: 'decideApiToken',
  replyToNotice: 'sendReply',
  grantSight: 'decideSight',
  approveFiling: 'fileFiling',
  decideFiling: 'returnFiling',
  keepInspection: 'recordStep',
  manageCalendar: 'editCalendarYear',
};
const QUERY_OF: Partial<Record<Verb, string>> = { exportLedger: 'progressReport' };

interface Worlds {
  reading: Started;
  writing: MutationPass;
}

const rows = readMutationTable();
const objects = readObjectTable();

function recordProbe({ reading }: Worlds, record: string, reach: Reach, actor: Actor, place: Place): Probe {
  return async () => {
    const document = `query ${mark()} { found: node(id: "${reading.records[record]}") { __typename } }`;
    const answer = await reading.callers.get(actor)?.send<{ found: unknown }>(document);
    return (answer?.data?.found !== null && answer?.data?.found !== undefined) === within(reach, actor, place);
  };
}

function mutationProbe({ writing }: Worlds, verb: string, actor: Actor, place: Place, state: State | null): Probe {
  return async () => {
    const row = rows.get(verb);
    const caller = writing.callers.get(actor);
    if (row === undefined || caller === undefined) throw new Error(`no row for ${verb}`);
    const tried = await tryMutation(caller, verb, requestFor(writing.schema, writing.world, verb, undefined, mark()));
    return seenFor(row, tried.seen) === mutationExpected(row, actor, place, state);
  };
}

const reachOf = (record: string): Reach => {
  const row = [...objects.types.values()].find((one) => one.records.has(record));
  if (row === undefined) throw new Error(`objects.table.txt has no record ${record}`);
  return row.records.get(record) as Reach;
};

/** The question that a verb of the policy answers for one of its holders. */
function probesOf(worlds: Worlds, mutant: PolicyMutant, place: Place): Probe[] {
  const record = RECORD_OF[mutant.verb];
  const mutation = MUTATION_OF[mutant.verb] ?? mutant.verb;
  const query = QUERY_OF[mutant.verb];
  return HOLDERS[mutant.role].map((actor): Probe => {
    if (record !== undefined) return recordProbe(worlds, record, reachOf(record), actor, place);
    if (query === undefined)
      return mutationProbe(worlds, mutation, actor, place, firstState(rows.get(mutation) as never));
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

const stateOf = ({ verb }: PolicyMutant): State | null => {
  const row = rows.get(MUTATION_OF[verb] ?? verb);
  return row === undefined ? null : firstState(row);
};

async function prepare(worlds: Worlds, verb: string, side: 0 | 1): Promise<void> {
  const statement = PREPARED[verb]?.[side];
  if (statement !== undefined) await worlds.writing.api.sql(statement);
}

async function killPolicy(worlds: Worlds): Promise<Group> {
  const mutants = policyMutants();
  let alive = mutants;
  for (const place of PLACE_LIST) {
    await moveTo(worlds.reading.api, place);
    await moveTo(worlds.writing.api, place);
    for (const state of [...STATES, null]) {
      const now = alive.filter(
        (one) => stateOf(one) === state && (state !== null || place === 'I' || RECORD_OF[one.verb] !== undefined),
      );
      if (state !== null && now.length > 0) await bringInto(worlds.writing.api, state);
      const killed = new Set<PolicyMutant>();
      for (const mutant of now) {
        await prepare(worlds, mutant.verb, 0);
        if (await isKilled(mutant, probesOf(worlds, mutant, place))) killed.add(mutant);
        await prepare(worlds, mutant.verb, 1);
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

/** The leaf of a field, or of a field of the object of the same row. */
const leafOf = (leaves: readonly Leaf[], field: string): Leaf | undefined =>
  leaves.find((leaf) => leaf.path.join('.') === field);

function fieldProbe(
  { reading }: Worlds,
  mutant: ReadMutant,
  record: string,
  reach: Reach,
  leaf: Leaf,
  actor: Actor,
  place: Place,
): Probe {
  return async () => {
    const caller = reading.callers.get(actor);
    if (caller === undefined) throw new Error(`nobody is called ${actor}`);
    const document = nodeDocument({ ...reading, place, mark: mark() }, mutant.type.name, record);
    const [seen] = await ask(caller, document, [leaf]);
    return seen?.seen === expectedOf(leaf, reach, actor, place);
  };
}

/** Who could notice: for visibility everybody, for a class the tokens. */
function readProbes(worlds: Worlds, mutant: ReadMutant, place: Place): Probe[] {
  const row = objects.types.get(mutant.type.name);
  if (row === undefined) return [];
  const actors = mutant.kind === 'class' ? TOKEN_LIST : [...worlds.reading.callers.keys()];
  return [...row.records].flatMap(([record, reach]) => {
    if (mutant.field === undefined) return actors.map((actor) => recordProbe(worlds, record, reach, actor, place));
    const leaf = leafOf(leavesOf(worlds.reading.schema, objects, row), mutant.field);
    return leaf === undefined
      ? []
      : actors.map((actor) => fieldProbe(worlds, mutant, record, reach, leaf, actor, place));
  });
}

/** What a guard keeps back shows in the rows of queries.table.txt as well. */
function queryProbe(worlds: Worlds, place: Place): Probe {
  return async () => {
    const pass = { ...worlds.reading, place, mark: mark() };
    return (
      (
        await rowsPass(
          pass,
          objects,
          readQueryTable(objects).filter((row) => row.selection !== null),
        )
      ).mismatches.length === 0
    );
  };
}

async function killReads(
  worlds: Worlds,
  name: string,
  mutants: readonly ReadMutant[],
  places: readonly Place[],
): Promise<Group> {
  let alive = [...mutants];
  for (const place of places) {
    await moveTo(worlds.reading.api, place);
    const left: ReadMutant[] = [];
    for (const mutant of alive) {
      const probes = readProbes(worlds, mutant, place);
      if (mutant.kind === 'unguarded') probes.push(queryProbe(worlds, place));
      if (!(await isKilled(mutant, probes))) left.push(mutant);
    }
    alive = left;
  }
  return {
    name,
    mutants: mutants.length,
    killed: mutants.length - alive.length,
    byTable: 0,
    survivors: alive.map((one) => one.name),
  };
}

const STATE_OF: Record<string, State> = { IN_REVIEW: 'REVIEW_HEAD' };
const WRITTEN = readTable(WORKFLOW);

async function killStates(worlds: Worlds): Promise<Group> {
  const mutants = stateMutants(['RECORDED', 'UNCLAIMED', 'RECTIFYING', 'IN_REVIEW', 'CLOSED', 'CONTINUING']);
  await moveTo(worlds.writing.api, 'I');
  const left: StateMutant[] = [];
  for (const mutant of mutants.toSorted((a, b) => a.state.localeCompare(b.state))) {
    const state = STATE_OF[mutant.state] ?? (mutant.state as State);
    const mutation = MUTATION_OF[mutant.verb] ?? mutant.verb;
    const row = rows.get(mutation);
    if (row === undefined) throw new Error(`no mutation for ${mutant.verb}`);
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

/** All groups of mutants, over one server that reads and one that writes. */
export async function killGroups(): Promise<Group[]> {
  const worlds = { reading: await startWorld(true), writing: await startWrites(true) };
  const groups = [
    await killPolicy(worlds),
    await killStates(worlds),
    await killReads(worlds, 'who sees a record, and what is behind it', visibilityMutants(), PLACE_LIST),
    await killReads(worlds, 'field classes', classMutants(), ['I']),
  ];
  await worlds.reading.api.stop();
  await worlds.writing.api.stop();
  return groups;
}
