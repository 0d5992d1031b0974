import { grantInForce } from '../access/grant-in-force.ts';

/** A deputation that is in force on a day: it ends by itself with the first request after its last one. */
export const inForce = (alias: string, day: string): string =>
  `(${alias}.state = 'CONFIRMED' AND ${alias}.from_on <= ${day} AND ${alias}.to_on >= ${day})`;

/**
 * Rows (step, deputy_id, principal_id): who may sign which step of the finding for whom on a day. A deputation carries no
 * further than the role it rests on; that of the secretary also reaches the findings which his own post leads.
 */
export const deputiesOf = (f: string, day: string): string => `
  SELECT ds.step, dp.deputy_id, dp.principal_id
  FROM deputation dp
    JOIN role_grant dg ON dg.id = dp.grant_id AND ${grantInForce('dg', day)}
    JOIN account da ON da.id = dg.account_id AND da.active
    JOIN account dd ON dd.person_id = dp.deputy_id AND dd.active
    CROSS JOIN LATERAL (VALUES
      ('DEPARTMENT_HEAD', dg.role = 'DEPARTMENT_HEAD' AND dg.department_id = ${f}.lead_department_id),
      ('LEADER', (dg.role = 'LEADER' AND dg.post_id = ${f}.leader_post_id) OR (dg.role = 'SECRETARY' AND EXISTS (
        SELECT 1 FROM post_holding dh WHERE dh.post_id = ${f}.leader_post_id AND dh.person_id = dp.principal_id AND dh.to_on IS NULL))),
      ('SECRETARY', dg.role = 'SECRETARY')) ds(step, holds)
  WHERE dp.body_id = ${f}.body_id AND ${inForce('dp', day)} AND ds.holds`;
