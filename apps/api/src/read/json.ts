import {
  getNamedType,
  getNullableType,
  GraphQLBoolean,
  GraphQLInt,
  isEnumType,
  isListType,
  type GraphQLOutputType,
} from 'graphql';

/**
 * JSON text in the making: constant text, and SQL expressions that give the text of a JSON value. PostgreSQL writes text
 * at about half the cost of json_build_object, which looks up the type of every key and value of every row.
 */
export type Json = readonly (string | { readonly sql: string })[];

/** PostgreSQL functions take at most 100 arguments. */
const MAX_ARGUMENTS = 100;

export const NULL: Json = ['null'];

/** An object of these members, in order; the keys are names of the document or the schema (letters, digits, _). */
export function objectJson(members: readonly (readonly [string, Json])[]): Json {
  return ['{', ...members.flatMap(([key, value], at) => [`${at === 0 ? '' : ','}"${key}":`, ...value]), '}'];
}

export const textJson = (name: string): Json => [`"${name}"`];

/** The JSON of any SQL value, NULL included. */
export const anyJson = (expression: string): Json => [{ sql: `coalesce(to_json(${expression}), 'null'::json)` }];

/**
 * The JSON of an SQL value whose GraphQL type tells how it is written: numbers, booleans and the words of an enum need no
 * escaping. A test holds the read model to it: such fields are integers, booleans and enums (or their words) in PostgreSQL.
 */
export function leafJson(type: GraphQLOutputType, expression: string): Json {
  const named = getNamedType(type);
  if (isListType(getNullableType(type))) return anyJson(expression);
  if (named === GraphQLInt || named === GraphQLBoolean) return [{ sql: `coalesce((${expression})::text, 'null')` }];
  if (isEnumType(named)) return [{ sql: `coalesce('"' || (${expression}) || '"', 'null')` }];
  return anyJson(expression);
}

/** The value of a subquery that may find no row. */
export const rowJson = (value: Json, rest: string): Json => [
  { sql: `coalesce((SELECT ${render(value)} ${rest}), 'null')` },
];

/** The value where a condition holds, else null. */
export const whereJson = (condition: string, value: Json): Json => [
  { sql: `CASE WHEN ${condition} THEN ${render(value)} ELSE 'null' END` },
];

/** An array of the values of a subquery's rows; `aggregate` is what follows the separator in string_agg. */
export const rowsJson = (value: string, rest: string, order = ''): Json => [
  '[',
  { sql: `(SELECT string_agg(${value}, ','${order}) ${rest})` },
  ']',
];

/** One SQL expression of type text: neighbouring constants are joined, so that each row concatenates as few parts as can be. */
export function render(json: Json): string {
  const parts: string[] = [];
  let constant = '';
  const close = (): void => {
    if (constant !== '') parts.push(`'${constant.replaceAll("'", "''")}'`);
    constant = '';
  };
  for (const part of json) {
    if (typeof part === 'string') {
      constant += part;
      continue;
    }
    close();
    parts.push(part.sql);
  }
  close();
  const calls: string[] = [];
  for (let at = 0; at < parts.length; at += MAX_ARGUMENTS)
    calls.push(`concat(${parts.slice(at, at + MAX_ARGUMENTS).join(', ')})`);
  return calls.length === 1 ? (calls[0] as string) : `(${calls.join(' || ')})`;
}
