import { LIMITS, shanghaiDay, VERSION_SCHEMA, type SignatureRole } from '@closeout/domain';
import type { Prisma, PublicationVersion } from '@closeout/prisma/client';
import type { Context } from '../../graphql/context.ts';
import type { Transaction } from '../audit/in-transaction.ts';
import { toDate } from '../day.ts';
import { postTitleOf } from '../signoff/chain-records.ts';
import { requireText } from '../text.ts';
import { changePublication } from './change-publication.ts';
import { CLEARED } from './draft-publication.ts';
import { freeze } from './freeze.ts';
import type { PublicationInput, ReturnPublicationInput } from './publication.inputs.ts';

/** Who signs: a person of the body, by name and post. */
export interface Signer {
  personId: string;
  name: string;
  post: string | null;
}

const signerOfViewer = async ({ viewer }: Context, tx: Transaction): Promise<Signer> => ({
  personId: viewer.personId as string,
  name: viewer.name,
  post: await postTitleOf(tx, viewer.personId),
});

/** Which step a signature takes, and the columns that say who took it. */
export const STEP_OF = {
  PROPOSER: (one: Signer, at: Date) => ({ proposedById: one.personId, proposedByName: one.name, proposedAt: at }),
  REVIEWER: (one: Signer, at: Date) => ({ reviewedById: one.personId, reviewedByName: one.name, reviewedAt: at }),
  APPROVER: (one: Signer, at: Date) => ({ approvedById: one.personId, approvedByName: one.name, approvedAt: at }),
} satisfies Record<SignatureRole, (one: Signer, at: Date) => Prisma.PublicationUncheckedUpdateInput>;

/** The frozen version that is under way or published. */
export const latestVersion = (tx: Transaction, publicationId: string): Promise<PublicationVersion> =>
  tx.publicationVersion.findFirstOrThrow({ where: { publicationId }, orderBy: { number: 'desc' } });

/** Signs a frozen version: digitally now, or as the sheet says that was scanned in. */
export function signVersion(
  ctx: Context,
  tx: Transaction,
  version: { id: string; bodyId: string },
  signature: { role: SignatureRole; signer: Signer; paper?: { signedOn: string; attachmentId: string } },
): Promise<unknown> {
  const { role, signer, paper } = signature;
  return tx.publicationSignature.create({
    data: {
      versionId: version.id,
      bodyId: version.bodyId,
      role,
      method: paper === undefined ? 'DIGITAL' : 'PAPER',
      personName: signer.name,
      personPost: signer.post,
      signedOn: toDate(paper?.signedOn ?? shanghaiDay(ctx.now())),
      attachmentId: paper?.attachmentId ?? null,
      recordedByName: ctx.viewer.name,
      recordedAt: ctx.now(),
    },
  });
}

/** Proposes the text: freezes both texts, every decision and the figures of this moment as a version, and signs it. */
export const proposePublication = (ctx: Context, input: PublicationInput): Promise<string> =>
  changePublication(ctx, 'proposePublication', input, async ({ tx, publication, record }) => {
    const { frozen, ...content } = await freeze(ctx, tx, publication.inspectionId, record);
    const { id, bodyId } = publication;
    const number = (await tx.publicationVersion.count({ where: { publicationId: id } })) + 1;
    const version = await tx.publicationVersion.create({
      data: {
        publicationId: id,
        bodyId,
        number,
        asOf: toDate(frozen.asOf),
        frozenAt: ctx.now(),
        frozenByName: ctx.viewer.name,
        schema: VERSION_SCHEMA,
        ...content,
      },
    });
    const signer = await signerOfViewer(ctx, tx);
    await signVersion(ctx, tx, version, { role: 'PROPOSER', signer });
    await tx.publicationPassage.updateMany({ where: { publicationId: id }, data: { previous: null } });
    return {
      patch: { ...CLEARED, ...STEP_OF.PROPOSER(signer, ctx.now()), returnReason: null, returnedByName: null, returnedAt: null },
      after: { number, sha256: content.sha256 },
    }; // prettier-ignore
  });

const step = (
  ctx: Context,
  verb: 'reviewPublication' | 'approvePublication',
  role: 'REVIEWER' | 'APPROVER',
  input: PublicationInput,
): Promise<string> =>
  changePublication(ctx, verb, input, async ({ tx, publication }) => {
    const version = await latestVersion(tx, publication.id);
    const signer = await signerOfViewer(ctx, tx);
    await signVersion(ctx, tx, version, { role, signer });
    return {
      patch: STEP_OF[role](signer, ctx.now()),
      after: { number: version.number, sha256: version.sha256 },
    };
  });

/** 保密审查: somebody else than who proposed it has looked at it. */
export const reviewPublication = (ctx: Context, input: PublicationInput): Promise<string> =>
  step(ctx, 'reviewPublication', 'REVIEWER', input);

/** The secretary approves exactly what was proposed and reviewed. */
export const approvePublication = (ctx: Context, input: PublicationInput): Promise<string> =>
  step(ctx, 'approvePublication', 'APPROVER', input);

/** Gives it back to the clerk; the frozen version stays with its signatures, the next proposal makes another. */
export async function returnPublication(ctx: Context, input: ReturnPublicationInput): Promise<string> {
  const reason = requireText(input.reason, 'reason', LIMITS.reason);
  return changePublication(ctx, 'returnPublication', input, async ({ tx, publication }) => ({
    patch: { ...CLEARED, returnReason: reason, returnedByName: ctx.viewer.name, returnedAt: ctx.now() },
    after: { number: (await latestVersion(tx, publication.id)).number },
    reason,
  }));
}
