import { CALENDAR_DAY_KINDS } from '@closeout/domain';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { enumOf } from '../../graphql/enums.ts';
import { UserError } from '../../graphql/errors.ts';
import { Day, Instant } from '../../graphql/scalars.ts';

export const CalendarDayKindEnum = enumOf('CalendarDayKind', 'How a day differs from the week.', CALENDAR_DAY_KINDS, {
  HOLIDAY: '放假: a day off.',
  WORKDAY: '调休上班: a Saturday or Sunday that is worked.',
  ORDINARY: 'Like the week says; undoes a published day.',
});
type Kind = (typeof CALENDAR_DAY_KINDS)[number];

@ObjectType({
  description: 'A day of the working calendar that differs from the week, or that the installation entered.',
})
export class WorkingCalendarDay {
  @Field(() => Day, { description: 'The day, Asia/Shanghai.' })
  day: string;

  @Field(() => CalendarDayKindEnum, { description: 'What it is in force.' })
  kind: Kind;

  @Field(() => String, { description: 'The festival, e.g. 春节; empty for an ordinary day.' })
  name: string;

  @Field(() => Boolean, { description: 'Whether the installation entered it over the published calendar.' })
  own: boolean;

  @Field(() => CalendarDayKindEnum, { nullable: true, description: 'What the published calendar says; null: nothing.' })
  published: Kind | null;
}

@ObjectType({ description: 'One year of the working calendar (放假调休).' })
export class WorkingCalendarYear {
  @Field(() => Int, { description: 'Year.' })
  year: number;

  @Field(() => Boolean, {
    description:
      'Whether its arrangement is known. False: weekends only, and every answer that touches it names it as assumed.',
  })
  known: boolean;

  @Field(() => Boolean, { description: 'Whether it is shipped with the product, from the published notice.' })
  shipped: boolean;

  @Field(() => String, { nullable: true, description: 'Number of the notice, e.g. 国办发明电〔2025〕7号.' })
  notice: string | null;

  @Field(() => [WorkingCalendarDay], { description: 'Its holidays, swapped days and own days, in order.' })
  days: WorkingCalendarDay[];

  @Field(() => Int, { description: 'Working days in the year; by weekends alone while it is not known.' })
  workingDays: number;

  @Field(() => Boolean, { description: 'Whether the viewer may edit it.' })
  editable: boolean;

  @Field(() => Int, { description: 'Version for updates; 0 while the installation has changed nothing.' })
  version: number;

  @Field(() => Instant, { nullable: true, description: 'When the installation changed it last.' })
  updatedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Who changed it last.' })
  updatedByName: string | null;
}

@ObjectType({ description: 'A count of working days, and what it had to assume.' })
export class WorkingDayCount {
  @Field(() => Int, {
    description:
      'Working days after the first day up to and including the last; negative where the last lies before the first.',
  })
  days: number;

  @Field(() => [Int], {
    description: 'Years whose arrangement is not known and were counted by weekends; empty: certain.',
  })
  assumedYears: number[];
}

@ObjectType({ description: 'A day found by counting working days, and what that had to assume.' })
export class WorkingDayFound {
  @Field(() => Day, { description: 'The day, Asia/Shanghai.' })
  day: string;

  @Field(() => Boolean, { description: 'Whether it is worked.' })
  working: boolean;

  @Field(() => [Int], {
    description: 'Years whose arrangement is not known and were counted by weekends; empty: certain.',
  })
  assumedYears: number[];
}

@InputType({ description: 'One day as the installation wants it.' })
export class CalendarDayInput {
  @Field(() => Day, { description: 'The day; within the year.' })
  day: string;

  @Field(() => CalendarDayKindEnum, { nullable: true, description: 'What it is; null takes the own entry away again.' })
  kind?: Kind | null;

  @Field(() => String, { nullable: true, description: 'The festival, at most 40 characters.' })
  name?: string | null;
}

@InputType({ description: 'Changes of one year of the working calendar.' })
export class EditCalendarYearInput {
  @Field(() => Int, { description: 'Year, 1990 to 2100.' })
  year: number;

  @Field(() => Int, { description: 'Version that was seen; 0 for a year nobody changed yet.' })
  version: number;

  @Field(() => [CalendarDayInput], { nullable: true, description: 'Days to change, at most 366; absent: none.' })
  days?: CalendarDayInput[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Entered as complete, so that it is no longer assumed; absent: unchanged.',
  })
  complete?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Number of the notice, at most 60 characters; null clears it.' })
  notice?: string | null;
}

@ObjectType({ description: 'The year after the change, or why it was refused.' })
export class EditCalendarYearPayload {
  @Field(() => WorkingCalendarYear, { nullable: true, description: 'The year; null when refused.' })
  calendarYear?: WorkingCalendarYear | null;

  @Field(() => [UserError], { description: 'Refusals; empty when carried out.' })
  userErrors: UserError[];
}
