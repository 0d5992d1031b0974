import { isDay, LIMITS } from '@closeout/domain';
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const bad = (message: string): never => {
  throw new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });
};

function parseFen(value: unknown): bigint {
  if (typeof value !== 'string' || !/^-?\d{1,15}$/.test(value))
    return bad('Fen is a decimal string of whole fen, such as "829400"');
  const fen = BigInt(value);
  return fen < 0n || fen > LIMITS.fen ? bad(`Fen lies between 0 and ${LIMITS.fen}`) : fen;
}

/** Money: whole fen as a decimal string; parsed to bigint. */
export const Fen = new GraphQLScalarType<bigint, string>({
  name: 'Fen',
  description: 'Money in whole fen (1/100 yuan) as a decimal string, never negative, at most 10 billion yuan.',
  serialize: (value) => String(value),
  parseValue: parseFen,
  parseLiteral: (node) => (node.kind === Kind.STRING ? parseFen(node.value) : bad('Fen is written as a string')),
});

/** The days that records speak of. A day outside is a slip of the pen: 0206 for 2026. */
const [FIRST, LAST] = ['1900-01-01', '2199-12-31'];
const parseDay = (value: unknown): string =>
  typeof value === 'string' && isDay(value) && value >= FIRST && value <= LAST
    ? value
    : bad(`Date is a calendar day YYYY-MM-DD that exists, from ${FIRST} to ${LAST}`);

/** A calendar day in Asia/Shanghai; stays text, so no time zone can shift it. */
export const Day = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'A calendar day YYYY-MM-DD in Asia/Shanghai, from 1900 to 2199.',
  serialize: (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : String(value)),
  parseValue: parseDay,
  parseLiteral: (node) => (node.kind === Kind.STRING ? parseDay(node.value) : bad('Date is written as a string')),
});

function parseInstant(value: unknown): Date {
  const date = typeof value === 'string' ? new Date(value) : new Date(Number.NaN);
  return Number.isNaN(date.getTime()) ? bad('DateTime is an ISO 8601 instant') : date;
}

/** An instant in UTC. */
export const Instant = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'An instant in ISO 8601 with its offset; the ledger stores UTC.',
  serialize: (value) => (value instanceof Date ? value.toISOString() : String(value)),
  parseValue: parseInstant,
  parseLiteral: (node) =>
    node.kind === Kind.STRING ? parseInstant(node.value) : bad('DateTime is written as a string'),
});

/** Any JSON value, for parsed sources and audit details. */
export const Json = new GraphQLScalarType({
  name: 'JSON',
  description: 'A JSON value whose shape is documented where it is used.',
  serialize: (value) => value,
  parseValue: (value) => value,
});
