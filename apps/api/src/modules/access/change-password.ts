import { demandPassword, DomainError, invalid } from '@closeout/domain';
import type { Services } from '../../server.ts';
import { hashPassword, passwordMatches } from './password-hash.ts';
import { accessEvent, openSession, type Client, type SignedInAccount } from './session-store.ts';
import { LOCK_MS, MAX_FAILURES } from './sign-in-limits.ts';

/** Counts like a sign-in: an open screen is no way to guess the password of whoever left it. */
const RESERVE = `
  UPDATE account SET failed_count = CASE WHEN locked_until IS NULL THEN failed_count + 1 ELSE 1 END,
    locked_until = CASE WHEN locked_until IS NULL AND failed_count + 1 >= ${MAX_FAILURES} THEN $2::timestamptz + interval '${LOCK_MS} milliseconds' END
  WHERE id = $1::uuid AND (locked_until IS NULL OR locked_until <= $2::timestamptz) RETURNING id`;

/** Gives the own account a new password: every other session ends, the present one goes on under a new secret. */
export async function changePassword(
  services: Services,
  account: SignedInAccount,
  passwords: { old: string; new: string },
  client: Client,
): Promise<string> {
  const now = services.now();
  demandPassword(passwords.new, account.login, 'new');
  if (passwords.new === passwords.old) throw invalid('new', 'password.same', 'the new password is the old one');
  const [admitted] = await services.database.query(RESERVE, [account.id, now]);
  if (admitted === undefined)
    throw new DomainError({
      code: 'LIMIT',
      rule: 'access.locked',
      message: 'too many failures: the account is locked for a while',
    });
  if (!(await passwordMatches(account.passwordHash, passwords.old)))
    throw invalid('old', 'password.wrong', 'the present password is not this one');
  const passwordHash = await hashPassword(passwords.new);
  return services.database.db.$transaction(async (tx) => {
    await tx.account.update({
      where: { id: account.id },
      data: { passwordHash, mustChangePassword: false, failedCount: 0, lockedUntil: null, version: { increment: 1 } },
    });
    await tx.session.deleteMany({ where: { accountId: account.id } });
    await tx.auditEvent.create({ data: accessEvent(account, 'changePassword', client, now) });
    return openSession(tx, account.id, client, null, now);
  });
}
