import { describe, expect, test } from 'vitest';
import { EVERYONE, ROLE_OF, fullGrant, viewerWith } from '../../test/people.ts';
import { ADMIN_ROLES, ROLES, type Role } from '../vocabulary.ts';
import type { DomainError } from '../errors.ts';
import { GRANT_TARGETS, bodyKindOf, canManageRound, demandGrant, type GrantRequest } from './administration.ts';

function requestFor(role: Role, change: Partial<GrantRequest> = {}): GrantRequest {
  const target = GRANT_TARGETS[role];
  const bound = target !== 'INSTALLATION';
  return {
    role,
    named: { bodyId: target === 'BODY', departmentId: target === 'DEPARTMENT', postId: target === 'POST' },
    bodyId: bound ? 'own' : null,
    bodyKind: bodyKindOf(role),
    personBodyId: 'own',
    held: [],
    own: false,
    ...change,
  };
}

function ruleOf(request: GrantRequest): string | null {
  try {
    demandGrant(request);
    return null;
  } catch (error) {
    return (error as DomainError).refusals[0]?.rule ?? 'none';
  }
}

describe('grants', () => {
  test.each(ROLES)('%s is given with exactly its own scope', (role) => {
    expect(ruleOf(requestFor(role))).toBeNull();
    for (const field of ['bodyId', 'departmentId', 'postId'] as const) {
      const request = requestFor(role);
      const named = { ...request.named, [field]: !request.named[field] };
      expect(ruleOf({ ...request, named }), field).toBe('access.grantScope');
    }
  });

  test('nobody grants to himself, whatever the role', () => {
    for (const role of ROLES) expect(ruleOf(requestFor(role, { own: true }))).toBe('access.ownGrant');
  });

  test('the three administrators stand apart from each other and from the work', () => {
    for (const admin of ADMIN_ROLES)
      for (const other of ROLES.filter((one) => one !== admin)) {
        expect(ruleOf(requestFor(admin, { held: [other] })), `${admin} + ${other}`).toBe('access.adminsApart');
        expect(ruleOf(requestFor(other, { held: [admin] })), `${other} + ${admin}`).toBe('access.adminsApart');
      }
  });

  test('working roles add up', () => {
    expect(ruleOf(requestFor('CLERK', { held: ['DEPARTMENT_HEAD', 'CLERK'] }))).toBeNull();
  });

  test('a role is held in a body of its kind, by somebody who works there', () => {
    expect(ruleOf(requestFor('INSPECTION_OFFICE', { bodyKind: 'INSPECTED' }))).toBe('access.grantBodyKind');
    expect(ruleOf(requestFor('CLERK', { bodyKind: 'OFFICE' }))).toBe('access.grantBodyKind');
    expect(ruleOf(requestFor('DISCIPLINE_GROUP', { bodyKind: 'OFFICE' }))).toBe('access.grantBodyKind');
    expect(ruleOf(requestFor('CLERK', { personBodyId: 'other' }))).toBe('access.grantBody');
  });
});

describe('who manages rounds', () => {
  test('the system administrator all, the office its own, nobody else any', () => {
    const answers = EVERYONE.map((who) => {
      const viewer = viewerWith(fullGrant(ROLE_OF[who]));
      return [who, ...['own-body', 'foreign', null].map((office) => canManageRound(viewer, office))];
    });
    expect(answers.filter(([, ...rest]) => rest.includes(true))).toEqual([
      ['office', true, false, false],
      ['sysadmin', true, true, true],
    ]);
  });

  test('an office without any round may open its first', () => {
    expect(canManageRound(viewerWith(fullGrant('INSPECTION_OFFICE', { reachedBodyIds: [] })), 'own-body')).toBe(true);
  });
});
