import type { IncomingMessage } from 'node:http';
import type { Request, RequestHandler, Response } from 'express';
import { GraphQLError } from 'graphql';
import { LRUCache } from 'lru-cache';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { bearerOf, hashSecret, sessionCookieOf } from '../modules/access/credentials.ts';
import { placeOf } from '../modules/access/sign-in-limits.ts';

/** Points per minute; 0 lifts the limit. */
export interface Rates {
  /** Of a session: one per request. */
  readonly session: number;
  /** Of a token: one per request and one per thousand of a query's cost. */
  readonly token: number;
  /** Of an address: one per request that nobody was signed in for. */
  readonly stranger: number;
  /** Of an address: public pages. */
  readonly reader: number;
  /** Per hour, of an address: comments. */
  readonly commenter: number;
  /** Per hour, on one item: comments. */
  readonly commented: number;
}

const WINDOW_SECONDS = 60;
const COST_PER_POINT = 1_000;
/** Sessions and tokens that were answered: a flood from beside them does not shut them out. */
const REMEMBERED = 20_000;

/** Where a caller stands within its minute. */
interface Standing {
  limit: number;
  used: RateLimiterRes;
  over: boolean;
}

export interface RateLimits {
  /** Stands before every route that looks a caller up: counts the request, says how many are left, refuses beyond. */
  readonly count: RequestHandler;
  /** Takes what a query costs beyond its one point; throws where that is more than is left. Answers the headers. */
  spend(request: IncomingMessage, cost: number): Promise<Record<string, string>>;
  /** A session that was just opened is no stranger's. */
  know(secret: string): void;
}

const headersOf = ({ limit, used }: Standing): Record<string, string> => ({
  'RateLimit-Policy': `${limit};w=${WINDOW_SECONDS}`,
  'RateLimit-Limit': String(limit),
  'RateLimit-Remaining': String(Math.max(0, used.remainingPoints)),
  'RateLimit-Reset': String(Math.ceil(used.msBeforeNext / 1_000)),
});

const MESSAGE = 'too many requests: wait as long as Retry-After says';
const waitOf = ({ used }: Standing): number => Math.max(1, Math.ceil(used.msBeforeNext / 1_000));

function refuse(request: Request, response: Response, standing: Standing): void {
  const retryAfter = waitOf(standing);
  const extensions = { code: 'RATE_LIMITED', retryAfter };
  response.status(429).set({ ...headersOf(standing), 'Retry-After': String(retryAfter) });
  if (request.originalUrl.startsWith('/graphql')) response.json({ errors: [{ message: MESSAGE, extensions }] });
  else response.json({ ...extensions, message: MESSAGE });
}

/** The same refusal where it is the query's cost that is too much. */
const tooDear = (headers: Record<string, string>, retryAfter: number): GraphQLError =>
  new GraphQLError(MESSAGE, {
    extensions: {
      code: 'RATE_LIMITED',
      retryAfter,
      http: { status: 429, headers: new Map(Object.entries({ ...headers, 'retry-after': String(retryAfter) })) },
    },
  });

const limiter = (points: number): RateLimiterMemory | null =>
  points === 0 ? null : new RateLimiterMemory({ points, duration: WINDOW_SECONDS });

async function take(of: RateLimiterMemory, key: string, points: number): Promise<Standing> {
  try {
    return { limit: of.points, used: await of.consume(key, points), over: false };
  } catch (error) {
    if (error instanceof RateLimiterRes) return { limit: of.points, used: error, over: true };
    throw error;
  }
}

interface Credential {
  key: string;
  of: 'session' | 'token';
}

function credentialOf(request: IncomingMessage): Credential | null {
  const bearer = bearerOf(request);
  const secret = bearer ?? sessionCookieOf(request);
  if (secret === null) return null;
  return { key: hashSecret(secret).toString('base64'), of: bearer === null ? 'session' : 'token' };
}

/** How much each session and token may ask per minute, and how often an address may be nobody; counted in memory. */
export function createRateLimits(rates: Rates): RateLimits {
  const limiters = { session: limiter(rates.session), token: limiter(rates.token) };
  const strangers = limiter(rates.stranger);
  const known = new LRUCache<string, true>({ max: REMEMBERED });

  /** Nobody's requests count once they are answered with 401; whoever sends too many is not looked up any more. */
  async function strangerStanding(request: Request, response: Response): Promise<Standing | null> {
    if (strangers === null) return null;
    const place = placeOf(request.ip ?? '');
    const used = await strangers.get(place);
    if (used !== null && used.consumedPoints >= strangers.points) return { limit: strangers.points, used, over: true };
    response.on('finish', () => {
      if (response.statusCode === 401) void strangers.penalty(place, 1);
    });
    return null;
  }

  return {
    know: (secret) => void known.set(hashSecret(secret).toString('base64'), true),
    count: async (request, response, next) => {
      const credential = credentialOf(request);
      if (credential === null || !known.has(credential.key)) {
        const standing = await strangerStanding(request, response);
        if (standing !== null) return refuse(request, response, standing);
        response.on('finish', () => {
          if (credential !== null && response.statusCode !== 401) known.set(credential.key, true);
        });
      }
      const own = credential === null ? null : limiters[credential.of];
      if (credential === null || own === null) return next();
      const standing = await take(own, credential.key, 1);
      if (standing.over) return refuse(request, response, standing);
      response.set(headersOf(standing));
      next();
    },
    spend: async (request, cost) => {
      const credential = credentialOf(request);
      const points = Math.floor(cost / COST_PER_POINT);
      const own = credential?.of === 'token' ? limiters.token : null;
      if (credential === null || own === null || points === 0) return {};
      const standing = await take(own, credential.key, points);
      const headers = headersOf(standing);
      if (standing.over) throw tooDear(headers, waitOf(standing));
      return headers;
    },
  };
}
