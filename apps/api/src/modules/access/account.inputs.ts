import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { UserError } from '../../graphql/errors.ts';
import { Day } from '../../graphql/scalars.ts';
import { RoleEnum } from '../../graphql/vocabulary.ts';
import type { Role } from '@closeout/domain';
import { Account, RoleGrant } from './account.type.ts';

@ObjectType({ description: 'The account after the change, or why it was refused.' })
export class AccountPayload {
  @Field(() => Account, { nullable: true, description: 'The account; null when refused.' })
  account?: Account | null;

  @Field(() => String, {
    nullable: true,
    description: 'A password made by the server, shown this once; it must be changed at the first sign-in.',
  })
  oneTimePassword?: string | null;

  @Field(() => [UserError], { description: 'Refusals; empty when carried out.' })
  userErrors: UserError[];
}

@ObjectType({ description: 'The grant after the change, or why it was refused.' })
export class RoleGrantPayload {
  @Field(() => RoleGrant, { nullable: true, description: 'The grant; null when refused.' })
  roleGrant?: RoleGrant | null;

  @Field(() => [UserError], { description: 'Refusals; empty when carried out.' })
  userErrors: UserError[];
}

@InputType({ description: 'An account for a person.' })
export class CreateAccountInput {
  @Field(() => ID, { description: 'Global id of the person; one account each.' })
  personId: string;

  @Field(() => String, {
    description: 'What the person types to sign in: letters, digits, dot, hyphen, underscore; stored in lower case.',
  })
  login: string;

  @Field(() => String, {
    nullable: true,
    description: 'First password, changed at the first sign-in; made by the server when absent.',
  })
  password?: string | null;
}

@InputType({ description: 'Which account, and the version that was seen.' })
export class AccountVerbInput {
  @Field(() => ID, { description: 'Global id of the account.' })
  accountId: string;

  @Field(() => Int, { description: 'The version that was seen; a stale one is refused with CONFLICT.' })
  version: number;
}

@InputType({
  description:
    'A role for an account. A handler or head needs a department, a leader a post, an administrator nothing, everybody else a body.',
})
export class GrantRoleInput {
  @Field(() => ID, { description: 'Global id of the account.' })
  accountId: string;

  @Field(() => RoleEnum, { description: 'The role.' })
  role: Role;

  @Field(() => ID, { nullable: true, description: 'Global id of the body.' })
  bodyId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Global id of the department.' })
  departmentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Global id of the post.' })
  postId?: string | null;

  @Field(() => Day, { nullable: true, description: 'First day; today when absent.' })
  fromOn?: string | null;

  @Field(() => Day, { nullable: true, description: 'Last day; until revoked when absent.' })
  toOn?: string | null;
}

@InputType({ description: 'Which grant to end.' })
export class RevokeRoleInput {
  @Field(() => ID, { description: 'Global id of the grant.' })
  grantId: string;
}
