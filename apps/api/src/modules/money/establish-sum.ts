import { checkEstablishment, DomainError, LIMITS, notFound, roundingFenOf, type SumBalance } from '@closeout/domain';
import type { MoneySum } from '@closeout/prisma/client';
import type { Context } from '../../graphql/context.ts';
import { optionalUuid, uuidOf } from '../../read/ids.ts';
import { inTransaction, type AuditEntry, type Transaction } from '../audit/in-transaction.ts';
import { applyToFinding, demandVersion } from '../findings/change-finding.ts';
import { given } from '../given.ts';
import { optionalText, requireText } from '../text.ts';
import { lockSum, type ChangedSum } from './change-sum.ts';
import type { EstablishSumInput, NewSumInput } from './money.inputs.ts';

const UNBOOKED: SumBalance = { establishedFen: null, disposition: null, recoveredFen: 0n, waivedFen: 0n };

/** The given columns of a sum; what is absent is not among them. */
function columnsOf(input: EstablishSumInput) {
  const statedText = optionalText(input.statedText, 'statedText', LIMITS.title);
  return given({
    ...(input.label === undefined || input.label === null
      ? {}
      : { label: requireText(input.label, 'label', LIMITS.text) }),
    pointId: optionalUuid(input.pointId, 'pnt', 'the point'),
    statedFen: input.statedFen,
    statedText,
    statedRoundingFen: statedText === undefined ? undefined : roundingFenOf(statedText),
    establishedFen: input.establishedFen,
    establishedBasis: optionalText(input.basis, 'basis', LIMITS.text),
    decidedBy: optionalText(input.decidedBy, 'decidedBy', LIMITS.title),
    disposition: input.disposition,
    dispositionBasis: optionalText(input.dispositionBasis, 'dispositionBasis', LIMITS.text),
  });
}

/** The sum as it would stand must be allowed beside what is booked on it. */
function demandAllowed(balance: SumBalance, next: Partial<MoneySum>): void {
  const { establishedFen = null, establishedBasis = null, disposition = null, dispositionBasis = null } = next;
  checkEstablishment(balance, { establishedFen, basis: establishedBasis, disposition, dispositionBasis });
}

async function demandPoint(tx: Transaction, findingId: string, pointId: string | null | undefined): Promise<void> {
  if (pointId && (await tx.findingPoint.count({ where: { id: pointId, findingId } })) === 0)
    throw notFound('the point');
}

/** Creates a sum at the end of the finding's, whose finding is locked and judged. */
async function createSum(
  ctx: Context,
  tx: Transaction,
  finding: { id: string; bodyId: string },
  columns: Partial<MoneySum>,
) {
  const label = requireText(columns.label, 'label', LIMITS.text);
  demandAllowed(UNBOOKED, columns);
  await demandPoint(tx, finding.id, columns.pointId);
  const last = await tx.moneySum.aggregate({ where: { findingId: finding.id }, _max: { ordinal: true } });
  const place = { findingId: finding.id, ordinal: (last._max.ordinal ?? 0) + 1, createdAt: ctx.now() };
  const sum = await tx.moneySum.create({ data: { ...columns, ...place, label, updatedByName: ctx.viewer.name } });
  const entry: AuditEntry = {
    verb: 'establishSum',
    recordType: 'MoneySum',
    recordId: sum.id,
    bodyId: finding.bodyId,
    after: { ...columns },
  };
  return { sum, entry };
}

async function changeEstablished(
  ctx: Context,
  tx: Transaction,
  finding: { id: string; bodyId: string },
  input: EstablishSumInput,
  sumId: string,
): Promise<AuditEntry> {
  const owner = await tx.moneySum.findUnique({ where: { id: sumId }, select: { findingId: true } });
  if (owner?.findingId !== finding.id) throw notFound('the sum');
  const { sum, balance } = await lockSum(tx, sumId);
  await demandVersion(tx, { ...sum, updatedAt: sum.createdAt }, 'MoneySum', input.version);
  if (input.version === undefined || input.version === null)
    throw new DomainError({
      code: 'INVALID',
      rule: 'input.required',
      field: 'version',
      message: 'say which version of the sum was seen',
    });
  const columns = columnsOf(input);
  demandAllowed(balance, { ...sum, ...columns });
  await demandPoint(tx, finding.id, columns.pointId);
  await tx.moneySum.update({
    where: { id: sumId },
    data: { ...columns, version: { increment: 1 }, updatedByName: ctx.viewer.name },
  });
  const before = Object.fromEntries(Object.keys(columns).map((key) => [key, sum[key as keyof MoneySum]]));
  return {
    verb: 'establishSum',
    recordType: 'MoneySum',
    recordId: sumId,
    bodyId: finding.bodyId,
    before,
    after: { ...columns },
  };
}

/** 认定: establishes a new sum of a finding, or changes one. What is booked already is never undercut. */
export async function establishSum(ctx: Context, input: EstablishSumInput): Promise<ChangedSum> {
  const given = optionalUuid(input.sumId, 'sum', 'the sum') ?? null;
  const findingId = uuidOf(input.findingId, 'fnd', 'the finding');
  const version = given === null ? input.version : null;
  return inTransaction(ctx, async (tx) => {
    let sumId = given ?? '';
    const request = { findingId: input.findingId, version, verb: 'establishSum' } as const;
    const events = await applyToFinding(ctx, tx, request, async ({ finding }) => {
      if (given !== null)
        return { after: { sum: given }, events: [await changeEstablished(ctx, tx, finding, input, given)] };
      const { sum, entry } = await createSum(ctx, tx, finding, columnsOf(input));
      sumId = sum.id;
      return { after: { sum: sum.label }, events: [entry] };
    });
    return { value: { sumId, findingId }, events };
  });
}

/** A sum established together with its first payment: due back. The finding is locked and `establishSum` was judged. */
export async function establishNewSum(
  ctx: Context,
  tx: Transaction,
  finding: { id: string; bodyId: string },
  input: NewSumInput,
) {
  const { label, establishedFen, basis, decidedBy, pointId } = input;
  return createSum(
    ctx,
    tx,
    finding,
    columnsOf({ findingId: '', label, establishedFen, basis, decidedBy, pointId, disposition: 'REFUND_DUE' }),
  );
}
