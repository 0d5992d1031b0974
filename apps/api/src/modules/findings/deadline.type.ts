import { Field, Int, ObjectType } from 'type-graphql';
import { Day } from '../../graphql/scalars.ts';
import { DueKindEnum, OffsetUnitEnum, UrgencyEnum } from '../../graphql/vocabulary.ts';

@ObjectType({
  description:
    'Why a date is what it is, as it was when the date was given; later changes of the settings do not rewrite it.',
})
export class DueReason {
  @Field(() => String, {
    description:
      'Rule: IMMEDIATE_DAYS, CONCENTRATED_MONTHS, CONTINUING, SET_BY_CLERK, FROM_SOURCE, EXTENSION, REOPENED.',
  })
  rule: string;

  @Field(() => Int, { nullable: true, description: 'How many units were counted; null where the rule counts nothing.' })
  amount: number | null;

  @Field(() => OffsetUnitEnum, { nullable: true, description: 'Calendar months, calendar days or working days.' })
  unit: string | null;

  @Field(() => Day, { nullable: true, description: 'The day counted from: the feedback as it was known then.' })
  from: string | null;
}

@ObjectType({ description: 'A deadline: a date, a kind, or both, with the rule that gave it.' })
export class Deadline {
  @Field(() => Day, { nullable: true, description: 'Due day, Asia/Shanghai; overdue begins the day after.' })
  dueOn: string | null;

  @Field(() => DueKindEnum, { nullable: true, description: 'Date, 立行立改 or 长期坚持.' })
  kind: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The words of the source or the clerk, e.g. 2024年底前,并长期坚持.',
  })
  text: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The rule that gave the date: IMMEDIATE_DAYS, CONCENTRATED_MONTHS, CONTINUING, SET_BY_CLERK, FROM_SOURCE, EXTENSION, REOPENED.',
  })
  rule: string | null;

  @Field(() => DueReason, { nullable: true, description: 'Why it is this date; null where no rule gave one.' })
  reason: DueReason | null;

  @Field(() => UrgencyEnum, { description: 'How pressing it is today.' })
  urgency: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Calendar days left today; negative when overdue; null where no deadline runs.',
  })
  daysLeft: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Working days left after today up to the due day (Chinese calendar with swapped days); negative: working days since; null where no deadline runs.',
  })
  workingDaysLeft: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the due day is a day off; null without a date.',
  })
  restsOnDueDay: boolean | null;

  @Field(() => [Int], {
    description:
      'Years whose working calendar is not published yet and that the working days, or a due day counted in them, rest upon; empty: certain.',
  })
  assumedYears: number[];
}
