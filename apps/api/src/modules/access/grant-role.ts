import {
  ADMIN_ROLES,
  demandGrant,
  DomainError,
  invalid,
  isAdminRole,
  notFound,
  shanghaiDay,
  type BodyKind,
} from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import { optionalUuid, uuidOf } from '../../read/ids.ts';
import { inTransaction, type AuditEntry, type Transaction } from '../audit/in-transaction.ts';
import { toDate } from '../day.ts';
import { demandEverywhere } from './change-account.ts';
import { demandNotLast } from './last-administrator.ts';
import type { GrantRoleInput, RevokeRoleInput } from './account.inputs.ts';

interface Scope {
  bodyId: string | null;
  bodyKind: BodyKind | null;
  departmentId: string | null;
  postId: string | null;
}

/** The body that a grant's scope belongs to; the named department or post must exist and be in use. */
async function scopeOf(tx: Transaction, input: GrantRoleInput): Promise<Scope> {
  const departmentId = optionalUuid(input.departmentId, 'dep', 'the department') ?? null;
  const postId = optionalUuid(input.postId, 'pst', 'the post') ?? null;
  let bodyId = optionalUuid(input.bodyId, 'bdy', 'the body') ?? null;
  if (departmentId !== null) {
    const department = await tx.department.findFirst({ where: { id: departmentId, active: true } });
    if (department === null) throw notFound('the department');
    bodyId = department.bodyId;
  }
  if (postId !== null) {
    const post = await tx.post.findFirst({ where: { id: postId, active: true } });
    if (post === null) throw notFound('the post');
    if (!post.leadership)
      throw invalid('postId', 'access.leadershipPost', `${post.title} is no post of the leadership`);
    bodyId = post.bodyId;
  }
  const body = bodyId === null ? null : await tx.body.findFirst({ where: { id: bodyId, active: true } });
  if (bodyId !== null && body === null) throw notFound('the body');
  return { bodyId, bodyKind: body?.kind ?? null, departmentId, postId };
}

/** Grants of the account that are in force today or later; the account is locked, so that two grants cannot pass each other. */
async function standingGrants(tx: Transaction, accountId: string, today: Date) {
  await tx.$queryRawUnsafe('SELECT 1 FROM account WHERE id = $1::uuid FOR UPDATE', accountId);
  // An administrator's grant that has run out is closed, so that the index of one administrator per account does not see it.
  await tx.roleGrant.updateMany({
    where: { accountId, role: { in: [...ADMIN_ROLES] }, revokedAt: null, toOn: { lt: today } },
    data: { revokedAt: today },
  });
  return tx.roleGrant.findMany({
    where: { accountId, revokedAt: null, OR: [{ toOn: null }, { toOn: { gte: today } }] },
  });
}

/** One grant inside an open transaction; answers its entry for the audit trail. */
export async function grantInTransaction(ctx: Context, tx: Transaction, input: GrantRoleInput): Promise<AuditEntry> {
  const accountId = uuidOf(input.accountId, 'acc', 'the account');
  const today = shanghaiDay(ctx.now());
  const fromOn = input.fromOn ?? today;
  const toOn = input.toOn ?? null;
  if (toOn !== null && toOn < fromOn) throw invalid('toOn', 'access.grantPeriod', 'the last day lies before the first');
  const account = await tx.account.findUnique({ where: { id: accountId }, include: { person: true } });
  if (account === null) throw notFound('the account');
  const { bodyKind, ...ids } = await scopeOf(tx, input);
  const grants = await standingGrants(tx, accountId, toDate(today));
  demandGrant({
    role: input.role,
    named: { bodyId: Boolean(input.bodyId), departmentId: ids.departmentId !== null, postId: ids.postId !== null },
    bodyId: ids.bodyId,
    bodyKind,
    personBodyId: account.person.bodyId,
    held: [...new Set(grants.map((grant) => grant.role))],
    own: accountId === ctx.viewer.accountId,
  });
  if (
    grants.some(
      (grant) =>
        grant.role === input.role &&
        grant.bodyId === ids.bodyId &&
        grant.departmentId === ids.departmentId &&
        grant.postId === ids.postId,
    )
  )
    throw new DomainError({
      code: 'DUPLICATE',
      rule: 'access.grantHeld',
      field: 'role',
      message: 'the account holds this role already',
    });
  const data = {
    accountId,
    role: input.role,
    ...ids,
    fromOn: toDate(fromOn),
    toOn: toOn === null ? null : toDate(toOn),
  };
  const { id } = await tx.roleGrant.create({ data });
  return {
    verb: 'grantRole',
    recordType: 'RoleGrant',
    recordId: id,
    bodyId: ids.bodyId,
    after: { ...data, fromOn, toOn, login: account.login },
  };
}

/** Gives an account a role within a scope. Only the security administrator, never to himself; duties stay apart (domain). */
export async function grantRole(ctx: Context, input: GrantRoleInput): Promise<string> {
  demandEverywhere(ctx.viewer, 'manageGrants');
  return inTransaction(ctx, async (tx) => {
    const event = await grantInTransaction(ctx, tx, input);
    return { value: event.recordId as string, events: [event] };
  });
}

/** Ends a grant at once: the next request of the account is without it. The last security or system administrator stays. */
export async function revokeRole(ctx: Context, input: RevokeRoleInput): Promise<string> {
  demandEverywhere(ctx.viewer, 'manageGrants');
  const id = uuidOf(input.grantId, 'grt', 'the grant');
  return inTransaction(ctx, async (tx) => {
    await tx.$queryRawUnsafe('SELECT 1 FROM role_grant WHERE id = $1::uuid FOR UPDATE', id);
    const grant = await tx.roleGrant.findUnique({ where: { id }, include: { account: true } });
    if (grant === null) throw notFound('the grant');
    if (grant.revokedAt !== null)
      throw new DomainError({
        code: 'ILLEGAL_TRANSITION',
        rule: 'access.grantRevoked',
        message: 'this grant was revoked already',
      });
    if (isAdminRole(grant.role)) await demandNotLast(ctx, tx, { grantId: id });
    await tx.roleGrant.update({ where: { id }, data: { revokedAt: ctx.now() } });
    return {
      value: id,
      events: [
        {
          verb: 'revokeRole',
          recordType: 'RoleGrant',
          recordId: id,
          bodyId: grant.bodyId,
          before: { role: grant.role, login: grant.account.login },
          after: { revoked: true },
        },
      ],
    };
  });
}
