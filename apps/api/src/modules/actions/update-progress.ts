import { checkOnBehalf, invalid, LIMITS, rolesFor, shanghaiDay } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import { optionalUuid } from '../../read/ids.ts';
import { demandDepartment } from '../access/demand-visible.ts';
import { toDate } from '../day.ts';
import { optionalText } from '../text.ts';
import type { UpdateProgressInput } from './action.inputs.ts';
import { changeAction } from './change-action.ts';

/** When an action was done: as said, else today; never in the future, and only when it is done. */
function doneOnOf(input: UpdateProgressInput, today: string): Date | null {
  const given = input.doneOn ?? null;
  if (input.state !== 'DONE') {
    if (given !== null)
      throw invalid('doneOn', 'actions.doneOn', 'an action that still goes on has no day on which it was done');
    return null;
  }
  if (given !== null && given > today)
    throw invalid('doneOn', 'actions.doneInFuture', 'the day on which it was done lies in the future');
  return toDate(given ?? today);
}

/** What was done, in words; an action that is done needs none, because its own text says it. */
function wordsOf(input: UpdateProgressInput): string | null {
  const words = optionalText(input.text, 'text', LIMITS.text) ?? null;
  if (words === null && input.state !== 'DONE') {
    throw invalid('text', 'actions.progressWords', 'say what was done, or that the action is done');
  }
  return words;
}

/** Reports progress: the words become the action's latest, the earlier reports stay. The clerk enters them for a department (代录). */
export async function updateProgress(ctx: Context, input: UpdateProgressInput): Promise<string> {
  const departmentId = optionalUuid(input.onBehalfOf, 'dep', 'the department') ?? null;
  const source = optionalText(input.onBehalfSource, 'onBehalfSource', LIMITS.title) ?? null;
  const doneOn = doneOnOf(input, shanghaiDay(ctx.now()));
  return changeAction(ctx, { ...input, verb: 'updateProgress' }, async ({ tx, action, facts }) => {
    const text = wordsOf(input);
    checkOnBehalf(rolesFor(ctx.viewer, 'updateProgress', facts), { departmentId, source });
    const onBehalfOf =
      departmentId === null ? null : await demandDepartment(tx, action.bodyId, departmentId, 'onBehalfOf');
    const report = { text, state: input.state, onBehalfOf, onBehalfSource: source };
    await tx.progressUpdate.create({
      data: { ...report, actionId: action.id, at: ctx.now(), byName: ctx.viewer.name },
      select: { id: true },
    });
    const patch = {
      ...(text === null ? {} : { progress: text }),
      state: input.state,
      doneOn,
      dropReason: null,
      reportedBySource: false,
    };
    return { patch, ...(onBehalfOf === null ? {} : { reason: `${onBehalfOf}: ${source}` }) };
  });
}
