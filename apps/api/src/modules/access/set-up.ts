import { createHash } from 'node:crypto';
import { demandPassword, DomainError, invalid, LIMITS, type BodyKind, type Role } from '@closeout/domain';
import type { Services } from '../../server.ts';
import { requireText } from '../text.ts';
import { loginOf } from './change-account.ts';
import { hashPassword, oneTimePassword } from './password-hash.ts';
import { accessEvent, type Client } from './session-store.ts';

/** The three administrators of domain section 8, each a person of his own. */
export type AdminRole = Extract<Role, 'SYSTEM_ADMIN' | 'SECURITY_ADMIN' | 'AUDIT_ADMIN'>;

interface Administrator {
  role: AdminRole;
  name: string;
  login: string;
  password: string;
  /** Made by the server, to be changed at the first sign-in. */
  oneTime: boolean;
}

export interface SetUp {
  token: string;
  body: { name: string; shortName: string; kind: BodyKind };
  administrators: Administrator[];
}

const GONE = new DomainError({
  code: 'NOT_FOUND',
  rule: 'setup.link',
  message: 'this link was used, has expired or never was one: start the server again for a new one',
});

/** The first administrator types a password; the other two get one-time passwords, so that nobody holds two of the roles. */
export function readSetUp(given: (key: string) => string): SetUp {
  const name = requireText(given('body'), 'body', LIMITS.name);
  const kind = given('kind') || 'INSPECTED';
  if (kind !== 'INSPECTED' && kind !== 'OFFICE')
    throw invalid('kind', 'setup.kind', 'the first body is an inspected body or an inspection office');
  const administrators: Administrator[] = [
    {
      role: 'SYSTEM_ADMIN',
      name: requireText(given('name'), 'name', LIMITS.name),
      login: loginOf(given('login')),
      password: given('password'),
      oneTime: false,
    },
    {
      role: 'SECURITY_ADMIN',
      name: requireText(given('securityName') || '安全管理员', 'securityName', LIMITS.name),
      login: loginOf(given('securityLogin') || 'secadmin', 'securityLogin'),
      password: oneTimePassword(),
      oneTime: true,
    },
    {
      role: 'AUDIT_ADMIN',
      name: requireText(given('auditName') || '审计管理员', 'auditName', LIMITS.name),
      login: loginOf(given('auditLogin') || 'auditadmin', 'auditLogin'),
      password: oneTimePassword(),
      oneTime: true,
    },
  ];
  if (new Set(administrators.map((one) => one.login)).size < administrators.length)
    throw invalid('login', 'setup.logins', 'the three administrators need three account names');
  demandPassword(administrators[0]?.password ?? '', administrators[0]?.login ?? '');
  return {
    token: given('token'),
    body: { name, shortName: requireText(given('shortName') || name.slice(0, 20), 'shortName', 40), kind },
    administrators,
  };
}

/** Makes body, persons, accounts and grants of an installation without any account, once, by a link that is still valid. */
export async function setUp(
  services: Services,
  request: SetUp,
  client: Client,
): Promise<{ role: AdminRole; login: string; oneTimePassword: string | null }[]> {
  const tokenHash = new Uint8Array(createHash('sha256').update(request.token).digest());
  const now = services.now();
  const { db } = services.database;
  const open = { tokenHash, usedAt: null, expiresAt: { gt: now } };
  if ((await db.setupLink.count({ where: open })) === 0) throw GONE;
  const hashes: string[] = [];
  for (const one of request.administrators) hashes.push(await hashPassword(one.password));
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('closeout.administrators'))`;
    const taken = await tx.setupLink.updateMany({ where: open, data: { usedAt: now } });
    if (taken.count !== 1 || (await tx.account.count()) > 0) throw GONE;
    const body = await tx.body.create({ data: request.body });
    for (const [index, one] of request.administrators.entries()) {
      const person = await tx.person.create({ data: { bodyId: body.id, name: one.name } });
      const account = await tx.account.create({
        data: {
          personId: person.id,
          login: one.login,
          passwordHash: hashes[index] ?? '',
          mustChangePassword: one.oneTime,
        },
      });
      await tx.roleGrant.create({ data: { accountId: account.id, role: one.role } });
      await tx.auditEvent.create({
        data: {
          ...accessEvent({ id: account.id, name: request.administrators[0]?.name ?? '' }, 'setUp', client, now),
          bodyId: body.id,
          after: { login: one.login, role: one.role },
        },
      });
    }
  });
  return request.administrators.map((one) => ({
    role: one.role,
    login: one.login,
    oneTimePassword: one.oneTime ? one.password : null,
  }));
}
