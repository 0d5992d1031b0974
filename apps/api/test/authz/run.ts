import type { GraphQLSchema } from 'graphql';
import { buildApiSchema } from '../../src/graphql/schema.ts';
import { startApi, type Api, type Caller } from '../api.ts';
import { signEverybodyIn, type Actor } from './actors.ts';
import { merge, type Result } from './cells.ts';
import { fillRecords } from './fill.ts';
import { filterPass, inputPass, unclassifiedInputs } from './inputs.ts';
import { mutationPass, stopWrites, unclassifiedMutations, type MutationPass } from './mutations.ts';
import { objectCells, unclassifiedObjects, type Pass } from './objects.ts';
import { keepPast } from './past.ts';
import { payloadPass } from './payloads.ts';
import { queryPass, unclassifiedQueries } from './queries.ts';
import { readWorld } from './requests.ts';
import { buildWorld, moveTo, PLACE_LIST, recordsOf, type Place, type Records } from './world.ts';

export interface Started {
  api: Api;
  schema: GraphQLSchema;
  callers: ReadonlyMap<Actor, Caller>;
  records: Records;
}

/** A server over a clone with the world of the matrix; `filled`: every column has a value, to be read only. */
export async function startWorld(filled: boolean): Promise<Started> {
  const api = await startApi();
  const callers = await signEverybodyIn(api);
  await buildWorld(api);
  if (filled) await fillRecords(api);
  return { api, schema: buildApiSchema(), callers, records: await recordsOf(api) };
}

/** The same for changes; `stopped`: nothing that is written stays. */
export async function startWrites(stopped: boolean): Promise<MutationPass> {
  const { api, schema, callers, records } = await startWorld(false);
  const world = await readWorld(api, records);
  if (stopped) await stopWrites(api);
  return { api, schema, callers, world };
}

/** Everything that is read, at these places. */
export async function readCells(
  started: Started,
  places: readonly Place[] = PLACE_LIST,
  types?: ReadonlySet<string>,
): Promise<Result> {
  const results: Result[] = [];
  for (const place of places) {
    await moveTo(started.api, place);
    const pass: Pass = { ...started, place, types };
    results.push(await objectCells(pass), await queryPass(pass));
    if (place === 'I') results.push(await filterPass(pass));
  }
  return merge(results);
}

/** Every field of every record as of the day before: by the rights of now, and nothing that was shown for a time only. */
export async function pastCells(started: Started): Promise<Result> {
  const results: Result[] = [];
  // What the office opened it reads as of now alone: for it the finding is another's.
  for (const [place, seenAs] of [
    ['I', 'I'],
    ['O', 'D'],
  ] as const) {
    await moveTo(started.api, place);
    await keepPast(started.api);
    results.push(await objectCells({ ...started, place: seenAs, past: true }));
  }
  return merge(results);
}

export const writeCells = async (pass: MutationPass): Promise<Result> =>
  merge([await mutationPass(pass), await inputPass(pass)]);

export async function payloadCells(): Promise<Result> {
  const pass = await startWrites(false);
  const result = await payloadPass(pass);
  await pass.api.stop();
  return result;
}

/** Whatever of the schema no table names. */
export const unclassified = (schema: GraphQLSchema): string[] => [
  ...unclassifiedObjects(schema, new Set(['Query', 'Mutation'])),
  ...unclassifiedQueries({ schema }),
  ...unclassifiedMutations(schema),
  ...unclassifiedInputs(schema),
];
