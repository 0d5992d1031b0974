/** Records whose values hold nothing of a finding: of these the audit administrator sees what was changed to what. */
export const ADMINISTRATIVE: readonly string[] = [
  'Account',
  'ApiToken',
  'Body',
  'Department',
  'Inspection',
  'Person',
  'Post',
  'RoleGrant',
  'Round',
  'Session',
  'Supervision',
];
