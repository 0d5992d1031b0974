import { tellAction, type ToldPiece, type ToldStretch } from '@closeout/domain';
import type { Prisma } from '@closeout/prisma/client';
import type { Context } from '../../graphql/context.ts';
import { uuidOf } from '../../read/ids.ts';
import { findingOfVisible } from '../access/demand-visible.ts';
import { fromDate } from '../day.ts';
import { demandClasses } from './progress-report.ts';

const PIECE = {
  kind: true,
  acceptance: true,
  title: true,
  occurredOn: true,
  dateText: true,
  headcount: true,
  checkedCount: true,
  correctedCount: true,
  document: { select: { number: true, change: true, status: true } },
  talk: { select: { type: true, occurrences: true } },
  recoveries: { select: { kind: true, fen: true, sum: { select: { findingId: true } } } },
} as const satisfies Prisma.EvidenceSelect;

const told = (piece: Prisma.EvidenceGetPayload<{ select: typeof PIECE }>, findingId: string): ToldPiece => ({
  kind: piece.kind,
  title: piece.title,
  on: fromDate(piece.occurredOn),
  dateText: piece.dateText,
  documentNumber: piece.document?.number ?? null,
  documentChange: piece.document?.change ?? null,
  isDraft: piece.document?.status === 'DRAFT',
  talkType: piece.talk?.type ?? null,
  occurrences: piece.talk?.occurrences ?? null,
  headcount: piece.headcount,
  checked: piece.checkedCount,
  corrected: piece.correctedCount,
  // One transfer can repay several findings: each tells its own part.
  payments: piece.recoveries.filter(({ sum }) => sum.findingId === findingId),
});

/**
 * 照此生成整改情况文字: what was done for an action in the words of a report, out of the evidence under it that stands and is not
 * restricted. Whoever sees the action; what it says is for him to check and to change.
 */
export async function actionWords(ctx: Context, actionId: string): Promise<ToldStretch[]> {
  const id = uuidOf(actionId, 'act', 'the action');
  const findingId = await findingOfVisible(ctx, ctx.db, 'Action', id, 'the action');
  demandClasses(ctx);
  const pieces = await ctx.db.evidence.findMany({
    where: { actions: { some: { actionId: id } }, restricted: false },
    select: PIECE,
    orderBy: { pieceNumber: 'asc' },
  });
  const standing = pieces.filter(({ acceptance }) => acceptance !== 'REJECTED');
  return tellAction(standing.map((piece) => told(piece, findingId)));
}
