import { Args, Field, Int, ObjectType } from 'type-graphql';
import { connectionOf, Node, PageArgs, planned, type Connection } from '../../graphql/connection.ts';
import { BodyKindEnum } from '../../graphql/vocabulary.ts';
import { FindingConnection } from '../findings/finding.type.ts';
import { InspectionConnection } from '../rounds/round.type.ts';
import { Post, PostConnection } from '../people/post.type.ts';

@ObjectType({
  implements: Node,
  description: 'An organisation: inspected body, inspection office or discipline group.',
})
export class Body extends Node {
  @Field(() => BodyKindEnum, { description: 'What it is here.' })
  kind: string;

  @Field(() => String, { description: 'Full name.' })
  name: string;

  @Field(() => String, { description: 'Short name, used in reference numbers.' })
  shortName: string;

  @Field(() => String, { nullable: true, description: '统一社会信用代码' })
  creditCode: string | null;

  @Field(() => String, { nullable: true, description: '行政区划代码' })
  regionCode: string | null;

  @Field(() => Boolean, { description: 'False once the body was closed down.' })
  active: boolean;

  @Field(() => Int, { description: 'Version for updates.' })
  version: number;

  @Field(() => [Department], { description: 'Departments, in their order.' })
  departments: Department[];

  @Field(() => [Post], {
    description: 'Posts of the leadership (班子), in their order: whom a finding can be assigned to.',
  })
  leaders: Post[];

  @Field(() => PostConnection, { description: 'All posts.' })
  posts(@Args(() => PageArgs) _page: PageArgs): Connection<Post> {
    return planned();
  }

  @Field(() => InspectionConnection, { description: 'Its inspections, one per round.' })
  inspections(@Args(() => PageArgs) _page: PageArgs): unknown {
    return planned();
  }

  @Field(() => [Body], { description: 'Bodies that this discipline group supervises; empty for others.' })
  supervises: Body[];
}

@ObjectType({ implements: Node, description: 'A department of a body.' })
export class Department extends Node {
  @Field(() => String, { description: 'Name, unique in its body.' })
  name: string;

  @Field(() => Int, { description: 'Place in the order of departments.' })
  ordinal: number;

  @Field(() => Boolean, { description: 'False once it was dissolved.' })
  active: boolean;

  @Field(() => Int, { description: 'Version for updates.' })
  version: number;

  @Field(() => Body, { description: 'Its body.' })
  body: Body;

  @Field(() => FindingConnection, { description: 'Findings that it leads, as far as visible to the viewer.' })
  findings(@Args(() => PageArgs) _page: PageArgs): unknown {
    return planned();
  }
}

export const BodyConnection = connectionOf(Body, 'Body', 'bodies');
export const DepartmentConnection = connectionOf(Department, 'Department', 'departments');
