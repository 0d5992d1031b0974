import { DEPUTATION_STATES, DEPUTISED_ROLES } from '@closeout/domain';
import { ArgsType, Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf, Node, PageArgs } from '../../graphql/connection.ts';
import { enumOf } from '../../graphql/enums.ts';
import { Day, Instant } from '../../graphql/scalars.ts';

export const DeputationStateEnum = enumOf('DeputationState', 'Where a deputation stands.', DEPUTATION_STATES, {
  PROPOSED: 'Waits for its confirmation.',
  CONFIRMED: 'In force on its days.',
  DECLINED: 'Not confirmed.',
  ENDED: 'Taken back.',
});
export const DeputisedRoleEnum = enumOf('DeputisedRole', 'A role whose signature a deputy may give.', DEPUTISED_ROLES, {
  DEPARTMENT_HEAD: '部门负责人.',
  LEADER: '分管领导.',
  SECRETARY: '党组书记.',
});

@ObjectType({
  implements: Node,
  description:
    '代签: while a person is away another one sees what the post sees and signs in its name, from the first to the last day.',
})
export class Deputation extends Node {
  @Field(() => DeputisedRoleEnum, { description: 'The absent person’s role that it rests on.' })
  role: string;

  @Field(() => String, { description: 'Where the role is held: department, post, or body.' })
  scopeName: string;

  @Field(() => String, { description: 'Who is away.' })
  principalName: string;

  @Field(() => String, { description: 'Who signs for him.' })
  deputyName: string;

  @Field(() => Day, { description: 'First day.' })
  fromOn: string;

  @Field(() => Day, { description: 'Last day.' })
  toOn: string;

  @Field(() => String, { description: 'Why.' })
  reason: string;

  @Field(() => DeputationStateEnum, { description: 'Where it stands.' })
  state: string;

  @Field(() => Boolean, { description: 'Whether the deputy may sign today.' })
  inForce: boolean;

  @Field(() => String, { description: 'Who appointed the deputy.' })
  appointedByName: string;

  @Field(() => Instant, { description: 'When.' })
  appointedAt: string;

  @Field(() => Boolean, {
    description: 'Confirmed by the deputy, because the secretary appointed him; else by the secretary.',
  })
  confirmedByDeputy: boolean;

  @Field(() => String, { nullable: true, description: 'Who confirmed or declined.' })
  decidedByName: string | null;

  @Field(() => Instant, { nullable: true, description: 'When.' })
  decidedAt: string | null;

  @Field(() => String, { nullable: true, description: 'Words of the decision.' })
  opinion: string | null;

  @Field(() => String, { nullable: true, description: 'Who took it back.' })
  endedByName: string | null;

  @Field(() => Instant, { nullable: true, description: 'When.' })
  endedAt: string | null;

  @Field(() => Boolean, { description: 'Whether it waits for the viewer’s confirmation.' })
  waitsForMe: boolean;

  @Field(() => Boolean, { description: 'Whether the viewer may end it.' })
  mayEnd: boolean;

  @Field(() => Boolean, { description: 'Whether the viewer is the absent person or the deputy.' })
  mine: boolean;

  @Field(() => Int, { description: 'Version for updates.' })
  version: number;
}

export const DeputationConnection = connectionOf(Deputation, 'Deputation', 'deputations');

@ArgsType()
export class DeputationListArgs extends PageArgs {}

@ObjectType({ description: 'Somebody who may stand in.' })
export class DeputyCandidate {
  @Field(() => ID, { description: 'Global id of the person.' })
  id: string;

  @Field(() => String, { description: 'Name.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Title of the post.' })
  postTitle: string | null;
}

@ObjectType({ description: 'A role of the body for which the viewer may appoint a deputy.' })
export class DeputisedPost {
  @Field(() => ID, { description: 'Global id of the grant.' })
  grantId: string;

  @Field(() => DeputisedRoleEnum, { description: 'The role.' })
  role: string;

  @Field(() => String, { description: 'Where it is held: department, post, or body.' })
  scopeName: string;

  @Field(() => String, { description: 'Who holds it.' })
  personName: string;

  @Field(() => Boolean, { description: 'Whether it is the viewer’s own.' })
  own: boolean;

  @Field(() => [DeputyCandidate], { description: 'Who may stand in for it, by role; by name.' })
  candidates: DeputyCandidate[];
}
