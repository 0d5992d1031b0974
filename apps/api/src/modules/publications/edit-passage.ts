import { demandText, LIMITS, notFound, readPassageDecision, survivesEdit } from '@closeout/domain';
import type { Prisma } from '@closeout/prisma/client';
import type { Context } from '../../graphql/context.ts';
import type { Transaction } from '../audit/in-transaction.ts';
import { requireText } from '../text.ts';
import { changePublication, type LockedPublication, type PublicationChange } from './change-publication.ts';
import { internalOf, type PublicationRecord, type StoredPassage } from './publication-record.ts';
import type { AcceptPassageInput, DecidePassageInput, EditPassageInput, PassageInput } from './publication.inputs.ts';

function passageOf(record: PublicationRecord, key: string): StoredPassage {
  const found = record.passages.find((one) => one.key === demandText(key, 'key', LIMITS.title));
  if (found === undefined) throw notFound('the passage');
  return found;
}

const at = (record: PublicationRecord, key: string) => ({ publicationId_key: { publicationId: record.id, key } });

/** The hits that were left or asked for in the old words are open again. */
async function reopen(tx: Transaction, record: PublicationRecord, key: string): Promise<void> {
  const kinds = record.rulings.filter((one) => one.key === key && !survivesEdit(one));
  if (kinds.length === 0) return;
  await tx.hitRuling.deleteMany({
    where: { publicationId: record.id, key, decision: { in: kinds.map(({ decision }) => decision) } },
  });
}

type Work = (passage: StoredPassage, locked: LockedPublication) => Promise<PublicationChange>;

/** One verb on one passage of the draft. */
function changePassage(
  ctx: Context,
  verb: 'editPassage' | 'decidePassage' | 'acceptPassage',
  input: PassageInput,
  work: Work,
): Promise<string> {
  return changePublication(ctx, verb, input, async (locked) => {
    const passage = passageOf(locked.record, input.key);
    const change = await work(passage, locked);
    return { ...change, after: { key: passage.key, ...change.after } };
  });
}

/** Writes the internal text of a passage by hand; the ledger's own words again make it follow the ledger. */
export async function editPassage(ctx: Context, input: EditPassageInput): Promise<string> {
  const text = requireText(input.text, 'text', LIMITS.text);
  return changePassage(ctx, 'editPassage', input, async (passage, { tx, record }) => {
    await reopen(tx, record, passage.key);
    const edited = text === passage.source ? null : text;
    await tx.publicationPassage.update({
      where: at(record, passage.key),
      data: { edited, editedByName: edited === null ? null : ctx.viewer.name, editedAt: edited === null ? null : ctx.now() }, // prettier-ignore
    });
    return { before: { text: internalOf(passage) }, after: { text } };
  });
}

/** What becomes of a passage in the public text, on which ground. */
export async function decidePassage(ctx: Context, input: DecidePassageInput): Promise<string> {
  const decision = readPassageDecision(input);
  return changePassage(ctx, 'decidePassage', input, async (passage, { tx, record }) => {
    await reopen(tx, record, passage.key);
    await tx.publicationPassage.update({
      where: at(record, passage.key),
      data: { ...decision, decidedByName: ctx.viewer.name, decidedAt: ctx.now() },
    });
    const { decision: was, ground, replacement } = passage;
    return { before: { decision: was, ground, replacement }, after: { ...decision } };
  });
}

/** The ledger's change of a passage that was made by hand: its words are taken over, or what was made stays. */
function answerTo(passage: StoredPassage, accept: boolean): Prisma.PublicationPassageUpdateInput {
  const source = passage.pending ?? passage.source;
  const answered = { source, pending: null, pendingGone: false };
  return accept
    ? { ...answered, edited: null, previous: internalOf(passage) }
    : { ...answered, edited: internalOf(passage) === source ? null : internalOf(passage) };
}

export async function acceptPassage(ctx: Context, input: AcceptPassageInput): Promise<string> {
  return changePassage(ctx, 'acceptPassage', input, async (passage, { tx, record }) => {
    if (passage.pending === null && !passage.pendingGone) throw notFound('the change of the ledger');
    const after = { accept: input.accept, text: passage.pending };
    if (input.accept) await reopen(tx, record, passage.key);
    if (input.accept && passage.pendingGone) {
      await tx.hitRuling.deleteMany({ where: { publicationId: record.id, key: passage.key } });
      await tx.publicationPassage.delete({ where: at(record, passage.key) });
    } else {
      await tx.publicationPassage.update({
        where: at(record, passage.key),
        data: answerTo(passage, input.accept),
      });
    }
    return { before: { text: internalOf(passage) }, after };
  });
}
