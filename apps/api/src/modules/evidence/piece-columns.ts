import { can, forbidden, invalid, LIMITS, mayReadLoose, readEventDate, type Viewer } from '@closeout/domain';
import { toDate } from '../day.ts';
import type { LockedFinding } from '../findings/change-finding.ts';
import { optionalText } from '../text.ts';
import { given } from '../given.ts';
import type { EventDateInput, EvidenceFieldsInput } from './evidence.inputs.ts';

const MOST = 1_000_000;

/** A count of people or things: absent stays, null clears, never negative. */
export function count(value: number | null | undefined, field: string): number | null | undefined {
  if (value !== null && value !== undefined && (value < 0 || value > MOST))
    throw invalid(field, 'input.range', `${field} lies between 0 and ${MOST}`);
  return value;
}

/** The columns of a date: what was said, with its precision. The year of a date entered here is as stated. */
export function dateColumns(date: EventDateInput | null | undefined, required: boolean) {
  const text = optionalText(date?.text, 'date.text', LIMITS.name) ?? null;
  const record = readEventDate(
    { on: date?.on ?? null, to: date?.to ?? null, text, precision: date?.precision ?? null },
    required,
  );
  return {
    occurredOn: record.on === null ? null : toDate(record.on),
    occurredTo: record.to === null ? null : toDate(record.to),
    dateText: record.text,
    datePrecision: record.precision,
    yearSource: record.on === null ? null : ('STATED' as const),
  };
}

/** Place, note and headcount; absent stays, null clears. */
export const commonColumns = (input: EvidenceFieldsInput) =>
  given({
    place: optionalText(input.place, 'place', LIMITS.title),
    note: optionalText(input.note, 'note', LIMITS.text),
    headcount: count(input.headcount, 'headcount'),
  });

/** Reading is restricted, or opened again, only by who may read restricted evidence of every finding it proves. */
export function demandRestrict(viewer: Viewer, bodyId: string, locked: readonly LockedFinding[]): void {
  const allowed =
    locked.length === 0
      ? mayReadLoose(viewer, bodyId, true)
      : locked.every(({ facts }) => can(viewer, 'readRestricted', facts));
  if (!allowed) throw forbidden('readRestricted');
}
