import type { GraphQLSchema } from 'graphql';
import type { Api, Caller } from '../api.ts';
import type { Actor } from './actors.ts';
import { add, allOf, nothing, type Cell, type Outcome, type Result } from './cells.ts';
import { MUTATION_ROLES } from '../mutation-roles.table.ts';
import { askers } from './objects.ts';
import { requestFor, type Request, type World } from './requests.ts';
import { linesOf, readObjectTable, readReach, within, type Reach } from './tables.ts';
import { bringInto, moveTo, PLACE_LIST, STATES, type Place, type State } from './world.ts';

export interface MutationRow {
  name: string;
  roles: readonly string[];
  reach: Reach;
  sees: Reach;
  /** Legal states with the roles whose turn it is (null: all); null where the state does not matter. */
  states: ReadonlyMap<State, Turn> | null;
  /** Refused one way or the other: whether it exists is not what is asked (`?` as sees). */
  eitherWay: boolean;
  /** The state is asked before the right. */
  stateFirst: boolean;
}
/** Whose turn it is in a state (null: every role's), and who is refused though the role has the verb. */
interface Turn {
  roles: readonly string[] | null;
  refused: readonly string[];
}

function readStates(text: string): MutationRow['states'] {
  if (text === '-') return null;
  const parts = text.replace('~', '').split(/\s(?=[A-Z])/);
  return new Map(
    parts.map((part): [State, Turn] => {
      const [state = '', who] = part.trim().split(':');
      const [roles = '', refused = ''] = (who ?? '').split('!');
      return [state as State, { roles: who === undefined ? null : roles.split(' '), refused: refused.split(' ') }];
    }),
  );
}

export function readMutationTable(): Map<string, MutationRow> {
  const reaches = new Map(readObjectTable().reaches);
  const rows = new Map<string, MutationRow>();
  for (const line of linesOf('mutations.table.txt')) {
    const reach = /^reach (\w+) = (.*)$/.exec(line);
    if (reach !== null) {
      reaches.set(reach[1] ?? '', readReach(reach[2] ?? ''));
      continue;
    }
    const [name = '', may = '', sees = '', states = '', roles] = line.split('|').map((part) => part.trim());
    const of = (one: string): Reach => reaches.get(one) ?? new Map<Actor, ReadonlySet<Place>>();
    rows.set(name, {
      name,
      roles: roles?.split(' ') ?? MUTATION_ROLES.get(name) ?? [],
      reach: of(may),
      sees: of(sees),
      states: readStates(states),
      stateFirst: states.startsWith('~'),
      eitherWay: sees === '?',
    });
  }
  return rows;
}

/** The role in the words of mutation-roles.table.ts. */
const roleOf = (actor: Actor): string => actor.replace(/^other(?=[a-z])/, '').replace(/\d$/, '');

/** What the office sees under sight it sees, too, while the chain waits for its signature. */
const opened = (actor: Actor, state: State | null): boolean => state === 'REVIEW_OFFICE' && actor === 'office';
const reaches = (reach: Reach, actor: Actor, place: Place, state: State | null): boolean =>
  within(reach, actor, place) || (opened(actor, state) && within(reach, actor, 'O'));

export function expectedOf(row: MutationRow, actor: Actor, place: Place, state: State | null): Outcome {
  if (actor === 'anonymous' || actor.includes('token')) return 'deny';
  if (!row.eitherWay && !reaches(row.sees, actor, place, state)) return 'absent';
  const role = roleOf(actor);
  const turn = state === null ? undefined : row.states?.get(state);
  if (row.stateFirst && turn === undefined) return 'state';
  // Sight lets the office read; only its own step lets it do more.
  const ownStep = opened(actor, state) && (within(row.reach, actor, 'O') || turn?.roles?.includes(role) === true);
  const acts = ownStep || within(row.reach, actor, place);
  if (!row.roles.includes(role) || !acts || turn?.refused.includes(role) === true) return 'deny';
  if (row.states === null || state === null) return 'allow';
  return turn === undefined || (turn.roles !== null && !turn.roles.includes(role)) ? 'state' : 'allow';
}

const STOPPED = 'ledger.unique';

/**
 * Whoever gets as far as writing is stopped there: the last thing a change writes, its audit entry, is refused as if it were
 * there already, so that nothing of it stays and the answer says how far it came.
 */
export async function stopWrites(api: Api): Promise<void> {
  await api.sql(
    `CREATE FUNCTION stop_here() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE unique_violation USING MESSAGE = 'stopped by the test'; END $$`,
  );
  await api.sql(
    `CREATE TRIGGER stop_here BEFORE INSERT ON audit_event FOR EACH ROW WHEN (NEW.success) EXECUTE FUNCTION stop_here()`,
  );
}

const CONTENT = /^(INVALID|MISSING|CONFLICT|DUPLICATE|LIMIT)$/;

function outcomeOf(codes: readonly string[]): Outcome {
  if (codes.includes('NOT_FOUND')) return 'absent';
  if (codes.some((code) => code === 'FORBIDDEN' || code === 'UNAUTHENTICATED')) return 'deny';
  if (codes.includes('ILLEGAL_TRANSITION')) return 'state';
  return codes.length > 0 && codes.every((code) => CONTENT.test(code)) ? 'allow' : 'error';
}

export interface Tried {
  seen: Outcome;
  said: string;
  /** It came as far as its audit entry. */
  wrote: boolean;
}

/** Sends one mutation; what it would have changed is not changed. */
export async function tryMutation(caller: Caller, verb: string, request: Request): Promise<Tried> {
  const answer = await caller.send<Record<string, { userErrors: { code: string; rule: string; message: string }[] }>>(
    request.document,
    request.variables,
  );
  const errors = answer.data?.[verb]?.userErrors;
  const codes = errors?.map(({ code }) => code) ?? answer.errors?.map((one) => String(one.extensions?.['code'])) ?? [];
  const said = errors?.map(({ code, message }) => `${code} ${message}`).join('; ') ?? answer.errors?.[0]?.message ?? '';
  return { seen: outcomeOf(codes), said, wrote: errors?.some(({ rule }) => rule === STOPPED) ?? false };
}

export interface MutationPass {
  api: Api;
  schema: GraphQLSchema;
  callers: ReadonlyMap<Actor, Caller>;
  world: World;
  /** Only these mutations, all without. */
  verbs?: ReadonlySet<string>;
  actors?: ReadonlySet<Actor>;
  mark?: string;
  /** Called with every attempt, for the count of those that reached the write. */
  seen?: (tried: Tried) => void;
}

/** An outcome as the row tells outcomes apart. */
export const seenFor = (row: MutationRow, seen: Outcome): Outcome =>
  row.eitherWay && seen === 'absent' ? 'deny' : seen;

const noticeIn = (state: string): string => `UPDATE notice SET state = '${state}' WHERE number = '矩阵902'`;
const sightIn = (state: string): string => `UPDATE sight SET state = '${state}' WHERE reason = '矩阵'`;

/** The public text of the world; in the last of its states something is up. */
const publicationIn = (state: string): string =>
  `UPDATE publication SET state = '${state}', published_at = ${state === 'PUBLISHED' ? 'now()' : 'NULL'} WHERE slug = 'matrix'`;

/** The comment of the world, its text being up. */
const commentIn = (state: string): string =>
  `WITH up AS (UPDATE publication SET published_at = now() WHERE slug = 'matrix') UPDATE publication_comment SET state = '${state}', released_at = NULL WHERE text LIKE '矩阵留言%'`;

/** What must be otherwise for a mutation to be legal at all, and how it is put back. */
export const PREPARED: Record<string, readonly [string, string]> = {
  requestExtension: [
    `UPDATE extension SET state = 'WITHDRAWN' WHERE reason = 'x'`,
    `UPDATE extension SET state = 'PENDING' WHERE reason = 'x'`,
  ],
  withdrawNotice: [noticeIn('SENT'), noticeIn('REPLIED')],
  signForNotice: [noticeIn('SENT'), noticeIn('REPLIED')],
  draftReply: [noticeIn('SIGNED_FOR'), noticeIn('REPLIED')],
  sendReply: [noticeIn('SIGNED_FOR'), noticeIn('REPLIED')],
  // The security administrator gave the successor what the post carries.
  acknowledgeHandover: [
    `INSERT INTO role_grant (id, account_id, role, body_id, department_id, from_on) SELECT gen_random_uuid(), a.id, g.role, g.body_id, g.department_id, '2026-01-02' FROM account a, account o JOIN role_grant g ON g.account_id = o.id WHERE a.login = 'handler2' AND o.login = 'handler'`,
    `DELETE FROM role_grant WHERE from_on = '2026-01-02'`,
  ],
  decideSight: [sightIn('PENDING'), sightIn('GRANTED')],
  reviewPublication: [publicationIn('PROPOSED'), publicationIn('DRAFT')],
  returnPublication: [publicationIn('PROPOSED'), publicationIn('DRAFT')],
  approvePublication: [publicationIn('REVIEWED'), publicationIn('DRAFT')],
  recordPublicationSignature: [publicationIn('REVIEWED'), publicationIn('DRAFT')],
  publish: [publicationIn('APPROVED'), publicationIn('DRAFT')],
  showComment: [commentIn('HIDDEN'), commentIn('SHOWN')],
  releaseAnswer: [commentIn('SHOWN'), commentIn('SHOWN')],
  takeDown: [publicationIn('PUBLISHED'), publicationIn('DRAFT')],
  undoImport: [
    `UPDATE import SET state = 'COMMITTED' WHERE file_name = 'x.txt'`,
    `UPDATE import SET state = 'DRAFT' WHERE file_name = 'x.txt'`,
  ],
};

/** To whom the record's place cannot matter. */
const OUTSIDE = /^(other|anonymous|nobody|token|sysadmin|secadmin|auditadmin)/;

/** Everybody at the own place in the first state; elsewhere whom the place can matter to, and in other states who sees the record. */
function isAsked(row: MutationRow, actor: Actor, place: Place, state: State | null): boolean {
  if (OUTSIDE.test(actor)) return place === 'I' && state === firstState(row);
  return state === firstState(row) || row.eitherWay || reaches(row.sees, actor, place, state);
}

async function everybody(
  pass: MutationPass,
  row: MutationRow,
  result: Result,
  place: Place,
  state: State | null,
): Promise<void> {
  const [before, after] = PREPARED[row.name] ?? [];
  if (before !== undefined) await pass.api.sql(before);
  const request = requestFor(pass.schema, pass.world, row.name, undefined, pass.mark);
  const asked = askers(pass).filter((actor) => isAsked(row, actor, place, state));
  const cells = await allOf(asked, async (actor): Promise<Cell> => {
    const tried = await tryMutation(pass.callers.get(actor) as Caller, row.name, request);
    pass.seen?.(tried);
    return {
      what: row.name,
      who: actor,
      where: state === null ? place : `${place}/${state}`,
      expected: expectedOf(row, actor, place, state),
      seen: seenFor(row, tried.seen),
      said: tried.said,
    };
  });
  for (const cell of cells) add(result, cell);
  if (after !== undefined) await pass.api.sql(after);
}

export const firstState = (row: MutationRow): State | null =>
  row.states === null ? null : ([...row.states.keys()][0] ?? null);

/** Every mutation by everybody: at every place in the first of its states, and in every state at the own place. */
export async function mutationPass(pass: MutationPass): Promise<Result> {
  const result = nothing();
  const rows = [...readMutationTable().values()].filter((row) => pass.verbs === undefined || pass.verbs.has(row.name));
  for (const state of STATES) {
    const first = rows.filter((row) => firstState(row) === state);
    await bringInto(pass.api, state);
    for (const place of PLACE_LIST) {
      if (place !== 'I' && first.length === 0) continue;
      await moveTo(pass.api, place);
      for (const row of rows)
        if (row.states !== null && (place === 'I' || first.includes(row)))
          await everybody(pass, row, result, place, state);
    }
    await moveTo(pass.api, 'I');
  }
  for (const row of rows) if (row.states === null) await everybody(pass, row, result, 'I', null);
  return result;
}

export function unclassifiedMutations(schema: GraphQLSchema): string[] {
  const rows = readMutationTable();
  return Object.keys(schema.getMutationType()?.getFields() ?? {}).flatMap((name) => [
    ...(MUTATION_ROLES.has(name) ? [] : [`Mutation.${name}: add its roles to apps/api/test/mutation-roles.table.ts`]),
    ...(rows.has(name)
      ? []
      : [`Mutation.${name}: add \`${name} | reach | sees | states\` to apps/api/test/authz/mutations.table.txt`]),
  ]);
}
