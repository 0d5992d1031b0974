import { invalid, isLoosePiece } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import { inTransaction, type Transaction } from '../audit/in-transaction.ts';
import { openPiece, stamp } from './change-piece.ts';
import type { LinkEvidenceInput } from './evidence-change.inputs.ts';
import { applyToFindings, findingIdsOf, provenActions, type ProvenAction } from './proven-actions.ts';

const labels = (actions: readonly ProvenAction[]): string[] =>
  actions.map((one) => `${one.finding.seq}-${one.ordinal}`);

async function named(ctx: Context, tx: Transaction, input: LinkEvidenceInput): Promise<ProvenAction[]> {
  const actions = await provenActions(ctx, tx, input.actionIds);
  if (actions.length === 0) throw invalid('actionIds', 'input.required', 'name at least one action');
  return actions;
}

/** One piece proves further actions, also of other findings of the inspection; its number stays. */
export async function linkEvidence(ctx: Context, input: LinkEvidenceInput): Promise<string> {
  return inTransaction(ctx, async (tx) => {
    const piece = await openPiece(ctx, tx, input.evidenceId, input.version);
    const actions = await named(ctx, tx, input);
    if (actions.some(({ finding }) => finding.inspectionId !== piece.inspectionId))
      throw invalid('actionIds', 'evidence.oneInspection', 'one piece proves actions of one inspection only');
    const { events } = await applyToFindings(ctx, tx, findingIdsOf(actions), 'addEvidence', {
      linked: piece.pieceNumber,
    });
    const data = actions.map(({ id, bodyId }) => ({ evidenceId: piece.id, actionId: id, bodyId }));
    await tx.evidenceAction.createMany({ data, skipDuplicates: true });
    await tx.evidence.update({ where: { id: piece.id }, data: stamp(ctx) });
    const entry = { verb: 'linkEvidence', recordType: 'Evidence', recordId: piece.id, bodyId: piece.bodyId };
    return { value: piece.id, events: [{ ...entry, after: { actions: labels(actions) } }, ...events] };
  });
}

/** A payment stays under a piece that proves its finding. */
async function demandPaymentsStay(tx: Transaction, evidenceId: string): Promise<void> {
  const [stray] = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM recovery r JOIN money_sum m ON m.id = r.sum_id WHERE r.evidence_id = ${evidenceId}::uuid
      AND NOT EXISTS (SELECT 1 FROM evidence_action l JOIN action a ON a.id = l.action_id WHERE l.evidence_id = r.evidence_id AND a.finding_id = m.finding_id)`;
  if (stray !== undefined)
    throw invalid(
      'actionIds',
      'evidence.carriesPayment',
      'this piece carries a payment of that finding: take the payment back first',
    );
}

/** The piece no longer proves some actions. One that was entered for actions keeps at least one: else it is taken back. */
export async function unlinkEvidence(ctx: Context, input: LinkEvidenceInput): Promise<string> {
  return inTransaction(ctx, async (tx) => {
    const piece = await openPiece(ctx, tx, input.evidenceId, input.version);
    const actions = await named(ctx, tx, input);
    const { events } = await applyToFindings(ctx, tx, findingIdsOf(actions), 'addEvidence', {
      unlinked: piece.pieceNumber,
    });
    await tx.evidenceAction.deleteMany({
      where: { evidenceId: piece.id, actionId: { in: actions.map((one) => one.id) } },
    });
    const left = await tx.evidenceAction.count({ where: { evidenceId: piece.id } });
    if (left === 0 && !isLoosePiece(piece.pieceNumber))
      throw invalid(
        'actionIds',
        'evidence.lastAction',
        'this is the last action that it proves: take the piece back instead',
      );
    await demandPaymentsStay(tx, piece.id);
    await tx.evidence.update({ where: { id: piece.id }, data: stamp(ctx) });
    const entry = { verb: 'unlinkEvidence', recordType: 'Evidence', recordId: piece.id, bodyId: piece.bodyId };
    return { value: piece.id, events: [{ ...entry, before: { actions: labels(actions) } }, ...events] };
  });
}
