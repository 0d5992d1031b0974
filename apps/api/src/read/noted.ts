import { collectFields } from './collect.ts';
import type { Compilation } from './compilation.ts';
import type { Json } from './json.ts';
import type { Expression, ReadField, ReadType } from './model.ts';

/** A record whose reading the audit trail notes. */
export interface NotedRead {
  verb: string;
  recordType: string;
  recordId: string;
  bodyId: string;
}

/** Around a note in the statement's text; JSON has no control characters, so these stand nowhere else in it. */
const OPEN = '\u0003';
const CLOSE = '\u0004';

const whenOf = (field: ReadField | undefined): Expression | undefined =>
  field?.kind === 'group' ? field.when : undefined;

/** What follows a record that is read for what it says: a note where its reading is noted, else nothing. */
export function noteJson(c: Compilation, type: ReadType, row: string, sets: Parameters<typeof collectFields>[2]): Json {
  const { noted, name } = type;
  if (noted === undefined) return [];
  const names = [...collectFields(c, name, sets).values()].map((nodes) => nodes[0]?.name.value ?? '');
  const said = names.filter((field) => field !== '__typename' && !noted.listed.includes(field));
  if (said.length === 0) return [];
  c.notes.found = true;
  // Details that only some rows have are read where they are.
  const there = said.map((field) => whenOf(type.fields[field])?.(row, c) ?? 'true');
  const parts = `'${OPEN}${noted.verb} ${name} ', ${row}.id, ' ', ${row}.body_id, '${CLOSE}'`;
  return [{ sql: `CASE WHEN ${noted.when(row)} AND (${there.join(' OR ')}) THEN concat(${parts}) END` }];
}

/** Takes the notes out of an answer's text: each record once. */
export function takeNotes(text: string): { text: string; reads: NotedRead[] } {
  const [head = '', ...parts] = text.split(OPEN);
  const reads = new Map<string, NotedRead>();
  const left = parts.map((part) => {
    const close = part.indexOf(CLOSE);
    const [verb = '', recordType = '', recordId = '', bodyId = ''] = part.slice(0, close).split(' ');
    reads.set(recordId, { verb, recordType, recordId, bodyId });
    return part.slice(close + 1);
  });
  return { text: head + left.join(''), reads: [...reads.values()] };
}
