import { DomainError, invalid, LIMITS, notFound } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import { optionalUuid, uuidOf } from '../../read/ids.ts';
import { changeFinding, lockFinding } from '../findings/change-finding.ts';
import { optionalText } from '../text.ts';
import type { NoteRepeatInput, RemoveRepeatInput } from './repeat.inputs.ts';

/** Notes that a finding repeats an earlier one: a finding of the same body that the viewer reads, or words that say where it stood. */
export async function noteRepeat(ctx: Context, input: NoteRepeatInput): Promise<string> {
  const earlierId = optionalUuid(input.earlierId, 'fnd', 'the earlier finding') ?? null;
  const earlierText = optionalText(input.earlierText, 'earlierText', LIMITS.title) ?? null;
  if ((earlierId === null) === (earlierText === null))
    throw invalid('earlierText', 'repeats.oneSource', 'name the earlier finding, or say in words where it stood');
  return changeFinding(ctx, { findingId: input.findingId, verb: 'noteRepeat' }, async ({ tx, finding }) => {
    if (earlierId === finding.id) throw invalid('earlierId', 'repeats.notItself', 'a finding does not repeat itself');
    if (earlierId !== null) {
      const earlier = await lockFinding(ctx, tx, earlierId);
      if (earlier.finding.bodyId !== finding.bodyId) throw notFound('the finding');
      const known = await tx.findingRepeat.count({ where: { findingId: finding.id, earlierId } });
      if (known > 0)
        throw new DomainError({
          code: 'DUPLICATE',
          rule: 'repeats.once',
          field: 'earlierId',
          message: 'this earlier finding is noted already',
        });
    }
    await tx.findingRepeat.create({
      data: {
        findingId: finding.id,
        bodyId: finding.bodyId,
        kind: input.kind,
        earlierId,
        earlierText,
        notedByName: ctx.viewer.name,
        notedAt: ctx.now(),
      },
    });
    return { after: { repeat: input.kind, earlierId, earlierText } };
  });
}

/** Takes a note back that was wrong; the audit trail keeps both. */
export async function removeRepeat(ctx: Context, input: RemoveRepeatInput): Promise<string> {
  const id = uuidOf(input.repeatId, 'rpt', 'the note');
  return changeFinding(ctx, { findingId: input.findingId, verb: 'noteRepeat' }, async ({ tx, finding }) => {
    const note = await tx.findingRepeat.findFirst({ where: { id, findingId: finding.id } });
    if (note === null) throw notFound('the note');
    await tx.findingRepeat.delete({ where: { id } });
    return { before: { repeat: note.kind, earlierId: note.earlierId, earlierText: note.earlierText } };
  });
}
