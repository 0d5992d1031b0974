import type { FieldClass, Role } from '../vocabulary.ts';
import type { Viewer } from './viewer.ts';

/**
 * What a token may read, by the class of the field. Every field of the API belongs to exactly one class, written beside the field
 * itself; a field without one is given to no token.
 *
 * STATISTICS  numbers, states, dates, counts, titles of posts and departments
 * TEXT        what was written: findings, actions, evidence, reasons, file names
 * NAMES       names of persons, and verbatim quotations that hold them
 * MONEY       sums
 *
 * `approver` is the role, in the token's own body, by whose act a token gets the class: the data are the body's, so its secretary
 * decides. Null: given with the token.
 */
export const FIELD_CLASS_RULES: Readonly<Record<FieldClass, { approver: Role | null }>> = {
  STATISTICS: { approver: null },
  TEXT: { approver: 'SECRETARY' },
  NAMES: { approver: 'SECRETARY' },
  MONEY: { approver: 'SECRETARY' },
};

/** The classes of a request that wait for an approver. */
export const classesToApprove = (classes: readonly FieldClass[]): FieldClass[] =>
  classes.filter((one) => FIELD_CLASS_RULES[one].approver !== null);

/** Whether the viewer may read fields of a class; without a class (null) only who has no such limit. */
export const mayReadClass = (viewer: Pick<Viewer, 'classes'>, needed: FieldClass | null): boolean =>
  viewer.classes === null || (needed !== null && viewer.classes.includes(needed));
