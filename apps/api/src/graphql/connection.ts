import { ArgsType, Field, ID, InputType, Int, InterfaceType, ObjectType, type ClassType } from 'type-graphql';
import { Day } from './scalars.ts';

@InterfaceType({
  description: 'A record with an opaque global id, found again by `node(id)`.',
  resolveType: (value: { __typename?: string }) => value.__typename,
})
export abstract class Node {
  @Field(() => ID, { description: 'Opaque global id; stable, never reused.' })
  id: string;
}

@ObjectType({ description: 'Where a page stands in its connection.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'There are more rows after this page.' })
  hasNextPage: boolean;

  @Field(() => Boolean, { description: 'There are more rows before this page.' })
  hasPreviousPage: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first row of the page.' })
  startCursor: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the last row of the page; give it as `after` for the next page.',
  })
  endCursor: string | null;
}

/** The arguments of every connection: keyset pages of 25 rows, at most 100. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, description: 'Rows from the start; 25 when absent, clamped to 100.' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Only rows after this cursor.' })
  after?: string | null;

  @Field(() => Int, { nullable: true, description: 'Rows from the end, clamped to 100; not together with `first`.' })
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'Only rows before this cursor.' })
  before?: string | null;
}

@InputType({ description: 'A range of calendar days, both ends included; an absent end is open.' })
export class DayRange {
  @Field(() => Day, { nullable: true, description: 'First day.' })
  from?: string | null;

  @Field(() => Day, { nullable: true, description: 'Last day.' })
  to?: string | null;
}

export interface Connection<T> {
  edges: { node: T; cursor: string }[];
  pageInfo: PageInfo;
  totalCount: number;
}

/** The Relay connection type of a record type. */
export function connectionOf<T extends object>(
  type: ClassType<T>,
  name: string,
  what: string,
): ClassType<Connection<T>> {
  @ObjectType(`${name}Edge`, { description: `One row of ${what}.` })
  class Edge {
    @Field(() => type, { description: 'The record.' })
    node: T;

    @Field(() => String, { description: 'Opaque cursor of this row for the connection’s order.' })
    cursor: string;
  }

  @ObjectType(`${name}Connection`, { description: `A page of ${what}.` })
  class ConnectionType implements Connection<T> {
    @Field(() => [Edge], { description: 'The rows of the page, in order.' })
    edges: Edge[];

    @Field(() => PageInfo, { description: 'Where the page stands.' })
    pageInfo: PageInfo;

    @Field(() => Int, { description: 'All rows that match, visible ones only; counted only when asked for.' })
    totalCount: number;
  }
  return ConnectionType;
}

/** Body of a field that the read model answers: it is never executed. */
export function planned(): never {
  throw new Error('this field is answered by the read model');
}
