import { isIP } from 'node:net';
import { z } from 'zod';
import type { RequestLimits } from './graphql/limits/request-limits.ts';
import type { Rates } from './http/rate-limits.ts';

/** A whole number between two bounds, with its words. */
const whole = (from: number, to: number, byDefault: number, what: string) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .refine((value) => value >= from && value <= to, 'out of range')
    .default(byDefault)
    .describe(`a whole number from ${from} to ${to} (${what}; ${byDefault} unless set)`);

const BITS = { 4: 32, 6: 128 } as const;

/** An address, or a network as ADDRESS/BITS. */
function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const family = isIP(address);
  if (more.length > 0 || (family !== 4 && family !== 6)) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= BITS[family]);
}

/** Addresses, not a number of hops: a caller who reaches the port past the proxy must not be believed. */
const networks = z
  .string()
  .transform((text) => text.split(',').map((one) => one.trim()))
  .refine((list) => list.every(isNetwork), 'not addresses')
  .default([])
  .describe(
    'addresses or networks of the proxies whose X-Forwarded-For is believed, such as 10.0.0.7, 172.16.0.0/12 (none unless set)',
  );

/** Settings of the API, by the names of the environment; part of the settings in config.ts. */
export const API_SETTINGS = {
  IDEMPOTENCY_HOURS: whole(1, 720, 24, 'hours for which a write’s answer is kept for repeats with its Idempotency-Key'),
  CHANGES_DAYS: whole(1, 3_650, 90, 'days for which a mirror may stay away and still hear what was removed'),
  JOB_RESULT_DAYS: whole(1, 365, 7, 'days for which the file that a job made can be fetched'),
  GRAPHQL_TOKENS: whole(500, 100_000, 4_000, 'words and signs of a GraphQL document'),
  GRAPHQL_FIELDS: whole(100, 100_000, 2_000, 'fields of an operation, fragments written out'),
  GRAPHQL_DEPTH: whole(5, 100, 20, 'levels of fields within fields'),
  GRAPHQL_ALIASES: whole(0, 10_000, 50, 'aliases of an operation'),
  GRAPHQL_DIRECTIVES: whole(0, 10_000, 50, 'directives of an operation'),
  GRAPHQL_ROOT_FIELDS: whole(1, 1_000, 20, 'fields at the root of an operation'),
  GRAPHQL_COPIES: whole(1, 1_000, 60, 'times that one selection may hold the same field'),
  GRAPHQL_OPERATIONS: whole(1, 1_000, 10, 'operations of a document'),
  GRAPHQL_COST: whole(1_000, 100_000_000, 500_000, 'records that an operation may visit by its page sizes'),
  GRAPHQL_VARIABLES: whole(1_000, 500_000, 256_000, 'bytes of the variables'),
  GRAPHQL_ENTRIES: whole(100, 100_000, 1_000, 'entries of all lists of the arguments together'),
  RATE_SESSION: whole(0, 1_000_000, 1_200, 'requests of a session per minute, 0 for any number'),
  RATE_TOKEN: whole(0, 1_000_000, 3_000, 'points of a token per minute, 0 for any number'),
  RATE_STRANGER: whole(
    0,
    1_000_000,
    60,
    'requests of an address per minute that nobody is signed in for, 0 for any number',
  ),
  RATE_READER: whole(0, 1_000_000, 600, 'public pages of an address per minute, 0 for any number'),
  RATE_COMMENTER: whole(0, 1_000_000, 6, 'comments of an address per hour, 0 for any number'),
  RATE_COMMENTED: whole(0, 1_000_000, 60, 'comments on an item per hour, 0 for any number'),
  TRUSTED_PROXIES: networks,
  CHROMIUM_PATH: z
    .string()
    .optional()
    .describe('the path of a Chromium that prints official documents as PDF (none unless set)'),
};

/** Bounds and times of the API that an installation may set. */
export interface ApiSettings {
  /** For so long a repeat with the same Idempotency-Key gets the same answer. */
  readonly idempotencyHours: number;
  /** For so long a removal is told to a mirror; who asks more seldom reads everything again. */
  readonly changesDays: number;
  /** For so long the file that a job made can be fetched; then it is removed. */
  readonly jobResultDays: number;
  /** How much one GraphQL request may ask; refused before it is carried out. */
  readonly limits: RequestLimits;
  /** How often it may be asked. */
  readonly rates: Rates;
  /** Whose X-Forwarded-For tells where a request came from; else the address is the connection's. */
  readonly trustedProxies: readonly string[];
  /** Prints official documents as PDF; undefined: they are .docx alone. */
  readonly chromiumPath: string | undefined;
}

const shape = z.object(API_SETTINGS);

export const readApiSettings = (data: z.infer<typeof shape>): ApiSettings => ({
  idempotencyHours: data.IDEMPOTENCY_HOURS,
  changesDays: data.CHANGES_DAYS,
  jobResultDays: data.JOB_RESULT_DAYS,
  limits: {
    tokens: data.GRAPHQL_TOKENS,
    fields: data.GRAPHQL_FIELDS,
    depth: data.GRAPHQL_DEPTH,
    aliases: data.GRAPHQL_ALIASES,
    directives: data.GRAPHQL_DIRECTIVES,
    rootFields: data.GRAPHQL_ROOT_FIELDS,
    copies: data.GRAPHQL_COPIES,
    operations: data.GRAPHQL_OPERATIONS,
    cost: data.GRAPHQL_COST,
    variables: data.GRAPHQL_VARIABLES,
    entries: data.GRAPHQL_ENTRIES,
  },
  rates: {
    session: data.RATE_SESSION,
    token: data.RATE_TOKEN,
    stranger: data.RATE_STRANGER,
    reader: data.RATE_READER,
    commenter: data.RATE_COMMENTER,
    commented: data.RATE_COMMENTED,
  },
  trustedProxies: data.TRUSTED_PROXIES,
  chromiumPath: data.CHROMIUM_PATH,
});

export const DEFAULT_API_SETTINGS = readApiSettings(shape.parse({}));

/** For measurements and tests that ask more than people do. */
export const NO_RATES: Rates = { session: 0, token: 0, stranger: 0, reader: 0, commenter: 0, commented: 0 };
