import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf, Node } from '../../graphql/connection.ts';
import { Day, Instant } from '../../graphql/scalars.ts';
import { RoleEnum } from '../../graphql/vocabulary.ts';
import { Body, Department } from '../bodies/body.type.ts';
import { Person, Post } from '../people/post.type.ts';

@ObjectType({
  implements: Node,
  description: 'An account of a person. Never shows anything of its password. System and security administrators.',
})
export class Account extends Node {
  @Field(() => String, { description: 'What the person types to sign in; lower case.' })
  login: string;

  @Field(() => Person, { description: 'Whose account it is.' })
  person: Person;

  @Field(() => Boolean, { description: 'False while disabled: no sign-in, open sessions end at once.' })
  active: boolean;

  @Field(() => Boolean, {
    description: 'The password was given by somebody else and must be changed at the next sign-in.',
  })
  mustChangePassword: boolean;

  @Field(() => Instant, {
    nullable: true,
    description: 'Locked until then after failed attempts; may lie in the past.',
  })
  lockedUntil: string | null;

  @Field(() => Instant, { nullable: true, description: 'Last sign-in.' })
  lastSignInAt: string | null;

  @Field(() => Instant, { description: 'When it was created.' })
  createdAt: string;

  @Field(() => Int, { description: 'Version for updates.' })
  version: number;

  @Field(() => [RoleGrant], { description: 'Grants that are in force or still to come.' })
  grants: RoleGrant[];
}

@ObjectType({
  implements: Node,
  description: 'A role that an account holds within a scope, from a day to a day. System and security administrators.',
})
export class RoleGrant extends Node {
  @Field(() => RoleEnum, { description: 'The role.' })
  role: string;

  @Field(() => Account, { description: 'Who holds it.' })
  account: Account;

  @Field(() => Body, { nullable: true, description: 'The body it is held in; null for administrators.' })
  body: Body | null;

  @Field(() => Department, { nullable: true, description: 'The department, for handlers and department heads.' })
  department: Department | null;

  @Field(() => Post, { nullable: true, description: 'The post, for leaders.' })
  post: Post | null;

  @Field(() => Day, { description: 'First day.' })
  fromOn: string;

  @Field(() => Day, { nullable: true, description: 'Last day; null: until revoked.' })
  toOn: string | null;

  @Field(() => Instant, { nullable: true, description: 'When it was revoked.' })
  revokedAt: string | null;

  @Field(() => Instant, { description: 'When it was given.' })
  createdAt: string;
}

export const AccountConnection = connectionOf(Account, 'Account', 'accounts');
export const RoleGrantConnection = connectionOf(RoleGrant, 'RoleGrant', 'grants');
