import { TOKEN_LIST, type Actor } from './actors.ts';
import { readInputTable } from './inputs.ts';
import type { ReadMutant, TokenMutant } from './mutants.ts';
import { ask, expectedOf, leavesOf, nodeDocument, type Leaf } from './objects.ts';
import { isKilled, mark, objects, recordProbe, type Group, type Probe, type Worlds } from './probes.ts';
import { readQueryTable, rowsPass, type QueryRow } from './queries.ts';
import type { Reach } from './tables.ts';
import { moveTo, type Place } from './world.ts';

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

export async function killReads(
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

/** What tokens are refused and given outside the fields of records: filters, orders, and what is answered beside the read model. */
export async function killByTokens(worlds: Worlds, name: string, mutants: readonly TokenMutant[]): Promise<Group> {
  await moveTo(worlds.reading.api, 'I');
  const all: readonly QueryRow[] = [...readInputTable().filters, ...readQueryTable(objects)];
  const survivors: string[] = [];
  for (const mutant of mutants) {
    const about = all.filter((row) => mutant.touches(row.what ?? `Query.${row.name}`));
    const probes = [...TOKEN_LIST, 'integrator' as const].map((actor): Probe => async () => {
      const { fields } = mutant;
      const pass = { ...worlds.reading, place: 'I' as const, mark: mark(), actors: new Set<Actor>([actor]), fields };
      return (await rowsPass(pass, objects, about)).mismatches.length === 0;
    });
    if (!(await isKilled(mutant, probes))) survivors.push(mutant.name);
  }
  return { name, mutants: mutants.length, killed: mutants.length - survivors.length, byTable: 0, survivors };
}
