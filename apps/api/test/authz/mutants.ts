import {
  FIELD_CLASS_RULES,
  MATRIX,
  MATRIX_ROLES,
  MOVES,
  type FieldClass,
  type FindingState,
  type Role,
  type Scope,
  type Verb,
} from '@closeout/domain';
import { PLAIN_CLASSES } from '../../src/graphql/plain-classes.ts';
import { readTypes, type ReadField, type ReadType } from '../../src/read/model.ts';
import { CLASSES, type Actor } from './actors.ts';
import { readObjectTable } from './tables.ts';

/**
 * One change of the running policy. The tables of the policy are plain objects; only here is one of their cells exchanged,
 * in the process of the test, and put back.
 */
export interface Mutant {
  name: string;
  apply: () => () => void;
}

/** Exchanges a value of an object and answers what puts it back. */
export function exchange<T extends object, K extends keyof T>(object: T, key: K, value: T[K]): () => void {
  const before = object[key];
  object[key] = value;
  return () => {
    object[key] = before;
  };
}

/** How far each role's scopes reach, from nothing to everything that its grants can reach; a step is the next wider or narrower. */
const LADDERS: Record<Role, readonly Scope[]> = {
  HANDLER: ['-', 'items', 'dept', 'body'],
  DEPARTMENT_HEAD: ['-', 'lead', 'dept', 'body'],
  LEADER: ['-', 'post', 'body'],
  SECRETARY: ['-', 'body'],
  CLERK: ['-', 'body'],
  DISCIPLINE_GROUP: ['-', 'supervised'],
  INSPECTION_OFFICE: ['-', 'opened', 'granted', 'rounds'],
  SYSTEM_ADMIN: ['-', 'all'],
  SECURITY_ADMIN: ['-', 'all'],
  AUDIT_ADMIN: ['-', 'all'],
  INTEGRATOR: ['-', 'body'],
};

/** Who of the matrix holds a role in the main body or over it. */
export const HOLDERS: Record<Role, readonly Actor[]> = {
  HANDLER: ['handler', 'handler2'],
  DEPARTMENT_HEAD: ['head', 'head2'],
  LEADER: ['leader', 'leader2'],
  SECRETARY: ['secretary'],
  CLERK: ['clerk'],
  DISCIPLINE_GROUP: ['discipline'],
  INSPECTION_OFFICE: ['office'],
  SYSTEM_ADMIN: ['sysadmin'],
  SECURITY_ADMIN: ['secadmin'],
  AUDIT_ADMIN: ['auditadmin'],
  INTEGRATOR: ['integrator', 'token:ALL'],
};

export interface PolicyMutant extends Mutant {
  verb: Verb;
  role: Role;
  from: Scope;
  to: Scope;
}

/** Every cell of the access matrix, one step wider and one step narrower. */
export function policyMutants(): PolicyMutant[] {
  return (Object.keys(MATRIX) as Verb[]).flatMap((verb) =>
    MATRIX_ROLES.flatMap((role, column) => {
      const row = MATRIX[verb] as unknown as Scope[];
      const from = row[column] ?? '-';
      const ladder = LADDERS[role];
      const place = ladder.indexOf(from === 'token' ? 'body' : from);
      const steps = [ladder[place - 1], ladder[place + 1]].filter((one): one is Scope => one !== undefined);
      return steps.map((to) => ({
        name: `${verb} of ${role}: ${from} → ${to}`,
        verb,
        role,
        from,
        to,
        apply: () => exchange(row, column, to),
      }));
    }),
  );
}

export interface ReadMutant extends Mutant {
  type: ReadType;
  /** The field whose class or guard is exchanged; absent: who sees the record at all. */
  field?: string;
  kind: 'visible' | 'hidden' | 'unguarded' | 'class';
}

/** Every type visible to all, and to nobody; every guard taken away. */
export function visibilityMutants(): ReadMutant[] {
  return readTypes()
    .filter((type) => type.prefix !== '')
    .flatMap((type): ReadMutant[] => [
      {
        name: `${type.name} visible to all`,
        type,
        kind: 'visible',
        apply: () => exchange(type, 'visible', () => 'true'),
      },
      {
        name: `${type.name} visible to nobody`,
        type,
        kind: 'hidden',
        apply: () => exchange(type, 'visible', () => 'false'),
      },
      ...Object.entries(type.fields).flatMap(([field, of]): ReadMutant[] =>
        'guarded' in of && of.guarded !== false
          ? [
              {
                name: `${type.name}.${field} unguarded`,
                type,
                field,
                kind: 'unguarded',
                apply: () => exchange(of, 'guarded', false),
              },
            ]
          : [],
      ),
    ]);
}

/** Every field of a record, and of the objects of its row, by path. */
function fieldsOf(fields: Record<string, ReadField>, before: readonly string[] = []): [string, ReadField][] {
  return Object.entries(fields).flatMap(([name, field]): [string, ReadField][] => {
    const path = [...before, name];
    const own: [string, ReadField] = [path.join('.'), field];
    return field.kind === 'group' ? [own, ...fieldsOf(field.fields, path)] : [own];
  });
}

/** Every field of a read model in another class. */
export function classMutants(): ReadMutant[] {
  return readTypes().flatMap((type) =>
    fieldsOf(type.fields).flatMap(([field, of]) => {
      const from = of.class;
      return CLASSES.filter((one) => one !== from).map((to): ReadMutant => ({
        name: `${type.name}.${field}: ${from} → ${to}`,
        type,
        field,
        kind: 'class',
        apply: () => exchange(of, 'class', to),
      }));
    }),
  );
}

export interface StateMutant extends Mutant {
  verb: Verb;
  state: FindingState;
}

/** Every state in which a verb is legal taken away, every other one added. */
export function stateMutants(states: readonly FindingState[]): StateMutant[] {
  return MOVES.flatMap((move) =>
    states.map((state): StateMutant => {
      const legal = move.from.includes(state);
      const from = legal ? move.from.filter((one) => one !== state) : [...move.from, state];
      return {
        name: `${move.verb} ${legal ? 'not' : 'also'} in ${state}`,
        verb: move.verb,
        state,
        apply: () => exchange(move as { from: readonly FindingState[] }, 'from', from),
      };
    }),
  );
}

/** A change that only tokens notice, in these rows (by name) and these fields of their answers. */
export interface TokenMutant extends Mutant {
  touches: (row: string) => boolean;
  fields?: (what: string) => boolean;
}

/** Every filter of a read model in another class. */
export function filterMutants(): TokenMutant[] {
  return readTypes().flatMap((type) =>
    CLASSES.flatMap((from) =>
      Object.entries(type.filters[from] ?? {}).flatMap(([name, filter]) =>
        CLASSES.filter((to) => to !== from).map((to): TokenMutant => {
          const { [name]: _gone, ...left } = type.filters[from] ?? {};
          const filters = { ...type.filters, [from]: left, [to]: { ...type.filters[to], [name]: filter } };
          return {
            name: `filter ${type.name}.${name}: ${from} → ${to}`,
            touches: (row) => row === `${filterNameOf(type.name)}.${name}`,
            apply: () => exchange(type, 'filters', filters),
          };
        }),
      ),
    ),
  );
}

const FILTER_NAMES: Record<string, string> = {
  FindingOutline: 'OutlineFilter',
  MoneySum: 'SumFilter',
  AuditEvent: 'AuditFilter',
};
const filterNameOf = (type: string): string => FILTER_NAMES[type] ?? `${type}Filter`;

/** Every class beside the read model exchanged, and every approver of a class let off. */
export function plainClassMutants(): TokenMutant[] {
  const inputs = Object.entries(PLAIN_CLASSES).flatMap(([type, of]): [object, string, FieldClass, string][] =>
    typeof of === 'string'
      ? [[PLAIN_CLASSES, type, of, type]]
      : Object.entries(of).map(([field, from]) => [of, field, from, `${type}.${field}`]),
  );
  return [
    ...inputs.flatMap(([object, key, from, name]) => {
      const queries = name.startsWith('Query.') ? [name] : queriesTo(name.split('.')[0] ?? '');
      return CLASSES.filter((to) => to !== from).map((to): TokenMutant => ({
        name: `${name}: ${from} → ${to}`,
        touches: (row) => queries.includes(row),
        fields: (what) => what === name || what.startsWith(`${name}.`),
        apply: () => exchange(object, key as never, to as never),
      }));
    }),
    ...CLASSES.map((of): TokenMutant => {
      const rule = FIELD_CLASS_RULES[of];
      const approver = rule.approver === null ? 'SECRETARY' : null;
      return {
        name: `${of} approved by ${approver ?? 'nobody'}`,
        touches: (row) => row === 'Query.statistics',
        apply: () => exchange(rule, 'approver', approver),
      };
    }),
  ];
}

/** The queries that lead to a type without an id. */
function queriesTo(type: string): readonly string[] {
  const via = readObjectTable().types.get(type)?.via ?? [];
  return via.flatMap((field) => (field.startsWith('Query.') ? [field] : queriesTo(field.split('.')[0] ?? '')));
}
