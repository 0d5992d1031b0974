import { DomainError } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import type { Transaction } from '../audit/in-transaction.ts';
import { retirePieceNumber } from '../evidence/piece-number.ts';
import { changeImport, type FoundImport } from './change-import.ts';
import { emptyInspection, type Filled } from './commit/fill-inspection.ts';
import type { ImportVerbInput } from './import.inputs.ts';
import { changedSinceSql, lockChanged, undoChanges } from './changes/undo-changes.ts';
import { undoableSql } from './import.read.ts';

/** Gives a draft up. It stays in the list as taken back, its file can be sent again. */
export const discardImport = (ctx: Context, input: ImportVerbInput): Promise<string> =>
  changeImport(ctx, { ...input, verb: 'discardImport', state: 'DRAFT' }, async () => ({
    patch: { state: 'UNDONE', undoneAt: ctx.now() },
  }));

interface Worker {
  actor_name: string;
  at: Date;
  verb: string;
  seq: number | null;
}

/** Who last worked on a row of the batch, and on which finding. */
async function lastWorker(tx: Transaction, found: FoundImport): Promise<Worker | undefined> {
  const rows = await tx.$queryRaw<Worker[]>`
    SELECT e.actor_name, e.at, e.verb, f.seq FROM audit_event e
    LEFT JOIN finding f ON f.id = e.record_id OR f.id = (SELECT a.finding_id FROM action a WHERE a.id = e.record_id)
    WHERE e.body_id = ${found.bodyId}::uuid AND e.at >= ${found.committedAt} AND e.verb <> 'commitImport' AND (
      f.import_id = ${found.id}::uuid
      OR e.record_id IN (SELECT v.id FROM evidence v WHERE v.import_id = ${found.id}::uuid)
      OR e.record_id IN (SELECT m.id FROM money_sum m WHERE m.import_id = ${found.id}::uuid))
    ORDER BY e.id DESC LIMIT 1`;
  if (rows[0] !== undefined || found.kind !== 'LEDGER_CHANGES') return rows[0];
  const [changer] = await tx.$queryRawUnsafe<Worker[]>(changedSinceSql, found.id);
  return changer;
}

/** Locks the batch's findings, so that nobody starts work on them while they are taken back. */
async function demandUntouched(tx: Transaction, found: FoundImport): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM finding WHERE import_id = ${found.id}::uuid ORDER BY id FOR UPDATE`;
  if (found.kind === 'LEDGER_CHANGES') await lockChanged(tx, found);
  const [row] = await tx.$queryRawUnsafe<{ undoable: boolean }[]>(
    `SELECT ${undoableSql('i')} AS undoable FROM import i WHERE i.id = $1::uuid`,
    found.id,
  );
  if (row?.undoable === true) return;
  const worker = await lastWorker(tx, found);
  throw new DomainError({
    code: 'ILLEGAL_TRANSITION',
    rule: 'imports.worked',
    message:
      worker === undefined
        ? 'somebody has worked on this import since'
        : `${worker.actor_name} has worked on it since (${worker.verb}, finding ${worker.seq ?? '-'})`,
    params:
      worker === undefined
        ? {}
        : {
            by: worker.actor_name,
            at: worker.at.toISOString(),
            what: worker.verb,
            ...(worker.seq === null ? {} : { seq: worker.seq }),
          },
  });
}

/** Deletes the rows of the batch; an aspect stays where findings of others stand under it. */
async function deleteBatch(tx: Transaction, found: FoundImport): Promise<Record<string, number>> {
  const where = { importId: found.id };
  const loose = await tx.evidence.findMany({
    where: { ...where, actions: { none: {} } },
    select: { pieceNumber: true },
  });
  for (const { pieceNumber } of loose) await retirePieceNumber(tx, found.inspectionId, pieceNumber);
  const evidence = await tx.evidence.deleteMany({ where });
  const sums = await tx.moneySum.deleteMany({ where });
  const actions = await tx.action.deleteMany({ where });
  const findings = await tx.finding.deleteMany({ where });
  await tx.aspect.deleteMany({ where: { ...where, findings: { none: {} } } });
  await tx.aspect.updateMany({ where, data: { importId: null } });
  return { findings: findings.count, actions: actions.count, sums: sums.count, evidence: evidence.count };
}

/** What the commit filled into the inspection, from the audit trail. */
async function filledBy(tx: Transaction, found: FoundImport): Promise<Filled> {
  const entry = await tx.auditEvent.findFirst({
    where: { recordType: 'Import', recordId: found.id, verb: 'commitImport' },
    orderBy: { id: 'desc' },
  });
  return ((entry?.after as { filled?: Filled } | null)?.filled ?? {}) as Filled;
}

/** Takes the whole batch back, while nobody has worked on any row of it. */
export const undoImport = (ctx: Context, input: ImportVerbInput): Promise<string> =>
  changeImport(ctx, { ...input, verb: 'undoImport', state: 'COMMITTED' }, async (found, tx) => {
    await demandUntouched(tx, found);
    const undone = { state: 'UNDONE', undoneAt: ctx.now() } as const;
    if (found.kind === 'LEDGER_CHANGES') return { patch: undone, ...(await undoChanges(ctx, tx, found)) };
    const before = await deleteBatch(tx, found);
    await emptyInspection(tx, found.inspectionId, await filledBy(tx, found));
    return { patch: undone, before };
  });
