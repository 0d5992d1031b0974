import { invalid, notFound, shanghaiDay, type SignatureRole } from '@closeout/domain';
import type { Person } from '@closeout/prisma/client';
import type { Context } from '../../graphql/context.ts';
import { uuidOf } from '../../read/ids.ts';
import { Statement } from '../../read/statement.ts';
import { grantInForce } from '../access/grant-in-force.ts';
import type { Transaction } from '../audit/in-transaction.ts';
import { postTitleOf } from '../signoff/chain-records.ts';
import { changePublication } from './change-publication.ts';
import { latestVersion, signVersion, STEP_OF } from './decide-publication.ts';
import type { RecordPublicationSignatureInput } from './publication.inputs.ts';

/** Whose signature the state waits for: the role that the matrix gives the step. */
const WAITS = {
  PROPOSED: { role: 'REVIEWER', holder: 'LEADER', to: 'REVIEWED' },
  REVIEWED: { role: 'APPROVER', holder: 'SECRETARY', to: 'APPROVED' },
} as const satisfies Record<string, { role: SignatureRole; holder: string; to: string }>;

/** Somebody of the body who holds the step's role today. */
async function holderOf(
  ctx: Context,
  tx: Transaction,
  bodyId: string,
  personId: string,
  role: string,
): Promise<Person> {
  const s = new Statement();
  const text = `SELECT 1 FROM role_grant g JOIN account a ON a.id = g.account_id WHERE a.person_id = ${s.param(personId, 'text::uuid')}
    AND g.body_id = ${s.param(bodyId, 'text::uuid')} AND g.role::text = ${s.param(role, 'text')} AND ${grantInForce('g', s.param(shanghaiDay(ctx.now()), 'text::date'))}`;
  const found = await tx.$queryRawUnsafe<unknown[]>(text, ...s.values);
  const person = await tx.person.findFirst({ where: { id: personId, bodyId } });
  if (person === null || found.length === 0)
    throw invalid('signerId', 'publications.paperSigner', 'this person may not sign the step that is waiting');
  return person;
}

/** The step that waits, signed on paper: the clerk records it with the scanned sheet; the named holder has signed. */
export async function recordPublicationSignature(
  ctx: Context,
  input: RecordPublicationSignatureInput,
): Promise<string> {
  const personId = uuidOf(input.signerId, 'psn', 'the person');
  const attachmentId = uuidOf(input.scanId, 'att', 'the scanned sheet');
  if (input.signedOn > shanghaiDay(ctx.now()))
    throw invalid('signedOn', 'signoff.paperDate', 'the paper cannot be signed after today');
  return changePublication(ctx, 'recordPublicationSignature', input, async ({ tx, publication }) => {
    const { role, holder, to } = WAITS[publication.state as keyof typeof WAITS];
    const scan = await tx.attachment.findFirst({ where: { id: attachmentId, publicationId: publication.id, purpose: 'SIGNED_FORM' } }); // prettier-ignore
    if (scan === null) throw notFound('the scanned sheet');
    const { name } = await holderOf(ctx, tx, publication.bodyId, personId, holder);
    if ([publication.proposedById, publication.reviewedById].includes(personId))
      throw invalid('signerId', 'publications.threePeople', 'proposer, reviewer and approver are three people');
    const signer = { personId, name, post: await postTitleOf(tx, personId) };
    const version = await latestVersion(tx, publication.id);
    await signVersion(ctx, tx, version, { role, signer, paper: { signedOn: input.signedOn, attachmentId } });
    return {
      patch: { state: to, ...STEP_OF[role](signer, ctx.now()) },
      after: { paperSignature: name, signedOn: input.signedOn, number: version.number },
    };
  });
}
