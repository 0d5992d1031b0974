import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { UserError } from '../../graphql/errors.ts';
import { BodyKindEnum } from '../../graphql/vocabulary.ts';
import { Body, Department } from './body.type.ts';

@ObjectType({ description: 'The body after the change, or why it was refused.' })
export class BodyPayload {
  @Field(() => Body, { nullable: true, description: 'The body; null when refused.' })
  body?: Body | null;

  @Field(() => [UserError], { description: 'Refusals; empty when carried out.' })
  userErrors: UserError[];
}

@ObjectType({ description: 'The department after the change, or why it was refused.' })
export class DepartmentPayload {
  @Field(() => Department, { nullable: true, description: 'The department; null when refused.' })
  department?: Department | null;

  @Field(() => [UserError], { description: 'Refusals; empty when carried out.' })
  userErrors: UserError[];
}

@InputType({ description: 'A new body.' })
export class CreateBodyInput {
  @Field(() => BodyKindEnum, { description: 'What it is here; stays for ever.' })
  kind: 'INSPECTED' | 'OFFICE' | 'DISCIPLINE_GROUP';

  @Field(() => String, { description: 'Full name, unique.' })
  name: string;

  @Field(() => String, { description: 'Short name, unique; stands in reference numbers.' })
  shortName: string;

  @Field(() => String, { nullable: true, description: '统一社会信用代码' })
  creditCode?: string | null;

  @Field(() => String, { nullable: true, description: '行政区划代码' })
  regionCode?: string | null;
}

@InputType({ description: 'Changes a body. Absent fields stay; null clears.' })
export class EditBodyInput {
  @Field(() => ID, { description: 'Global id of the body.' })
  bodyId: string;

  @Field(() => Int, { description: 'The version that was seen; a stale one is refused with CONFLICT.' })
  version: number;

  @Field(() => String, { nullable: true, description: 'Full name.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Short name; reference numbers already given stay as they are.' })
  shortName?: string | null;

  @Field(() => String, { nullable: true, description: '统一社会信用代码' })
  creditCode?: string | null;

  @Field(() => String, { nullable: true, description: '行政区划代码' })
  regionCode?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'False when it is closed down.' })
  active?: boolean | null;
}

@InputType({ description: 'A new department.' })
export class CreateDepartmentInput {
  @Field(() => ID, { description: 'Global id of its body.' })
  bodyId: string;

  @Field(() => String, { description: 'Name, unique in the body.' })
  name: string;

  @Field(() => Int, { nullable: true, description: 'Place in the order; at the end when absent.' })
  ordinal?: number | null;
}

@InputType({ description: 'Changes a department. Absent fields stay.' })
export class EditDepartmentInput {
  @Field(() => ID, { description: 'Global id of the department.' })
  departmentId: string;

  @Field(() => Int, { description: 'The version that was seen; a stale one is refused with CONFLICT.' })
  version: number;

  @Field(() => String, { nullable: true, description: 'Name.' })
  name?: string | null;

  @Field(() => Int, { nullable: true, description: 'Place in the order.' })
  ordinal?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'False when it is dissolved: refused while it leads findings that are not closed.',
  })
  active?: boolean | null;
}

@InputType({ description: 'Which bodies a discipline group supervises; replaces the present ones.' })
export class SetSupervisionInput {
  @Field(() => ID, { description: 'Global id of the discipline group.' })
  groupId: string;

  @Field(() => Int, { description: 'The version of the group that was seen.' })
  version: number;

  @Field(() => [ID], { description: 'Global ids of the supervised bodies.' })
  bodyIds: string[];
}
