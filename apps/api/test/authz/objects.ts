import { getNamedType, isInterfaceType, isObjectType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import type { Caller, GraphQLAnswer } from '../api.ts';
import type { Actor, FieldClass } from './actors.ts';
import { add, allOf, nothing, type Outcome, type Result } from './cells.ts';
import { PAST } from './past.ts';
import { classesOf, readObjectTable, within, type ObjectTable, type Reach, type TypeRow } from './tables.ts';
import type { Place, Records } from './world.ts';

/** A path of fields from a record to a value, with everything the table says of it. */
export interface Leaf {
  /** `Finding.title`, `Deadline.text` */
  what: string;
  path: readonly string[];
  /** A token needs the class of every field on the way. */
  classes: readonly FieldClass[];
  reach: Reach | null;
  varies: boolean;
  /** Who is refused rather than told that there is nothing. */
  sees?: Reach | null;
  /** Beside the read model: the classes that are asked for before anything is looked up; its other fields are refused only where there is something. */
  before?: readonly FieldClass[];
  /** Lists of values: an empty one is a value. */
  values: boolean;
  selection: string;
}

export const typeOf = (schema: GraphQLSchema, name: string): GraphQLObjectType => {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`no type ${name}`);
  return type;
};

/** What is selected of a field: of a record its id, of a connection how many it has, of a type without an id everything (leavesOf). */
function selectionOf(type: GraphQLObjectType, field: string): string {
  const of = getNamedType(type.getFields()[field]?.type as never);
  if (isInterfaceType(of)) return `${field} { __typename }`;
  if (!isObjectType(of)) return field;
  const fields = of.getFields();
  return 'totalCount' in fields ? `${field} { totalCount }` : `${field} { __typename }`;
}

/** Every field of a type, and through the table's `via` of the types without an id that it leads to. */
export function leavesOf(
  schema: GraphQLSchema,
  table: ObjectTable,
  row: TypeRow,
  before: readonly string[] = [],
  inherited: Pick<Leaf, 'classes' | 'reach' | 'varies' | 'sees' | 'before'> = {
    classes: [],
    reach: null,
    varies: false,
  },
): Leaf[] {
  const type = typeOf(schema, row.name);
  return Object.keys(type.getFields()).flatMap((name): Leaf[] => {
    const field = row.fields.get(name);
    if (field === undefined) return [];
    const own = {
      classes: field.class === 'ANY' ? inherited.classes : [...inherited.classes, field.class],
      reach: field.reach ?? inherited.reach,
      varies: inherited.varies || field.varies,
      sees: inherited.sees,
      before: inherited.before,
    };
    const path = [...before, name];
    const nested = [...table.types.values()].find((one) => one.via.includes(`${row.name}.${name}`));
    const wrapped = before.reduceRight((inner, outer) => `${outer} { ${inner} }`, selectionOf(type, name));
    const of = getNamedType(type.getFields()[name]?.type as never);
    const values = !(isObjectType(of) || isInterfaceType(of)) || !('id' in of.getFields());
    const leaf = { what: `${row.name}.${name}`, path, ...own, values, selection: wrapped };
    return nested === undefined ? [leaf] : [leaf, ...leavesOf(schema, table, nested, path, own)];
  });
}

/** Whether there is something at the end of a path; lists are looked through, an empty list of values is one. */
function hasValue(value: unknown, path: readonly string[], values: boolean): boolean {
  if (value === null || value === undefined) return false;
  const [name, ...rest] = path;
  if (Array.isArray(value))
    return (values && name === undefined && value.length === 0) || value.some((one) => hasValue(one, path, values));
  if (name === undefined) {
    const total = (value as { totalCount?: unknown }).totalCount;
    return total === undefined || total !== 0;
  }
  return hasValue((value as Record<string, unknown>)[name], rest, values);
}

export interface Asked {
  leaf: Leaf;
  seen: Outcome;
  said?: string;
}

const codeOf = (answer: GraphQLAnswer<unknown>): string => String(answer.errors?.[0]?.extensions?.['code'] ?? '');
const DENIALS = new Set(['FIELD_CLASS', 'FORBIDDEN', 'UNAUTHENTICATED']);

/** What one request shows of each of its leaves. */
function outcomes(answer: GraphQLAnswer<{ found: unknown }>, leaves: readonly Leaf[]): Asked[] {
  if (answer.errors !== undefined) {
    const code = codeOf(answer);
    return leaves.map((leaf) => ({
      leaf,
      seen: DENIALS.has(code) ? 'deny' : 'error',
      said: `${code} ${answer.errors?.[0]?.message ?? ''}`,
    }));
  }
  return leaves.map((leaf) => ({
    leaf,
    seen: hasValue(answer.data?.found, leaf.varies ? [] : leaf.path, leaf.values) ? 'allow' : 'absent',
  }));
}

/** The document that asks for a selection under the name `found`. */
export type Ask = (selection: string) => string;

/** Asks for everything at once where nothing is expected to be refused, and field by field where something was. */
export async function ask(caller: Caller, document: Ask, leaves: readonly Leaf[]): Promise<Asked[]> {
  const run = async (some: readonly Leaf[]): Promise<Asked[]> =>
    outcomes(await caller.send<{ found: unknown }>(document(some.map((leaf) => leaf.selection).join(' '))), some);
  const together = await run(leaves);
  if (leaves.length < 2 || together.every(({ seen }) => seen !== 'deny' && seen !== 'error')) return together;
  if (together[0]?.said?.startsWith('UNAUTHENTICATED') === true) return together;
  const each: Asked[] = [];
  for (const leaf of leaves) each.push(...(await run([leaf])));
  return each;
}

export interface Pass {
  schema: GraphQLSchema;
  callers: ReadonlyMap<Actor, Caller>;
  records: Records;
  place: Place;
  /** Only these types, all without. */
  types?: ReadonlySet<string>;
  actors?: ReadonlySet<Actor>;
  /** Only these fields of what a query answers, by `Type.field`. */
  fields?: (what: string) => boolean;
  /** A name for the operations of this pass, so that no plan of an earlier one answers. */
  mark?: string;
  /** Reads the ledger of the day before. */
  past?: boolean;
}

export function expectedOf(leaf: Leaf, reach: Reach, actor: Actor, place: Place): Outcome {
  if (actor === 'anonymous') return 'deny';
  const classes = classesOf(actor);
  const lack = (needed: readonly FieldClass[]): boolean =>
    classes !== null && needed.some((one) => !classes.includes(one));
  if (leaf.before !== undefined && !lack(leaf.before) && !within(leaf.sees ?? reach, actor, place)) return 'absent';
  // The refusal of a class depends on what is asked alone, never on a record.
  if (lack(leaf.classes)) return 'deny';
  // A query that refuses says so only to those who see what it is about.
  if (leaf.sees) {
    if (!within(leaf.sees, actor, place)) return 'absent';
    return within(reach, actor, place) ? 'allow' : 'deny';
  }
  if (!within(reach, actor, place)) return 'absent';
  return leaf.reach === null || within(leaf.reach, actor, place) ? 'allow' : 'absent';
}

/** The cells of one record by one caller. */
export async function cellsOf(
  pass: Pass,
  leaves: readonly Leaf[],
  document: Ask,
  reach: Reach,
  actor: Actor,
): Promise<Asked[]> {
  const caller = pass.callers.get(actor) as Caller;
  const denied = leaves.filter((leaf) => expectedOf(leaf, reach, actor, pass.place) === 'deny');
  const others = leaves.filter((leaf) => !denied.includes(leaf));
  const asked = others.length === 0 ? [] : await ask(caller, document, others);
  if (actor === 'anonymous') return [...asked, ...(await ask(caller, document, denied))];
  // What a class denies it denies at every place.
  if (pass.place !== 'I') return asked;
  for (const leaf of denied) asked.push(...(await ask(caller, document, [leaf])));
  return asked;
}

/** What nobody finds a value of at this place shows nothing there, and is not counted. */
export function compare(
  result: Result,
  pass: Pass,
  cells: readonly (Asked & { actor: Actor })[],
  reach: Reach,
  where: string,
): void {
  const keyOf = (leaf: Leaf): string => `${leaf.what} by ${leaf.path.join('.')}`;
  const filled = new Set(cells.filter(({ seen }) => seen === 'allow').map(({ leaf }) => keyOf(leaf)));
  for (const { leaf, seen, said, actor } of cells) {
    const expected = expectedOf(leaf, reach, actor, pass.place);
    if (!leaf.varies) result.asked.add(keyOf(leaf));
    if (expected === 'allow' && seen === 'absent' && !filled.has(keyOf(leaf)) && pass.actors === undefined) continue;
    add(result, { what: leaf.what, who: actor, where, expected, seen, said });
  }
  for (const key of filled) result.filled.add(key);
}

export const askers = (pass: Pick<Pass, 'callers' | 'actors'>): Actor[] =>
  [...pass.callers.keys()].filter((actor) => pass.actors?.has(actor) ?? true);

export const nodeDocument =
  (pass: Pass, type: string, record: string): Ask =>
  (selection) =>
    `${pass.past === true ? PAST : `query ${pass.mark ?? 'M'}`} { found: node(id: "${pass.records[record]}") { ... on ${type} { ${selection} } } }`;

/** Every field of every type with an id, by everybody, at one place of the finding. */
export async function objectCells(pass: Pass): Promise<Result> {
  const table = readObjectTable();
  const result = nothing();
  for (const row of table.types.values()) {
    if (row.records.size === 0 || (pass.types !== undefined && !pass.types.has(row.name))) continue;
    if (!row.placed && pass.place !== 'I') continue;
    const leaves = leavesOf(pass.schema, table, row);
    for (const [record, reach] of row.records) {
      const document = nodeDocument(pass, row.name, record);
      const cells = await allOf(askers(pass), async (actor) =>
        (await cellsOf(pass, leaves, document, reach, actor)).map((one) => ({ ...one, actor })),
      );
      const place = row.placed ? `${record}/${pass.place}` : record;
      const where = pass.past === true ? `${place} the day before` : place;
      compare(result, pass, cells.flat(), reach, where);
    }
  }
  return result;
}

const RELAY = /^\w+(Connection|Edge)$/;

/** Types and fields of the schema that the tables of objects do not name, in words that say where the row belongs. */
export function unclassifiedObjects(schema: GraphQLSchema, elsewhere: ReadonlySet<string>): string[] {
  const table = readObjectTable();
  const lines: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__') || elsewhere.has(type.name)) continue;
    const row = table.types.get(type.name.replace(RELAY, '*$1')) ?? table.types.get(type.name);
    if (row === undefined)
      lines.push(
        `${type.name}: add \`type ${type.name} REACH\` (or \`type ${type.name} via Parent.field\`) with its fields by class to apps/api/test/authz/objects.table.txt`,
      );
    for (const name of row === undefined ? [] : Object.keys(type.getFields())) {
      if (row?.fields.has(name) === true) continue;
      lines.push(
        `${type.name}.${name}: add \`${name}\` to a class line (STATISTICS, TEXT, NAMES, MONEY) below \`type ${type.name}\` in apps/api/test/authz/objects.table.txt`,
      );
    }
  }
  return lines;
}
