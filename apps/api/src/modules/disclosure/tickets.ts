import { createHmac, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';

/** A ticket that was issued here: its own id, and when its form was opened. */
interface Ticket {
  id: string;
  openedAt: number;
}

export interface Tickets {
  issue(slug: string, item: number, now: number): string;
  /** Null for what was not issued for this item, or by an earlier run. */
  read(ticket: string, slug: string, item: number): Ticket | null;
}

/** Tickets of forms: signed, so that nothing is kept of a form that nobody sends; the key lives as long as the process. */
export function createTickets(): Tickets {
  const key = randomBytes(32);
  const macOf = (slug: string, item: number, rest: string): Buffer =>
    createHmac('sha256', key).update(`${slug}/${item}/${rest}`).digest();
  return {
    issue(slug, item, now) {
      const rest = `${randomUUID()}.${now}`;
      return `${rest}.${macOf(slug, item, rest).toString('base64url')}`;
    },
    read(ticket, slug, item) {
      const [, rest, id, openedAt, mac] = /^(([0-9a-f-]{36})\.(\d{1,15}))\.([\w-]{43})$/.exec(ticket) ?? [];
      if (rest === undefined || id === undefined || mac === undefined) return null;
      const given = Buffer.from(mac, 'base64url');
      const expected = macOf(slug, item, rest);
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
      return { id, openedAt: Number(openedAt) };
    },
  };
}
