import { DomainError, LIMITS, nextAfterSignature, settle, type FindingFacts } from '@closeout/domain';
import type { Finding, Prisma } from '@closeout/prisma/client';
import type { Context } from '../../graphql/context.ts';
import { uuidOf } from '../../read/ids.ts';
import { inTransaction, type AuditEntry, type Transaction } from '../audit/in-transaction.ts';
import { applyToFinding, demand, lockFinding } from '../findings/change-finding.ts';
import type { FindingVerbInput } from '../findings/finding.inputs.ts';
import { settingsOfInspection } from '../rounds/settings-of-inspection.ts';
import { optionalText } from '../text.ts';
import { signerOf, writeChain, type Signature } from './chain-records.ts';
import type { SignBatchInput, SignInput } from './signoff.inputs.ts';

const DEFAULT_COMPLETED = '已整改到位';
const DEFAULT_ONGOING = '持续整改';

/** What the last signature makes of a finding: closed with its seal, or continuing with reason, target and next review. */
async function finished(
  ctx: Context,
  tx: Transaction,
  finding: Finding,
  submissionId: string,
): Promise<Prisma.FindingUncheckedUpdateManyInput> {
  const submission = await tx.submission.update({
    where: { id: submissionId },
    data: { outcome: 'APPROVED', decidedAt: ctx.now() },
  });
  const { settings } = await settingsOfInspection(tx, finding.inspectionId);
  if (submission.purpose === 'CLOSE_OUT') {
    return {
      state: 'CLOSED',
      closedAt: ctx.now(),
      result: 'COMPLETED',
      resultText: settings.resultWords.COMPLETED ?? DEFAULT_COMPLETED,
    };
  }
  return {
    state: 'CONTINUING',
    result: 'ONGOING',
    resultText: settings.resultWords.ONGOING ?? DEFAULT_ONGOING,
    continuingReason: submission.reason,
    continuingTarget: submission.target,
    nextReviewOn: submission.nextReviewOn,
  };
}

/** Writes a signature under the current step, moves the chain on, and finishes the finding after the last one. */
export async function signStep(
  ctx: Context,
  tx: Transaction,
  finding: Finding,
  facts: FindingFacts,
  signature: Signature,
): Promise<Prisma.FindingUncheckedUpdateManyInput> {
  if (facts.pending === null)
    throw new DomainError({
      code: 'ILLEGAL_TRANSITION',
      rule: 'signoff.pending',
      message: 'nothing waits for a signature',
    });
  const settled = settle(facts.pending, facts);
  const next = nextAfterSignature({ ...facts.pending, steps: settled }, facts, signature.signerId);
  await writeChain(ctx, tx, facts.pending.id, facts.pending.steps, next.steps, signature);
  return next.done ? finished(ctx, tx, finding, facts.pending.id) : {};
}

/** Accepts what is not reviewed yet and was not entered by the signer himself. */
async function acceptEvidence(ctx: Context, tx: Transaction, findingId: string): Promise<AuditEntry[]> {
  const { finding, facts } = await lockFinding(ctx, tx, findingId);
  const waiting = await tx.evidence.findMany({
    where: {
      acceptance: 'PENDING',
      actions: { some: { action: { findingId } } },
      OR: [{ createdById: null }, { createdById: { not: ctx.viewer.accountId as string } }],
    },
    select: { id: true, pieceNumber: true },
  });
  if (waiting.length === 0) return [];
  demand(ctx, 'reviewEvidence', facts);
  await tx.evidence.updateMany({
    where: { id: { in: waiting.map((one) => one.id) } },
    data: { acceptance: 'ACCEPTED', acceptedByName: ctx.viewer.name, acceptedAt: ctx.now(), version: { increment: 1 } },
  });
  return [
    {
      verb: 'reviewEvidence',
      recordType: 'Finding',
      recordId: finding.id,
      bodyId: finding.bodyId,
      after: { accepted: waiting.map((one) => one.pieceNumber) },
    },
  ];
}

interface Signing {
  opinion: string | null;
  acceptEvidence: boolean;
}

async function signOne(
  ctx: Context,
  tx: Transaction,
  item: FindingVerbInput,
  signing: Signing,
): Promise<[AuditEntry, ...AuditEntry[]]> {
  const findingId = uuidOf(item.findingId, 'fnd', 'the finding');
  const accepted = signing.acceptEvidence ? await acceptEvidence(ctx, tx, findingId) : [];
  const signed = await applyToFinding(ctx, tx, { ...item, verb: 'sign' }, async ({ finding, facts }) => {
    const signature: Signature = {
      ...(await signerOf(tx, facts, { id: ctx.viewer.personId, name: ctx.viewer.name })),
      opinion: signing.opinion,
      signedAt: ctx.now(),
    };
    const step = settle(facts.pending ?? { submittedById: '', steps: [] }, facts).find(
      (one) => one.state === 'CURRENT',
    )?.kind;
    return {
      patch: await signStep(ctx, tx, finding, facts, signature),
      after: {
        signed: step,
        opinion: signing.opinion,
        ...(signature.principalName ? { inTheNameOf: signature.principalName } : {}),
      },
    };
  });
  return [...signed, ...accepted];
}

const signingOf = (input: Pick<SignInput, 'opinion' | 'acceptEvidence'>): Signing => ({
  opinion: optionalText(input.opinion, 'opinion', LIMITS.opinion) ?? null,
  acceptEvidence: input.acceptEvidence === true,
});

/** Signs the current step in the viewer's name. */
export async function sign(ctx: Context, input: SignInput): Promise<string> {
  return inTransaction(ctx, async (tx) => {
    const events = await signOne(ctx, tx, input, signingOf(input));
    return { value: events[0].recordId as string, events };
  });
}

/** Every item that waits must have been opened by the signer since it was submitted; of one that no longer does, signing tells the state. */
async function demandOpened(ctx: Context, tx: Transaction, items: readonly FindingVerbInput[]): Promise<void> {
  const wanted = items.map((item) => uuidOf(item.findingId, 'fnd', 'the finding'));
  const unopened = await tx.submission.findMany({
    where: {
      findingId: { in: wanted },
      outcome: 'PENDING',
      openings: { none: { accountId: ctx.viewer.accountId as string } },
    },
    select: { findingId: true },
  });
  const missing = wanted.flatMap((id, index) => (unopened.some((one) => one.findingId === id) ? [index] : []));
  if (missing.length > 0) {
    throw new DomainError(
      missing.map((index) => ({
        code: 'MISSING',
        rule: 'signoff.opened',
        field: `items.${index}`,
        message: 'open the item before signing it',
        missing: [{ code: 'OPENED', subject: null, count: null }],
      })),
    );
  }
}

/** Runs one verb over several findings in a stable order; a refusal names the item and nothing is written. */
export async function eachItem(
  items: readonly FindingVerbInput[],
  one: (item: FindingVerbInput) => Promise<AuditEntry[]>,
): Promise<AuditEntry[]> {
  if (items.length === 0 || items.length > LIMITS.batch)
    throw new DomainError({
      code: 'LIMIT',
      rule: 'input.batch',
      field: 'items',
      message: `from 1 to ${LIMITS.batch} findings at once`,
      params: { limit: LIMITS.batch },
    });
  const events: AuditEntry[] = [];
  const ordered = items
    .map((item, index) => ({ item, index }))
    .sort((a, b) => a.item.findingId.localeCompare(b.item.findingId));
  for (const { item, index } of ordered) {
    try {
      events.push(...(await one(item)));
    } catch (error) {
      if (error instanceof DomainError)
        throw new DomainError(error.refusals.map((refusal) => ({ ...refusal, field: `items.${index}` })));
      throw error;
    }
  }
  return events;
}

/** Signs a batch: all of it, or none; each item must have been opened. */
export async function signBatch(ctx: Context, input: SignBatchInput): Promise<string[]> {
  return inTransaction(ctx, async (tx) => {
    const signing = signingOf(input);
    if (input.items.length > 0) await demandOpened(ctx, tx, input.items);
    const events = await eachItem(input.items, (item) => signOne(ctx, tx, item, signing));
    return {
      value: input.items.map((item) => uuidOf(item.findingId, 'fnd', 'the finding')),
      events: events as [AuditEntry, ...AuditEntry[]],
    };
  });
}
