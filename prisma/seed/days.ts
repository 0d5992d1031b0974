import { addDays } from '@closeout/domain';
import type { Deadline, Day } from '@closeout/domain';
import { days } from './content/bodies.ts';
import type { DemoFinding } from './content/types.ts';

/** What happened before the ledger was opened was entered on this day. */
export const LEDGER_OPENED: Day = '2026-07-01';

/** A calendar day as the database keeps it (date column). */
export const dateOf = (day: Day): Date => new Date(`${day}T00:00:00Z`);

/** The instant of a wall-clock time in Asia/Shanghai on a calendar day. */
export const at = (day: Day, time: string): Date => new Date(`${day}T${time}:00+08:00`);

/** The deadline of a finding, resolved against the day of seeding, with its own words where the source has words. */
export function deadlineOf(
  finding: DemoFinding,
  today: Day,
): { dueOn: Day | null; text: string | null } & Pick<Deadline, 'kind' | 'rule'> {
  const { due } = finding;
  if ('offset' in due) return { dueOn: addDays(today, due.offset), text: null, kind: 'DATE', rule: 'SET_BY_CLERK' };
  if ('kind' in due) return { dueOn: due.date ?? null, text: due.words, kind: due.kind, rule: 'SET_BY_CLERK' };
  const byRule = due.date === days.concentratedEnd;
  return { dueOn: due.date, text: null, kind: 'DATE', rule: byRule ? 'CONCENTRATED_MONTHS' : 'SET_BY_CLERK' };
}
