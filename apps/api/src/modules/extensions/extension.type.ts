import { EXTENSION_APPROVERS, EXTENSION_STATES } from '@closeout/domain';
import { ArgsType, Field, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf, Node, PageArgs } from '../../graphql/connection.ts';
import { enumOf } from '../../graphql/enums.ts';
import { Day, Instant } from '../../graphql/scalars.ts';
import { Body } from '../bodies/body.type.ts';
import { Finding } from '../findings/finding.type.ts';

export const ExtensionStateEnum = enumOf(
  'ExtensionState',
  'Where a request for an extension stands.',
  EXTENSION_STATES,
  {
    PENDING: 'Waits for its decision.',
    GRANTED: 'Granted: the finding is due on the new day.',
    REFUSED: 'Refused, with a reason.',
    WITHDRAWN: 'Taken back by the department.',
    LAPSED: 'The finding was submitted before anybody decided.',
  },
);
export const ExtensionApproverEnum = enumOf('ExtensionApprover', 'Who decides extensions.', EXTENSION_APPROVERS, {
  SECRETARY: 'The Party secretary of the body.',
  OFFICE: 'The inspection office, by the request alone: it does not read the finding.',
});

@ObjectType({
  implements: Node,
  description:
    '延期: a request for a later due day and its decision. Visible with its finding, and to the office that decides it.',
})
export class Extension extends Node {
  @Field(() => Int, { description: 'Number of the request within the finding, 1-based.' })
  number: number;

  @Field(() => String, { description: 'Reference number of the finding.' })
  refNo: string;

  @Field(() => Body, { description: 'The body that asks.' })
  body: Body;

  @Field(() => Finding, { nullable: true, description: 'The finding; null where the viewer may not read it.' })
  finding: Finding | null;

  @Field(() => String, { description: 'Why more time is needed.' })
  reason: string;

  @Field(() => Day, { description: 'The due day before.' })
  fromDueOn: string;

  @Field(() => Day, { description: 'The due day asked for.' })
  toDueOn: string;

  @Field(() => Int, { description: 'Calendar days that it adds.' })
  days: number;

  @Field(() => ExtensionStateEnum, { description: 'Where it stands.' })
  state: string;

  @Field(() => ExtensionApproverEnum, { description: 'Who decides it: the setting when it was requested.' })
  approver: string;

  @Field(() => String, { description: 'Who asked.' })
  requestedByName: string;

  @Field(() => String, { nullable: true, description: 'In which post.' })
  requestedByPost: string | null;

  @Field(() => Instant, { description: 'When it was asked.' })
  requestedAt: string;

  @Field(() => String, { nullable: true, description: 'Who decided.' })
  decidedByName: string | null;

  @Field(() => String, { nullable: true, description: 'In which post.' })
  decidedByPost: string | null;

  @Field(() => Instant, { nullable: true, description: 'When it was decided, taken back or lapsed.' })
  decidedAt: string | null;

  @Field(() => String, { nullable: true, description: 'Opinion; the reason of a refusal.' })
  opinion: string | null;

  @Field(() => Boolean, { description: 'Whether the viewer decides it now.' })
  waitsForMe: boolean;
}

export const ExtensionConnection = connectionOf(Extension, 'Extension', 'requests for extensions');

@InputType({ description: 'Which requests; absent fields do not filter.' })
export class ExtensionFilter {
  @Field(() => [ExtensionStateEnum], { nullable: true, description: 'In one of these states.' })
  state?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Global id of the body.' })
  bodyId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Those that the viewer decides now, or (false) the others.' })
  waitsForMe?: boolean | null;
}

@ArgsType()
export class ExtensionListArgs extends PageArgs {
  @Field(() => ExtensionFilter, { nullable: true, description: 'Which requests.' })
  filter?: ExtensionFilter | null;
}
