import type { CommentForm } from '@closeout/disclosure';
import { DomainError, judgeIntake, LIMITS, readComment, type Refusal as Refused } from '@closeout/domain';
import type { Request } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Rates } from '../../http/rate-limits.ts';
import type { Services } from '../../server.ts';
import { placeOf } from '../access/sign-in-limits.ts';
import { linksOf } from './public-answers.ts';
import { leaveComment } from './public-comments.ts';
import { createTickets } from './tickets.ts';

const HOUR_SECONDS = 3_600;

const fieldOf = ({ body }: Request, name: string): string => {
  const value: unknown = (body as Record<string, unknown> | undefined)?.[name];
  return typeof value === 'string' ? value : '';
};

/** Why it was not taken, in words; what was typed stays. */
export interface Refusal {
  status: number;
  error: string;
  /** A form that is too old is opened afresh. */
  afresh?: boolean;
}

function textOf(typed: string): { text: string } | Refusal {
  try {
    return { text: readComment(typed) };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const [refusal] = error.refusals;
    const { rule, params } = refusal as Refused;
    if (rule === 'comments.empty') return { status: 422, error: '请填写留言内容。' };
    if (rule !== 'input.length') return { status: 422, error: '留言里有不能显示的字符，请删除后再提交。' };
    return { status: 422, error: `留言最多${params?.['limit']}字，现在${params?.['length']}字，请缩短后再提交。` };
  }
}

/** Comments of an address, and on an item, within an hour. */
function hourly(rates: Rates): (request: Request, slug: string, item: number) => Promise<boolean> {
  const limiter = (points: number) => (points === 0 ? null : new RateLimiterMemory({ points, duration: HOUR_SECONDS }));
  const [byAddress, byItem] = [limiter(rates.commenter), limiter(rates.commented)];
  return async (request, slug, item) => {
    try {
      await byAddress?.consume(placeOf(request.ip ?? ''));
      await byItem?.consume(`${slug}/${item}`);
      return true;
    } catch (error) {
      if (error instanceof RateLimiterRes) return false;
      throw error;
    }
  };
}

const TOO_OLD: Refusal = { status: 422, error: '页面打开太久，请核对后再次提交。', afresh: true };
const TOO_FAST: Refusal = { status: 422, error: '提交得太快，请核对后再次提交。' };
const TOO_MANY: Refusal = { status: 429, error: '留言过于频繁，请一小时后再提交。' };

export interface CommentDesk {
  openForm(slug: string, item: number): CommentForm;
  /** The form of a comment that is given back, with what was typed. */
  formAgain(request: Request, slug: string, item: number, refusal: Refusal): CommentForm;
  /** Null: taken, or thanked for. CLOSED: the item takes none any more. */
  take(request: Request, slug: string, item: number): Promise<Refusal | 'CLOSED' | null>;
}

/**
 * Where comments are taken, without session or puzzle. A signed ticket stands for the opened form: sent twice it is kept once. The field
 * that nobody sees, the shortest time and the limits of an hour stop programs.
 */
export function commentDesk({ database: { db }, settings, now }: Services): CommentDesk {
  const tickets = createTickets();
  const admit = hourly(settings.rates);
  const formOf = (slug: string, item: number, ticket: string): CommentForm => ({
    action: `${linksOf(slug).item(item)}#comment`,
    ticket,
    limit: LIMITS.comment,
  });
  const openForm = (slug: string, item: number): CommentForm =>
    formOf(slug, item, tickets.issue(slug, item, now().getTime()));
  return {
    openForm,
    formAgain(request, slug, item, { error, afresh }) {
      const form = afresh ? openForm(slug, item) : formOf(slug, item, fieldOf(request, 'ticket'));
      return { ...form, typed: fieldOf(request, 'text'), error };
    },
    async take(request, slug, item) {
      const ticket = tickets.read(fieldOf(request, 'ticket'), slug, item);
      const openedAt = ticket?.openedAt ?? null;
      const intake = judgeIntake({ trap: fieldOf(request, 'website'), openedAt, now: now().getTime() });
      if (intake === 'SWALLOWED') return null;
      if (ticket === null || intake === 'STALE') return TOO_OLD;
      if (intake === 'HASTY') return TOO_FAST;
      const read = textOf(fieldOf(request, 'text'));
      if ('error' in read) return read;
      if (!(await admit(request, slug, item))) return TOO_MANY;
      const left = await leaveComment(db, { slug, item, text: read.text, ticket: ticket.id, at: now() });
      return left ? null : 'CLOSED';
    },
  };
}
