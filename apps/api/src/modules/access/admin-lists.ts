import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { DayRange, PageArgs } from '../../graphql/connection.ts';
import { RoleEnum } from '../../graphql/vocabulary.ts';
import { AuditOrderField } from '../audit/audit.type.ts';
import { OrderDirection } from '../findings/finding.filter.ts';

@InputType({ description: 'Which accounts; absent fields do not filter.' })
export class AccountFilter {
  @Field(() => ID, { nullable: true, description: 'Of persons of this body.' })
  bodyId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only active, or (false) only disabled ones.' })
  active?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Text that login or name contains.' })
  text?: string | null;
}

@ArgsType()
export class AccountListArgs extends PageArgs {
  @Field(() => AccountFilter, { nullable: true, description: 'Which accounts.' })
  filter?: AccountFilter | null;
}

@InputType({ description: 'Which grants; absent fields do not filter.' })
export class RoleGrantFilter {
  @Field(() => ID, { nullable: true, description: 'Of this account.' })
  accountId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Held in this body.' })
  bodyId?: string | null;

  @Field(() => [RoleEnum], { nullable: true, description: 'Of one of these roles.' })
  role?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'In force or still to come; (false) ended or revoked.' })
  standing?: boolean | null;
}

@ArgsType()
export class RoleGrantListArgs extends PageArgs {
  @Field(() => RoleGrantFilter, { nullable: true, description: 'Which grants.' })
  filter?: RoleGrantFilter | null;
}

@InputType({ description: 'Which tokens.' })
export class ApiTokenFilter {
  @Field(() => ID, { nullable: true, description: 'Of this body.' })
  bodyId?: string | null;
}

@ArgsType()
export class ApiTokenListArgs extends PageArgs {
  @Field(() => ApiTokenFilter, { nullable: true, description: 'Which tokens.' })
  filter?: ApiTokenFilter | null;
}

@InputType({ description: 'Which departments; absent fields do not filter.' })
export class DepartmentFilter {
  @Field(() => ID, { nullable: true, description: 'Of this body.' })
  bodyId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only active, or (false) only dissolved ones.' })
  active?: boolean | null;
}

@ArgsType()
export class DepartmentListArgs extends PageArgs {
  @Field(() => DepartmentFilter, { nullable: true, description: 'Which departments.' })
  filter?: DepartmentFilter | null;
}

@InputType({ description: 'Which entries of the audit trail; absent fields do not filter.' })
export class AuditFilter {
  @Field(() => [String], { nullable: true, description: 'With one of these verbs.' })
  verb?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'About records of one of these types.' })
  recordType?: string[] | null;

  @Field(() => String, { nullable: true, description: 'About the record with this UUID.' })
  recordId?: string | null;

  @Field(() => String, { nullable: true, description: 'By persons whose name, as it was then, contains this text.' })
  actor?: string | null;

  @Field(() => ID, { nullable: true, description: 'By this account.' })
  accountId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Concerning this body.' })
  bodyId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only what succeeded, or (false) only failed attempts.' })
  success?: boolean | null;

  @Field(() => DayRange, { nullable: true, description: 'On days of this range, Asia/Shanghai.' })
  on?: DayRange | null;
}

@InputType({ description: 'Order of the audit trail.' })
export class AuditOrder {
  @Field(() => AuditOrderField, { description: 'What to sort by.' })
  field: keyof typeof AuditOrderField;

  @Field(() => OrderDirection, { description: 'Direction.' })
  direction: keyof typeof OrderDirection;
}

@ArgsType()
export class AuditListArgs extends PageArgs {
  @Field(() => AuditFilter, { nullable: true, description: 'Which entries.' })
  filter?: AuditFilter | null;

  @Field(() => AuditOrder, {
    nullable: true,
    description: 'Order; newest first when absent.',
    defaultValue: { field: 'AT', direction: 'DESC' },
  })
  orderBy?: AuditOrder | null;
}
