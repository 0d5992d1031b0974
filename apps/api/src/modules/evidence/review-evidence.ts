import {
  checkReview,
  DomainError,
  forbidden,
  invalid,
  isReviewable,
  LIMITS,
  mayReviewLoose,
  notFound,
  reviewStateRefusal,
} from '@closeout/domain';
import type { Evidence } from '@closeout/prisma/client';
import type { Context } from '../../graphql/context.ts';
import { uuidOf } from '../../read/ids.ts';
import { demandVisible } from '../access/demand-visible.ts';
import { inTransaction, type AuditEntry, type Transaction } from '../audit/in-transaction.ts';
import { optionalText } from '../text.ts';
import { findingsProvenBy, lockEvidence, stamp } from './change-piece.ts';
import type { ReviewEvidenceInput } from './evidence-change.inputs.ts';
import { applyToFindings } from './proven-actions.ts';

/** The findings in which a piece is still under review. What was decided with it stays decided: it is not rejected afterwards. */
async function underReview(ctx: Context, tx: Transaction, piece: Evidence, accept: boolean): Promise<string[]> {
  const ids = await findingsProvenBy(tx, piece.id);
  if (ids.length === 0) {
    if (!mayReviewLoose(ctx.viewer, piece.bodyId)) throw forbidden('reviewEvidence');
    return [];
  }
  const findings = await tx.finding.findMany({ where: { id: { in: ids } }, select: { id: true, state: true } });
  const refusal = reviewStateRefusal(
    findings.map((finding) => finding.state),
    accept,
  );
  if (refusal !== null)
    throw new DomainError({ ...refusal, field: 'evidenceIds', params: { piece: piece.pieceNumber } });
  return findings.filter((finding) => isReviewable(finding.state)).map((finding) => finding.id);
}

async function openPieces(ctx: Context, tx: Transaction, input: ReviewEvidenceInput): Promise<Evidence[]> {
  const ids = [...new Set(input.evidenceIds)].map((id) => uuidOf(id, 'evd', 'the evidence'));
  if (ids.length === 0) throw invalid('evidenceIds', 'input.required', 'name at least one piece');
  if (ids.length > LIMITS.batch)
    throw new DomainError({
      code: 'LIMIT',
      rule: 'input.count',
      field: 'evidenceIds',
      message: `at most ${LIMITS.batch} pieces at once`,
    });
  for (const id of ids) await demandVisible(ctx, tx, 'Evidence', id, 'the evidence');
  await lockEvidence(tx, ids);
  const pieces = await tx.evidence.findMany({ where: { id: { in: ids } } });
  return ids.map((id) => pieces.find((piece) => piece.id === id) ?? raiseAbsent());
}

const raiseAbsent = (): never => {
  throw notFound('the evidence');
};

/** Accepts or rejects pieces, all alike or none: by a reviewer of every finding where they are under review, who entered none of them. */
export async function reviewEvidence(ctx: Context, input: ReviewEvidenceInput): Promise<string[]> {
  const reason = optionalText(input.reason, 'reason', LIMITS.reason) ?? null;
  return inTransaction(ctx, async (tx) => {
    const pieces = await openPieces(ctx, tx, input);
    const findings = new Set<string>();
    for (const piece of pieces) for (const id of await underReview(ctx, tx, piece, input.accept)) findings.add(id);
    const acceptance = input.accept ? ('ACCEPTED' as const) : ('REJECTED' as const);
    const after = { evidence: pieces.map((piece) => piece.pieceNumber), acceptance };
    const { events } = await applyToFindings(ctx, tx, [...findings].sort(), 'reviewEvidence', after);
    const entries: AuditEntry[] = [];
    for (const piece of pieces) {
      checkReview(ctx.viewer, piece, input.accept, reason);
      const review = {
        acceptance,
        acceptedByName: ctx.viewer.name,
        acceptedAt: ctx.now(),
        rejectionReason: input.accept ? null : reason,
      };
      await tx.evidence.update({ where: { id: piece.id }, data: { ...review, ...stamp(ctx) } });
      const entry = { verb: 'reviewEvidence', recordType: 'Evidence', recordId: piece.id, bodyId: piece.bodyId };
      entries.push({ ...entry, before: { acceptance: piece.acceptance }, after: { acceptance }, reason });
    }
    return {
      value: pieces.map((piece) => piece.id),
      events: [entries[0] as AuditEntry, ...entries.slice(1), ...events],
    };
  });
}
