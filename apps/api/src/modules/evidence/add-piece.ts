import {
  checkOnBehalf,
  entersOnBehalf,
  forbidden,
  invalid,
  LIMITS,
  mayEnterLoose,
  rolesFor,
  type EvidenceKind,
  type FindingVerb,
  type OnBehalf,
} from '@closeout/domain';
import type { Evidence, Prisma } from '@closeout/prisma/client';
import type { Context } from '../../graphql/context.ts';
import { optionalUuid, uuidOf } from '../../read/ids.ts';
import { demandDepartment, demandVisible } from '../access/demand-visible.ts';
import { inTransaction, type AuditEntry, type Transaction } from '../audit/in-transaction.ts';
import type { LockedFinding } from '../findings/change-finding.ts';
import { optionalText } from '../text.ts';
import type { AddEvidenceInput } from './evidence.inputs.ts';
import { commonColumns, dateColumns, demandRestrict } from './piece-columns.ts';
import { nextLoosePieceNumber, nextPieceNumber } from './piece-number.ts';
import { applyToFindings, findingIdsOf, provenActions, type ProvenAction } from './proven-actions.ts';

/** What a kind of evidence adds to the common part. */
export interface NewPiece {
  kind: EvidenceKind;
  title: string;
  input: AddEvidenceInput;
  dated: boolean;
  /** Global id of the inspection, for a piece that is tied to no action; kinds that must prove something give none. */
  inspectionId?: string | null;
  columns?: Pick<Prisma.EvidenceUncheckedCreateInput, 'checkedCount' | 'correctedCount'>;
  /** Rows of the kind, written once the piece is there. */
  details?: (made: {
    tx: Transaction;
    piece: Evidence;
    locked: readonly LockedFinding[];
    actions: readonly ProvenAction[];
  }) => Promise<AuditEntry[]>;
}

/** For whom and whence a piece is entered, as given. */
export const onBehalfOf = (input: { onBehalfOf?: string | null; onBehalfSource?: string | null }): OnBehalf => ({
  departmentId: optionalUuid(input.onBehalfOf, 'dep', 'the department') ?? null,
  source: optionalText(input.onBehalfSource, 'onBehalfSource', LIMITS.title) ?? null,
});

/** The rule of 代录 over all findings that an entry touches: one where the viewer writes only as clerk is enough. */
export function checkEntry(ctx: Context, verb: FindingVerb, locked: readonly LockedFinding[], entry: OnBehalf): void {
  const roles = locked.map(({ facts }) => rolesFor(ctx.viewer, verb, facts));
  checkOnBehalf(roles.find(entersOnBehalf) ?? roles[0] ?? [], entry);
}

interface Place {
  bodyId: string;
  inspectionId: string;
  locked: LockedFinding[];
  events: AuditEntry[];
  number: () => Promise<string>;
}

/** A piece that proves actions: every finding is locked and judged. */
async function provingPlace(
  ctx: Context,
  tx: Transaction,
  piece: NewPiece,
  actions: readonly ProvenAction[],
): Promise<Place> {
  const [first] = actions as [ProvenAction];
  const { locked, events } = await applyToFindings(ctx, tx, findingIdsOf(actions), 'addEvidence', {
    evidence: piece.kind,
  });
  checkEntry(ctx, 'addEvidence', locked, onBehalfOf(piece.input));
  const { bodyId, inspectionId } = first.finding;
  if (piece.inspectionId && uuidOf(piece.inspectionId, 'ins', 'the inspection') !== inspectionId)
    throw invalid('inspectionId', 'evidence.otherInspection', 'the actions belong to another inspection');
  return { bodyId, inspectionId, locked, events, number: () => nextPieceNumber(tx, first) };
}

/** A piece of the body as a whole: the clerk's list of meetings. */
async function loosePlace(ctx: Context, tx: Transaction, given: string | null | undefined): Promise<Place> {
  if (given === undefined || given === null)
    throw invalid('actionIds', 'evidence.needsAction', 'name the actions that this proves');
  const inspectionId = uuidOf(given, 'ins', 'the inspection');
  await demandVisible(ctx, tx, 'Inspection', inspectionId, 'the inspection');
  const { bodyId } = await tx.inspection.findUniqueOrThrow({ where: { id: inspectionId } });
  if (!mayEnterLoose(ctx.viewer, bodyId)) throw forbidden('addEvidence');
  return { bodyId, inspectionId, locked: [], events: [], number: () => nextLoosePieceNumber(tx, inspectionId) };
}

/** Adds one piece of evidence with its number, its links and its details in one transaction; answers its uuid. */
export async function addPiece(ctx: Context, piece: NewPiece): Promise<string> {
  const date = dateColumns(piece.input.date, piece.dated);
  const { departmentId, source } = onBehalfOf(piece.input);
  return inTransaction(ctx, async (tx) => {
    const actions = await provenActions(ctx, tx, piece.input.actionIds);
    const place =
      actions.length === 0
        ? await loosePlace(ctx, tx, piece.inspectionId)
        : await provingPlace(ctx, tx, piece, actions);
    const { bodyId, inspectionId, locked } = place;
    if (departmentId !== null) await demandDepartment(tx, bodyId, departmentId, 'onBehalfOf');
    const restricted = piece.input.restricted ?? false;
    if (restricted) demandRestrict(ctx.viewer, bodyId, locked);
    const said = {
      kind: piece.kind,
      title: piece.title,
      ...date,
      ...commonColumns(piece.input),
      ...piece.columns,
      restricted,
    };
    const author = {
      createdById: ctx.viewer.accountId,
      createdByName: ctx.viewer.name,
      updatedByName: ctx.viewer.name,
    };
    const stamp = {
      ...author,
      createdAt: ctx.now(),
      updatedAt: ctx.now(),
      onBehalfOfId: departmentId,
      onBehalfSource: source,
    };
    const made = await tx.evidence.create({
      data: { bodyId, inspectionId, pieceNumber: await place.number(), ...said, ...stamp },
    });
    await tx.evidenceAction.createMany({
      data: actions.map((action) => ({ evidenceId: made.id, actionId: action.id, bodyId })),
    });
    const details = (await piece.details?.({ tx, piece: made, locked, actions })) ?? [];
    const after = {
      pieceNumber: made.pieceNumber,
      ...said,
      actions: actions.map((action) => `${action.finding.seq}-${action.ordinal}`),
    };
    const entry = { verb: 'addEvidence', recordType: 'Evidence', recordId: made.id, bodyId, after, reason: source };
    return { value: made.id, events: [entry, ...details, ...place.events] };
  });
}
