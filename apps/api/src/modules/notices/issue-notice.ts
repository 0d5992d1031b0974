import {
  forbidden,
  invalid,
  LIMITS,
  mayOnNotice,
  notFound,
  noticeNumber,
  noticeSteps,
  readLadderPlace,
  readReplyDue,
  shanghaiDay,
  type LadderPlace,
  type NoticeKind,
  type Offset,
  type ReplyDue,
} from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import { optionalUuid, uuidOf } from '../../read/ids.ts';
import { demandVisible } from '../access/demand-visible.ts';
import { inTransaction, type Transaction } from '../audit/in-transaction.ts';
import { loadCalendar } from '../calendar/load-calendar.ts';
import { fromDate, toDate } from '../day.ts';
import { settingsOfInspection } from '../rounds/settings-of-inspection.ts';
import { postTitleOf } from '../signoff/chain-records.ts';
import { optionalText, requireText } from '../text.ts';
import { LIST_LIMIT, readUuids } from './input-lists.ts';
import type { IssueNoticeInput, ReplyDueInput } from './notice.inputs.ts';

interface Place {
  bodyId: string;
  officeId: string;
  level: 'XUNCHA' | 'XUNSHI';
  noticeReply: Offset;
}

/** The inspection that the notice belongs to and the office that sends it: the round's own, of which the viewer is. */
async function placeOf(ctx: Context, tx: Transaction, inspectionId: string, kind: NoticeKind): Promise<Place> {
  await demandVisible(ctx, tx, 'Inspection', inspectionId, 'the inspection');
  const { bodyId, round } = await tx.inspection.findUniqueOrThrow({
    where: { id: inspectionId },
    include: { round: true },
  });
  const { officeId, level } = round;
  if (officeId === null || !mayOnNotice(ctx.viewer, 'issueNotice', { bodyId, officeId, kind }))
    throw forbidden('issueNotice');
  const { settings } = await settingsOfInspection(tx, inspectionId);
  return { bodyId, officeId, level, noticeReply: settings.noticeReply };
}

/** Where the notice stands on the ladder of this body in this round, by what its office sent before. */
async function ladderPlace(
  ctx: Context,
  tx: Transaction,
  input: IssueNoticeInput,
  inspectionId: string,
): Promise<LadderPlace> {
  const sent = await tx.notice.findMany({ where: { inspectionId }, orderBy: { seq: 'asc' } });
  const steps = noticeSteps(
    sent.map((one) => ({ ...one, replyDueOn: fromDate(one.replyDueOn) })),
    shanghaiDay(ctx.now()),
  );
  const wanted = {
    followsId: optionalUuid(input.followsId, 'ntc', 'the notice that it follows') ?? null,
    skipReason: optionalText(input.skipReason, 'skipReason', LIMITS.reason) ?? null,
  };
  return readLadderPlace(input.kind, wanted, steps);
}

/** The day of the reply as the columns keep it, with what gave it. */
export async function replyDueColumns(
  ctx: Context,
  tx: Transaction,
  { replyDueOn, replyWorkingDays }: ReplyDueInput,
  setting: Offset,
): Promise<{ due: ReplyDue; columns: Record<string, unknown> }> {
  const calendar = await loadCalendar(tx);
  const today = shanghaiDay(ctx.now());
  const due = readReplyDue({ on: replyDueOn, workingDays: replyWorkingDays }, today, setting, calendar);
  const columns = {
    replyDueOn: toDate(due.dueOn),
    replyDueRule: due.rule,
    replyDueAmount: due.amount,
    replyDueUnit: due.unit,
    replyDueFrom: toDate(due.from),
  };
  return { due, columns };
}

/** The posts it is addressed to, as they are held now. */
async function recipientsOf(tx: Transaction, bodyId: string, ids: readonly string[]) {
  const posts = await tx.post.findMany({
    where: { id: { in: [...ids] }, bodyId, active: true },
    include: { holdings: { where: { toOn: null }, include: { person: true } } },
    orderBy: { ordinal: 'asc' },
  });
  if (posts.length < ids.length)
    throw invalid('recipientIds', 'notices.ownPosts', 'a notice goes to posts of the body that are in use');
  return posts.map(({ id, title, holdings }, ordinal) => ({
    bodyId,
    postId: id,
    ordinal,
    postTitle: title,
    personName: holdings[0]?.person.name ?? null,
  }));
}

async function demandFindings(tx: Transaction, inspectionId: string, ids: readonly string[]): Promise<void> {
  const found = await tx.finding.count({ where: { id: { in: [...ids] }, inspectionId } });
  if (found < ids.length)
    throw invalid('findingIds', 'notices.ownFindings', 'a notice concerns findings of its own inspection');
}

/** What only a hand-over has, and what it has not. */
function readAddress(input: IssueNoticeInput): { handedTo: string | null; recipientIds: string[] } {
  const recipientIds = readUuids(input.recipientIds, 'recipientIds', 'pst', 'the post');
  if (input.kind === 'HANDOVER') {
    if (recipientIds.length > 0)
      throw invalid('recipientIds', 'notices.handover', 'a hand-over goes to an authority, not to posts of the body');
    if (input.replyDueOn || input.replyWorkingDays)
      throw invalid('replyDueOn', 'notices.handover', 'a hand-over asks the body for no reply');
    return { handedTo: requireText(input.handedTo, 'handedTo', LIMITS.name), recipientIds };
  }
  if (optionalText(input.handedTo, 'handedTo', LIMITS.name))
    throw invalid('handedTo', 'notices.handover', 'only a hand-over names an authority');
  if (recipientIds.length === 0)
    throw invalid('recipientIds', 'input.required', 'a notice goes to at least one post of the body');
  return { handedTo: null, recipientIds };
}

/** The next number of the office in the year: its row is locked, so that two notices sent at once get two numbers. */
async function nextSeq(tx: Transaction, officeId: string, year: number): Promise<number> {
  const locked = await tx.$queryRaw<unknown[]>`SELECT 1 FROM body WHERE id = ${officeId}::uuid FOR NO KEY UPDATE`;
  if (locked.length === 0) throw notFound('the office');
  const last = await tx.notice.aggregate({ where: { officeId, year }, _max: { seq: true } });
  return (last._max.seq ?? 0) + 1;
}

/** Sends a notice; answers its uuid. Numbered in its own transaction, so that a refused one uses no number. */
export async function issueNotice(ctx: Context, input: IssueNoticeInput): Promise<string> {
  const inspectionId = uuidOf(input.inspectionId, 'ins', 'the inspection');
  return inTransaction(ctx, async (tx) => {
    const { kind } = input;
    const { bodyId, officeId, level, noticeReply } = await placeOf(ctx, tx, inspectionId, kind);
    const title = requireText(input.title, 'title', LIMITS.title);
    const text = requireText(input.text, 'text', LIMITS.text);
    const { handedTo, recipientIds } = readAddress(input);
    const findingIds = readUuids(input.findingIds, 'findingIds', 'out', 'the finding', LIST_LIMIT);
    await demandFindings(tx, inspectionId, findingIds);
    const recipients = await recipientsOf(tx, bodyId, recipientIds);
    const reply = kind === 'HANDOVER' ? null : await replyDueColumns(ctx, tx, input, noticeReply);
    const year = Number(shanghaiDay(ctx.now()).slice(0, 4));
    const seq = await nextSeq(tx, officeId, year);
    const place = await ladderPlace(ctx, tx, input, inspectionId);
    const number = noticeNumber(level, kind, { year, seq });
    const made = await tx.notice.create({
      data: {
        officeId,
        bodyId,
        inspectionId,
        kind,
        year,
        seq,
        number,
        title,
        text,
        handedTo,
        ...place,
        ...reply?.columns,
        sentAt: ctx.now(),
        sentByName: ctx.viewer.name,
        sentByPost: await postTitleOf(tx, ctx.viewer.personId),
      },
    });
    const noticeId = made.id;
    await tx.noticeRecipient.createMany({ data: recipients.map((one) => ({ ...one, noticeId })) });
    await tx.noticeFinding.createMany({ data: findingIds.map((findingId) => ({ noticeId, bodyId, findingId })) });
    const after = { number, kind, title, handedTo, ...place, replyDueOn: reply?.due.dueOn ?? null, findingIds };
    const reason = place.skipReason;
    return {
      value: noticeId,
      events: [{ verb: 'issueNotice', recordType: 'Notice', recordId: noticeId, bodyId, after, reason }],
    };
  });
}
