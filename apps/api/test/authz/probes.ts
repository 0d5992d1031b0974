import type { Verb } from '@closeout/domain';
import type { Actor } from './actors.ts';
import { allOf } from './cells.ts';
import type { Mutant } from './mutants.ts';
import {
  expectedOf as mutationExpected,
  PREPARED,
  readMutationTable,
  seenFor,
  tryMutation,
  type MutationPass,
} from './mutations.ts';
import { requestFor } from './requests.ts';
import type { Started } from './run.ts';
import { readObjectTable, within, type Reach } from './tables.ts';
import type { Place, State } from './world.ts';

/** A question whose answer the tables know: true where it is as they say. */
export type Probe = () => Promise<boolean>;

export interface Group {
  name: string;
  mutants: number;
  /** Killed by a cell of the matrix, over HTTP. */
  killed: number;
  /** What no request can show, because another rule refuses as well: killed by the written tables of packages/domain. */
  byTable: number;
  survivors: string[];
}

/** Applies a mutant, asks until an answer differs, and puts it back. */
export async function isKilled(mutant: Mutant, probes: readonly Probe[]): Promise<boolean> {
  const restore = mutant.apply();
  let killed = false;
  try {
    await allOf(probes, async (probe) => {
      if (!killed && !(await probe())) killed = true;
    });
    return killed;
  } finally {
    restore();
  }
}

/** Every request under a name of its own, so that no compiled plan of before answers. */
let asked = 0;
export const mark = (): string => `M${(asked += 1)}`;

/** The mutation that a verb of the policy guards, where it has another name. */
export const MUTATION_OF: Partial<Record<Verb, string>> = {
  addEvidence: 'addMeeting',
  manageDirectory: 'createDepartment',
  manageAccounts: 'createAccount',
  manageGrants: 'grantRole',
  manageRounds: 'createRound',
  manageTokens: 'createApiToken',
  approveTokens: 'decideApiToken',
  replyToNotice: 'sendReply',
  grantSight: 'decideSight',
  approveFiling: 'fileFiling',
  decideFiling: 'returnFiling',
  keepInspection: 'recordStep',
  manageCalendar: 'editCalendarYear',
  changeByTable: 'recheckChanges',
  keepTemplates: 'putTemplateInForce',
};
export interface Worlds {
  reading: Started;
  writing: MutationPass;
}

export const rows = readMutationTable();
export const objects = readObjectTable();

export function recordProbe({ reading }: Worlds, record: string, reach: Reach, actor: Actor, place: Place): Probe {
  return async () => {
    const document = `query ${mark()} { found: node(id: "${reading.records[record]}") { __typename } }`;
    const answer = await reading.callers.get(actor)?.send<{ found: unknown }>(document);
    return (answer?.data?.found !== null && answer?.data?.found !== undefined) === within(reach, actor, place);
  };
}

export function mutationProbe(
  { writing }: Worlds,
  verb: string,
  actor: Actor,
  place: Place,
  state: State | null,
): Probe {
  return async () => {
    const row = rows.get(verb);
    const caller = writing.callers.get(actor);
    if (row === undefined || caller === undefined) throw new Error(`no row for ${verb}`);
    const tried = await tryMutation(caller, verb, requestFor(writing.schema, writing.world, verb, undefined, mark()));
    return seenFor(row, tried.seen) === mutationExpected(row, actor, place, state);
  };
}

export const reachOf = (record: string): Reach => {
  const row = [...objects.types.values()].find((one) => one.records.has(record));
  if (row === undefined) throw new Error(`objects.table.txt has no record ${record}`);
  return row.records.get(record) as Reach;
};

export async function prepare(worlds: Worlds, verb: string, side: 0 | 1): Promise<void> {
  const statement = PREPARED[verb]?.[side];
  if (statement !== undefined) await worlds.writing.api.sql(statement);
}
