import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';

/** How many different statements are remembered; each is kept prepared by every connection that ran it. */
const REMEMBERED = 400;

/**
 * Names for prepared statements: none the first time a text is seen, so that questions asked once leave nothing behind in
 * the database server; the same name from then on. A text out of use is forgotten and begins anew.
 */
export function statementNames(): (text: string) => string | undefined {
  const names = new LRUCache<string, { name: string | undefined }>({ max: REMEMBERED });
  return (text) => {
    const known = names.get(text);
    if (known === undefined) {
      names.set(text, { name: undefined });
      return undefined;
    }
    known.name ??= createHash('sha1').update(text).digest('base64url');
    return known.name;
  };
}
