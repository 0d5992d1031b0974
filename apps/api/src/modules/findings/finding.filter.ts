import { ArgsType, Field, InputType, registerEnumType } from 'type-graphql';
import { DayRange, PageArgs } from '../../graphql/connection.ts';
import { FindingStateEnum, RemediationTypeEnum, ResultEnum } from '../../graphql/vocabulary.ts';
import { PlanKindEnum } from '../../graphql/vocabulary-rounds.ts';

@InputType({ description: 'Which findings; absent fields do not filter.' })
export class FindingFilter {
  @Field(() => [FindingFilter], { nullable: true, description: 'All of these.' })
  and?: FindingFilter[] | null;

  @Field(() => [FindingFilter], { nullable: true, description: 'Any of these.' })
  or?: FindingFilter[] | null;

  @Field(() => FindingFilter, { nullable: true, description: 'Not this.' })
  not?: FindingFilter | null;

  @Field(() => [FindingStateEnum], { nullable: true, description: 'In one of these states.' })
  state?: string[] | null;

  @Field(() => [ResultEnum], { nullable: true, description: 'With one of these results.' })
  result?: string[] | null;

  @Field(() => [RemediationTypeEnum], { nullable: true, description: 'Of one of these classes.' })
  remediationType?: string[] | null;

  @Field(() => [PlanKindEnum], { nullable: true, description: 'Of one of these plans.' })
  plan?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Global id of the body.' })
  bodyId?: string | null;

  @Field(() => String, { nullable: true, description: 'Global id of the inspection.' })
  inspectionId?: string | null;

  @Field(() => String, { nullable: true, description: 'Global id of the aspect.' })
  aspectId?: string | null;

  @Field(() => String, { nullable: true, description: 'Global id of the responsible leader’s post.' })
  leaderId?: string | null;

  @Field(() => String, { nullable: true, description: 'Global id of a department that leads or supports.' })
  departmentId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Global id of a person who handles the finding or one of its actions.',
  })
  handlerId?: string | null;

  @Field(() => DayRange, { nullable: true, description: 'Due within these days.' })
  dueOn?: DayRange | null;

  @Field(() => Boolean, { nullable: true, description: 'Running and past the due day, or (false) not.' })
  overdue?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Returned and not submitted again, or (false) not.' })
  returned?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Waiting for the viewer’s own signature, or (false) not.' })
  waitsForMe?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'With a sum that is due back and not settled, or (false) without.',
  })
  outstanding?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'Text that title, description, an action or the reference number contains.',
  })
  text?: string | null;
}

/** Ways to sort findings. */
export const FindingOrderField = { SEQ: 'SEQ', DUE: 'DUE', UPDATED: 'UPDATED', STATE: 'STATE' } as const;
registerEnumType(FindingOrderField, {
  name: 'FindingOrderField',
  description: 'What findings are sorted by; ties by id.',
  valuesConfig: {
    SEQ: { description: 'Number in the list.' },
    DUE: { description: 'Due day, none last.' },
    UPDATED: { description: 'Last change.' },
    STATE: { description: 'Workflow state.' },
  },
});

export const OrderDirection = { ASC: 'ASC', DESC: 'DESC' } as const;
registerEnumType(OrderDirection, {
  name: 'OrderDirection',
  description: 'Ascending or descending.',
  valuesConfig: { ASC: { description: 'Smallest first.' }, DESC: { description: 'Largest first.' } },
});

@InputType({ description: 'Order of findings.' })
export class FindingOrder {
  @Field(() => FindingOrderField, { description: 'What to sort by.' })
  field: keyof typeof FindingOrderField;

  @Field(() => OrderDirection, { description: 'Direction.' })
  direction: keyof typeof OrderDirection;
}

@ArgsType()
export class FindingListArgs extends PageArgs {
  @Field(() => FindingFilter, { nullable: true, description: 'Which findings.' })
  filter?: FindingFilter | null;

  @Field(() => FindingOrder, { nullable: true, description: 'Order; by number when absent.' })
  orderBy?: FindingOrder | null;
}
