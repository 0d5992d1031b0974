import { workingCalendar, type CalendarDay } from '@closeout/domain';

/** What `settingsOf` reads: the round's and the inspection's stored settings. */
export const settingsNeeds = {
  own: (row: string) => `${row}.settings`,
  round: (row: string) => `(SELECT r.settings FROM round r WHERE r.id = ${row}.round_id)`,
};

/** The installation's own days and years of the four years from a day on: they decide where the settings count working days. */
export const calendarNeeds = {
  days: (row: string) =>
    `(SELECT json_agg(json_build_object('day', cd.day, 'kind', cd.kind, 'name', cd.name)) FROM calendar_day cd WHERE cd.day BETWEEN ${row}.feedback_on AND ${row}.feedback_on + 1500)`,
  years: () => `(SELECT json_agg(cy.year) FROM calendar_year cy WHERE cy.complete)`,
};

export const calendarOf = (needs: Record<string, unknown>) =>
  workingCalendar((needs['days'] as CalendarDay[] | null) ?? [], (needs['years'] as number[] | null) ?? []);
