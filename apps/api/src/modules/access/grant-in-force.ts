/** A role is held from its first day to its last, until it is taken back: `alias` is a row of `role_grant`, `day` an SQL date. */
export const grantInForce = (alias: string, day: string): string =>
  `(${alias}.revoked_at IS NULL AND ${alias}.from_on <= ${day} AND (${alias}.to_on IS NULL OR ${alias}.to_on >= ${day}))`;
