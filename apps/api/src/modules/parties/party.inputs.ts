import type { PartyKind, PointOutcome } from '@closeout/domain';
import { Field, ID, InputType, Int } from 'type-graphql';
import { PointOutcomeEnum } from '../../graphql/vocabulary.ts';
import { PartyKindEnum } from './party.type.ts';

@InputType({ description: 'Somebody outside the body: a new one, or one that is there. Null clears.' })
export class NotePartyInput {
  @Field(() => ID, { description: 'The finding.' })
  findingId: string;

  @Field(() => ID, { nullable: true, description: 'The party to change; absent for a new one.' })
  partyId?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The version of the party that was seen; required to change one, a stale one is refused.',
  })
  version?: number | null;

  @Field(() => PartyKindEnum, { description: 'Company, person or other.' })
  kind: PartyKind;

  @Field(() => String, { description: 'Name as the finding spells it.' })
  name: string;

  @Field(() => String, { description: 'What the finding says about this one.' })
  fact: string;

  @Field(() => String, { nullable: true, description: 'How far it is with this one.' })
  progress?: string | null;

  @Field(() => PointOutcomeEnum, { nullable: true, description: 'Outcome with this one.' })
  outcome?: PointOutcome | null;
}

@InputType({ description: 'A party that was entered by mistake.' })
export class RemovePartyInput {
  @Field(() => ID, { description: 'The finding.' })
  findingId: string;

  @Field(() => ID, { description: 'The party: without an outcome.' })
  partyId: string;
}
