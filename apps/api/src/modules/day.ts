/** A calendar day as Prisma's date columns take it. */
export const toDate = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** Undefined stays (unchanged), null clears. */
export const toOptionalDate = (day: string | null | undefined): Date | null | undefined =>
  day === undefined || day === null ? day : toDate(day);

/** The calendar day of a date column. */
export const fromDate = (date: Date | null): string | null => (date === null ? null : date.toISOString().slice(0, 10));
