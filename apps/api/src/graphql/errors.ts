import { DomainError, ERROR_CODES, MISSING_CODES, type MissingItem, type Refusal } from '@closeout/domain';
import { Field, Int, ObjectType } from 'type-graphql';
import { enumOf } from './enums.ts';
import { Json } from './scalars.ts';

export const ErrorCodeEnum = enumOf('ErrorCode', 'Why a mutation was refused.', ERROR_CODES, {
  NOT_FOUND: 'The record does not exist or is not visible to the caller: both answer alike.',
  FORBIDDEN: 'The record is visible, but no role of the caller has this verb on it.',
  INVALID: 'A value is missing, too long, out of range or contradicts another.',
  ILLEGAL_TRANSITION: 'The workflow does not allow the verb in the present state or step.',
  MISSING: 'Something must be there first: see `missing`.',
  CONFLICT: 'Somebody changed the record since the given version: `params` names who and when.',
  DUPLICATE: 'There is such a record already.',
  LIMIT: 'More than the installation allows at once.',
});

export const MissingCodeEnum = enumOf(
  'MissingCode',
  'One thing that stands between a finding and a verb.',
  MISSING_CODES,
  {
    LEADER: 'A responsible leader is named.',
    LEADER_CONFIRMATION: 'The secretary has confirmed the leader.',
    LEAD_DEPARTMENT: 'A lead department is named.',
    ACTIONS: 'There is at least one action.',
    ACTION_NOT_SETTLED: 'The action is done, or dropped with a reason.',
    POINT_OUTCOME: 'The point has an outcome.',
    EVIDENCE_PRESENT: 'The action has evidence that was not rejected.',
    EVIDENCE_OF_KIND:
      'The action has evidence of the kinds and in the number that the round asks of its kind; `count` pieces lack.',
    EVIDENCE_ACCEPTED: 'A reviewer has accepted evidence of the action.',
    DISPOSITION: 'The sum has a disposition other than undecided.',
    MONEY_OUTSTANDING: 'The sum is recovered or waived in full.',
    SUM_NOT_ESTABLISHED: 'The sum that is due back is established.',
    CONTINUATION_REASON: 'The reason for continuing is given.',
    CONTINUATION_TARGET: 'The target of the continuation is given.',
    NEXT_REVIEW: 'The next review has a date.',
    STEP_HOLDER: 'Somebody holds the step of the chain.',
    OPENED: 'The signer has opened the item.',
    SECOND_SIGNER: 'A second person signs.',
    DUE_DAY: 'The finding has a due day.',
    REVIEW: 'The office has entered the opinion of the reviewer.',
  },
);

@ObjectType({ description: 'One thing that is missing, and where.' })
export class Missing implements MissingItem {
  @Field(() => MissingCodeEnum, { description: 'What is missing.' })
  code: MissingItem['code'];

  @Field(() => String, {
    nullable: true,
    description: 'Where: the ordinal of an action or point, the label of a sum, the code of a reviewer.',
  })
  subject: string | null;

  @Field(() => Int, { nullable: true, description: 'How many, where it is a count.' })
  count: number | null;
}

@ObjectType({ description: 'A refusal of the ledger’s rules, as data.' })
export class UserError {
  @Field(() => ErrorCodeEnum, { description: 'The closed code to switch on.' })
  code: Refusal['code'];

  @Field(() => String, { nullable: true, description: 'The input field it is about, in dotted form.' })
  field: string | null;

  @Field(() => String, { description: 'English words for logs; the console has its own words per code and rule.' })
  message: string;

  @Field(() => String, { description: 'The rule that refused, e.g. `findings.gate`.' })
  rule: string;

  @Field(() => [Missing], { description: 'What is missing; empty unless the code is MISSING.' })
  missing: Missing[];

  @Field(() => Json, {
    nullable: true,
    description: 'Facts for the words: limits, and for CONFLICT `by`, `at`, `what`, `version`.',
  })
  params: Record<string, string | number> | null;
}

export const toUserError = (refusal: Refusal): UserError => ({
  code: refusal.code,
  field: refusal.field ?? null,
  message: refusal.message,
  rule: refusal.rule,
  missing: refusal.missing ?? [],
  params: refusal.params ?? null,
});

/** Runs an operation for a mutation: refusals become `userErrors`, anything else stays a fault. */
export async function answer<T extends object>(work: () => Promise<T>): Promise<T & { userErrors: UserError[] }> {
  try {
    return { ...(await work()), userErrors: [] };
  } catch (error) {
    if (error instanceof DomainError)
      return { userErrors: error.refusals.map(toUserError) } as unknown as T & { userErrors: UserError[] };
    throw error;
  }
}
