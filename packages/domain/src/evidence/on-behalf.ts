import { DomainError, type Refusal } from '../errors.ts';
import type { Role } from '../vocabulary.ts';

/** 代录: for which department something is entered, and where it came from. */
export interface OnBehalf {
  departmentId: string | null;
  source: string | null;
}

/** Whether somebody with these roles on a finding writes for others: the clerk does, unless another role gives the right too. */
export const entersOnBehalf = (roles: readonly Role[]): boolean =>
  roles.length > 0 && roles.every((role) => role === 'CLERK');

/**
 * 代录 names the department and the source; who writes for himself names neither, so that nobody's words are put into
 * another department's mouth.
 */
export function checkOnBehalf(roles: readonly Role[], entry: OnBehalf): void {
  const refusals: Refusal[] = [];
  const refuse = (field: string, rule: string, message: string): void => {
    refusals.push({ code: 'INVALID', field, rule, message });
  };
  if (entersOnBehalf(roles)) {
    const rule = 'evidence.onBehalfRequired';
    if (entry.departmentId === null) refuse('onBehalfOf', rule, 'name the department you enter this for (代录)');
    if (entry.source === null)
      refuse('onBehalfSource', rule, 'say where this came from (代录): a paper, a call, a list');
  } else {
    const rule = 'evidence.onBehalfNotOwn';
    if (entry.departmentId !== null) refuse('onBehalfOf', rule, 'only the clerk enters on behalf of a department');
    else if (entry.source !== null) refuse('onBehalfSource', rule, 'only the clerk enters on behalf of a department');
  }
  if (refusals.length > 0) throw new DomainError(refusals);
}
