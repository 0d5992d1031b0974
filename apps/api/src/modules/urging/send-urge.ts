import { canInBody, DomainError, forbidden, invalid, LIMITS, mayAcknowledge } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import { uuidOf } from '../../read/ids.ts';
import { demandDepartment, demandVisible } from '../access/demand-visible.ts';
import { inTransaction, plain } from '../audit/in-transaction.ts';
import { postTitleOf } from '../signoff/chain-records.ts';
import { optionalText } from '../text.ts';
import { departmentLines } from './urge-lines.ts';
import type { AcknowledgeUrgeInput, SendUrgeInput } from './urging.type.ts';

/** Sends a department the list of its open findings as they stand now; what was sent never changes. Answers its uuid. */
export async function sendUrge(ctx: Context, input: SendUrgeInput): Promise<string> {
  const inspectionId = uuidOf(input.inspectionId, 'ins', 'the inspection');
  const departmentId = uuidOf(input.departmentId, 'dep', 'the department');
  const note = optionalText(input.note, 'note', LIMITS.reason) ?? null;
  return inTransaction(ctx, async (tx) => {
    await demandVisible(ctx, tx, 'Inspection', inspectionId, 'the inspection');
    const { bodyId } = await tx.inspection.findUniqueOrThrow({ where: { id: inspectionId } });
    if (!canInBody(ctx.viewer, 'sendUrge', bodyId)) throw forbidden('sendUrge');
    const department = await demandDepartment(tx, bodyId, departmentId, 'departmentId');
    const [sheet] = await departmentLines(ctx, tx, inspectionId, departmentId);
    if (sheet === undefined)
      throw invalid('departmentId', 'urging.nothingOpen', `${department} has no open finding: nothing to urge`);
    const sent = await tx.urge.create({
      data: {
        bodyId,
        inspectionId,
        departmentId,
        note,
        lines: plain(sheet.lines),
        sentAt: ctx.now(),
        sentByName: ctx.viewer.name,
        sentByPost: await postTitleOf(tx, ctx.viewer.personId),
      },
    });
    const after = { department, findings: sheet.lines.map((line) => line.seq) };
    return {
      value: sent.id,
      events: [{ verb: 'sendUrge', recordType: 'Urge', recordId: sent.id, bodyId, after, reason: note }],
    };
  });
}

/** The head takes note of the list, once. */
export async function acknowledgeUrge(ctx: Context, input: AcknowledgeUrgeInput): Promise<string> {
  const id = uuidOf(input.urgeId, 'urg', 'the list');
  return inTransaction(ctx, async (tx) => {
    await demandVisible(ctx, tx, 'Urge', id, 'the list');
    await tx.$queryRaw`SELECT 1 FROM urge WHERE id = ${id}::uuid FOR UPDATE`;
    const { bodyId, departmentId, acknowledgedAt, acknowledgedByName } = await tx.urge.findUniqueOrThrow({
      where: { id },
    });
    if (!mayAcknowledge(ctx.viewer, { bodyId, departmentId })) throw forbidden('acknowledgeUrge');
    if (acknowledgedAt !== null)
      throw new DomainError({
        code: 'ILLEGAL_TRANSITION',
        rule: 'urging.acknowledgedOnce',
        message: `${acknowledgedByName ?? ''} has taken note of this list`,
      });
    await tx.urge.update({
      where: { id },
      data: {
        acknowledgedAt: ctx.now(),
        acknowledgedByName: ctx.viewer.name,
        acknowledgedByPost: await postTitleOf(tx, ctx.viewer.personId),
      },
    });
    return {
      value: id,
      events: [{ verb: 'acknowledgeUrge', recordType: 'Urge', recordId: id, bodyId, after: { departmentId } }],
    };
  });
}
