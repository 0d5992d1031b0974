import { getNamedType, isObjectType } from 'graphql';
import { add, nothing, type Outcome, type Result } from './cells.ts';
import { expectedOf, firstState, readMutationTable, type MutationPass } from './mutations.ts';
import { readWorld, requestFor } from './requests.ts';
import { readObjectTable, type TypeRow } from './tables.ts';
import { bringInto, recordsOf } from './world.ts';

/** What is selected of an answer: its scalars, of records that they are there, of refusals everything. */
function selectionOf(pass: MutationPass, row: TypeRow): string {
  const type = pass.schema.getType(row.name);
  if (!isObjectType(type)) throw new Error(`no type ${row.name}`);
  return Object.values(type.getFields())
    .map(({ name, type: of }) => {
      if (name === 'userErrors') return 'userErrors { code field message rule missing { code } params }';
      return isObjectType(getNamedType(of)) ? `${name} { __typename }` : name;
    })
    .join(' ');
}

const isThere = (value: unknown): boolean =>
  value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);
const REFUSED = ['code', 'message', 'rule', 'missing'];

/**
 * The fields of every answer, by changes that are really made in a clone of their own: first everybody who is refused, who
 * gets the refusal and no record, then the first who is not, who gets the record.
 */
export async function payloadPass(pass: MutationPass): Promise<Result> {
  const result = nothing();
  const mutations = readMutationTable();
  for (const row of readObjectTable().types.values()) {
    const verb = /^Mutation\.(\w+)$/.exec(row.via[0] ?? '')?.[1];
    const mutation = verb === undefined ? undefined : mutations.get(verb);
    if (verb === undefined || mutation === undefined) continue;
    const state = firstState(mutation);
    if (state !== null) await bringInto(pass.api, state);
    // What was changed for the answer before has another version now.
    const world = await readWorld(pass.api, await recordsOf(pass.api));
    const request = requestFor(pass.schema, world, verb);
    const document = request.document.replace('userErrors { code rule field message }', selectionOf(pass, row));
    const expected = [...pass.callers.keys()].map((actor) => [actor, expectedOf(mutation, actor, 'I', state)] as const);
    const first = expected.find(([, outcome]) => outcome === 'allow');
    for (const [actor, outcome] of [
      ...expected.filter(([, one]) => one === 'deny' || one === 'absent'),
      ...(first === undefined ? [] : [first]),
    ]) {
      const answer = await pass.callers
        .get(actor)
        ?.send<Record<string, Record<string, unknown> | null>>(document, request.variables);
      const payload = answer?.data?.[verb] ?? null;
      for (const [name, field] of row.fields) {
        if (field.varies && outcome === 'allow') continue;
        const [want, seen] = ((): [Outcome, Outcome] => {
          // Without a session, and for a token, the whole request is refused.
          if (payload === null) return ['deny', answer?.errors === undefined ? 'error' : 'deny'];
          if (name === 'userErrors') return ['allow', Array.isArray(payload[name]) ? 'allow' : 'absent'];
          return [outcome === 'allow' ? 'allow' : 'absent', isThere(payload[name]) ? 'allow' : 'absent'];
        })();
        add(result, {
          what: `${row.name}.${name}`,
          who: actor,
          where: verb,
          expected: want,
          seen,
          said: JSON.stringify(payload?.['userErrors'] ?? answer?.errors),
        });
      }
      const refusals = (payload?.['userErrors'] ?? []) as Record<string, unknown>[];
      for (const name of refusals.length === 0 ? [] : REFUSED)
        add(result, {
          what: `UserError.${name}`,
          who: actor,
          where: verb,
          expected: 'allow',
          seen: refusals[0]?.[name] === undefined ? 'absent' : 'allow',
        });
    }
  }
  return result;
}
