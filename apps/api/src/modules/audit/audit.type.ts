import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf, Node } from '../../graphql/connection.ts';
import { Instant, Json } from '../../graphql/scalars.ts';
import { Body } from '../bodies/body.type.ts';

@ObjectType({
  implements: Node,
  description:
    'One entry of the audit trail: who did what to which record. Written with the change itself, never altered. Audit administrators.',
})
export class AuditEvent extends Node {
  @Field(() => Instant, { description: 'When.' })
  at: string;

  @Field(() => String, { description: 'Who, as named at that time.' })
  actorName: string;

  @Field(() => String, { nullable: true, description: 'The post held at that time.' })
  actorPost: string | null;

  @Field(() => String, {
    description: 'The verb: a mutation’s name, or signIn, signInFailed, signOut, changePassword, setUp.',
  })
  verb: string;

  @Field(() => String, { description: 'Type of the record.' })
  recordType: string;

  @Field(() => String, {
    nullable: true,
    description: 'UUID of the record, the part of its global id after the prefix.',
  })
  recordId: string | null;

  @Field(() => Body, { nullable: true, description: 'The body concerned; null for the installation.' })
  body: Body | null;

  @Field(() => [String], { description: 'Names of the fields that were written.' })
  changed: string[];

  @Field(() => Json, {
    nullable: true,
    description: 'Values before, of administrative records only: the audit administrator does not read findings.',
  })
  before: unknown;

  @Field(() => Json, { nullable: true, description: 'Values after, of administrative records only.' })
  after: unknown;

  @Field(() => String, { nullable: true, description: 'Reason, of administrative records only.' })
  reason: string | null;

  @Field(() => String, { nullable: true, description: 'Where the request came from: address, token, command line.' })
  origin: string | null;

  @Field(() => Boolean, { description: 'False for an attempt that failed.' })
  success: boolean;

  @Field(() => String, { description: 'The hash chain it belongs to: the body’s UUID, or `installation`.' })
  chain: string;

  @Field(() => Int, { description: 'Place in the chain, 1-based, without gaps.' })
  seq: number;

  @Field(() => String, { description: 'SHA-256 over the entry and the hash before it, hexadecimal.' })
  hash: string;

  @Field(() => Instant, { nullable: true, description: 'Since when a signed head covers it; null while unsealed.' })
  sealedAt: string | null;
}

export const AuditOrderField = { AT: 'AT' } as const;
registerEnumType(AuditOrderField, {
  name: 'AuditOrderField',
  description: 'What audit entries are sorted by.',
  valuesConfig: { AT: { description: 'The order in which they were written.' } },
});

export const AuditEventConnection = connectionOf(AuditEvent, 'AuditEvent', 'the audit trail');
