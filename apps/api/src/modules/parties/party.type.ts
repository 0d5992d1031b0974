import { PARTY_KINDS } from '@closeout/domain';
import { Field, Int, ObjectType } from 'type-graphql';
import { Node } from '../../graphql/connection.ts';
import { enumOf } from '../../graphql/enums.ts';
import { Instant } from '../../graphql/scalars.ts';
import { PointOutcomeEnum } from '../../graphql/vocabulary.ts';

export const PartyKindEnum = enumOf('PartyKind', 'Whom a finding names outside the body.', PARTY_KINDS, {
  COMPANY: '企业',
  PERSON: '个人',
  OTHER: '其他单位',
});

@ObjectType({
  implements: Node,
  description: '外部单位和人员: somebody outside the body whom a finding names, with the fact and progress of his own.',
})
export class ExternalParty extends Node {
  @Field(() => Int, { description: 'Place within the finding, 1-based.' })
  ordinal: number;

  @Field(() => PartyKindEnum, { description: 'Company, person or other.' })
  kind: string;

  @Field(() => String, { description: 'Name as the finding spells it; never published unmasked by itself.' })
  name: string;

  @Field(() => String, { description: 'What the finding says about this one.' })
  fact: string;

  @Field(() => String, { nullable: true, description: 'How far it is with this one.' })
  progress: string | null;

  @Field(() => PointOutcomeEnum, { nullable: true, description: 'Outcome with this one; null while undecided.' })
  outcome: string | null;

  @Field(() => Boolean, { description: 'Whether it could be taken back: no outcome yet.' })
  removable: boolean;

  @Field(() => Int, { description: 'Version for updates.' })
  version: number;

  @Field(() => Instant, { description: 'Last change.' })
  updatedAt: string;

  @Field(() => String, { nullable: true, description: 'Who changed it last.' })
  updatedByName: string | null;
}
