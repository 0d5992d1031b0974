import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { answer } from '../../graphql/errors.ts';
import { ref } from '../../graphql/ref.ts';
import {
  ActionPayload,
  AddActionInput,
  DropActionInput,
  EditActionInput,
  UpdateProgressInput,
} from './action.inputs.ts';
import { addAction } from './add-action.ts';
import { dropAction, editAction } from './edit-action.ts';
import { updateProgress } from './update-progress.ts';

const actionAnswer = (work: Promise<string>): Promise<ActionPayload> =>
  answer(async () => ({ action: ref('Action', await work) }));

/** The verbs on actions (措施). */
@Resolver()
export class ActionResolver {
  @Mutation(() => ActionPayload, {
    description: 'Adds an action. Head of the lead department, clerk; until submission.',
  })
  addAction(
    @Arg('input', () => AddActionInput, { description: 'The action.' }) input: AddActionInput,
    @Ctx() ctx: Context,
  ): Promise<ActionPayload> {
    return actionAnswer(addAction(ctx, input));
  }

  @Mutation(() => ActionPayload, {
    description: 'Edits an action. Head of the lead department, clerk; until submission.',
  })
  editAction(
    @Arg('input', () => EditActionInput, { description: 'The changes.' }) input: EditActionInput,
    @Ctx() ctx: Context,
  ): Promise<ActionPayload> {
    return actionAnswer(editAction(ctx, input));
  }

  @Mutation(() => ActionPayload, {
    description: 'Reports progress of an action. Handler, heads of its departments, clerk (代录); while in work.',
  })
  updateProgress(
    @Arg('input', () => UpdateProgressInput, { description: 'The report.' }) input: UpdateProgressInput,
    @Ctx() ctx: Context,
  ): Promise<ActionPayload> {
    return actionAnswer(updateProgress(ctx, input));
  }

  @Mutation(() => ActionPayload, {
    description: 'Drops an action with a reason. Head of the lead department, clerk; while in work.',
  })
  dropAction(
    @Arg('input', () => DropActionInput, { description: 'Which, and why.' }) input: DropActionInput,
    @Ctx() ctx: Context,
  ): Promise<ActionPayload> {
    return actionAnswer(dropAction(ctx, input));
  }
}
