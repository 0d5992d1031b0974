import { FIELD_CLASSES, type FieldClass } from '@closeout/domain';
import { GraphQLError } from 'graphql';
import { demandClass } from './classes.ts';
import type { Filter, ReadType, Reading } from './model.ts';

const MAX_DEPTH = 4;

function filterOf(type: ReadType, name: string): [FieldClass, Filter] {
  for (const cls of FIELD_CLASSES) {
    const filter = type.filters[cls]?.[name];
    if (filter !== undefined) return [cls, filter];
  }
  throw new Error(`no filter ${name} for ${type.name}`);
}

function conditionOf(
  reading: Reading,
  type: ReadType,
  row: string,
  filter: Record<string, unknown>,
  depth: number,
): string {
  if (depth > MAX_DEPTH)
    throw new GraphQLError('filters may be nested four levels deep', {
      extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
    });
  const parts = Object.entries(filter).flatMap(([name, value]): string[] => {
    if (value === undefined || value === null) return [];
    const nested = (one: unknown): string => conditionOf(reading, type, row, one as Record<string, unknown>, depth + 1);
    if (name === 'and') return (value as unknown[]).map(nested);
    if (name === 'or')
      return (value as unknown[]).length === 0 ? [] : [`(${(value as unknown[]).map(nested).join(' OR ')})`];
    if (name === 'not') return [`NOT (${nested(value)})`];
    const [cls, condition] = filterOf(type, name);
    demandClass(reading.viewer, cls, `the filter ${name} of ${type.name}`);
    return [`(${condition(row, value, reading)})`];
  });
  return parts.length === 0 ? 'true' : parts.join(' AND ');
}

/** The typed filter of a connection as ` AND …`; empty when nothing is asked. Absent and null fields do not filter. */
export function filterSql(reading: Reading, type: ReadType, row: string, filter: unknown): string {
  if (filter === undefined || filter === null) return '';
  return ` AND ${conditionOf(reading, type, row, filter as Record<string, unknown>, 1)}`;
}

/** `field IN (values)` for enums and texts. */
export const within =
  (column: string, cast: string) =>
  (row: string, value: unknown, reading: Reading): string =>
    `${row}.${column} = ANY(${reading.statement.param(value, `text[]::${cast}[]`)})`;

/** A range of days `{ from, to }`, both ends included. */
export const dayRange =
  (column: string) =>
  (row: string, value: unknown, reading: Reading): string => {
    const { from, to } = value as { from?: string | null; to?: string | null };
    const parts = [
      ...(from ? [`${row}.${column} >= ${reading.statement.param(from, 'text::date')}`] : []),
      ...(to ? [`${row}.${column} <= ${reading.statement.param(to, 'text::date')}`] : []),
    ];
    return parts.length === 0 ? 'true' : parts.join(' AND ');
  };
