import { GraphQLError } from 'graphql';
import { demandClass } from './field-class.ts';
import { filterClass, type ReadType, type Reading } from './model.ts';

const MAX_DEPTH = 4;

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
    const condition = type.filters[name];
    if (condition === undefined) throw new Error(`no filter ${name} for ${type.name}`);
    // What a token may not read it may not search either: rows and counts would tell.
    demandClass(reading.viewer, `the filter ${name} of ${type.name}`, filterClass(type, name));
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
