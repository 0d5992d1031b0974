import type { RequestHandler, Response } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { placeOf } from '../access/sign-in-limits.ts';

type Refuse = (response: Response, status: number, heading: string, words: string) => void;

/** How many public pages an address opens in a minute; 0 lifts the limit. Refused in words, as a page. */
export function readerLimit(perMinute: number, refuse: Refuse): RequestHandler {
  if (perMinute === 0) return (_request, _response, next) => next();
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
  return async (request, response, next) => {
    try {
      await limiter.consume(placeOf(request.ip ?? ''));
      next();
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      response.set('Retry-After', String(Math.max(1, Math.ceil(error.msBeforeNext / 1_000))));
      refuse(response, 429, '访问过于频繁', '请过一分钟再试。');
    }
  };
}
