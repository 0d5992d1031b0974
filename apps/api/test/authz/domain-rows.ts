import { getNamedType, isObjectType } from 'graphql';
import type { Actor } from './actors.ts';
import type { Outcome } from './cells.ts';
import { PREPARED, tryMutation, type MutationPass } from './mutations.ts';
import { typeOf } from './objects.ts';
import { keepPast, PAST } from './past.ts';
import type { Started } from './run.ts';
import { requestFor } from './requests.ts';
import { linesOf } from './tables.ts';
import { bringInto, moveTo, type Place, type State } from './world.ts';

export interface DomainRow {
  sentence: string;
  who: Actor;
  what: string;
  place: Place;
  state: State | null;
  outcome: 'yes' | 'no' | 'later';
}

export function readDomainTable(): DomainRow[] {
  return linesOf('domain.table.txt').map((line) => {
    const [sentence = '', who = '', what = '', at = '', outcome = ''] = line.split('|').map((part) => part.trim());
    const [place = 'I', state = null] = at.split(' ') as [Place, State?];
    return { sentence, who: who as Actor, what, place, state, outcome: outcome as DomainRow['outcome'] };
  });
}

/** Types of the records that go by another name. */
const TYPES: Record<string, string> = {
  restricted: 'Evidence',
  draft: 'NoticeReply',
  accountability: 'Notice',
};

async function read(started: Started, row: DomainRow, record: string, field: string, operation = ''): Promise<boolean> {
  const type = TYPES[record] ?? record;
  const of = getNamedType(typeOf(started.schema, type).getFields()[field]?.type as never);
  const selection = isObjectType(of) ? `${field} { __typename }` : field;
  const document = `${operation} { found: node(id: "${started.records[record]}") { ... on ${type} { ${selection} } } }`;
  const answer = await started.callers.get(row.who)?.send<{ found: Record<string, unknown> | null }>(document);
  const value = answer?.data?.found?.[field];
  return value !== undefined && value !== null;
}

async function list(started: Started, row: DomainRow, query: string, record: string | undefined): Promise<boolean> {
  const document =
    record === undefined
      ? `{ found: ${query}(inspectionId: "${started.records['Inspection']}") { asOf } }`
      : `{ found: ${query}(first: 100) { edges { node { id } } } }`;
  const answer = await started.callers.get(row.who)?.send<{ found: unknown }>(document);
  return record === undefined
    ? Boolean(answer?.data?.found)
    : JSON.stringify(answer?.data ?? null).includes(String(started.records[record]));
}

const SAID: Record<Outcome, string> = { allow: 'yes', deny: 'no', absent: 'no', state: 'later', error: 'fault' };

/** What the server says to one row. */
export async function askDomainRow(reading: Started, writing: MutationPass, row: DomainRow): Promise<string> {
  const [verb = '', subject = '', record] = row.what.split(' ');
  if (verb === 'read' || verb === 'past' || verb === 'list') {
    await moveTo(reading.api, row.place);
    if (verb === 'past') await keepPast(reading.api);
    const [name = '', field = ''] = subject.split('.');
    const found =
      verb === 'list'
        ? await list(reading, row, subject, record)
        : await read(reading, row, name, field, verb === 'past' ? PAST : '');
    return found ? 'yes' : 'no';
  }
  await moveTo(writing.api, row.place);
  if (row.state !== null) await bringInto(writing.api, row.state);
  const caller = writing.callers.get(row.who);
  if (caller === undefined) throw new Error(`nobody is called ${row.who}`);
  const [before, after] = PREPARED[verb] ?? [];
  if (before !== undefined) await writing.api.sql(before);
  const tried = await tryMutation(caller, verb, requestFor(writing.schema, writing.world, verb));
  if (after !== undefined) await writing.api.sql(after);
  return SAID[tried.seen];
}
