import {
  addDays,
  canInBody,
  checkCalendarYear,
  PUBLISHED_YEARS,
  publishedDays,
  workingCalendar,
  workingDaysBetween,
} from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import type { Transaction } from '../audit/in-transaction.ts';
import { calendarDay } from './load-calendar.ts';
import type { WorkingCalendarDay, WorkingCalendarYear } from './calendar.type.ts';

/** One year as it is in force: published days, the installation's own over them. */
export async function calendarYear(
  ctx: Context,
  tx: Pick<Transaction, 'calendarYear'>,
  year: number,
): Promise<WorkingCalendarYear> {
  checkCalendarYear(year);
  const row = await tx.calendarYear.findUnique({ where: { year }, include: { days: true } });
  const own = (row?.days ?? []).map(calendarDay);
  const shipped = PUBLISHED_YEARS.find((one) => one.year === year);
  const ofYear = publishedDays().filter((one) => one.day.startsWith(`${year}-`));
  const published = new Map(ofYear.map((one) => [one.day, one.kind]));
  const ownDays = new Set(own.map((one) => one.day));
  const known = shipped !== undefined || row?.complete === true;
  const calendar = workingCalendar(own, known ? [year] : []);
  const days = [...calendar.days.values()]
    .filter((one) => one.day.startsWith(`${year}-`))
    .map((one): WorkingCalendarDay => ({
      ...one,
      own: ownDays.has(one.day),
      published: published.get(one.day) ?? null,
    }))
    .toSorted((a, b) => (a.day < b.day ? -1 : 1));
  return {
    year,
    known,
    shipped: shipped !== undefined,
    notice: row?.notice ?? shipped?.notice ?? null,
    days,
    workingDays: workingDaysBetween(addDays(`${year}-01-01`, -1), `${year}-12-31`, calendar).days,
    editable: canInBody(ctx.viewer, 'manageCalendar', null),
    version: row?.version ?? 0,
    updatedAt: row?.updatedAt ?? null,
    updatedByName: row?.updatedByName ?? null,
  };
}
