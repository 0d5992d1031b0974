import { shanghaiDay, type Role, type Viewer } from '@closeout/domain';
import {
  getNamedType,
  getNullableType,
  GraphQLBoolean,
  GraphQLInt,
  isEnumType,
  isListType,
  isObjectType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOW, startApi, type Api, type Caller } from '../../test/api.ts';
import { buildApiSchema } from '../graphql/schema.ts';
import { readTypes, tableOf, type ReadField, type ReadType, type Reading } from './model.ts';
import { Statement } from './statement.ts';

const schema: GraphQLSchema = buildApiSchema();
/** Words that are text in the database: only packages/domain's own codes are ever written there. */
const WORDS_IN_TEXT = [
  'SignoffStep.skipReason',
  'Warning.colour',
  'Finding.deadline.reason.unit',
  'Notice.replyDue.unit',
  'Job.kind',
  'Job.step',
  'Job.format',
  'Job.plan',
];
const types = readTypes().map((type) => [type.name, type] as const);

/** Who sees most kinds of records between them. */
const FIRST_ASKED = ['secretary', 'office', 'handler', 'clerk', 'sysadmin', 'secadmin', 'auditadmin', 'otherclerk'];
/** So many of those who see a record compare both ways. */
const READERS = 4;

/** Every field of a type; records one level down by their id, lists of them by their first page. */
function everyField(type: GraphQLObjectType, inner = false): string {
  const fields = Object.values(type.getFields()).flatMap((field): string[] => {
    const named = getNamedType(field.type);
    if (!isObjectType(named)) return [field.name];
    if (named.name.endsWith('Connection'))
      return inner ? [] : [`${field.name}(first: 2) { edges { cursor node { id } } totalCount }`];
    const record = 'id' in named.getFields();
    if (record) return [`${field.name} { id __typename }`];
    return [`${field.name} { ${everyField(named, true)} }`];
  });
  return ['__typename', ...fields].join(' ');
}

describe.each(types)('%s', (name, type) => {
  let api: Api;
  let callers: Caller[];
  beforeAll(async () => {
    api = await shared();
    // The integrator is refused fields outside its classes, so it cannot ask for all of them. One of each kind first, then everybody.
    const logins = await api.sql<{ login: string }>(
      `SELECT login FROM account WHERE login <> 'integrator' ORDER BY array_position($1::text[], login), login`,
      [FIRST_ASKED],
    );
    callers = await Promise.all(logins.map(({ login }) => api.as(login)));
  });

  const object = schema.getType(name) as GraphQLObjectType;
  const all = `{ viewer { name } }`;
  const document = (root: string): string =>
    `query Node($id: ID!) { ${root} node(id: $id) { __typename id ... on ${name} { ${everyField(object)} } } }`;

  it('answers node(id) with every field to who may see it, the same by both ways', async () => {
    const reading: Reading = { statement: new Statement(), viewer, today: shanghaiDay(NOW) };
    const rows = await api.sql<{ id: string }>(
      `SELECT r.${type.key ?? 'id'} AS id FROM ${tableOf(type, reading)} r ORDER BY 1 LIMIT 4`,
      reading.statement.values,
    );
    let seen = 0;
    for (const caller of callers) {
      if (seen === READERS) break;
      for (const { id } of rows) {
        const variables = { id: `${type.prefix}_${id}` };
        const raw = await caller.execute<{ node: { __typename: string; id: string } | null }>(document(''), variables);
        if (raw.node === null) continue;
        seen += 1;
        expect(raw.node).toMatchObject({ __typename: name, id: variables.id });
        const { viewer: _viewer, ...resolved } = await caller.execute(document(all.slice(1, -1)), variables);
        expect(resolved).toEqual(raw);
        break;
      }
    }
    // The demo has rows of nearly every type; where it has none, the statement must still run.
    if (rows.length === 0)
      expect(
        await callers[0]?.execute(document(''), { id: `${type.prefix}_00000000-0000-7000-8000-000000000000` }),
      ).toEqual({ node: null });
    else expect(seen).toBeGreaterThan(0);
  });

  it('has the PostgreSQL types that let its words and numbers be written without escaping', async () => {
    for (const { label, table, expression, wanted } of plainFields(type, object)) {
      const [row] = await api.sql<{ type: string; kind: string }>(
        `SELECT t.oid::regtype::text AS type, t.typtype AS kind FROM pg_type t WHERE t.oid = pg_typeof((SELECT ${expression.sql} FROM ${table} r LIMIT 1))`,
        [...expression.values],
      );
      const fits = { number: ['smallint', 'integer', 'bigint'], boolean: ['boolean'] }[wanted as 'number' | 'boolean'];
      const word = row?.kind === 'e' || (WORDS_IN_TEXT.includes(label) && row?.type === 'text');
      expect(fits?.includes(row?.type ?? '') ?? word, `${label} is ${row?.type}`).toBe(true);
    }
  });
});

describe('malformed and foreign ids', () => {
  it.each([
    '',
    'fnd_',
    'fnd',
    '00000000-0000-7000-8000-000000000000',
    'xyz_00000000-0000-7000-8000-000000000000',
    'FND_00000000-0000-7000-8000-000000000000',
    'fnd_00000000-0000-7000-8000-00000000000',
    "fnd_00000000-0000-7000-8000-000000000000' OR true --",
    'fnd_00000000-0000-7000-8000-000000000000\n',
    '__proto___00000000-0000-7000-8000-000000000000',
    '标识',
  ])('%j is answered like an absent record', async (id) => {
    const caller = await (await shared()).as('secretary');
    const query =
      'query Id($id: ID!) { node(id: $id) { id } finding(id: $id) { id } action(id: $id) { id } body(id: $id) { id } }';
    expect(await caller.execute(query, { id })).toEqual({ node: null, finding: null, action: null, body: null });
  });
});

let starting: Promise<Api> | undefined;
const shared = (): Promise<Api> => (starting ??= startApi());
afterAll(async () => (await starting)?.stop());

const ROLE: Role = 'SECRETARY';
const BODY = '00000000-0000-7000-8000-000000000000';
const viewer: Viewer = {
  kind: 'ACCOUNT',
  accountId: BODY,
  personId: BODY,
  name: 'anybody',
  classes: null,
  grants: [{ role: ROLE, bodyId: BODY, departmentId: null, postId: null, departmentsInCharge: [], reachedBodyIds: [] }],
};

interface Plain {
  label: string;
  wanted: 'number' | 'boolean' | 'enum';
  table: string;
  expression: { sql: string; values: readonly unknown[] };
}

/** The fields that json.ts writes without escaping, groups included. */
function plainFields(type: ReadType, object: GraphQLObjectType): Plain[] {
  const found: Plain[] = [];
  const visit = (
    path: string,
    fields: Record<string, ReadField>,
    parent: GraphQLObjectType,
    table: ReadType['table'],
  ): void => {
    for (const [name, field] of Object.entries(fields)) {
      const declared = parent.getFields()[name];
      if (declared === undefined) throw new Error(`no field ${path}.${name}`);
      const named = getNamedType(declared.type);
      if (field.kind === 'group')
        visit(`${path}.${name}`, field.fields, named as GraphQLObjectType, field.of?.table ?? table);
      if (field.kind !== 'sql' || isListType(getNullableType(declared.type))) continue;
      const wanted =
        named === GraphQLInt ? 'number' : named === GraphQLBoolean ? 'boolean' : isEnumType(named) ? 'enum' : null;
      if (wanted === null) continue;
      const statement = new Statement();
      const reading: Reading = { statement, viewer, today: shanghaiDay(NOW) };
      found.push({
        label: `${path}.${name}`,
        wanted,
        table: typeof table === 'string' ? table : table(reading),
        expression: { sql: field.sql('r', reading), values: statement.values },
      });
    }
  };
  visit(type.name, type.fields, object, type.table);
  return found;
}
