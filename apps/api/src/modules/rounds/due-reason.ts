import { countsOffset, type DueReason } from '@closeout/domain';
import { toDate } from '../day.ts';

/** The reason of a date as it is kept with it: a later change of the settings rewrites neither. */
export const reasonColumns = ({ rule, amount, unit, from }: DueReason) => ({
  dueRule: rule,
  dueAmount: amount,
  dueUnit: unit,
  dueFrom: toDate(from),
});

/** The reason as it is published; what was counted only where the rule counts (an extension or the clerk's date counts nothing). */
export function reasonOf({ rule, amount, unit, from }: Record<string, unknown>): object | null {
  if (typeof rule !== 'string') return null;
  return countsOffset(rule) ? { rule, amount, unit, from } : { rule, amount: null, unit: null, from: null };
}
