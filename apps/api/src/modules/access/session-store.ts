import type { Prisma } from '@closeout/prisma/client';
import type { Services } from '../../server.ts';
import { hashSecret, newSecret } from './credentials.ts';
import { SESSION_IDLE, type Query } from './load-viewer.ts';

/** A session ends 12 hours after the sign-in, whatever is done with it. */
export const SESSION_SECONDS = 12 * 60 * 60;

/** Where a request came from, kept with the session for the person to recognise it. */
export interface Client {
  address: string;
  userAgent: string;
}

export interface SignedInAccount {
  id: string;
  login: string;
  passwordHash: string;
  mustChangePassword: boolean;
  name: string;
}

const bytes = (secret: string): Uint8Array<ArrayBuffer> => new Uint8Array(hashSecret(secret));

/** Opens a session under a new secret and ends the one the browser came with, so that nobody can plant one. */
export async function openSession(
  tx: Prisma.TransactionClient,
  accountId: string,
  client: Client,
  old: string | null,
  now: Date,
): Promise<string> {
  const secret = newSecret();
  await tx.session.deleteMany({
    where: { OR: [{ accountId, expiresAt: { lte: now } }, ...(old === null ? [] : [{ tokenHash: bytes(old) }])] },
  });
  await tx.session.create({
    data: {
      accountId,
      tokenHash: bytes(secret),
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + SESSION_SECONDS * 1_000),
      address: client.address,
      userAgent: client.userAgent.slice(0, 300),
    },
  });
  return secret;
}

const BY_SECRET = `
  SELECT a.id, a.login, a.password_hash AS "passwordHash", a.must_change_password AS "mustChangePassword", n.name
  FROM session s JOIN account a ON a.id = s.account_id JOIN person n ON n.id = a.person_id
  WHERE s.token_hash = $1::bytea AND a.active AND s.expires_at > $2::timestamptz AND s.last_seen_at > $2::timestamptz - $3::interval`;

/** The account of a live session, also one that must change its password first and may do nothing else. */
export async function accountOfSession(
  query: Query,
  secret: string | null,
  now: Date,
): Promise<SignedInAccount | null> {
  if (secret === null) return null;
  const [account] = await query<SignedInAccount>(BY_SECRET, [hashSecret(secret), now, SESSION_IDLE]);
  return account ?? null;
}

/** Ends a session; answers whose it was. Ending one that is gone already is no mistake. */
export async function endSession(services: Services, secret: string, client: Client): Promise<void> {
  const now = services.now();
  const account = await accountOfSession(services.database.query, secret, now);
  await services.database.db.$transaction(async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { tokenHash: bytes(secret) } });
    if (count > 0 && account !== null)
      await tx.auditEvent.create({ data: accessEvent(account, 'signOut', client, now) });
  });
}

/** An entry of the audit trail about signing in and out, where no viewer is known yet. */
export const accessEvent = (
  account: { id: string; name: string } | null,
  verb: string,
  client: Client,
  at: Date,
  success = true,
): Prisma.AuditEventUncheckedCreateInput => ({
  accountId: account?.id ?? null,
  actorName: account?.name ?? '?',
  verb,
  recordType: 'Account',
  recordId: account?.id ?? null,
  origin: client.address,
  success,
  at,
});
