import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { DomainError } from '@closeout/domain';

const ARGON2ID = 2;

/** argon2id with 46 MiB, one pass, one lane (OWASP's first choice); older hashes keep their own parameters and are renewed at sign-in. */
const PARAMETERS = { algorithm: ARGON2ID, memoryCost: 47_104, timeCost: 1, parallelism: 1 } as const;
const CURRENT = '$argon2id$v=19$m=47104,t=1,p=1$';

/** At most this many hashes at once (4 × 46 MiB), and this many waiting: a flood of sign-ins must not starve the rest. */
const AT_ONCE = 4;
const WAITING = 200;

let running = 0;
const queue: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (queue.length >= WAITING)
      throw new DomainError({
        code: 'LIMIT',
        rule: 'access.busy',
        message: 'too many sign-ins at once; try again in a moment',
      });
    await new Promise<void>((resolve) => queue.push(resolve));
  }
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    queue.shift()?.();
  }
}

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, PARAMETERS));

let dummy: Promise<string> | null = null;

/** Compares a password with a stored hash; without a hash (no such account) a dummy is compared, so that both take the same time. */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  dummy ??= hashPassword(randomBytes(16).toString('hex'));
  const against = stored ?? (await dummy);
  const same = await inTurn(() => verify(against, password).catch(() => false));
  return stored !== null && same;
}

/** Whether a hash was made with weaker parameters than today's. */
export const needsRenewal = (stored: string): boolean => !stored.startsWith(CURRENT);

/** Characters that cannot be mistaken for one another when read from paper or a telephone. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password to be handed over once: 16 characters in groups, some 79 bits. */
export function oneTimePassword(): string {
  let text = '';
  while (text.length < 16)
    for (const byte of randomBytes(32)) if (byte < 248 && text.length < 16) text += ALPHABET[byte % ALPHABET.length];
  return text.replace(/(.{4})(?=.)/g, '$1-');
}
