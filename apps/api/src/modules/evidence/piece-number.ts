import { pieceNumberOf } from '@closeout/domain';
import type { Transaction } from '../audit/in-transaction.ts';
import type { ProvenAction } from './proven-actions.ts';

/** The highest number among the present pieces `prefix-NN` of an inspection. */
async function highest(tx: Transaction, inspectionId: string, prefix: string): Promise<number> {
  const pattern = `^${prefix}-[0-9]{1,6}$`;
  const [row] = await tx.$queryRaw<{ last: number | null }[]>`
    SELECT max(substring(piece_number FROM '[0-9]+$')::int) AS last FROM evidence
    WHERE inspection_id = ${inspectionId}::uuid AND piece_number ~ ${pattern}`;
  return row?.last ?? 0;
}

/** The next number under an action, whose finding is locked. A number once given is never given again. */
export async function nextPieceNumber(tx: Transaction, action: ProvenAction): Promise<string> {
  const { seq, inspectionId } = action.finding;
  const { lastPiece } = await tx.action.findUniqueOrThrow({ where: { id: action.id }, select: { lastPiece: true } });
  const piece = Math.max(lastPiece, await highest(tx, inspectionId, `${seq}-${action.ordinal}`)) + 1;
  await tx.action.update({ where: { id: action.id }, data: { lastPiece: piece, updatedAt: action.updatedAt } });
  return pieceNumberOf(seq, action.ordinal, piece);
}

/** The next number of a piece that is tied to no action: 0-0-NN of its inspection, which is locked for it. */
export async function nextLoosePieceNumber(tx: Transaction, inspectionId: string): Promise<string> {
  const [row] = await tx.$queryRaw<
    { last: number }[]
  >`SELECT last_loose_piece AS last FROM inspection WHERE id = ${inspectionId}::uuid FOR NO KEY UPDATE`;
  const piece = Math.max(row?.last ?? 0, await highest(tx, inspectionId, '0-0')) + 1;
  await tx.$executeRaw`UPDATE inspection SET last_loose_piece = ${piece} WHERE id = ${inspectionId}::uuid`;
  return pieceNumberOf(0, 0, piece);
}

/** Remembers the number of a piece that goes, under the action that gave it, also where an import or the demo numbered it. */
export async function retirePieceNumber(tx: Transaction, inspectionId: string, pieceNumber: string): Promise<void> {
  const match = /^(\d{1,6})-(\d{1,6})-(\d{1,6})$/.exec(pieceNumber);
  if (match === null) return;
  const [seq, ordinal, piece] = match.slice(1).map(Number) as [number, number, number];
  if (seq === 0)
    await tx.$executeRaw`UPDATE inspection SET last_loose_piece = greatest(last_loose_piece, ${piece}) WHERE id = ${inspectionId}::uuid`;
  await tx.$executeRaw`UPDATE action a SET last_piece = greatest(a.last_piece, ${piece}) FROM finding f
    WHERE f.id = a.finding_id AND f.inspection_id = ${inspectionId}::uuid AND f.seq = ${seq} AND a.ordinal = ${ordinal}`;
}
