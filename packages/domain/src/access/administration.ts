import { DomainError, invalid } from '../errors.ts';
import { ADMIN_ROLES, type BodyKind, type Role } from '../vocabulary.ts';
import { grantsWith } from './can.ts';
import type { Viewer } from './viewer.ts';

/** What a grant of each role is bound to. */
export type GrantTarget = 'DEPARTMENT' | 'POST' | 'BODY' | 'INSTALLATION';

export const GRANT_TARGETS: Record<Role, GrantTarget> = {
  HANDLER: 'DEPARTMENT',
  DEPARTMENT_HEAD: 'DEPARTMENT',
  LEADER: 'POST',
  SECRETARY: 'BODY',
  CLERK: 'BODY',
  DISCIPLINE_GROUP: 'BODY',
  INSPECTION_OFFICE: 'BODY',
  SYSTEM_ADMIN: 'INSTALLATION',
  SECURITY_ADMIN: 'INSTALLATION',
  AUDIT_ADMIN: 'INSTALLATION',
  INTEGRATOR: 'BODY',
};

/** The kind of body in which a role is held; administrators hold theirs in none. */
export function bodyKindOf(role: Role): BodyKind | null {
  if (isAdminRole(role)) return null;
  if (role === 'DISCIPLINE_GROUP') return 'DISCIPLINE_GROUP';
  return role === 'INSPECTION_OFFICE' ? 'OFFICE' : 'INSPECTED';
}

export const isAdminRole = (role: Role): boolean => (ADMIN_ROLES as readonly Role[]).includes(role);

/** A grant before it is given: whom to, what it is bound to, what the person holds already. */
export interface GrantRequest {
  role: Role;
  /** The ids that the request names. */
  named: { bodyId: boolean; departmentId: boolean; postId: boolean };
  /** The body the scope belongs to, and its kind; null for the installation. */
  bodyId: string | null;
  bodyKind: BodyKind | null;
  personBodyId: string;
  /** Roles the account holds, now or later. */
  held: readonly Role[];
  /** The granter's own account. */
  own: boolean;
}

const FIELDS = { DEPARTMENT: 'departmentId', POST: 'postId', BODY: 'bodyId' } as const;

function demandTarget({ role, named }: GrantRequest): void {
  const target = GRANT_TARGETS[role];
  const wanted = target === 'INSTALLATION' ? null : FIELDS[target];
  for (const field of ['bodyId', 'departmentId', 'postId'] as const) {
    if (named[field] === (field === wanted)) continue;
    throw field === wanted
      ? invalid(field, 'access.grantScope', `a grant of ${role} needs ${field}`)
      : invalid(field, 'access.grantScope', `a grant of ${role} is not bound to ${field}`);
  }
}

/**
 * Refuses a grant that the separation of duties forbids: nobody grants to himself, no person holds two of the three
 * administrators or one of them beside a working role (administrators never read findings), and every role is held in a
 * body of its kind, by somebody who works there.
 */
export function demandGrant(request: GrantRequest): void {
  const { role, held } = request;
  if (request.own)
    throw new DomainError({ code: 'FORBIDDEN', rule: 'access.ownGrant', message: 'nobody grants a role to himself' });
  demandTarget(request);
  const others = held.filter((one) => one !== role);
  if (isAdminRole(role) ? others.length > 0 : others.some(isAdminRole))
    throw invalid('role', 'access.adminsApart', `${role} cannot be held beside ${others.join(', ')}`, {
      held: others.join(','),
    });
  const kind = bodyKindOf(role);
  if (kind === null) return;
  if (request.bodyKind !== kind)
    throw invalid(
      FIELDS[GRANT_TARGETS[role] as keyof typeof FIELDS],
      'access.grantBodyKind',
      `${role} is held in a body of kind ${kind}`,
    );
  if (request.bodyId !== request.personBodyId)
    throw invalid('accountId', 'access.grantBody', 'the person works in another body than the role is for');
}

/**
 * Whether the viewer manages the rounds of an office: administrators those of every office, an inspection office its own,
 * also before it has any. `null` is a round without an office, which only administrators manage.
 */
export const canManageRound = (viewer: Viewer, officeId: string | null): boolean =>
  grantsWith(viewer, 'manageRounds').some(
    ({ grant, scope }) => scope === 'all' || (scope === 'rounds' && officeId !== null && grant.bodyId === officeId),
  );
