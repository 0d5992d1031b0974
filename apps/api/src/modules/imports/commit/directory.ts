import type { Transaction } from '../../audit/in-transaction.ts';

/** The people, posts and departments of one body by the names that lists use. */
export interface Directory {
  departments: ReadonlyMap<string, string>;
  /** Posts by title and by their present holder's name; those of the leadership win. */
  posts: ReadonlyMap<string, string>;
  /** Persons by name; a name that two people share is left out, nobody is guessed. */
  persons: ReadonlyMap<string, string>;
}

const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/\([^()]*\)$/u, '');

/** Loads what is active in the body, in three statements. */
export async function directoryOf(
  tx: Pick<Transaction, 'department' | 'post' | 'person'>,
  bodyId: string,
): Promise<Directory> {
  const departments = await tx.department.findMany({
    where: { bodyId, active: true },
    select: { id: true, name: true },
  });
  const posts = await tx.post.findMany({
    where: { bodyId, active: true },
    select: {
      id: true,
      title: true,
      leadership: true,
      holdings: { where: { toOn: null }, select: { person: { select: { name: true } } } },
    },
    orderBy: [{ leadership: 'asc' }, { ordinal: 'desc' }],
  });
  const persons = await tx.person.findMany({ where: { bodyId, active: true }, select: { id: true, name: true } });
  const shared = new Set(
    persons.map(({ name }) => plainName(name)).filter((name, index, all) => all.indexOf(name) !== index),
  );
  return {
    departments: new Map(departments.map(({ id, name }) => [plainName(name), id])),
    // Later entries win: leadership comes last.
    posts: new Map(
      posts.flatMap(({ id, title, holdings }) => [
        ...holdings.map(({ person }) => [plainName(person.name), id] as const),
        [plainName(title), id] as const,
      ]),
    ),
    persons: new Map(
      persons.filter(({ name }) => !shared.has(plainName(name))).map(({ id, name }) => [plainName(name), id]),
    ),
  };
}

/** The id that this one name stands for, or null. */
export const exactly = (names: ReadonlyMap<string, string>, printed: string): string | null =>
  names.get(plainName(printed)) ?? null;

/** The id that a printed name stands for, or null. Several names in one cell: the first that is known. */
export function named(names: ReadonlyMap<string, string>, printed: string | null): string | null {
  if (printed === null) return null;
  const whole = exactly(names, printed);
  if (whole !== null) return whole;
  const parts = printed.split(/[、,，;；/\n\s]+/u);
  return parts.flatMap((part) => names.get(plainName(part)) ?? []).at(0) ?? null;
}
