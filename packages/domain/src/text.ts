import { DomainError, invalid } from './errors.ts';
import { LIMITS } from './limits.ts';

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;

/** A text of somebody's file as it may be kept: control characters left out, half characters replaced. */
export const keepable = (text: string): string =>
  CONTROL.test(text) || !text.isWellFormed() ? text.toWellFormed().replace(new RegExp(CONTROL, 'g'), '') : text;

/** A text as it may be kept: within its limit, without control characters, every character whole. Answers it unchanged. */
export function demandText(text: string, field: string, limit: number): string {
  if (CONTROL.test(text) || !text.isWellFormed())
    throw invalid(field, 'input.characters', `${field} holds control characters or half characters`);
  if (text.length > limit)
    throw new DomainError({
      code: 'INVALID',
      rule: 'input.length',
      field,
      message: `${field} may have ${limit} characters, it has ${text.length}`,
      params: { limit, length: text.length },
    });
  return text;
}

/** A place in an order: 1 to 9,999. */
export function demandOrdinal<N extends number | null | undefined>(ordinal: N, field: string): N {
  if (typeof ordinal === 'number' && (ordinal < 1 || ordinal > LIMITS.ordinal))
    throw invalid(field, 'input.ordinal', `${field} lies between 1 and ${LIMITS.ordinal}`, { limit: LIMITS.ordinal });
  return ordinal;
}
