import { PLAN_KINDS } from '@closeout/domain/vocabulary';
import type { FindingFilter, FindingOrder, FindingState, PlanKind, RemediationType } from '../../gql/graphql.ts';

export const LEDGER_VIEWS = ['ledger', 'findings', 'tasks', 'duties'] as const;
export type LedgerView = (typeof LEDGER_VIEWS)[number];

export const FINDING_STATES = ['UNCLAIMED', 'RECTIFYING', 'IN_REVIEW', 'CONTINUING', 'CLOSED', 'RECORDED'] as const;
export const OPEN_STATES: readonly FindingState[] = ['UNCLAIMED', 'RECTIFYING', 'IN_REVIEW', 'CONTINUING'];
/** States in which a deadline runs; the server counts the same ones. */
export const RUNNING_STATES: readonly FindingState[] = ['UNCLAIMED', 'RECTIFYING', 'IN_REVIEW'];
export const REMEDIATION_TYPES = ['IMMEDIATE', 'STAGED', 'CONTINUING'] as const;
const SORTS = ['due', 'updated', 'state'] as const;
export type LedgerSort = (typeof SORTS)[number];

/** The whole state of the ledger as it stands in the URL; absent means all, or the usual. */
export type LedgerSearch = {
  inspection?: string;
  view?: LedgerView;
  leader?: string;
  department?: string;
  aspect?: string;
  handler?: string;
  state?: FindingState[];
  type?: RemediationType;
  plan?: PlanKind;
  from?: string;
  to?: string;
  overdue?: true;
  returned?: true;
  outstanding?: true;
  mine?: true;
  q?: string;
  sort?: LedgerSort;
  desc?: true;
};

const text = (value: unknown) =>
  (typeof value === 'string' || typeof value === 'number') && String(value).trim() !== ''
    ? String(value).trim().slice(0, 200)
    : undefined;
const id = (value: unknown, prefix: string) =>
  typeof value === 'string' && value.startsWith(`${prefix}_`) ? value : undefined;
const day = (value: unknown) => (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? value : undefined);
const yes = (value: unknown) => (value === true || value === 'true' || value === 1 ? (true as const) : undefined);
const oneOf = <T extends string>(value: unknown, all: readonly T[]) => all.find((each) => each === value);
const someOf = <T extends string>(value: unknown, all: readonly T[]) => {
  const given = (Array.isArray(value) ? value : [value]).filter((each) => all.includes(each as T)) as T[];
  return given.length > 0 ? given : undefined;
};

/** Reads the URL; what is not understood is dropped, so that an old or mistyped link still opens the ledger. */
export function validateLedgerSearch(raw: Record<string, unknown>): LedgerSearch {
  const search: LedgerSearch = {
    inspection: id(raw.inspection, 'ins'),
    view: oneOf(raw.view, LEDGER_VIEWS.slice(1)),
    leader: id(raw.leader, 'pst'),
    department: id(raw.department, 'dep'),
    aspect: id(raw.aspect, 'asp'),
    handler: id(raw.handler, 'per'),
    state: someOf(raw.state, FINDING_STATES),
    type: oneOf(raw.type, REMEDIATION_TYPES),
    plan: oneOf(raw.plan, PLAN_KINDS),
    from: day(raw.from),
    to: day(raw.to),
    overdue: yes(raw.overdue),
    returned: yes(raw.returned),
    outstanding: yes(raw.outstanding),
    mine: yes(raw.mine),
    q: text(raw.q),
    sort: oneOf(raw.sort, SORTS),
    desc: yes(raw.desc),
  };
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined));
}

const FILTER_KEYS = [
  'leader',
  'department',
  'aspect',
  'handler',
  'state',
  'type',
  'plan',
  'from',
  'to',
  'overdue',
  'returned',
  'outstanding',
  'mine',
  'q',
] as const satisfies readonly (keyof LedgerSearch)[];

/** Whether the list is narrower than the whole inspection. */
export const isFiltered = (search: LedgerSearch): boolean => FILTER_KEYS.some((key) => search[key] !== undefined);

/** The same place without any filter: view, inspection and order stay. */
export function withoutFilters(search: LedgerSearch): LedgerSearch {
  const kept = Object.entries(search).filter(([key]) => !(FILTER_KEYS as readonly string[]).includes(key));
  return Object.fromEntries(kept);
}

/** The API's filter for the rows of this URL. A range of due days asks for deadlines that still run. */
export function filterOf(search: LedgerSearch, inspectionId: string): FindingFilter {
  const due = search.from ?? search.to;
  const filter: FindingFilter = {
    inspectionId,
    leaderId: search.leader,
    departmentId: search.department,
    aspectId: search.aspect,
    handlerId: search.handler,
    state: search.state ?? (due ? [...RUNNING_STATES] : undefined),
    remediationType: search.type && [search.type],
    plan: search.plan && [search.plan],
    dueOn: due ? { from: search.from, to: search.to } : undefined,
    overdue: search.overdue,
    returned: search.returned,
    outstanding: search.outstanding,
    waitsForMe: search.mine,
    text: search.q,
  };
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}

const FIELD = { due: 'DUE', updated: 'UPDATED', state: 'STATE' } as const;

/** The API's order of this URL; by number when nothing is chosen. */
export function orderOf(search: LedgerSearch): FindingOrder {
  return { field: search.sort ? FIELD[search.sort] : 'SEQ', direction: search.desc ? 'DESC' : 'ASC' };
}

/** Calendar arithmetic on `2024-06-18` style days. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
