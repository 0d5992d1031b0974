import type { BodyKind, Role } from '@closeout/domain/vocabulary';

/** What the form asks for with a role; the server refuses what does not fit. */
export const ROLE_SCOPES: Record<
  Role,
  { bound: 'DEPARTMENT' | 'POST' | 'BODY' | 'INSTALLATION'; kind: BodyKind | null }
> = {
  HANDLER: { bound: 'DEPARTMENT', kind: 'INSPECTED' },
  DEPARTMENT_HEAD: { bound: 'DEPARTMENT', kind: 'INSPECTED' },
  LEADER: { bound: 'POST', kind: 'INSPECTED' },
  SECRETARY: { bound: 'BODY', kind: 'INSPECTED' },
  CLERK: { bound: 'BODY', kind: 'INSPECTED' },
  DISCIPLINE_GROUP: { bound: 'BODY', kind: 'DISCIPLINE_GROUP' },
  INSPECTION_OFFICE: { bound: 'BODY', kind: 'OFFICE' },
  SYSTEM_ADMIN: { bound: 'INSTALLATION', kind: null },
  SECURITY_ADMIN: { bound: 'INSTALLATION', kind: null },
  AUDIT_ADMIN: { bound: 'INSTALLATION', kind: null },
  INTEGRATOR: { bound: 'BODY', kind: 'INSPECTED' },
};
