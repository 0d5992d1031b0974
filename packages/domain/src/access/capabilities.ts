import type { Capability, Role } from '../vocabulary.ts';
import type { Grant, Viewer } from './viewer.ts';

const OF_ROLE: Record<Role, readonly Capability[]> = {
  HANDLER: ['HOME_DEPARTMENT', 'LEDGER', 'EVIDENCE', 'MONEY', 'MEETINGS', 'WARNINGS'],
  DEPARTMENT_HEAD: [
    'HOME_DEPARTMENT',
    'LEDGER',
    'INBOX',
    'EVIDENCE',
    'MONEY',
    'MEETINGS',
    'OUTLINE',
    'JOBS',
    'WARNINGS',
  ],
  LEADER: [
    'HOME_LEADER',
    'LEDGER',
    'INBOX',
    'EVIDENCE',
    'MONEY',
    'MEETINGS',
    'STATISTICS',
    'PUBLICATION',
    'JOBS',
    'WARNINGS',
  ],
  SECRETARY: [
    'HOME_SECRETARY',
    'LEDGER',
    'INBOX',
    'EVIDENCE',
    'MONEY',
    'MEETINGS',
    'REPORT',
    'STATISTICS',
    'RECHECKS',
    'URGING',
    'NOTICES',
    'WARNINGS',
    'FILINGS',
    'JOBS',
    'TOKENS',
    'PUBLICATION',
  ],
  CLERK: [
    'HOME_CLERK',
    'LEDGER',
    'INBOX',
    'IMPORT',
    'EVIDENCE',
    'MONEY',
    'MEETINGS',
    'REPORT',
    'STATISTICS',
    'RECHECKS',
    'URGING',
    'NOTICES',
    'WARNINGS',
    'FILINGS',
    'PUBLICATION',
    'JOBS',
  ],
  DISCIPLINE_GROUP: [
    'HOME_DISCIPLINE',
    'LEDGER',
    'EVIDENCE',
    'MONEY',
    'MEETINGS',
    'STATISTICS',
    'RECHECKS',
    'RECHECK_DRAW',
    'NOTICES',
    'FILINGS',
    'JOBS',
  ],
  INSPECTION_OFFICE: [
    'HOME_OFFICE',
    'INBOX',
    'OUTLINE',
    'STATISTICS',
    'RECHECKS',
    'RECHECK_DRAW',
    'NOTICES',
    'ADMIN_ROUNDS',
    'WARNINGS',
    'FILINGS',
    'SIGHT_ASK',
  ],
  SYSTEM_ADMIN: ['HOME_ADMIN', 'ADMIN_DIRECTORY', 'ADMIN_ACCOUNTS', 'ADMIN_ROUNDS', 'ADMIN_CALENDAR'],
  SECURITY_ADMIN: ['HOME_ADMIN', 'ADMIN_GRANTS', 'TOKENS', 'DEVELOPER'],
  AUDIT_ADMIN: ['HOME_ADMIN', 'AUDIT'],
  INTEGRATOR: ['HOME_DEVELOPER', 'DEVELOPER'],
};

/** What opens to a deputy: where the post's findings are seen and signed. */
const AS_DEPUTY: readonly Capability[] = ['LEDGER', 'INBOX', 'EVIDENCE', 'MONEY', 'MEETINGS'];

/** Which home opens first when a person holds several roles. */
export const HOME_ORDER: readonly Capability[] = [
  'HOME_SECRETARY',
  'HOME_LEADER',
  'HOME_CLERK',
  'HOME_DEPARTMENT',
  'HOME_DISCIPLINE',
  'HOME_OFFICE',
  'HOME_ADMIN',
  'HOME_DEVELOPER',
];

/** What the viewer's navigation shows; never more than the matrix allows (tested), and nothing for an unknown viewer. */
export function capabilitiesOf(viewer: Viewer): Capability[] {
  const of = (grant: Grant): readonly Capability[] =>
    grant.deputyFor === undefined ? OF_ROLE[grant.role] : OF_ROLE[grant.role].filter((one) => AS_DEPUTY.includes(one));
  return [...new Set(viewer.grants.flatMap(of))];
}

/** The home that opens after sign-in, or null for an account without any role. */
export function homeOf(viewer: Viewer): Capability | null {
  const own = capabilitiesOf(viewer);
  return HOME_ORDER.find((home) => own.includes(home)) ?? null;
}
