import { readFileSync } from 'node:fs';
import { OWN_TOKENS, TOKENS, type Actor, type FieldClass } from './actors.ts';
import { PLACE_LIST, type Place } from './world.ts';

/** Who gets something, and at which places of the record; absent: nowhere. */
export type Reach = ReadonlyMap<Actor, ReadonlySet<Place>>;

export interface FieldRow {
  class: FieldClass | 'ANY';
  /** Who of the readers finds something behind the field; null: all of them. */
  reach: Reach | null;
  /** The value depends on who reads: nothing is as good as something (`name?`). */
  varies: boolean;
}
export interface TypeRow {
  name: string;
  /** The fields that lead to a type without an id. */
  via: readonly string[];
  /** Records of the world by name, with who may read them. */
  records: ReadonlyMap<string, Reach>;
  /** Whether the place of the record matters. */
  placed: boolean;
  fields: ReadonlyMap<string, FieldRow>;
}

const files = new Map<string, string[]>();

export function linesOf(file: string): string[] {
  const read = (): string[] =>
    readFileSync(new URL(file, import.meta.url), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '' && !line.trim().startsWith('#'));
  const lines = files.get(file) ?? read();
  files.set(file, lines);
  return lines;
}

const ALL_PLACES: ReadonlySet<Place> = new Set(PLACE_LIST);

/** `handler:ILC secretary token` */
export function readReach(text: string): Reach {
  const reach = new Map<Actor, ReadonlySet<Place>>();
  for (const part of text.split(/\s+/).filter((one) => one !== '' && one !== '-')) {
    const [name, places] = (part in TOKENS ? [part] : part.split(':')) as [string, string | undefined];
    const where = places === undefined ? ALL_PLACES : new Set([...places] as Place[]);
    for (const actor of name === 'token' ? OWN_TOKENS : [name as Actor]) reach.set(actor, where);
  }
  return reach;
}

export const within = (reach: Reach, actor: Actor, place: Place): boolean => reach.get(actor)?.has(place) ?? false;
const isPlaced = (reach: Reach): boolean => [...reach.values()].some((places) => places.size < ALL_PLACES.size);

/** The classes that a caller is limited to; null: every class. An integrator's account looks around with the first. */
export function classesOf(actor: Actor): readonly FieldClass[] | null {
  if (actor in TOKENS) return TOKENS[actor as keyof typeof TOKENS];
  return actor === 'integrator' || actor === 'otherintegrator' ? ['STATISTICS'] : null;
}

function readType(line: string, reaches: ReadonlyMap<string, Reach>): Omit<TypeRow, 'fields' | 'placed'> {
  const [, name = '', ...rest] = line.split(/\s+/);
  if (rest[0] === 'via') return { name, via: rest.slice(1), records: new Map() };
  const records = new Map<string, Reach>();
  for (const part of rest) {
    const [record, reach] = part.includes('=') ? part.split('=') : [name, part];
    records.set(record ?? '', named(reaches, reach ?? ''));
  }
  return { name, via: [], records };
}

export function named(reaches: ReadonlyMap<string, Reach>, name: string): Reach {
  const reach = reaches.get(name);
  if (reach === undefined) throw new Error(`objects.table.txt has no reach ${name}`);
  return reach;
}

export interface ObjectTable {
  reaches: ReadonlyMap<string, Reach>;
  types: ReadonlyMap<string, TypeRow>;
}

/** The table of object fields as data. */
export function readObjectTable(): ObjectTable {
  const reaches = new Map<string, Reach>();
  const types = new Map<string, TypeRow & { fields: Map<string, FieldRow>; placed: boolean }>();
  let current: (TypeRow & { fields: Map<string, FieldRow>; placed: boolean }) | undefined;
  for (const line of linesOf('objects.table.txt')) {
    const reach = /^reach (\w+) = (.*)$/.exec(line);
    if (reach !== null) reaches.set(reach[1] ?? '', readReach(reach[2] ?? ''));
    else if (line.startsWith('type ')) {
      const row = readType(line, reaches);
      current = { ...row, fields: new Map(), placed: [...row.records.values()].some(isPlaced) };
      types.set(current.name, current);
    } else {
      const fields = /^ {2}(\w+)(?: @(\w+))?: (.*)$/.exec(line);
      if (fields === null || current === undefined) throw new Error(`objects.table.txt cannot be read: ${line}`);
      const own = fields[2] === undefined ? null : named(reaches, fields[2]);
      current.placed ||= own !== null && isPlaced(own);
      for (const name of (fields[3] ?? '').split(/\s+/))
        current.fields.set(name.replace('?', ''), {
          class: fields[1] as FieldRow['class'],
          reach: own,
          varies: name.endsWith('?'),
        });
    }
  }
  return { reaches, types };
}
