import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { answer } from '../../graphql/errors.ts';
import { ref } from '../../graphql/ref.ts';
import { assign, reassignDepartments } from './assign-finding.ts';
import { claim, confirmLeader, nameHandler, resume, takeOver } from './claim-finding.ts';
import { createFinding } from './create-finding.ts';
import { editFinding, setPointOutcome } from './edit-finding.ts';
import {
  AssignInput,
  ClaimInput,
  CreateFindingInput,
  EditFindingInput,
  FindingPayload,
  FindingVerbInput,
  NameHandlerInput,
  ReassignDepartmentsInput,
  SetPointOutcomeInput,
} from './finding.inputs.ts';

/** The payload of every verb on a finding. */
export const findingAnswer = (work: Promise<string>): Promise<FindingPayload> =>
  answer(async () => ({ finding: ref('Finding', await work) }));

/** The verbs of assignment and of a finding's texts; the sign-off has its own slice. */
@Resolver()
export class FindingResolver {
  @Mutation(() => FindingPayload, { description: 'Registers a finding by hand. Clerk.' })
  createFinding(
    @Arg('input', () => CreateFindingInput, { description: 'The finding.' }) input: CreateFindingInput,
    @Ctx() ctx: Context,
  ): Promise<FindingPayload> {
    return findingAnswer(createFinding(ctx, input));
  }

  @Mutation(() => FindingPayload, { description: 'Takes a recorded finding over into live work: 待认领. Clerk.' })
  takeOver(
    @Arg('input', () => FindingVerbInput, { description: 'Which.' }) input: FindingVerbInput,
    @Ctx() ctx: Context,
  ): Promise<FindingPayload> {
    return findingAnswer(takeOver(ctx, input));
  }

  @Mutation(() => FindingPayload, { description: 'Proposes leader, departments, subjects and deadline. Clerk.' })
  assign(
    @Arg('input', () => AssignInput, { description: 'The proposal.' }) input: AssignInput,
    @Ctx() ctx: Context,
  ): Promise<FindingPayload> {
    return findingAnswer(assign(ctx, input));
  }

  @Mutation(() => FindingPayload, { description: 'Confirms the proposed leader. Secretary.' })
  confirmLeader(
    @Arg('input', () => FindingVerbInput, { description: 'Which.' }) input: FindingVerbInput,
    @Ctx() ctx: Context,
  ): Promise<FindingPayload> {
    return findingAnswer(confirmLeader(ctx, input));
  }

  @Mutation(() => FindingPayload, { description: 'Changes the departments. Responsible leader.' })
  reassignDepartments(
    @Arg('input', () => ReassignDepartmentsInput, { description: 'The departments.' }) input: ReassignDepartmentsInput,
    @Ctx() ctx: Context,
  ): Promise<FindingPayload> {
    return findingAnswer(reassignDepartments(ctx, input));
  }

  @Mutation(() => FindingPayload, { description: '认领. Head of the lead department.' })
  claim(
    @Arg('input', () => ClaimInput, { description: 'Which, and by whom it is handled.' }) input: ClaimInput,
    @Ctx() ctx: Context,
  ): Promise<FindingPayload> {
    return findingAnswer(claim(ctx, input));
  }

  @Mutation(() => FindingPayload, { description: 'Names the handler. Head of the lead department.' })
  nameHandler(
    @Arg('input', () => NameHandlerInput, { description: 'Who.' }) input: NameHandlerInput,
    @Ctx() ctx: Context,
  ): Promise<FindingPayload> {
    return findingAnswer(nameHandler(ctx, input));
  }

  @Mutation(() => FindingPayload, { description: 'Edits texts and points. Head of the lead department, clerk.' })
  editFinding(
    @Arg('input', () => EditFindingInput, { description: 'The texts.' }) input: EditFindingInput,
    @Ctx() ctx: Context,
  ): Promise<FindingPayload> {
    return findingAnswer(editFinding(ctx, input));
  }

  @Mutation(() => FindingPayload, { description: 'Records the outcome of a point. Handler, head, clerk.' })
  setPointOutcome(
    @Arg('input', () => SetPointOutcomeInput, { description: 'The outcome.' }) input: SetPointOutcomeInput,
    @Ctx() ctx: Context,
  ): Promise<FindingPayload> {
    return findingAnswer(setPointOutcome(ctx, input));
  }

  @Mutation(() => FindingPayload, { description: 'Resumes a continuing finding. Head of the lead department, clerk.' })
  resume(
    @Arg('input', () => FindingVerbInput, { description: 'Which.' }) input: FindingVerbInput,
    @Ctx() ctx: Context,
  ): Promise<FindingPayload> {
    return findingAnswer(resume(ctx, input));
  }
}
