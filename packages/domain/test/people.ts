import type { FindingPlace, Grant, Role, Viewer } from '../src/index.ts';

/** The short names of the tables' columns. */
export const ROLE_OF = {
  handler: 'HANDLER',
  head: 'DEPARTMENT_HEAD',
  leader: 'LEADER',
  secretary: 'SECRETARY',
  clerk: 'CLERK',
  discipline: 'DISCIPLINE_GROUP',
  office: 'INSPECTION_OFFICE',
  sysadmin: 'SYSTEM_ADMIN',
  secadmin: 'SECURITY_ADMIN',
  auditadmin: 'AUDIT_ADMIN',
  integrator: 'INTEGRATOR',
} as const satisfies Record<string, Role>;
export type Who = keyof typeof ROLE_OF;
export const EVERYONE = Object.keys(ROLE_OF) as Who[];

export const ME = 'me';

/**
 * A grant that carries every id it could carry, also those that its role does not need: an administrator with a body, a
 * clerk with a post. So a cell with the wrong scope shows; in a grant without the id it would go unnoticed.
 */
export function fullGrant(role: Role, change: Partial<Grant> = {}): Grant {
  const reached: Partial<Record<Role, string[]>> = {
    DISCIPLINE_GROUP: ['supervised'],
    INSPECTION_OFFICE: ['in-round'],
  };
  return {
    role,
    bodyId: 'own-body',
    departmentId: 'own-department',
    postId: 'own-post',
    departmentsInCharge: ['department-in-charge'],
    reachedBodyIds: reached[role] ?? ['supervised', 'in-round'],
    ...change,
  };
}

export const viewerWith = (...grants: Grant[]): Viewer => ({
  kind: 'ACCOUNT',
  accountId: 'account',
  personId: ME,
  name: 'Me',
  grants,
  classes: null,
});

const elsewhere: FindingPlace = {
  bodyId: 'own-body',
  leadDepartmentId: 'other-department',
  supportingDepartmentIds: ['third-department'],
  leaderPostId: 'other-post',
  handlerIds: ['somebody'],
  openToOffice: false,
};
const inBody = (bodyId: string): FindingPlace => ({
  bodyId,
  leadDepartmentId: `department of ${bodyId}`,
  supportingDepartmentIds: [],
  leaderPostId: `post of ${bodyId}`,
  handlerIds: ['stranger'],
  openToOffice: false,
});

/** The places of FINDING_ACCESS. */
export const PLACES: Readonly<Record<string, FindingPlace>> = {
  I: { ...elsewhere, leadDepartmentId: 'own-department', handlerIds: ['somebody', ME] },
  L: { ...elsewhere, leadDepartmentId: 'own-department' },
  S: { ...elsewhere, supportingDepartmentIds: ['third-department', 'own-department'] },
  C: { ...elsewhere, leadDepartmentId: 'department-in-charge' },
  P: { ...elsewhere, leaderPostId: 'own-post' },
  D: elsewhere,
  B: inBody('foreign'),
  V: inBody('supervised'),
  R: inBody('in-round'),
  G: { ...inBody('in-round'), sights: [{ officeId: 'own-body', personId: ME }] },
  W: { ...inBody('in-round'), openToOffice: true },
};

/** The places of BODY_ACCESS. */
export const BODIES: Readonly<Record<string, string | null>> = {
  O: 'own-body',
  B: 'foreign',
  V: 'supervised',
  R: 'in-round',
  A: null,
};
