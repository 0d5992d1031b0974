import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf, Node } from '../../graphql/connection.ts';
import { Instant } from '../../graphql/scalars.ts';
import { TokenActEnum, TokenStateEnum, TokenVerbEnum } from '../../graphql/token-vocabulary.ts';
import { FieldClassEnum } from '../../graphql/vocabulary.ts';
import { Body } from '../bodies/body.type.ts';

@ObjectType({
  implements: Node,
  description:
    'A bearer token of another system: reads one body within its verbs and field classes, never writes. The secret itself is stored nowhere. Security administrators see all, a secretary those of the own body.',
})
export class ApiToken extends Node {
  @Field(() => String, { description: 'What it is called.' })
  name: string;

  @Field(() => String, { description: 'What the other system does with it; may be empty.' })
  purpose: string;

  @Field(() => Body, { description: 'The one body it reads.' })
  body: Body;

  @Field(() => [TokenVerbEnum], { description: 'What it may be used for.' })
  verbs: string[];

  @Field(() => [FieldClassEnum], { description: 'The field classes that it asks for.' })
  classes: string[];

  @Field(() => [FieldClassEnum], {
    description: 'The field classes that it gives today; fewer than it asks for until they are approved.',
  })
  classesInForce: string[];

  @Field(() => TokenStateEnum, { description: 'Where it stands today.' })
  state: string;

  @Field(() => String, { nullable: true, description: 'Who made it; null when made on the command line.' })
  createdByName: string | null;

  @Field(() => Instant, { description: 'When it was made.' })
  createdAt: string;

  @Field(() => Instant, { description: 'When it ends, at most a year after it was made.' })
  expiresAt: string;

  @Field(() => Instant, { nullable: true, description: 'Last use, to the minute.' })
  lastUsedAt: string | null;

  @Field(() => Instant, { nullable: true, description: 'When it was revoked.' })
  revokedAt: string | null;

  @Field(() => String, { nullable: true, description: 'Who was asked to approve; null where nothing needs approval.' })
  approverName: string | null;

  @Field(() => String, { nullable: true, description: 'Who approved or refused.' })
  decidedByName: string | null;

  @Field(() => Instant, { nullable: true, description: 'When that was.' })
  decidedAt: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was refused, or a word with the approval.' })
  decisionReason: string | null;

  @Field(() => [TokenActEnum], { description: 'What the viewer may do with it now.' })
  viewerCan: string[];

  @Field(() => Int, { description: 'Version for decisions.' })
  version: number;
}

export const ApiTokenConnection = connectionOf(ApiToken, 'ApiToken', 'tokens');
