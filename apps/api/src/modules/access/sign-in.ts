import { setTimeout as sleep } from 'node:timers/promises';
import { LIMITS } from '@closeout/domain';
import type { Services } from '../../server.ts';
import { hashPassword, needsRenewal, passwordMatches } from './password-hash.ts';
import { accessEvent, openSession, type Client, type SignedInAccount } from './session-store.ts';
import { LOCK_MS, MAX_FAILURES, type SignInLimits } from './sign-in-limits.ts';

export type SignIn =
  | { kind: 'in'; secret: string; mustChangePassword: boolean }
  | { kind: 'wrong' }
  | { kind: 'locked'; retryAt: Date; status: 423 | 429 };

/** Counts the attempt before the password is compared: of any number of parallel ones at most five are compared. */
const RESERVE = `
  UPDATE account a SET
    failed_count = CASE WHEN a.locked_until IS NULL THEN a.failed_count + 1 ELSE 1 END,
    locked_until = CASE WHEN a.locked_until IS NULL AND a.failed_count + 1 >= ${MAX_FAILURES} THEN $2::timestamptz + interval '${LOCK_MS} milliseconds' END
  FROM person n
  WHERE a.login = $1 AND a.active AND n.id = a.person_id AND (a.locked_until IS NULL OR a.locked_until <= $2::timestamptz)
  RETURNING a.id, a.login, a.password_hash AS "passwordHash", a.must_change_password AS "mustChangePassword", n.name`;
const LOCKED = `SELECT locked_until AS "lockedUntil" FROM account WHERE login = $1 AND active`;

/** Refusals are told at whole steps of this time: a lookup or write more, or none, cannot be told from outside. */
const STEP_MS = 150;

async function atNextStep(started: number): Promise<void> {
  const spent = performance.now() - started;
  await sleep(Math.ceil(spent / STEP_MS) * STEP_MS - spent);
}

export interface Attempt {
  login: string;
  password: string;
  client: Client;
  /** The session cookie the browser came with. */
  old: string | null;
}

/** Lets somebody in who knows the password of an active account that is not locked. Unknown accounts answer and last like known ones. */
export async function signIn(services: Services, limits: SignInLimits, attempt: Attempt): Promise<SignIn> {
  const started = performance.now();
  const now = services.now();
  const login = attempt.login.trim().normalize('NFKC').toLowerCase().slice(0, LIMITS.login);
  const wait = limits.admit(attempt.client.address, login, now.getTime());
  if (wait !== null) return { kind: 'locked', retryAt: wait, status: 429 };
  const [account] = await services.database.query<SignedInAccount>(RESERVE, [login, now]);
  if (account === undefined) {
    const [known] = await services.database.query<{ lockedUntil: Date | null }>(LOCKED, [login]);
    const retryAt = known === undefined ? limits.unknownLogin(login, now.getTime()) : known.lockedUntil;
    if (retryAt !== null) {
      await atNextStep(started);
      return { kind: 'locked', retryAt, status: 423 };
    }
  }
  const right =
    attempt.password.length <= LIMITS.password &&
    (await passwordMatches(account?.passwordHash ?? null, attempt.password));
  if (account === undefined || !right) {
    await services.database.db.auditEvent.create({
      data: accessEvent(account ?? null, 'signInFailed', attempt.client, now, false),
    });
    await atNextStep(started);
    return { kind: 'wrong' };
  }
  limits.succeeded(attempt.client.address, login);
  return {
    kind: 'in',
    secret: await letIn(services, account, attempt),
    mustChangePassword: account.mustChangePassword,
  };
}

async function letIn(
  services: Services,
  account: SignedInAccount,
  { password, client, old }: Attempt,
): Promise<string> {
  const now = services.now();
  const renewed = needsRenewal(account.passwordHash) ? { passwordHash: await hashPassword(password) } : {};
  return services.database.db.$transaction(async (tx) => {
    await tx.account.update({
      where: { id: account.id },
      data: { failedCount: 0, lockedUntil: null, lastSignInAt: now, ...renewed },
    });
    await tx.auditEvent.create({ data: accessEvent(account, 'signIn', client, now) });
    return openSession(tx, account.id, client, old, now);
  });
}
