import { getNamedType, isObjectType } from 'graphql';
import type { Actor, FieldClass } from './actors.ts';
import { allOf, nothing, type Result } from './cells.ts';
import { askers, cellsOf, compare, leavesOf, type Ask, type Asked, type Leaf, type Pass } from './objects.ts';
import { linesOf, named, readObjectTable, type ObjectTable, type Reach } from './tables.ts';
import { PLACE_LIST } from './world.ts';

export interface QueryRow {
  /** What the cells are called; absent: the query. */
  what?: string;
  /** Asked for how many there are, not for the rows. */
  counted?: boolean;
  name: string;
  args: string;
  /** The record that the answer contains; null: any answer. */
  record: string | null;
  reach: Reach;
  /** Who sees what is asked for, and is refused rather than told that it does not exist; null: nobody. */
  sees: Reach | null;
  classes: readonly FieldClass[];
  /** What is selected to find the record, where it lies behind the answer; null: the answer itself. */
  selection: string | null;
}

export function readQueryTable(table: ObjectTable): QueryRow[] {
  return linesOf('queries.table.txt').map((line) => {
    const [name = '', args = '', record = '', reach = '', cls = '', selection] = line
      .split('|')
      .map((part) => part.trim());
    return {
      name,
      args,
      record: record === '*' ? null : record,
      reach: named(table.reaches, reach.split('!')[0] ?? ''),
      sees: reach.includes('!') ? named(table.reaches, reach.split('!')[1] ?? '') : null,
      classes: cls === '-' ? [] : (cls.split('+') as FieldClass[]),
      selection: selection ?? null,
    };
  });
}

const placed = (reach: Reach): boolean => [...reach.values()].some((places) => places.size < PLACE_LIST.length);

/** The fields of a page, of its edges and its page info. */
function pageLeaves(connection: string, self: Leaf): Leaf[] {
  // Places and cursors show what the list is ordered by; a count does not.
  const ordered = self.classes.filter((one) => one !== 'STATISTICS');
  const leaf = (what: string, path: readonly string[], selection: string): Leaf => ({
    ...self,
    what,
    path,
    classes: selection === 'totalCount' ? [] : ordered,
    values: true,
    selection,
  });
  const info = ['hasNextPage', 'hasPreviousPage', 'startCursor', 'endCursor'];
  return [
    leaf(`${connection}.edges`, ['edges'], 'edges { __typename }'),
    leaf(`${connection}.totalCount`, ['totalCount'], 'totalCount'),
    leaf(`${connection}.pageInfo`, ['pageInfo'], 'pageInfo { __typename }'),
    leaf(`${connection.replace(/Connection$/, 'Edge')}.cursor`, ['edges', 'cursor'], 'edges { cursor }'),
    leaf(`${connection.replace(/Connection$/, 'Edge')}.node`, ['edges', 'node'], 'edges { node { __typename } }'),
    ...info.map((name) => leaf(`PageInfo.${name}`, ['pageInfo', name], `pageInfo { ${name} }`)),
  ];
}

/** The query itself as a leaf, and what the types that only it leads to have. */
function leavesOfQuery(pass: Pass, table: ObjectTable, row: QueryRow): Leaf[] {
  const field = pass.schema.getQueryType()?.getFields()[row.name];
  if (field === undefined) throw new Error(`queries.table.txt names ${row.name}, which the schema does not have`);
  const { classes } = row;
  const of = getNamedType(field.type);
  const selection = isObjectType(of) && 'edges' in of.getFields() ? 'edges { node { id } }' : '__typename';
  const self: Leaf = {
    what: row.what ?? `Query.${row.name}`,
    path: [],
    classes,
    reach: null,
    varies: false,
    values: false,
    sees: row.sees,
    selection: row.counted === true ? 'totalCount' : selection,
  };
  if (row.what !== undefined) return [self];
  if (selection.startsWith('edges')) return [self, ...pageLeaves(of.name, self)];
  const nested = [...table.types.values()].find((one) => one.via.includes(`Query.${row.name}`));
  if (nested === undefined) return [self];
  const inherited = { classes, reach: null, varies: false, sees: row.sees, before: classes };
  return [self, ...leavesOf(pass.schema, table, nested, [], inherited)];
}

/** The answer counts where it contains the record. */
function found(asked: readonly Asked[], answer: unknown, id: string | undefined): Asked[] {
  if (id === undefined) return [...asked];
  const contains = answer !== undefined && JSON.stringify(answer).includes(id);
  return asked.map((one) =>
    one.seen === 'deny' || one.seen === 'error' ? one : { ...one, seen: contains ? 'allow' : 'absent' },
  );
}

function documentOf(pass: Pass, row: QueryRow): Ask {
  const args = row.args.replace(/\$(\w+)/g, (_all, name: string) => pass.records[name] ?? '');
  const field = pass.schema.getQueryType()?.getFields()[row.name];
  const leaf = field === undefined || !('getFields' in getNamedType(field.type));
  return (selection) =>
    `query ${pass.mark ?? 'M'} { found: ${row.name}${args === '' ? '' : `(${args})`} ${leaf ? '' : `{ ${selection} }`} }`;
}

/** One query by one caller: its own cell by the record in the answer, those of its type by their fields. */
async function queryCells(pass: Pass, row: QueryRow, leaves: readonly Leaf[], actor: Actor): Promise<Asked[]> {
  const document = documentOf(pass, row);
  if (row.record === null) return cellsOf(pass, leaves, document, row.reach, actor);
  const caller = pass.callers.get(actor);
  if (row.selection !== null) {
    const behind = await caller?.send<{ found: unknown }>(document(row.selection));
    const [self] = leaves;
    if (self === undefined || behind === undefined) return [];
    const contains = JSON.stringify(behind.data ?? null).includes(pass.records[row.record] ?? '');
    return [
      {
        leaf: self,
        seen: behind.errors !== undefined ? 'deny' : contains ? 'allow' : 'absent',
        said: behind.errors?.[0]?.message,
      },
    ];
  }
  const list = row.counted === true || leaves[0]?.selection.startsWith('edges') === true;
  // A token that may not even read ids cannot be shown what a page contains.
  if (actor === 'token:BARE') return cellsOf(pass, list ? leaves.slice(0, 1) : leaves, document, row.reach, actor);
  const answer = await caller?.send<{ found: unknown }>(document(list ? 'edges { node { id } }' : 'id'));
  const asked = await cellsOf(pass, leaves, document, row.reach, actor);
  return found(asked, answer?.data?.found, pass.records[row.record]);
}

/** Every one of these rows by everybody, at one place of the finding. */
export async function rowsPass(pass: Pass, table: ObjectTable, rows: readonly QueryRow[]): Promise<Result> {
  const result = nothing();
  for (const row of rows) {
    if (pass.types !== undefined && !pass.types.has(row.what ?? `Query.${row.name}`)) continue;
    if (!placed(row.reach) && pass.place !== 'I') continue;
    const leaves = leavesOfQuery(pass, table, row).filter(({ what }) => pass.fields?.(what) ?? true);
    const cells = await allOf(askers(pass), async (actor) =>
      (await queryCells(pass, row, leaves, actor)).map((one) => ({ ...one, actor })),
    );
    compare(
      result,
      pass,
      cells.flat(),
      row.reach,
      `${row.record ?? row.name}${placed(row.reach) ? `/${pass.place}` : ''}`,
    );
  }
  return result;
}

/** Every query by everybody, at one place of the finding. */
export function queryPass(pass: Pass): Promise<Result> {
  const table = readObjectTable();
  return rowsPass(pass, table, readQueryTable(table));
}

export function unclassifiedQueries(pass: Pick<Pass, 'schema'>): string[] {
  const rows = new Set(readQueryTable(readObjectTable()).map((row) => row.name));
  const names = Object.keys(pass.schema.getQueryType()?.getFields() ?? {});
  return names
    .filter((name) => !rows.has(name))
    .map(
      (name) =>
        `Query.${name}: add \`${name} | arguments | record | REACH | class\` to apps/api/test/authz/queries.table.txt`,
    );
}
