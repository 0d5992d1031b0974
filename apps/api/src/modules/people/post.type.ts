import { Args, Field, Int, ObjectType } from 'type-graphql';
import { connectionOf, Node, planned } from '../../graphql/connection.ts';
import { Body, Department } from '../bodies/body.type.ts';
import { FindingConnection } from '../findings/finding.type.ts';
import { FindingListArgs } from '../findings/finding.filter.ts';

@ObjectType({ implements: Node, description: 'A person. Names are personal data: tokens need the class NAMES.' })
export class Person extends Node {
  @Field(() => String, { description: 'Name.' })
  name: string;

  @Field(() => Boolean, { description: 'False once the person left.' })
  active: boolean;

  @Field(() => Int, { description: 'Version for updates.' })
  version: number;

  @Field(() => Body, { description: 'The body the person works in.' })
  body: Body;

  @Field(() => [Post], { description: 'Posts held now.' })
  posts: Post[];
}

@ObjectType({ implements: Node, description: 'A post. Posts own items, not people: the holder may change.' })
export class Post extends Node {
  @Field(() => String, { description: 'Title, unique in its body.' })
  title: string;

  @Field(() => Boolean, { description: 'A member of the leadership: may be a responsible leader.' })
  leadership: boolean;

  @Field(() => Int, { description: 'Place in the order of posts.' })
  ordinal: number;

  @Field(() => Boolean, { description: 'False once it was abolished.' })
  active: boolean;

  @Field(() => Int, { description: 'Version for updates.' })
  version: number;

  @Field(() => Body, { description: 'Its body.' })
  body: Body;

  @Field(() => Department, { nullable: true, description: 'The department it belongs to, if any.' })
  department: Department | null;

  @Field(() => Person, { nullable: true, description: 'Who holds it now.' })
  holder: Person | null;

  @Field(() => [Department], { description: '分管: departments it is in charge of.' })
  inChargeOf: Department[];

  @Field(() => FindingConnection, {
    description: 'Findings that it is the responsible leader of, as far as visible to the viewer.',
  })
  findings(@Args(() => FindingListArgs) _args: FindingListArgs): unknown {
    return planned();
  }
}

export const PersonConnection = connectionOf(Person, 'Person', 'persons');
export const PostConnection = connectionOf(Post, 'Post', 'posts');
