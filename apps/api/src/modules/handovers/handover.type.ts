import { HANDOVER_ITEM_KINDS, HANDOVER_SIDES, HANDOVER_STATES } from '@closeout/domain';
import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf, Node, PageArgs } from '../../graphql/connection.ts';
import { enumOf } from '../../graphql/enums.ts';
import { UserError } from '../../graphql/errors.ts';
import { Day, Instant } from '../../graphql/scalars.ts';
import { RoleEnum } from '../../graphql/vocabulary.ts';
import { Finding } from '../findings/finding.type.ts';
import { Person, Post } from '../people/post.type.ts';

export const HandoverStateEnum = enumOf('HandoverState', 'Where a handover stands.', HANDOVER_STATES, {
  OPEN: 'Waits for its acknowledgements.',
  DONE: 'The post and the open items have passed on.',
  CANCELLED: 'Nothing has moved.',
});
export const HandoverItemKindEnum = enumOf('HandoverItemKind', 'What is handed over.', HANDOVER_ITEM_KINDS, {
  LED: 'A finding that the post is responsible for.',
  DEPARTMENT: 'A department that the post is in charge of.',
  TO_SIGN: 'A submission that waits for the post’s signature.',
  HANDLED: 'A finding that the outgoing person handles; it goes to the successor.',
  ACTION: 'An open action that the outgoing person handles; it goes to the successor.',
});
export const HandoverSideEnum = enumOf('HandoverSide', 'As whom the viewer acknowledges.', HANDOVER_SIDES, {
  OUTGOING: 'The person who leaves the post.',
  INCOMING: 'The successor.',
  IN_PLACE: 'In place of the outgoing person, who is gone: with the reason.',
});

@ObjectType({ implements: Node, description: 'One thing that is handed over.' })
export class HandoverItem extends Node {
  @Field(() => HandoverItemKindEnum, { description: 'What it is.' })
  kind: string;

  @Field(() => String, { description: 'Number and title, or the department’s name.' })
  label: string;

  @Field(() => Day, { nullable: true, description: 'Due day of the finding.' })
  dueOn: string | null;

  @Field(() => Finding, { nullable: true, description: 'The finding; null where the viewer may not read it.' })
  finding: Finding | null;
}

@ObjectType({
  implements: Node,
  description: '交接: a post passes on with its open items once both people have acknowledged the same list.',
})
export class Handover extends Node {
  @Field(() => Post, { description: 'The post.' })
  post: Post;

  @Field(() => Person, { description: 'Who leaves it.' })
  outgoing: Person;

  @Field(() => Person, { description: 'Who takes it over.' })
  incoming: Person;

  @Field(() => String, { description: 'Why.' })
  reason: string;

  @Field(() => HandoverStateEnum, { description: 'Where it stands.' })
  state: string;

  @Field(() => String, { description: 'Who started it.' })
  startedByName: string;

  @Field(() => Instant, { description: 'When.' })
  startedAt: string;

  @Field(() => [HandoverItem], {
    description:
      'What is handed over: as the ledger has it while it is open, as it stood then afterwards. For the two people, the secretary and the clerk; empty for others.',
  })
  items: HandoverItem[];

  @Field(() => String, { description: 'Digest of the list, to be given when it is acknowledged.' })
  digest: string;

  @Field(() => String, { nullable: true, description: 'Who acknowledged for the outgoing side.' })
  outgoingAckByName: string | null;

  @Field(() => Instant, { nullable: true, description: 'When.' })
  outgoingAckAt: string | null;

  @Field(() => Boolean, { description: 'Whether that was of the list as it is.' })
  outgoingCurrent: boolean;

  @Field(() => String, { nullable: true, description: 'Why somebody acknowledged in place of the outgoing person.' })
  inPlaceReason: string | null;

  @Field(() => Instant, { nullable: true, description: 'When the successor acknowledged.' })
  incomingAckAt: string | null;

  @Field(() => Boolean, { description: 'Whether that was of the list as it is.' })
  incomingCurrent: boolean;

  @Field(() => [RoleEnum], {
    description: 'Roles of the post that the successor lacks: the security administrator grants them first.',
  })
  missingRoles: string[];

  @Field(() => HandoverSideEnum, { nullable: true, description: 'As whom the viewer may acknowledge now.' })
  acknowledgeAs: string | null;

  @Field(() => Instant, { nullable: true, description: 'When it was done or cancelled.' })
  endedAt: string | null;

  @Field(() => Int, { description: 'Version for updates.' })
  version: number;
}

export const HandoverConnection = connectionOf(Handover, 'Handover', 'handovers');

@InputType({ description: 'Which handovers; absent fields do not filter.' })
export class HandoverFilter {
  @Field(() => [HandoverStateEnum], { nullable: true, description: 'In any of these states.' })
  state?: string[] | null;
}

@ArgsType()
export class HandoverListArgs extends PageArgs {
  @Field(() => HandoverFilter, { nullable: true, description: 'Which.' })
  filter?: HandoverFilter | null;
}

@InputType({ description: 'Starts the handover of a post.' })
export class StartHandoverInput {
  @Field(() => ID, { description: 'The post; its holder, or the last one, hands over.' })
  postId: string;

  @Field(() => ID, { description: 'The successor: a person of the same body who can sign in.' })
  incomingId: string;

  @Field(() => String, { description: 'Why; required.' })
  reason: string;
}

@InputType({ description: 'Acknowledges the list of a handover.' })
export class AcknowledgeHandoverInput {
  @Field(() => ID, { description: 'The handover.' })
  handoverId: string;

  @Field(() => String, { description: 'The digest of the list that was seen; a changed list is a CONFLICT.' })
  digest: string;

  @Field(() => String, { nullable: true, description: 'Required in place of somebody who is gone.' })
  reason?: string | null;
}

@InputType({ description: 'Cancels an open handover.' })
export class CancelHandoverInput {
  @Field(() => ID, { description: 'The handover.' })
  handoverId: string;

  @Field(() => Int, { description: 'The version that was seen.' })
  version: number;
}

@ObjectType({ description: 'The handover, or why it was refused.' })
export class HandoverPayload {
  @Field(() => Handover, { nullable: true, description: 'The handover; null when refused.' })
  handover?: Handover | null;

  @Field(() => [UserError], { description: 'Refusals; empty when carried out.' })
  userErrors: UserError[];
}
