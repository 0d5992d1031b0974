import {
  settle,
  signingAs,
  startChain,
  type ChainStep,
  type FindingFacts,
  type SubmissionPurpose,
} from '@closeout/domain';
import type { Finding, Prisma } from '@closeout/prisma/client';
import type { Context } from '../../graphql/context.ts';
import type { Transaction } from '../audit/in-transaction.ts';
import { endRequest } from '../extensions/end-request.ts';
import { settingsOfInspection } from '../rounds/settings-of-inspection.ts';

/** The title of the post that a person holds now: it stands beside the name under every signature. */
export async function postTitleOf(tx: Transaction, personId: string | null): Promise<string | null> {
  if (personId === null) return null;
  const holding = await tx.postHolding.findFirst({
    where: { personId, toOn: null },
    include: { post: true },
    orderBy: { post: { ordinal: 'asc' } },
  });
  return holding?.post.title ?? null;
}

export interface NewSubmission {
  purpose: SubmissionPurpose;
  statement: string | null;
  reason?: string;
  target?: string;
  nextReviewOn?: Date;
}

type StepRow = Pick<Prisma.SignoffStepUncheckedCreateInput, 'ordinal' | 'kind' | 'state' | 'skipReason' | 'reachedAt'>;

const stepRow = (step: ChainStep, now: Date): StepRow => ({
  ordinal: step.ordinal,
  kind: step.kind,
  state: step.state,
  skipReason: step.skipReason,
  reachedAt: step.state === 'CURRENT' ? now : null,
});

/** Writes a new submission with the chain that the round's settings order. */
export async function createSubmission(
  ctx: Context,
  tx: Transaction,
  finding: Finding,
  facts: FindingFacts,
  submission: NewSubmission,
): Promise<string> {
  await endRequest(ctx, tx, finding.id, 'LAPSED');
  const { settings } = await settingsOfInspection(tx, finding.inspectionId);
  const personId = ctx.viewer.personId as string;
  const steps = startChain(settings.chain, personId, facts);
  const attempt = (await tx.submission.count({ where: { findingId: finding.id, cycle: finding.cycle } })) + 1;
  const created = await tx.submission.create({
    data: {
      findingId: finding.id,
      cycle: finding.cycle,
      attempt,
      ...submission,
      submittedById: personId,
      submittedByName: ctx.viewer.name,
      submittedByPost: await postTitleOf(tx, personId),
      submittedAt: ctx.now(),
      steps: { create: steps.map((step) => stepRow(step, ctx.now())) },
    },
  });
  return created.id;
}

/** What is written under a signed step. */
export interface Signature {
  signerId: string | null;
  signerName: string | null;
  signerPost: string | null;
  principalId?: string | null;
  principalName?: string | null;
  opinion: string | null;
  signedAt: Date;
  onPaper?: boolean;
  scanId?: string;
  resolutionId?: string;
  recordedByName?: string;
}

type Signer = Pick<Signature, 'signerId' | 'signerName' | 'signerPost' | 'principalId' | 'principalName'>;

/** Who stands under the current step: the person and his post, or the deputy, in whose name, and that one's post. */
export async function signerOf(
  tx: Transaction,
  facts: FindingFacts,
  person: { id: string | null; name: string },
): Promise<Signer> {
  const { pending } = facts;
  const principalId =
    pending === null ? null : signingAs({ ...pending, steps: settle(pending, facts) }, facts, person.id).principalId;
  const principal = principalId === null ? null : await tx.person.findUniqueOrThrow({ where: { id: principalId } });
  return {
    signerId: person.id,
    signerName: person.name,
    signerPost: await postTitleOf(tx, principalId ?? person.id),
    principalId,
    principalName: principal?.name ?? null,
  };
}

/** Writes what changed between two states of a chain: the signed step first, so that one step at a time is the current one. */
export async function writeChain(
  ctx: Context,
  tx: Transaction,
  submissionId: string,
  before: readonly ChainStep[],
  after: readonly ChainStep[],
  signature: Signature,
): Promise<void> {
  const changed = after.filter((step) => before.find((one) => one.ordinal === step.ordinal)?.state !== step.state);
  const order = ['SIGNED', 'RETURNED', 'SKIPPED', 'WAITING', 'CURRENT'];
  for (const step of changed.sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state))) {
    const data: Prisma.SignoffStepUncheckedUpdateInput = {
      ...stepRow(step, ctx.now()),
      ...(step.state === 'SIGNED' ? signature : {}),
    };
    const where = { submissionId_ordinal: { submissionId, ordinal: step.ordinal } };
    if (before.some((one) => one.ordinal === step.ordinal)) await tx.signoffStep.update({ where, data });
    else await tx.signoffStep.create({ data: { ...stepRow(step, ctx.now()), submissionId } });
  }
}
