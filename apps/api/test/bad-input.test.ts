/** @module-tag slow */
import 'reflect-metadata';
import { ERROR_CODES, LIMITS } from '@closeout/domain';
import { getNamedType, isEnumType, isInputObjectType, isListType, isNonNullType, type GraphQLInputType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApiSchema } from '../src/graphql/schema.ts';
import type { Api, Caller } from './api.ts';
import type { Actor } from './authz/actors.ts';
import { expectedOf, firstState, PREPARED, readMutationTable, type MutationRow } from './authz/mutations.ts';
import { requestFor, VARIANTS, type Request, type World } from './authz/requests.ts';
import { startWrites } from './authz/run.ts';
import { bringInto, moveTo, STATES } from './authz/world.ts';
import { ACCEPTED, GOOD, HELD_BY, READY, WORLD } from './bad-input.table.ts';
import { NOBODY } from './work.ts';

/**
 * Every field of every mutation's input is given what it must not hold, by somebody who may carry the mutation out and in a
 * state where it is legal: the answer names the rule, nothing is written, nothing fails. What a field accepts although it looks
 * odd stands in bad-input.table.ts with its reason.
 */
const schema = buildApiSchema();
/** Every good input, and of the bad ones a share: another one each day (npm run test:long tries all of them). */
const [DAY, SHARES] = [Math.floor(Date.now() / 86_400_000), 4];
const ROWS = [...readMutationTable().values()].filter((row) => VARIANTS[row.name] === undefined);

interface Bad {
  what: string;
  value: unknown;
}

const STRINGS: Bad[] = [
  { what: 'over-long', value: 'x'.repeat(300_000) },
  { what: 'control characters', value: 'a\u0000b\u0007' },
  { what: 'half a character', value: 'a\uD800' },
];
const SCALARS: Record<string, Bad[]> = {
  String: STRINGS,
  Int: [
    { what: 'negative', value: -1 },
    { what: 'huge', value: 2_147_483_647 },
    { what: 'no whole number', value: 1.5 },
  ],
  Fen: [
    { what: 'negative', value: '-1' },
    { what: 'huge', value: String(LIMITS.fen + 1n) },
    { what: 'a fraction', value: '1.5' },
    { what: 'a number', value: 100 },
  ],
  Date: [
    { what: 'a day that does not exist', value: '2026-02-30' },
    { what: 'before there were records', value: '0001-01-01' },
    { what: 'far away', value: '9999-12-31' },
    { what: 'words', value: '昨天' },
  ],
  DateTime: [{ what: 'words', value: '昨天' }],
  Boolean: [{ what: 'words', value: 'yes' }],
  JSON: [
    { what: 'words', value: 'x' },
    { what: 'an unknown setting', value: { unknown: 1 } },
    { what: 'a list', value: [1] },
  ],
};

/** Ids that are none, name nothing, name another kind of record, or a record of another body. */
const idsFor = (world: World, given: unknown): Bad[] => {
  const prefix = String(given).slice(0, 3);
  const foreign = world[`foreign:${prefix}`];
  return [
    { what: 'garbage', value: 'x' },
    { what: 'an id that names nothing', value: `${/^[a-z]{3}_/.test(String(given)) ? prefix : 'fnd'}_${NOBODY}` },
    { what: 'an id of another kind', value: prefix === 'psn' ? world['bodyId'] : world['personId'] },
    ...(foreign === undefined ? [] : [{ what: 'an id of another body', value: foreign }]),
  ];
};

function badValues(world: World, name: string, type: GraphQLInputType, given: unknown): Bad[] {
  if (isNonNullType(type))
    return [
      { what: 'null', value: null },
      ...(getNamedType(type).name === 'String' ? [{ what: 'blank', value: '  ' }] : []),
      ...badValues(world, name, type.ofType, given),
    ];
  if (isListType(type)) {
    const one = Array.isArray(given) ? (given as unknown[])[0] : given;
    return [
      { what: 'an endless list', value: Array.from({ length: 1_001 }, () => one) },
      ...badValues(world, name, type.ofType, one).map((bad) => ({ ...bad, value: [bad.value] })),
    ];
  }
  const named = getNamedType(type);
  if (isEnumType(named)) return [{ what: 'an unknown word', value: 'NO_SUCH_WORD' }];
  if (named.name === 'ID') return idsFor(world, given);
  if (name === 'version')
    return [
      { what: 'a stale version', value: 0 },
      { what: 'a version to come', value: 999_999 },
    ];
  return SCALARS[named.name] ?? [];
}

interface Cell extends Bad {
  path: readonly string[];
}

/** Every field below an input, its own required ones first, with what it must not hold. */
function cellsOf(
  world: World,
  type: GraphQLInputType,
  given: unknown,
  goodAt: (path: readonly string[]) => unknown,
  path: readonly string[] = [],
): Cell[] {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return [];
  return Object.values(named.getFields()).flatMap((field) => {
    const inner = getNamedType(field.type);
    const value = (given as Record<string, unknown> | undefined)?.[field.name];
    const at = [...path, field.name];
    if (isInputObjectType(inner)) {
      if (path.length > 2 || path.includes(field.name) || value === undefined) return [];
      return cellsOf(
        world,
        inner,
        Array.isArray(value) ? (value as unknown[])[0] : value,
        goodAt,
        Array.isArray(value) ? [...at, '0'] : at,
      );
    }
    return badValues(world, field.name, field.type, value ?? goodAt(at)).map((bad) => ({ ...bad, path: at }));
  });
}

function put(input: unknown, [first = '', ...rest]: readonly string[], value: unknown): unknown {
  if (Array.isArray(input))
    return input.map((one, at) => (String(at) === first ? (rest.length === 0 ? value : put(one, rest, value)) : one));
  const record = (input ?? {}) as Record<string, unknown>;
  return { ...record, [first]: rest.length === 0 ? value : put(record[first], rest, value) };
}

let api: Api;
let callers: ReadonlyMap<Actor, Caller>;
let world: World;

/** A record of another body for each kind of id. */
async function foreignIds(): Promise<World> {
  const kinds: Record<string, string> = {
    fnd: 'finding',
    evd: 'evidence',
    dep: 'department',
    psn: 'person',
    pst: 'post',
    ins: 'inspection',
    act: 'action',
    imp: 'import',
  };
  const found: World = {};
  for (const [prefix, table] of Object.entries(kinds)) {
    const [row] = await api.sql<{ id: string }>(
      `SELECT t.id FROM ${table} t JOIN body b ON b.id = t.body_id WHERE b.short_name <> '市侨青会' AND b.kind = 'INSPECTED' LIMIT 1`,
    );
    if (row) found[`foreign:${prefix}`] = `${prefix}_${row.id}`;
  }
  return found;
}

beforeAll(async () => {
  process.env['LOG_LEVEL'] = 'silent';
  const started = await startWrites(true);
  ({ api, callers } = started);
  await moveTo(api, 'I');
  for (const statement of WORLD) await api.sql(statement);
  world = { ...started.world, ...(await foreignIds()), ...(await people()) };
});
afterAll(() => api.stop());

/** `@login`: the person's id. */
async function people(): Promise<World> {
  const rows = await api.sql<{ who: string; id: string }>(
    `SELECT '@' || a.login AS who, 'psn_' || a.person_id AS id FROM account a UNION ALL SELECT '@without account', 'psn_' || id FROM person WHERE name = '没有账号'`,
  );
  return Object.fromEntries(rows.map(({ who, id }) => [who, id]));
}

/** An input that would be carried out. */
function goodInput(verb: string): Request {
  const base = requestFor(schema, world, verb);
  const more = Object.entries(GOOD[verb] ?? {}).map(([name, value]) => [name, world[String(value)] ?? value]);
  return { ...base, variables: { input: { ...base.variables.input, ...Object.fromEntries(more) } } };
}

/** Somebody who may carry it out at the own place. */
function actorFor(row: MutationRow): Actor {
  const found = [...callers.keys()].find((actor) => expectedOf(row, actor, 'I', firstState(row)) === 'allow');
  if (found === undefined) throw new Error(`nobody may carry out ${row.name}`);
  return found;
}
/** They reach other bodies: for them a record of another one is none that they must not name. */
const WIDE: readonly Actor[] = ['office', 'sysadmin', 'secadmin', 'auditadmin'];

interface Answer {
  status: number;
  codes: string[];
  rules: string[];
  said: string;
}

async function send(caller: Caller, verb: string, request: Request): Promise<Answer> {
  const response = await caller.fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: request.document, variables: request.variables }),
  });
  const answer = (await response.json()) as {
    data?: Record<string, { userErrors: { code: string; rule: string }[] } | null>;
    errors?: { extensions?: { code?: string } }[];
  };
  const refusals = answer.data?.[verb]?.userErrors ?? [];
  return {
    status: response.status,
    codes: [...refusals.map(({ code }) => code), ...(answer.errors ?? []).map((one) => String(one.extensions?.code))],
    rules: refusals.map(({ rule }) => rule),
    said: JSON.stringify(answer).slice(0, 300),
  };
}

const KNOWN = new Set<string>([...ERROR_CODES, 'BAD_USER_INPUT', 'TOO_LARGE', 'TOO_MANY']);
const STOPPED = 'ledger.unique';

/** What is wrong with an answer to bad input; null: it was refused as it should. */
function complaint({ status, codes, rules }: Answer): string | null {
  if (status >= 500 || codes.includes('INTERNAL')) return `fails with ${status} ${codes.join()}`;
  if (codes.length === 0 || rules.some((rule) => rule === STOPPED)) return 'is accepted';
  const unknown = codes.find((code) => !KNOWN.has(code));
  return unknown === undefined ? null : `answers ${unknown}`;
}

describe('what an input must not hold is refused by rule, and nothing is written', () => {
  const problems: string[] = [];
  const tried = new Map<string, number>();

  it('every field of every mutation', { timeout: 900_000 }, async () => {
    const before = await api.sql<{ n: string }>('SELECT count(*) AS n FROM audit_event WHERE success');
    for (const state of [null, ...STATES]) {
      const rows = ROWS.filter((row) => firstState(row) === state);
      if (rows.length === 0) continue;
      if (state !== null) await bringInto(api, state);
      for (const row of rows) {
        const actor = actorFor(row);
        const caller = callers.get(actor) as Caller;
        const [argument] = schema.getMutationType()?.getFields()[row.name]?.args ?? [];
        if (argument === undefined) continue;
        const base = goodInput(row.name);
        const [prepare, undo] = PREPARED[row.name] ?? [];
        if (prepare !== undefined) await api.sql(prepare);
        if (row.name.startsWith('submit')) for (const statement of READY) await api.sql(statement);
        const good = await send(caller, row.name, base);
        tried.set(row.name, 1);
        const held = HELD_BY.get(row.name);
        if (held === undefined ? complaint(good) !== 'is accepted' : !good.rules.includes(held))
          problems.push(`${row.name}: the good input answers ${good.said}`);
        const goodAt = (path: readonly string[]) => {
          const fields = path.filter((step) => step !== '0');
          const { input } = requestFor(schema, world, row.name, fields.join('.')).variables;
          return fields.reduce<unknown>((at, step) => {
            const inner = Array.isArray(at) ? (at as unknown[])[0] : at;
            return (inner as Record<string, unknown> | undefined)?.[step];
          }, input);
        };
        const cells = cellsOf(world, argument.type, base.variables.input, goodAt);
        for (const cell of cells.filter(
          (_cell, at) => process.env['EVERY_CELL'] === '1' || (at + DAY) % SHARES === 0,
        )) {
          if (cell.what === 'an id of another body' && WIDE.includes(actor)) continue;
          const name = `${row.name} ${cell.path.join('.')}: ${cell.what}`;
          const input = put(base.variables.input, cell.path, cell.value) as Record<string, unknown>;
          const wrong = complaint(await send(caller, row.name, { ...base, variables: { input } }));
          tried.set(row.name, (tried.get(row.name) ?? 0) + 1);
          if (wrong !== null && !(wrong === 'is accepted' && ACCEPTED.has(name))) problems.push(`${name} ${wrong}`);
        }
        if (undo !== undefined) await api.sql(undo);
      }
    }
    const after = await api.sql<{ n: string }>('SELECT count(*) AS n FROM audit_event WHERE success');
    const cells = [...tried.values()].reduce((sum, one) => sum + one, 0);
    console.log(JSON.stringify({ mutations: tried.size, cells, problems: problems.length }));
    expect(problems).toEqual([]);
    expect(after).toEqual(before);
    expect(cells).toBeGreaterThan(process.env['EVERY_CELL'] === '1' ? 1_500 : 300);
  });

  it('no mutation is left out', () => {
    const withInput = ROWS.filter((row) => (schema.getMutationType()?.getFields()[row.name]?.args ?? []).length > 0);
    expect([...tried.keys()].sort()).toEqual(withInput.map((row) => row.name).sort());
  });
});
