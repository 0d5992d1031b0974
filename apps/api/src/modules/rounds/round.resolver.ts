import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { answer } from '../../graphql/errors.ts';
import { ref } from '../../graphql/ref.ts';
import { editInspection, openInspections } from './change-inspection.ts';
import { createRound, editRound } from './change-round.ts';
import {
  CreateRoundInput,
  EditInspectionInput,
  EditRoundInput,
  InspectionPayload,
  OpenInspectionsInput,
  OpenInspectionsPayload,
  RoundPayload,
} from './round.inputs.ts';
import type { Inspection } from './round.type.ts';

const roundAnswer = (work: Promise<string>): Promise<RoundPayload> =>
  answer(async () => ({ round: ref('Round', await work) }));

/** The payload of every change of an inspection. */
export const inspectionAnswer = (work: Promise<string>): Promise<InspectionPayload> =>
  answer(async () => ({ inspection: ref('Inspection', await work) }));

/** Rounds and their inspections: the system administrator's all, an inspection office's own. */
@Resolver()
export class RoundResolver {
  @Mutation(() => RoundPayload, { description: 'Opens a round. System administrator, inspection office for itself.' })
  createRound(
    @Arg('input', () => CreateRoundInput, { description: 'The round.' }) input: CreateRoundInput,
    @Ctx() ctx: Context,
  ): Promise<RoundPayload> {
    return roundAnswer(createRound(ctx, input));
  }

  @Mutation(() => RoundPayload, {
    description: 'Changes a round’s name or settings. System administrator, its inspection office.',
  })
  editRound(
    @Arg('input', () => EditRoundInput, { description: 'The changes.' }) input: EditRoundInput,
    @Ctx() ctx: Context,
  ): Promise<RoundPayload> {
    return roundAnswer(editRound(ctx, input));
  }

  @Mutation(() => OpenInspectionsPayload, {
    description: 'Opens inspections of many bodies. System administrator, the round’s inspection office.',
  })
  openInspections(
    @Arg('input', () => OpenInspectionsInput, { description: 'Bodies and days.' }) input: OpenInspectionsInput,
    @Ctx() ctx: Context,
  ): Promise<OpenInspectionsPayload> {
    return answer(async () => {
      const { roundId, inspectionIds } = await openInspections(ctx, input);
      return {
        round: ref('Round', roundId),
        inspections: inspectionIds.map((id) => ref<Inspection>('Inspection', id)),
      };
    });
  }

  @Mutation(() => InspectionPayload, {
    description: 'Changes an inspection. System administrator, the round’s inspection office.',
  })
  editInspection(
    @Arg('input', () => EditInspectionInput, { description: 'The changes.' }) input: EditInspectionInput,
    @Ctx() ctx: Context,
  ): Promise<InspectionPayload> {
    return inspectionAnswer(editInspection(ctx, input));
  }
}
