import {
  addWorkingDays,
  checkCalendarYear,
  dayAnswer,
  daysBetween,
  DomainError,
  invalid,
  PUBLISHED_YEARS,
  workingDaysBetween,
} from '@closeout/domain';
import { GraphQLError } from 'graphql';
import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { answer } from '../../graphql/errors.ts';
import { Day } from '../../graphql/scalars.ts';
import { calendarYear } from './calendar-year.ts';
import {
  EditCalendarYearInput,
  EditCalendarYearPayload,
  WorkingCalendarYear,
  WorkingDayCount,
  WorkingDayFound,
} from './calendar.type.ts';
import { editCalendarYear } from './edit-calendar-year.ts';
import { loadCalendar } from './load-calendar.ts';

/** The longest span that is counted day by day. */
const LONGEST = 3_660;

/** A value that the calendar does not have is the caller's mistake, not a fault. */
async function asked<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new GraphQLError(error.message, { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });
  }
}

/** The working calendar: everybody reads it, the system administrator keeps it. */
@Resolver()
export class CalendarResolver {
  @Query(() => WorkingCalendarYear, {
    description: 'One year of the working calendar, 1990 to 2100. For everybody who is signed in, and for tokens.',
  })
  workingCalendar(
    @Arg('year', () => Int, { description: 'Year.' }) year: number,
    @Ctx() ctx: Context,
  ): Promise<WorkingCalendarYear> {
    return asked(() => calendarYear(ctx, ctx.db, year));
  }

  @Query(() => [Int], { description: 'The years whose arrangement is known, published or entered, in order.' })
  async workingCalendarYears(@Ctx() ctx: Context): Promise<number[]> {
    const own = await ctx.db.calendarYear.findMany({ where: { complete: true }, select: { year: true } });
    const years = [...PUBLISHED_YEARS, ...own].map((one) => one.year);
    return [...new Set(years)].toSorted((a, b) => a - b);
  }

  @Query(() => WorkingDayCount, { description: 'Working days between two days, at most ten years apart.' })
  workingDays(
    @Arg('from', () => Day, { description: 'Not counted itself.' }) from: string,
    @Arg('to', () => Day, { description: 'Counted, where it is worked.' }) to: string,
    @Ctx() ctx: Context,
  ): Promise<WorkingDayCount> {
    return asked(async () => {
      if (Math.abs(daysBetween(from, to)) > LONGEST)
        throw invalid('to', 'calendar.span', 'the days lie at most ten years apart');
      const { days, assumed } = workingDaysBetween(from, to, await loadCalendar(ctx.db));
      return { days, assumedYears: assumed };
    });
  }

  @Query(() => WorkingDayFound, {
    description: 'The day so many working days after another (before it, where negative); with 0 the day itself.',
  })
  workingDayAfter(
    @Arg('day', () => Day, { description: 'Not counted itself.' }) day: string,
    @Arg('days', () => Int, { description: 'Working days, −2500 to 2500.' }) days: number,
    @Ctx() ctx: Context,
  ): Promise<WorkingDayFound> {
    return asked(async () => {
      if (Math.abs(days) > 2_500) throw invalid('days', 'calendar.span', 'at most 2500 working days');
      checkCalendarYear(Number(day.slice(0, 4)));
      const calendar = await loadCalendar(ctx.db);
      const found = addWorkingDays(day, days, calendar);
      const { working, assumed } = dayAnswer(found.day, calendar);
      const assumedYears = [...new Set([...found.assumed, ...assumed])].toSorted((a, b) => a - b);
      return { day: found.day, working, assumedYears };
    });
  }

  @Mutation(() => EditCalendarYearPayload, {
    description: 'Changes days of a year, or says that it is complete. System administrator.',
  })
  editCalendarYear(
    @Arg('input', () => EditCalendarYearInput, { description: 'The changes.' }) input: EditCalendarYearInput,
    @Ctx() ctx: Context,
  ): Promise<EditCalendarYearPayload> {
    return answer(async () => ({ calendarYear: await calendarYear(ctx, ctx.db, await editCalendarYear(ctx, input)) }));
  }
}
