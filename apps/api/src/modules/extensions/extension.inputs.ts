import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { UserError } from '../../graphql/errors.ts';
import { Day } from '../../graphql/scalars.ts';
import { FindingVerbInput } from '../findings/finding.inputs.ts';
import { Finding } from '../findings/finding.type.ts';
import { Extension } from './extension.type.ts';

@InputType({ description: 'Asks for a later due day.' })
export class RequestExtensionInput extends FindingVerbInput {
  @Field(() => Day, { description: 'The new due day: after the present one and after today.' })
  dueOn: string;

  @Field(() => String, { description: 'Why more time is needed; required.' })
  reason: string;
}

@InputType({ description: 'The decision on a request.' })
export class DecideExtensionInput {
  @Field(() => ID, { description: 'The request.' })
  extensionId: string;

  @Field(() => Boolean, { description: 'Granted, or refused.' })
  grant: boolean;

  @Field(() => String, { nullable: true, description: 'Opinion; the reason, required for a refusal.' })
  opinion?: string | null;
}

@ObjectType({ description: 'The decided request.' })
export class ExtensionPayload {
  @Field(() => Extension, { nullable: true, description: 'The request; null when refused.' })
  extension?: Extension | null;

  @Field(() => Finding, {
    nullable: true,
    description: 'The finding; null when refused or not readable by the viewer.',
  })
  finding?: Finding | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty when done.' })
  userErrors: UserError[];
}
