import { checkCalendarList, DomainError, invalid, LIMITS, ownDaysOf, type CheckedDay } from '@closeout/domain';
import { DocumentError, readCalendarList } from '@closeout/documents';
import express, { Router, type Request } from 'express';
import type { Context } from '../../graphql/context.ts';
import type { Services } from '../../server.ts';
import { inTransaction, type AuditEntry } from '../audit/in-transaction.ts';
import { bodyErrors, onlySignedIn, signedIn, writing } from '../imports/http-answers.ts';
import { demandCalendar, lockYear, putDays } from './edit-calendar-year.ts';

const raw = express.raw({ type: () => true, limit: LIMITS.reportBytes });

/** What a list would do: each row as written with what is wrong, and the years that it gives whole. */
interface CalendarCheck {
  rows: CheckedDay[];
  years: number[];
  errors: number;
}

function check(rows: CheckedDay[]): CalendarCheck {
  const years = rows.flatMap(({ read }) => (read === null ? [] : [Number(read.day.slice(0, 4))]));
  return {
    rows,
    years: [...new Set(years)].toSorted((a, b) => a - b),
    errors: rows.filter((one) => one.error !== null).length,
  };
}

async function listOf(request: Request): Promise<CheckedDay[]> {
  const bytes: unknown = request.body;
  if (!Buffer.isBuffer(bytes) || bytes.byteLength === 0)
    throw invalid('file', 'input.required', '没有收到文件内容，请重新选择文件。');
  try {
    return checkCalendarList(await readCalendarList(bytes));
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    throw invalid('file', 'calendar.list', error.message);
  }
}

/** Takes a whole list over, or nothing: each year it names is complete afterwards and is exactly what the list says. */
async function takeOver(ctx: Context, checked: CalendarCheck): Promise<{ years: number[]; days: number }> {
  const days = checked.rows.flatMap(({ read }) => (read === null ? [] : [read]));
  if (checked.errors > 0 || days.length === 0)
    throw new DomainError({
      code: 'INVALID',
      rule: 'calendar.list',
      field: 'file',
      message: '清单有误，没有导入任何内容。',
    });
  await inTransaction(ctx, async (tx) => {
    const events: AuditEntry[] = [];
    for (const year of checked.years) {
      await lockYear(tx, year);
      const own = ownDaysOf(year, days);
      await tx.calendarDay.deleteMany({ where: { year } });
      await putDays(tx, year, own);
      await tx.calendarYear.update({
        where: { year },
        data: { complete: true, version: { increment: 1 }, updatedByName: ctx.viewer.name, updatedAt: ctx.now() },
      });
      events.push({
        verb: 'importCalendar',
        recordType: 'CalendarYear',
        recordId: null,
        bodyId: null,
        after: { year, days: own },
      });
    }
    return { value: null, events: events as [AuditEntry, ...AuditEntry[]] };
  });
  return { years: checked.years, days: days.length };
}

/** Lists of days (.xlsx, .csv, JSON): checked row by row first, taken over whole or not at all. */
export function calendarRouter(services: Services): Router {
  const router = Router();
  router.post(
    '/import/calendar/check',
    onlySignedIn(services),
    raw,
    signedIn(services, false, async (ctx, request, response) => {
      demandCalendar(ctx.viewer);
      response.status(200).json(check(await listOf(request)));
    }),
  );
  router.post(
    '/import/calendar',
    onlySignedIn(services),
    raw,
    writing(services, async (ctx, request) => {
      demandCalendar(ctx.viewer);
      return { status: 201, body: await takeOver(ctx, check(await listOf(request))) };
    }),
  );
  router.use('/import', bodyErrors);
  return router;
}
