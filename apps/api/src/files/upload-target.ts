import {
  DomainError,
  forbidden,
  invalid,
  mayEnterLoose,
  type AttachmentPurpose,
  type FindingVerb,
} from '@closeout/domain';
import type { Context } from '../graphql/context.ts';
import { demandVisible } from '../modules/access/demand-visible.ts';
import type { Transaction } from '../modules/audit/in-transaction.ts';
import { findingsProvenBy, lockEvidence } from '../modules/evidence/change-piece.ts';
import { demand, lockFinding } from '../modules/findings/change-finding.ts';
import { demandOnNotice, lockNotice } from '../modules/notices/change-notice.ts';
import { lockPaper } from '../modules/notices/record-paper.ts';
import { demandOnPublication, lockPublication } from '../modules/publications/change-publication.ts';
import { loadRecord } from '../modules/publications/publication-record.ts';
import { uuidOf } from '../read/ids.ts';

/** The one record that a file belongs to (uuids). */
export interface Target {
  evidenceId: string | null;
  recoveryId: string | null;
  consentId: string | null;
  findingId: string | null;
  noticeReplyId: string | null;
  paperId: string | null;
  publicationId: string | null;
}

type Kind = keyof Target;

/** What a file may be for, by what it belongs to. */
const PURPOSES: Record<Kind, readonly AttachmentPurpose[]> = {
  evidenceId: ['SCAN', 'FILE', 'VOUCHER'],
  recoveryId: ['VOUCHER'],
  consentId: ['CONSENT'],
  findingId: ['SIGNED_FORM'],
  noticeReplyId: ['FILE'],
  paperId: ['SCAN'],
  publicationId: ['SIGNED_FORM'],
};
const PREFIXES: Record<Kind, [string, string]> = {
  evidenceId: ['evd', 'the evidence'],
  recoveryId: ['rec', 'the payment'],
  consentId: ['wvc', 'the consent'],
  findingId: ['fnd', 'the finding'],
  noticeReplyId: ['nrp', 'the reply'],
  paperId: ['ppr', 'the paper'],
  publicationId: ['pub', 'the publication'],
};
const KINDS = Object.keys(PURPOSES) as Kind[];

/** The target that an input names by exactly one global id, fit for the purpose. */
export function targetOf(input: { [K in Kind]?: string | null } & { purpose: AttachmentPurpose }): Target {
  const named = KINDS.filter((kind) => input[kind] !== undefined && input[kind] !== null);
  const [kind] = named;
  if (kind === undefined || named.length > 1)
    throw invalid('evidenceId', 'files.oneTarget', 'name exactly one record that the file belongs to');
  if (!PURPOSES[kind].includes(input.purpose))
    throw invalid('purpose', 'files.purpose', `a ${input.purpose} does not belong there`, {
      allowed: PURPOSES[kind].join(','),
    });
  const none = Object.fromEntries(KINDS.map((one) => [one, null])) as Record<Kind, null>;
  return { ...none, [kind]: uuidOf(input[kind] as string, ...PREFIXES[kind]) };
}

/** Locks findings in order and judges the verb on each; a hidden one is one on which the viewer has no rights. */
async function judgeFindings(
  ctx: Context,
  tx: Transaction,
  findingIds: readonly string[],
  verb: FindingVerb,
): Promise<void> {
  for (const id of findingIds) {
    const locked = await lockFinding(ctx, tx, id).catch((error: unknown) => {
      throw error instanceof DomainError ? forbidden(verb) : error;
    });
    demand(ctx, verb, locked.facts);
  }
}

async function judgeEvidence(ctx: Context, tx: Transaction, id: string): Promise<string> {
  await demandVisible(ctx, tx, 'Evidence', id, 'the evidence');
  await lockEvidence(tx, [id]);
  const { bodyId } = await tx.evidence.findUniqueOrThrow({ where: { id } });
  const findingIds = await findingsProvenBy(tx, id);
  if (findingIds.length === 0 && !mayEnterLoose(ctx.viewer, bodyId)) throw forbidden('addEvidence');
  await judgeFindings(ctx, tx, findingIds, 'addEvidence');
  return bodyId;
}

async function judgeFinding(ctx: Context, tx: Transaction, id: string, verb: FindingVerb): Promise<string> {
  await judgeFindings(ctx, tx, [id], verb);
  return (await tx.finding.findUniqueOrThrow({ where: { id } })).bodyId;
}

/** A reply takes files while it is a draft, from those who draft it. */
async function judgeReplyDraft(ctx: Context, tx: Transaction, id: string): Promise<string> {
  await demandVisible(ctx, tx, 'NoticeReply', id, 'the reply');
  const { noticeId, bodyId } = await tx.noticeReply.findUniqueOrThrow({ where: { id } });
  const notice = await lockNotice(ctx, tx, noticeId);
  const draft = await demandOnNotice(ctx, tx, 'draftReply', notice);
  if (draft?.id !== id) throw invalid('noticeReplyId', 'notices.replySent', 'this reply was sent: it stays as it is');
  return bodyId;
}

/** The sheet of a public text is scanned in while somebody's signature is waited for. */
async function judgeSheet(ctx: Context, tx: Transaction, id: string): Promise<string> {
  const { bodyId } = await lockPublication(ctx, tx, id);
  demandOnPublication(ctx, 'recordPublicationSignature', await loadRecord(tx, id));
  return bodyId;
}

/** Where a target's file is stored: its body, and the piece of evidence that it belongs to as well. */
export interface JudgedTarget {
  bodyId: string;
  /** The piece whose review the file concerns. */
  evidenceId: string | null;
}

/**
 * Refuses a file for a record that the viewer may not see (like an absent one) or may not add files to now. The same
 * rules as for the record itself: addEvidence, addRecovery, waiveSum, recordPaperSignature, draftReply, recordPaper,
 * recordPublicationSignature.
 */
export async function judgeTarget(ctx: Context, tx: Transaction, target: Target): Promise<JudgedTarget> {
  if (target.recoveryId !== null) {
    await demandVisible(ctx, tx, 'Recovery', target.recoveryId, 'the payment');
    const { sum, evidenceId } = await tx.recovery.findUniqueOrThrow({
      where: { id: target.recoveryId },
      include: { sum: true },
    });
    if (evidenceId !== null) await lockEvidence(tx, [evidenceId]);
    return { bodyId: await judgeFinding(ctx, tx, sum.findingId, 'addRecovery'), evidenceId };
  }
  if (target.consentId !== null) {
    await demandVisible(ctx, tx, 'WaiverConsent', target.consentId, 'the consent');
    const { waiver } = await tx.waiverConsent.findUniqueOrThrow({
      where: { id: target.consentId },
      include: { waiver: { include: { sum: true } } },
    });
    return { bodyId: await judgeFinding(ctx, tx, waiver.sum.findingId, 'waiveSum'), evidenceId: null };
  }
  if (target.noticeReplyId !== null)
    return { bodyId: await judgeReplyDraft(ctx, tx, target.noticeReplyId), evidenceId: null };
  if (target.paperId !== null) return { bodyId: (await lockPaper(ctx, tx, target.paperId)).bodyId, evidenceId: null };
  if (target.publicationId !== null)
    return { bodyId: await judgeSheet(ctx, tx, target.publicationId), evidenceId: null };
  if (target.evidenceId !== null)
    return { bodyId: await judgeEvidence(ctx, tx, target.evidenceId), evidenceId: target.evidenceId };
  const findingId = target.findingId as string;
  await demandVisible(ctx, tx, 'Finding', findingId, 'the finding');
  return { bodyId: await judgeFinding(ctx, tx, findingId, 'recordPaperSignature'), evidenceId: null };
}
