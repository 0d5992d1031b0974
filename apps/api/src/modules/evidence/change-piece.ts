import { forbidden, mayEnterLoose, notFound, type FindingVerb } from '@closeout/domain';
import type { Evidence, Prisma } from '@closeout/prisma/client';
import type { Context } from '../../graphql/context.ts';
import { uuidOf } from '../../read/ids.ts';
import { demandVisible } from '../access/demand-visible.ts';
import { inTransaction, type AuditEntry, type Transaction } from '../audit/in-transaction.ts';
import { demandVersion, type LockedFinding } from '../findings/change-finding.ts';
import { applyToFindings, findingIdsOf } from './proven-actions.ts';

/** Locks pieces in order of id, always before their findings: so no two changes wait for each other. */
export async function lockEvidence(tx: Transaction, ids: readonly string[]): Promise<void> {
  for (const id of [...new Set(ids)].sort())
    await tx.$queryRaw`SELECT 1 FROM evidence WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
}

/** A review holds for what was reviewed: a changed piece waits for it again. */
export const UNREVIEWED = {
  acceptance: 'PENDING',
  acceptedByName: null,
  acceptedAt: null,
  rejectionReason: null,
} as const;

/** The columns of any change: version, who, when. */
export const stamp = (ctx: Context) => ({
  version: { increment: 1 },
  updatedByName: ctx.viewer.name,
  updatedAt: ctx.now(),
});

/** Marks a piece whose files or payments changed; it waits for review again. */
export async function reopenReview(
  ctx: Context,
  tx: Transaction,
  evidenceId: string,
  after: Record<string, unknown>,
): Promise<AuditEntry[]> {
  const before = await tx.evidence.findUniqueOrThrow({ where: { id: evidenceId } });
  await tx.evidence.update({ where: { id: evidenceId }, data: { ...UNREVIEWED, ...stamp(ctx) } });
  const reopened = before.acceptance === 'PENDING' ? {} : { acceptance: 'PENDING' };
  const entry = { verb: 'editEvidence', recordType: 'Evidence', recordId: evidenceId, bodyId: before.bodyId };
  return [{ ...entry, before: { acceptance: before.acceptance }, after: { ...after, ...reopened } }];
}

/** The ids of the findings that a piece proves, in order. */
export async function findingsProvenBy(tx: Transaction, evidenceId: string): Promise<string[]> {
  const links = await tx.evidenceAction.findMany({
    where: { evidenceId },
    include: { action: { select: { findingId: true } } },
  });
  return findingIdsOf(links.map((link) => link.action));
}

/** Judges a verb on every finding that a piece proves; a piece that proves none belongs to the body's clerk. */
export async function applyToProven(
  ctx: Context,
  tx: Transaction,
  piece: Evidence,
  verb: FindingVerb,
  after: Record<string, unknown>,
) {
  const findingIds = await findingsProvenBy(tx, piece.id);
  if (findingIds.length === 0 && !mayEnterLoose(ctx.viewer, piece.bodyId)) throw forbidden(verb);
  return applyToFindings(ctx, tx, findingIds, verb, after);
}

/** A visible piece, locked, in the version that was seen. */
export async function openPiece(ctx: Context, tx: Transaction, globalId: string, version: number): Promise<Evidence> {
  const id = uuidOf(globalId, 'evd', 'the evidence');
  await demandVisible(ctx, tx, 'Evidence', id, 'the evidence');
  await lockEvidence(tx, [id]);
  const piece = await tx.evidence.findUnique({ where: { id } });
  if (piece === null) throw notFound('the evidence');
  await demandVersion(tx, piece, 'Evidence', version);
  return piece;
}

type Work = (made: { tx: Transaction; piece: Evidence; locked: readonly LockedFinding[] }) => Promise<{
  patch: Prisma.EvidenceUncheckedUpdateInput;
  after?: Record<string, unknown>;
}>;

/** Changes a piece: visible, in the version seen, judged on every finding it proves, written with its entry in the trail. */
export async function changePiece(
  ctx: Context,
  input: { evidenceId: string; version: number },
  work: Work,
): Promise<string> {
  return inTransaction(ctx, async (tx) => {
    const piece = await openPiece(ctx, tx, input.evidenceId, input.version);
    const { locked, events } = await applyToProven(ctx, tx, piece, 'addEvidence', { evidence: piece.pieceNumber });
    const { patch, after } = await work({ tx, piece, locked });
    await tx.evidence.update({ where: { id: piece.id }, data: { ...patch, ...stamp(ctx) } });
    const before = Object.fromEntries(Object.keys(patch).map((key) => [key, piece[key as keyof Evidence]]));
    const entry = { verb: 'editEvidence', recordType: 'Evidence', recordId: piece.id, bodyId: piece.bodyId };
    return { value: piece.id, events: [{ ...entry, before, after: { ...patch, ...after } }, ...events] };
  });
}
