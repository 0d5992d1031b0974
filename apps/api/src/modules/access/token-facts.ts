import { ROLES, scopeOf, shanghaiDay, type FieldClass, type TokenFacts } from '@closeout/domain';
import { grantInForce } from './grant-in-force.ts';

const APPROVERS = ROLES.filter((role) => scopeOf(role, 'approveTokens') !== '-')
  .map((role) => `'${role}'`)
  .join(', ');

/** Whether an account holds a role that approves for a body on a day, as SQL; `today` is an SQL expression. */
export const standsAsApprover = (account: string, body: string, today: string): string =>
  `EXISTS (SELECT 1 FROM account sa JOIN role_grant sg ON sg.account_id = sa.id WHERE sa.id = ${account} AND sa.active AND sg.role IN (${APPROVERS}) AND sg.body_id = ${body} AND ${grantInForce('sg', today)})`;

/** What the rules ask of the token `t`, as JSON in SQL. */
export const tokenFactsSql = (t: string, today: string): string =>
  `json_build_object('bodyId', ${t}.body_id, 'classes', to_json(${t}.classes), 'expiresAt', ${t}.expires_at, 'revoked', ${t}.revoked_at IS NOT NULL, 'decision', ${t}.decision, 'approverStands', ${standsAsApprover(`${t}.decided_by_id`, `${t}.body_id`, today)})`;

interface FactsJson {
  bodyId: string;
  classes: FieldClass[];
  expiresAt: string;
  revoked: boolean;
  decision: 'APPROVED' | 'REFUSED' | null;
  approverStands: boolean;
}

export const readTokenFacts = (json: unknown): TokenFacts => {
  const { expiresAt, ...facts } = json as FactsJson;
  return { ...facts, lastDay: shanghaiDay(new Date(expiresAt)) };
};
