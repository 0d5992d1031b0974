import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Node } from '../../graphql/connection.ts';
import { CHANGED_TYPES, type ChangedType } from './changed-types.ts';
import { Instant } from '../../graphql/scalars.ts';

export const ChangedTypeEnum = Object.fromEntries(Object.keys(CHANGED_TYPES).map((name) => [name, name])) as {
  [name in ChangedType]: name;
};
registerEnumType(ChangedTypeEnum, {
  name: 'ChangedType',
  description: 'The records that a mirror can keep.',
  valuesConfig: Object.fromEntries(
    Object.entries(CHANGED_TYPES).map(([name, type]) => [name, { description: `A ${type}.` }]),
  ),
});

@ObjectType({ description: 'A record that changed, came into sight or left it.' })
export class Change {
  @Field(() => ChangedTypeEnum, { description: 'What kind of record.' })
  type: ChangedType;

  @Field(() => ID, { description: 'Its global id.' })
  id: string;

  @Field(() => Boolean, { description: 'It is not there for the viewer (any more): remove it from the mirror.' })
  deleted: boolean;

  @Field(() => Instant, { description: 'When its last change began.' })
  changedAt: Date;

  @Field(() => Node, { nullable: true, description: 'The record as it is now, not as it was then; null when deleted.' })
  record: Node | null;
}

@ObjectType({ description: 'A page of changes.' })
export class ChangePage {
  @Field(() => [Change], { description: 'Oldest first; a page may be empty although there are more.' })
  nodes: Change[];

  @Field(() => String, {
    description: 'Keep it with the mirror and give it as `after`; it is there on an empty page, too.',
  })
  cursor: string;

  @Field(() => Boolean, { description: 'Ask again at once; otherwise the mirror is as the ledger was a moment ago.' })
  hasMore: boolean;
}

@ArgsType()
export class ChangeArgs {
  @Field(() => String, { nullable: true, description: 'Only changes after this cursor; null: everything there is.' })
  after?: string | null;

  @Field(() => Int, { nullable: true, description: 'Changes at most; 25 when absent, clamped to 100.' })
  first?: number | null;

  @Field(() => [ChangedTypeEnum], {
    nullable: true,
    description:
      'Only these kinds of records, the same ones as long as a cursor is gone on with; null: all, also those to come.',
  })
  types?: ChangedType[] | null;
}
