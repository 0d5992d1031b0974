import { isInputObjectType, isRequiredInputField, type GraphQLSchema } from 'graphql';
import type { Caller } from '../api.ts';
import { PEOPLE, type Actor, type FieldClass } from './actors.ts';
import { add, allOf, nothing, type Cell, type Outcome, type Result } from './cells.ts';
import {
  expectedOf,
  firstState,
  PREPARED,
  readMutationTable,
  seenFor,
  tryMutation,
  type MutationPass,
  type MutationRow,
} from './mutations.ts';
import type { Pass } from './objects.ts';
import { rowsPass, type QueryRow } from './queries.ts';
import { requestFor } from './requests.ts';
import { linesOf, named, readObjectTable } from './tables.ts';
import { bringInto, STATES } from './world.ts';

/** One input of a mutation: where it stands, and its fields. */
interface InputRow {
  name: string;
  mutation: string;
  /** The fields that lead to it inside the mutation's input. */
  path: readonly string[];
  fields: readonly string[];
}

const parts = (line: string): string[] => line.split('|').map((part) => part.trim());

export function readInputTable(): { inputs: InputRow[]; filters: QueryRow[] } {
  const { reaches } = readObjectTable();
  const inputs: InputRow[] = [];
  const filters: QueryRow[] = [];
  for (const line of linesOf('inputs.table.txt')) {
    const [name = '', where = '', value = '', record = '', reach = '', cls = ''] = parts(line);
    if (!name.includes('.')) {
      const [mutation = '', ...path] = where.split('.');
      inputs.push({ name, mutation, path, fields: value.split(/\s+/) });
      continue;
    }
    const [, field = ''] = name.split('.');
    const given = /^\w+: /.test(value) ? value : `${field}: ${value.replace(' AND ', ', ')}`;
    const args = value.startsWith('order ')
      ? `orderBy: {field: ${value.split(' ')[1]}, direction: ${value.split(' ')[2] ?? 'ASC'}}`
      : `filter: {${given}}`;
    // A filter is asked for a count, which needs its own class alone; an order for the rows.
    const counted = !value.startsWith('order ');
    const own = cls.split('+') as FieldClass[];
    const classes = counted ? own : [...new Set<FieldClass>(['STATISTICS', ...own])];
    filters.push({
      what: name,
      counted,
      name: where,
      args: `first: 100, ${args}`,
      record,
      reach: named(reaches, reach),
      sees: null,
      classes,
      selection: null,
    });
  }
  return { inputs, filters };
}

/** Every filter and order by everybody, at the own place: a record is found by it where it may be read, and a token needs its class. */
export const filterPass = (pass: Pass): Promise<Result> => rowsPass(pass, readObjectTable(), readInputTable().filters);

/** Every role of the main body, one of another department, one of another body, a token, nobody at all. */
const ACTORS: readonly Actor[] = [
  ...PEOPLE.slice(0, PEOPLE.indexOf('handler2')),
  'head2',
  'otherclerk',
  'token:ALL',
  'anonymous',
];

/** Every field of every mutation's input by the roles, in the first state of the mutation: a field is no way around the mutation's right. */
export async function inputPass(pass: MutationPass): Promise<Result> {
  const result = nothing();
  const rows = readMutationTable();
  const { inputs } = readInputTable();
  for (const state of [...STATES, null]) {
    const now = inputs.filter(({ mutation }) => {
      const row = rows.get(mutation);
      return row !== undefined && firstState(row) === state && (pass.verbs === undefined || pass.verbs.has(mutation));
    });
    if (state !== null && now.length > 0) await bringInto(pass.api, state);
    for (const input of now) for (const field of input.fields) await inputCells(pass, input, field, result);
  }
  return result;
}

async function inputCells(pass: MutationPass, input: InputRow, marked: string, result: Result): Promise<void> {
  const rows = readMutationTable();
  const row = rows.get(input.mutation);
  if (row === undefined) return;
  const [, field = '', how = '', other = ''] = /^(\w+)([!=-]?)(\w*)$/.exec(marked) ?? [];
  const request = requestFor(pass.schema, pass.world, input.mutation, [...input.path, field].join('.'), pass.mark);
  const [before, after] = PREPARED[row.name] ?? [];
  if (before !== undefined) await pass.api.sql(before);
  const asked = ACTORS.filter((actor) => pass.actors?.has(actor) ?? true);
  const cells = await allOf(asked, async (actor): Promise<Cell | null> => {
    const expected = inputExpected(rows, row, how, other, actor);
    if (how === '-' && expected === 'allow') return null;
    const tried = await tryMutation(pass.callers.get(actor) as Caller, input.mutation, request);
    pass.seen?.(tried);
    const seen = seenFor(row, tried.seen);
    return { what: `${input.name}.${field}`, who: actor, where: input.mutation, expected, seen, said: tried.said };
  });
  for (const cell of cells) if (cell !== null) add(result, cell);
  if (after !== undefined) await pass.api.sql(after);
}

/** What the mark behind a field's name makes of the mutation's row. */
function inputExpected(
  rows: ReadonlyMap<string, MutationRow>,
  row: MutationRow,
  how: string,
  other: string,
  actor: Actor,
): Outcome {
  const expected = expectedOf(row, actor, 'I', firstState(row));
  const signedIn = actor !== 'anonymous' && !actor.includes('token');
  if (how === '!' && signedIn) return 'allow';
  const second = how === '=' ? rows.get(other) : undefined;
  return second === undefined || expected !== 'allow' ? expected : expectedOf(second, actor, 'I', firstState(second));
}

/** Inputs and their fields that have no row, in words that say where it belongs. */
export function unclassifiedInputs(schema: GraphQLSchema): string[] {
  const { inputs, filters } = readInputTable();
  const known = new Map(
    inputs.map((row) => [row.name, new Set(row.fields.map((name) => name.replace(/[!=-].*$/, '')))]),
  );
  for (const { what = '' } of filters) {
    const [name = '', field = ''] = what.split('.');
    known.set(name, (known.get(name) ?? new Set<string>()).add(field));
  }
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isInputObjectType(type)) return [];
    const row = known.get(type.name);
    if (row === undefined)
      return [
        `${type.name}: add \`${type.name} | mutation | fields\`, or a row per field of a filter, to apps/api/test/authz/inputs.table.txt`,
      ];
    return Object.values(type.getFields())
      .filter((field) => !row.has(field.name))
      .map(
        (field) =>
          `${type.name}.${field.name}${isRequiredInputField(field) ? ' (required)' : ''}: add \`${field.name}\` to the row of ${type.name} in apps/api/test/authz/inputs.table.txt`,
      );
  });
}
