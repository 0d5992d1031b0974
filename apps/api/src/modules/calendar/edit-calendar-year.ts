import {
  canInBody,
  checkCalendarYear,
  checkOwnDay,
  DomainError,
  forbidden,
  type CalendarDay,
  type Viewer,
} from '@closeout/domain';
import type { CalendarYear } from '@closeout/prisma/client';
import type { Context } from '../../graphql/context.ts';
import { inTransaction, type AuditEntry, type Transaction } from '../audit/in-transaction.ts';
import { toDate } from '../day.ts';
import { optionalText } from '../text.ts';
import { calendarDay } from './load-calendar.ts';
import type { EditCalendarYearInput } from './calendar.type.ts';

const MOST_DAYS = 366;

export function demandCalendar(viewer: Viewer): void {
  if (!canInBody(viewer, 'manageCalendar', null)) throw forbidden('manageCalendar');
}

/** The row of a year, locked; made on the first change. A version that is no longer the present one is refused. */
export async function lockYear(tx: Transaction, year: number, version?: number): Promise<CalendarYear> {
  await tx.$executeRawUnsafe(
    'INSERT INTO calendar_year (year, version) VALUES ($1, 0) ON CONFLICT (year) DO NOTHING',
    year,
  );
  await tx.$queryRawUnsafe('SELECT 1 FROM calendar_year WHERE year = $1 FOR UPDATE', year);
  const row = await tx.calendarYear.findUniqueOrThrow({ where: { year } });
  if (version !== undefined && row.version !== version)
    throw new DomainError({
      code: 'CONFLICT',
      rule: 'ledger.version',
      message: 'somebody changed this year since',
      params: {
        by: row.updatedByName ?? '',
        at: row.updatedAt.toISOString(),
        what: `${year}`,
        version: String(row.version),
      },
    });
  return row;
}

/** Puts days over a year: a null kind takes the own entry away. Answers what was there before. */
export async function putDays(
  tx: Transaction,
  year: number,
  days: readonly (Omit<CalendarDay, 'kind'> & { kind: CalendarDay['kind'] | null })[],
): Promise<CalendarDay[]> {
  const before = await tx.calendarDay.findMany({ where: { day: { in: days.map((one) => toDate(one.day)) } } });
  await tx.calendarDay.deleteMany({ where: { day: { in: days.map((one) => toDate(one.day)) } } });
  await tx.calendarDay.createMany({
    data: days.flatMap(({ day, kind, name }) => (kind === null ? [] : [{ day: toDate(day), year, kind, name }])),
  });
  return before.map(calendarDay);
}

/** Edits a year of the working calendar; what is already due stays as it is, only what is reckoned from now on changes. */
export async function editCalendarYear(ctx: Context, input: EditCalendarYearInput): Promise<number> {
  demandCalendar(ctx.viewer);
  const { year, version } = input;
  checkCalendarYear(year);
  const days = (input.days ?? []).map(({ day, kind, name }) => ({
    day,
    kind: kind ?? null,
    name: (name ?? '').trim(),
  }));
  if (days.length > MOST_DAYS)
    throw new DomainError({ code: 'LIMIT', rule: 'calendar.days', message: `at most ${MOST_DAYS} days at once` });
  for (const one of days) checkOwnDay(year, one);
  const unique = [...new Map(days.map((one) => [one.day, one])).values()];
  const notice = optionalText(input.notice, 'notice', 60);
  return inTransaction(ctx, async (tx) => {
    const row = await lockYear(tx, year, version);
    const before = await putDays(tx, year, unique);
    const patch = {
      ...(notice === undefined ? {} : { notice }),
      ...(input.complete === undefined || input.complete === null ? {} : { complete: input.complete }),
    };
    await tx.calendarYear.update({
      where: { year },
      data: { ...patch, version: { increment: 1 }, updatedByName: ctx.viewer.name, updatedAt: ctx.now() },
    });
    const event: AuditEntry = {
      verb: 'editCalendarYear',
      recordType: 'CalendarYear',
      recordId: null,
      bodyId: null,
      before: { year, notice: row.notice, complete: row.complete, days: before },
      after: { year, ...patch, days: unique },
    };
    return { value: year, events: [event] };
  });
}
