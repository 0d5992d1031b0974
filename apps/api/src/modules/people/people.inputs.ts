import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { UserError } from '../../graphql/errors.ts';
import { Day } from '../../graphql/scalars.ts';
import { Person, Post } from './post.type.ts';

@ObjectType({ description: 'The person after the change, or why it was refused.' })
export class PersonPayload {
  @Field(() => Person, { nullable: true, description: 'The person; null when refused.' })
  person?: Person | null;

  @Field(() => [UserError], { description: 'Refusals; empty when carried out.' })
  userErrors: UserError[];
}

@ObjectType({ description: 'The post after the change, or why it was refused.' })
export class PostPayload {
  @Field(() => Post, { nullable: true, description: 'The post; null when refused.' })
  post?: Post | null;

  @Field(() => [UserError], { description: 'Refusals; empty when carried out.' })
  userErrors: UserError[];
}

@InputType({ description: 'A new person.' })
export class CreatePersonInput {
  @Field(() => ID, { description: 'Global id of the body the person works in.' })
  bodyId: string;

  @Field(() => String, { description: 'Name.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Telephone.' })
  phone?: string | null;
}

@InputType({ description: 'Changes a person. Absent fields stay; null clears.' })
export class EditPersonInput {
  @Field(() => ID, { description: 'Global id of the person.' })
  personId: string;

  @Field(() => Int, { description: 'The version that was seen; a stale one is refused with CONFLICT.' })
  version: number;

  @Field(() => String, { nullable: true, description: 'Name.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Telephone.' })
  phone?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'False when the person leaves: the account is disabled with it, posts fall vacant.',
  })
  active?: boolean | null;
}

@InputType({ description: 'A new post.' })
export class CreatePostInput {
  @Field(() => ID, { description: 'Global id of its body.' })
  bodyId: string;

  @Field(() => String, { description: 'Title, unique in the body.' })
  title: string;

  @Field(() => ID, { nullable: true, description: 'The department it belongs to.' })
  departmentId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'A member of the leadership (班子成员): may be a responsible leader.',
  })
  leadership?: boolean | null;

  @Field(() => [ID], { nullable: true, description: '分管: departments it is in charge of.' })
  inChargeOf?: string[] | null;

  @Field(() => Int, { nullable: true, description: 'Place in the order; at the end when absent.' })
  ordinal?: number | null;
}

@InputType({ description: 'Changes a post. Absent fields stay; null clears.' })
export class EditPostInput {
  @Field(() => ID, { description: 'Global id of the post.' })
  postId: string;

  @Field(() => Int, { description: 'The version that was seen; a stale one is refused with CONFLICT.' })
  version: number;

  @Field(() => String, { nullable: true, description: 'Title.' })
  title?: string | null;

  @Field(() => ID, { nullable: true, description: 'The department it belongs to.' })
  departmentId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'A member of the leadership.' })
  leadership?: boolean | null;

  @Field(() => [ID], { nullable: true, description: 'Departments it is in charge of; replaces the present ones.' })
  inChargeOf?: string[] | null;

  @Field(() => Int, { nullable: true, description: 'Place in the order.' })
  ordinal?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'False when it is abolished: refused while it leads findings that are not closed.',
  })
  active?: boolean | null;
}

@InputType({ description: 'A person takes a post over; a present holder leaves it the day before.' })
export class HoldPostInput {
  @Field(() => ID, { description: 'Global id of the post.' })
  postId: string;

  @Field(() => Int, { description: 'The version of the post that was seen.' })
  version: number;

  @Field(() => ID, { description: 'Global id of the person, of the same body.' })
  personId: string;

  @Field(() => Day, { description: 'First day in the post.' })
  fromOn: string;
}

@InputType({ description: 'The holder leaves a post; its items stay with the post.' })
export class VacatePostInput {
  @Field(() => ID, { description: 'Global id of the post.' })
  postId: string;

  @Field(() => Int, { description: 'The version of the post that was seen.' })
  version: number;

  @Field(() => Day, { description: 'Last day in the post.' })
  toOn: string;
}
