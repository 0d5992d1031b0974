import { isIPv6 } from 'node:net';
import { LRUCache } from 'lru-cache';

/** Five failures lock an account, or a name that is none, for a quarter of an hour. */
export const MAX_FAILURES = 5;
export const LOCK_MS = 15 * 60_000;

/** Failures an address has free, for a whole body sits behind one; from then on it waits, at most half a minute each time. */
const FREE = 20;
const LONGEST_WAIT_MS = 30_000;
const REMEMBERED = 20_000;

/** One household or office: an IPv6 network of 64 bits counts as one address. */
export const placeOf = (address: string): string =>
  isIPv6(address) && !address.startsWith('::ffff:') ? address.split(':').slice(0, 4).join(':') : address;

export interface SignInLimits {
  /** Counts an attempt before anything is compared, so that parallel ones cannot slip through; a day in the future means: not now. */
  admit(address: string, login: string, now: number): Date | null;
  /** Takes the attempt back, and remembers that this login has been here: an attacker beside it cannot keep it out. */
  succeeded(address: string, login: string): void;
  /** The lock of a name that is no account, counted like a real one's so that nobody can tell them apart. */
  unknownLogin(login: string, now: number): Date | null;
}

/** Bounds guessing per address and for names that are no accounts, in memory; the locks of accounts stand in the database. */
export function createSignInLimits(): SignInLimits {
  const places = new LRUCache<string, { failures: number; last: number }>({ max: REMEMBERED });
  const guests = new LRUCache<string, true>({ max: REMEMBERED });
  const names = new LRUCache<string, { failures: number; lockedUntil: number }>({ max: REMEMBERED });
  return {
    admit(address, login, now) {
      const place = placeOf(address);
      if (guests.has(`${place} ${login}`)) return null;
      const known = places.get(place);
      const { failures, last } = known !== undefined && now - known.last < LOCK_MS ? known : { failures: 0, last: 0 };
      const wait = failures < FREE ? 0 : Math.min(LONGEST_WAIT_MS, 1_000 * 2 ** Math.min(failures - FREE, 10));
      if (now < last + wait) return new Date(last + wait);
      places.set(place, { failures: failures + 1, last: now });
      return null;
    },
    succeeded(address, login) {
      const place = placeOf(address);
      const guest = `${place} ${login}`;
      const known = places.get(place);
      if (known !== undefined && !guests.has(guest)) places.set(place, { ...known, failures: known.failures - 1 });
      guests.set(guest, true);
    },
    unknownLogin(login, now) {
      const known = names.get(login);
      if (known !== undefined && known.lockedUntil > now) return new Date(known.lockedUntil);
      const failures = known === undefined || known.lockedUntil > 0 ? 1 : known.failures + 1;
      names.set(login, { failures, lockedUntil: failures >= MAX_FAILURES ? now + LOCK_MS : 0 });
      return null;
    },
  };
}
