import type { FieldClass, TokenVerb } from '@closeout/domain';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { UserError } from '../../graphql/errors.ts';
import { Day } from '../../graphql/scalars.ts';
import { TokenVerbEnum } from '../../graphql/token-vocabulary.ts';
import { FieldClassEnum } from '../../graphql/vocabulary.ts';
import { ApiToken } from './api-token.type.ts';

@ObjectType({ description: 'The token after the change, or why it was refused.' })
export class ApiTokenPayload {
  @Field(() => ApiToken, { nullable: true, description: 'The token; null when refused.' })
  apiToken?: ApiToken | null;

  @Field(() => String, {
    nullable: true,
    description: 'The secret to send as `Authorization: Bearer …`, shown this once; null when nothing was made.',
  })
  secret?: string | null;

  @Field(() => [UserError], { description: 'Refusals; empty when carried out.' })
  userErrors: UserError[];
}

@InputType({ description: 'A bearer token for another system.' })
export class CreateApiTokenInput {
  @Field(() => String, { description: 'What it is called.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'What the other system does with it: who approves reads this.' })
  purpose?: string | null;

  @Field(() => ID, { description: 'Global id of the one body it reads.' })
  bodyId: string;

  @Field(() => [TokenVerbEnum], {
    nullable: true,
    description: 'What it may be used for; reading outlines and findings when absent.',
  })
  verbs?: TokenVerb[] | null;

  @Field(() => [FieldClassEnum], {
    nullable: true,
    description: 'What it may read; statistics only when absent. Every other class waits for the approver.',
  })
  classes?: FieldClass[] | null;

  @Field(() => Day, { description: 'Last day, at most a year ahead.' })
  expiresOn: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'Global id of the account that is asked to approve: a secretary of the body. Needed for more than statistics.',
  })
  approverId?: string | null;
}

@InputType({ description: 'An approver’s decision about a token.' })
export class DecideApiTokenInput {
  @Field(() => ID, { description: 'Global id of the token.' })
  apiTokenId: string;

  @Field(() => Int, { description: 'The version that was seen; a stale one is refused with CONFLICT.' })
  version: number;

  @Field(() => Boolean, {
    description: 'True approves everything it asks for; false refuses, or takes an approval back.',
  })
  approve: boolean;

  @Field(() => String, { nullable: true, description: 'Why; needed for a refusal.' })
  reason?: string | null;
}

@InputType({ description: 'Which token to end.' })
export class RevokeApiTokenInput {
  @Field(() => ID, { description: 'Global id of the token.' })
  apiTokenId: string;
}
