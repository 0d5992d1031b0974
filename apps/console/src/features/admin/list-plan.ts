import { GRANT_TARGETS } from '@closeout/domain/access/administration';
import type { Role } from '@closeout/domain/vocabulary';

/** The answer of POST /import/directory: the rows of an administrator's list, and remarks on those left out. */
export type DirectoryList = {
  bodies: {
    name: string;
    shortName: string | null;
    kind: 'INSPECTED' | 'OFFICE' | 'DISCIPLINE_GROUP';
    creditCode: string | null;
    regionCode: string | null;
  }[];
  departments: { body: string; name: string }[];
  posts: { body: string; title: string; department: string | null; leadership: boolean; inChargeOf: string[] }[];
  people: {
    row: number;
    body: string;
    department: string | null;
    post: string | null;
    name: string;
    login: string;
    roles: Role[];
  }[];
  rowErrors: {
    sheet: string;
    row: number;
    column: string | null;
    value: string;
    level: 'error' | 'warning';
    message: string;
  }[];
};

/** What is there already, by the names that a list uses. `/` joins body and name; ids may be added while the plan runs. */
export type Known = {
  bodies: Map<string, string>;
  departments: Map<string, string>;
  posts: Map<string, { id: string; version: number; holder: string | null }>;
  /** `body/name` → persons of that name: two of one name cannot be told apart by a list. */
  people: Map<string, string>;
  accounts: Map<string, { id: string; personId: string; grants: readonly string[] }>;
};

export const STEPS = ['bodies', 'departments', 'posts', 'people', 'accounts', 'holdings'] as const;
export type Step = (typeof STEPS)[number] | 'grants';
export type Entry = { step: Step; label: string; index: number };

export const joined = (body: string, name: string) => `${body}/${name}`;
const shortOf = (name: string) => [...name].slice(0, 20).join('');
export const shortNameOf = (body: DirectoryList['bodies'][number]) => body.shortName ?? shortOf(body.name);

/** What of the list is new, in the order in which it can be added. A list that was half imported goes on where it stopped. */
export function planOf(list: DirectoryList, known: Known): { entries: Entry[]; old: Record<string, number> } {
  const entries: Entry[] = [];
  const old: Record<string, number> = {};
  const each = <T>(step: Step, rows: readonly T[], label: (row: T) => string, isKnown: (row: T) => boolean) =>
    rows.forEach((row, index) => {
      if (isKnown(row)) old[step] = (old[step] ?? 0) + 1;
      else entries.push({ step, label: label(row), index });
    });
  each(
    'bodies',
    list.bodies,
    (row) => row.name,
    (row) => known.bodies.has(row.name),
  );
  each(
    'departments',
    list.departments,
    (row) => joined(row.body, row.name),
    (row) => known.departments.has(joined(row.body, row.name)),
  );
  each(
    'posts',
    list.posts,
    (row) => joined(row.body, row.title),
    (row) => known.posts.has(joined(row.body, row.title)),
  );
  each(
    'people',
    list.people,
    (row) => joined(row.body, row.name),
    (row) => known.accounts.has(row.login) || known.people.has(joined(row.body, row.name)),
  );
  each(
    'accounts',
    list.people,
    (row) => `${row.name}(${row.login})`,
    (row) => known.accounts.has(row.login),
  );
  const holds = list.people.map((row, index) => ({ row, index })).filter(({ row }) => row.post !== null);
  for (const { row, index } of holds) {
    if (known.posts.get(joined(row.body, row.post ?? ''))?.holder === row.name) old.holdings = (old.holdings ?? 0) + 1;
    else entries.push({ step: 'holdings', label: `${row.post} · ${row.name}`, index });
  }
  return { entries, old };
}

export type GrantEntry = { row: DirectoryList['people'][number]; role: Role; login: string };

/** The roles of the list that the accounts do not hold yet. */
export function grantsOf(list: DirectoryList, known: Known): { entries: GrantEntry[]; old: number } {
  const all = list.people.flatMap((row) => row.roles.map((role) => ({ row, role, login: row.login })));
  const entries = all.filter(({ login, role }) => !known.accounts.get(login)?.grants.includes(role));
  return { entries, old: all.length - entries.length };
}

/** The scope that a role of the list is granted in; null when the list or the directory lacks what the role needs. */
export function scopeOf({ row, role }: GrantEntry, known: Known) {
  const target = GRANT_TARGETS[role];
  if (target === 'INSTALLATION') return {};
  const departmentId = known.departments.get(joined(row.body, row.department ?? ''));
  const postId = known.posts.get(joined(row.body, row.post ?? ''))?.id;
  const bodyId = known.bodies.get(row.body);
  if (target === 'DEPARTMENT') return departmentId ? { departmentId } : null;
  if (target === 'POST') return postId ? { postId } : null;
  return bodyId ? { bodyId } : null;
}
