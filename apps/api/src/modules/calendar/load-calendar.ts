import { workingCalendar, type CalendarDay, type WorkingCalendar } from '@closeout/domain';
import type { CalendarDay as Row } from '@closeout/prisma/client';
import type { Transaction } from '../audit/in-transaction.ts';
import { fromDate } from '../day.ts';

export const calendarDay = ({ day, kind, name }: Row): CalendarDay => ({ day: fromDate(day) as string, kind, name });

/** The calendar in force: the published years with the installation's own days and years over them. */
export async function loadCalendar(tx: Pick<Transaction, 'calendarDay' | 'calendarYear'>): Promise<WorkingCalendar> {
  const days = await tx.calendarDay.findMany();
  const years = await tx.calendarYear.findMany({ where: { complete: true }, select: { year: true } });
  return workingCalendar(
    days.map(calendarDay),
    years.map((one) => one.year),
  );
}
