import 'reflect-metadata';
import { FIELD_CLASSES, type FieldClass } from '@closeout/domain';
import { getNamedType, isLeafType, isObjectType, type GraphQLObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isReadRoot, plainClassOf, plainTypes } from '../src/graphql/plain-classes.ts';
import { buildApiSchema, plannedTypes } from '../src/graphql/schema.ts';
import { readTypes, type ReadField, type ReadType } from '../src/read/model.ts';
import { startApi, type Api, type Caller } from './api.ts';
import { tokenFor } from './tokens.ts';

const schema = buildApiSchema();
const NOBODY = '00000000-0000-7000-8000-000000000000';

interface Classed {
  /** `Finding.deadline.text` */
  path: string;
  of: ReadType;
  cls: FieldClass;
  type: string;
  /** The selection of this field alone: a leaf of what lies below it. */
  selection: string;
  /** Every class on the way to it. */
  needs: Set<FieldClass>;
}

/** The shortest selection of an object. */
function anyLeaf(type: GraphQLObjectType): string {
  if (type.name.endsWith('Connection')) return 'totalCount';
  const fields = Object.values(type.getFields()).filter((field) => field.args.length === 0);
  return fields.some((field) => field.name === 'id')
    ? '__typename'
    : (fields.find((field) => isLeafType(getNamedType(field.type)))?.name ?? '__typename');
}

function fieldsOf(type: ReadType): Classed[] {
  const visit = (
    path: string,
    parent: GraphQLObjectType,
    fields: Record<string, ReadField>,
    wrap: (inner: string) => string,
    outer: readonly FieldClass[],
  ): Classed[] =>
    Object.entries(fields).flatMap(([name, field]) => {
      const named = getNamedType(parent.getFields()[name]?.type);
      const inner = isObjectType(named)
        ? `${name} { ${field.kind === 'group' ? '__typename' : anyLeaf(named)} }`
        : name;
      const own: Classed = {
        path: `${path}.${name}`,
        of: type,
        cls: field.class,
        type: String(named),
        selection: wrap(inner),
        needs: new Set([...outer, field.class]),
      };
      if (field.kind !== 'group' || !isObjectType(named)) return [own];
      return [
        own,
        ...visit(own.path, named, field.fields, (leaf) => wrap(`${name} { ${leaf} }`), [...outer, field.class]),
      ];
    });
  return visit(type.name, schema.getType(type.name) as GraphQLObjectType, type.fields, (inner) => inner, []);
}

const ALL = readTypes().flatMap(fieldsOf);

describe('every field of the schema belongs to one class', () => {
  it('in the read model', () => {
    expect(ALL.length).toBeGreaterThan(280);
    expect(ALL.filter(({ cls }) => !FIELD_CLASSES.includes(cls)).map(({ path }) => path)).toEqual([]);
  });

  it('and beside it: what is not named is given to no token', () => {
    const planned = plannedTypes(schema);
    const plain = plainTypes(schema, planned);
    const fields = plain.flatMap((type) =>
      Object.keys(type.getFields())
        .filter((name) => type.name !== 'Query' || !isReadRoot(name))
        .map((name) => [type.name, name] as const),
    );
    expect(fields.length).toBeGreaterThan(70);
    expect(fields.filter(([type, name]) => plainClassOf(type, name) === null)).toEqual([]);
    expect(plainClassOf('Query', 'somethingNew')).toBeNull();
    expect(plainClassOf('SomethingNew', 'text')).toBeNull();
  });

  it('names of persons are NAMES, and money is MONEY, whatever they are called', () => {
    const wrong = ALL.filter(({ path, type, needs }) => {
      if (type === 'Person' || /(ByName|attendees|signerName|interviewee|interviewer|payer|decidedBy)$/.test(path))
        return !needs.has('NAMES');
      return type === 'Fen' && !needs.has('MONEY');
    });
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});

describe('over HTTP', () => {
  let api: Api;
  const holders = new Map<FieldClass, Caller>();
  beforeAll(async () => {
    api = await startApi();
    for (const one of FIELD_CLASSES) holders.set(one, (await tokenFor(api, '市侨青会', { classes: [one] })).caller);
  });
  afterAll(() => api.stop());

  it.each(readTypes().map((type) => [type.name, type] as const))(
    'a token with one class alone gets exactly the fields of it: %s',
    async (name, type) => {
      const differs: string[] = [];
      for (const field of ALL.filter(({ of }) => of === type))
        for (const [held, caller] of holders) {
          const document = `{ node(id: "${type.prefix}_${NOBODY}") { ... on ${name} { ${field.selection} } } }`;
          const { data, errors } = await caller.send(document);
          const allowed = [...field.needs].every((one) => one === held);
          const code = errors?.[0]?.extensions;
          const asExpected = allowed
            ? data?.['node'] === null && errors === undefined
            : code?.['code'] === 'FIELD_CLASS' && field.needs.has(code['fieldClass'] as FieldClass);
          if (!asExpected) differs.push(`${field.path} with ${held}: ${JSON.stringify(errors ?? data)}`);
        }
      expect(differs).toEqual([]);
    },
  );

  const refused = async (held: FieldClass, document: string, variables: Record<string, unknown> = {}) => {
    const { errors } = (await holders.get(held)?.send(document, variables)) ?? {};
    return errors?.[0]?.extensions;
  };

  it('the refusal names the class and who approves it', async () => {
    expect(await refused('STATISTICS', '{ findings(first: 1) { edges { node { title } } } }')).toMatchObject({
      code: 'FIELD_CLASS',
      fieldClass: 'TEXT',
      field: 'Finding.title',
      approver: 'SECRETARY',
    });
  });

  it.each([
    ['{ findings(filter: { text: "公款" }) { totalCount } }', 'TEXT'],
    ['{ findings(filter: { or: [{ not: { and: [{ text: "公款" }] } }] }) { totalCount } }', 'TEXT'],
    ['{ findings(filter: { outstanding: true }) { totalCount } }', 'MONEY'],
    [`{ findings(filter: { handlerId: "psn_${NOBODY}" }) { totalCount } }`, 'NAMES'],
    ['{ evidence(filter: { text: "会议" }) { totalCount } }', 'TEXT'],
    ['{ persons(filter: { text: "王" }) { totalCount } }', 'NAMES'],
    ['{ viewer { name } findings(filter: { text: "公款" }) { totalCount } }', 'TEXT'],
  ] as const)('what may not be read is not found out by a filter: %s', async (document, fieldClass) => {
    expect(await refused('STATISTICS', document)).toMatchObject({ code: 'FIELD_CLASS', fieldClass });
    const token = holders.get(fieldClass);
    expect((await token?.send(document))?.errors?.[0]?.extensions?.['fieldClass']).not.toBe(fieldClass);
  });

  it('nor by a variable, an alias, a fragment or an order whose cursor would show it', async () => {
    const byVariable = 'query Q($f: FindingFilter) { findings(filter: $f) { totalCount } }';
    expect(await refused('STATISTICS', byVariable, { f: { text: '公款' } })).toMatchObject({ fieldClass: 'TEXT' });
    expect(await refused('STATISTICS', byVariable, { f: { state: ['CLOSED'] } })).toBeUndefined();
    const hidden = '{ findings(first: 1) { edges { node { ...F } } } } fragment F on Finding { seq: description }';
    expect(await refused('STATISTICS', hidden)).toMatchObject({ field: 'Finding.description' });
    expect(await refused('STATISTICS', '{ persons(first: 1) { edges { cursor } } }')).toMatchObject({
      fieldClass: 'NAMES',
    });
  });

  it('statistics are counts: who leads, the aspects’ words and sums are further classes', async () => {
    const [inspection] = await api.sql<{ id: string }>(
      `SELECT i.id FROM inspection i JOIN body b ON b.id = i.body_id WHERE b.short_name = '市侨青会' LIMIT 1`,
    );
    const of = (part: string): string => `{ statistics(inspectionId: "ins_${inspection?.id}") { ${part} } }`;
    expect(
      await refused('STATISTICS', of('findings closed byState { state count } rate { basisPoints }')),
    ).toBeUndefined();
    for (const [part, fieldClass] of [
      ['byLeader { name }', 'NAMES'],
      ['byAspect { name }', 'TEXT'],
      ['balance { dueFen }', 'MONEY'],
      ['recovered { fen }', 'MONEY'],
    ] as const)
      expect(await refused('STATISTICS', of(part)), part).toMatchObject({ code: 'FIELD_CLASS', fieldClass });
  });

  it('restricted talks are given to no token, whatever it was approved', async () => {
    const { caller } = await tokenFor(api, '市侨青会');
    const restricted = await api.sql<{ id: string }>('SELECT id FROM evidence WHERE restricted');
    expect(restricted.length).toBeGreaterThan(0);
    for (const { id } of restricted)
      expect(
        await caller.execute('query T($id: ID!) { node(id: $id) { id } evidencePiece(id: $id) { id } }', {
          id: `evd_${id}`,
        }),
      ).toEqual({
        node: null,
        evidencePiece: null,
      });
  });
});
