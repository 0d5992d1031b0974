import { addMonths, type Day } from '../deadlines/calendar.ts';
import { invalid } from '../errors.ts';
import type { FieldClass, TokenAct, TokenState, TokenVerb } from '../vocabulary.ts';
import { canInBody } from './can.ts';
import { classesToApprove } from './field-classes.ts';
import type { Viewer } from './viewer.ts';

/** What the rules ask of a token (令牌). */
export interface TokenFacts {
  bodyId: string;
  /** Everything it asks for. */
  classes: readonly FieldClass[];
  /** The last day on which it works. */
  lastDay: Day;
  revoked: boolean;
  decision: 'APPROVED' | 'REFUSED' | null;
  /** Whether who approved still holds a role that approves for this body. */
  approverStands: boolean;
}

/** Where a token stands on a day. A token that asks for statistics alone is in force from the start. */
export function tokenStateOf(token: TokenFacts, today: Day): TokenState {
  if (token.revoked) return 'REVOKED';
  if (token.lastDay < today) return 'EXPIRED';
  if (classesToApprove(token.classes).length === 0) return 'IN_FORCE';
  if (token.decision === null) return 'REQUESTED';
  if (token.decision === 'REFUSED') return 'REFUSED';
  return token.approverStands ? 'IN_FORCE' : 'LAPSED';
}

/** What a token may read in each state: all it asks for, what needs no approval, or nothing. */
const GIVES: Record<TokenState, 'ALL' | 'UNAPPROVED' | 'NOTHING'> = {
  REQUESTED: 'UNAPPROVED',
  IN_FORCE: 'ALL',
  REFUSED: 'UNAPPROVED',
  LAPSED: 'UNAPPROVED',
  REVOKED: 'NOTHING',
  EXPIRED: 'NOTHING',
};

/**
 * The classes that a token gives on a day: never more than was approved, and no longer than the approver could approve it anew.
 * Null: the token is worth nothing.
 */
export function classesInForce(token: TokenFacts, today: Day): FieldClass[] | null {
  const gives = GIVES[tokenStateOf(token, today)];
  if (gives === 'NOTHING') return null;
  const waiting = classesToApprove(token.classes);
  return token.classes.filter((one) => gives === 'ALL' || !waiting.includes(one));
}

/** What leads on from each state; a refusal is final, an approval can be taken back. */
const ACTS: Record<TokenState, readonly TokenAct[]> = {
  REQUESTED: ['approve', 'refuse', 'revoke'],
  IN_FORCE: ['refuse', 'revoke'],
  REFUSED: ['revoke'],
  LAPSED: ['approve', 'refuse', 'revoke'],
  REVOKED: [],
  EXPIRED: [],
};

/** Whether the viewer's roles allow an act on the tokens of a body: administrators end them, the body's approver decides. */
export const mayActOnToken = (viewer: Viewer, act: TokenAct, bodyId: string): boolean =>
  act === 'revoke' ? canInBody(viewer, 'manageTokens', bodyId) : canInBody(viewer, 'approveTokens', bodyId);

/** Whether the token's state allows the act. */
export function stateAllowsAct(token: TokenFacts, act: TokenAct, today: Day): boolean {
  if (act !== 'revoke' && classesToApprove(token.classes).length === 0) return false;
  return ACTS[tokenStateOf(token, today)].includes(act);
}

/** What the viewer may do with a token now. */
export const tokenActs = (viewer: Viewer, token: TokenFacts, today: Day): TokenAct[] =>
  (['approve', 'refuse', 'revoke'] as const).filter(
    (act) => mayActOnToken(viewer, act, token.bodyId) && stateAllowsAct(token, act, today),
  );

/** No token lives longer than a year. */
export const lastDayOfToken = (today: Day): Day => addMonths(today, 12);

/** A token before it is made. */
export interface TokenRequest {
  classes: readonly FieldClass[];
  verbs: readonly TokenVerb[];
  expiresOn: Day;
  /** Whether somebody is named who shall approve. */
  approverNamed: boolean;
}

/** Refuses a token that reads nothing, does nothing, lives too long, or asks for more than statistics without naming an approver. */
export function demandToken({ classes, verbs, expiresOn, approverNamed }: TokenRequest, today: Day): void {
  if (classes.length === 0) throw invalid('classes', 'access.tokenClasses', 'a token reads at least one field class');
  if (verbs.length === 0) throw invalid('verbs', 'access.tokenVerbs', 'a token may do at least one thing');
  const last = lastDayOfToken(today);
  if (expiresOn < today || expiresOn > last)
    throw invalid('expiresOn', 'access.tokenExpiry', `the last day lies between ${today} and ${last}`, {
      from: today,
      to: last,
    });
  const waiting = classesToApprove(classes);
  if (waiting.length > 0 && !approverNamed)
    throw invalid('approverId', 'access.tokenApprover', `${waiting.join(', ')} need a named approver of the body`);
}
