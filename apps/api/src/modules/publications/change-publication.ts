import {
  DomainError,
  forbidden,
  judgePublication,
  notFound,
  type PublicationReason,
  type PublicationState,
  type PublicationVerb,
} from '@closeout/domain';
import type { Prisma, Publication } from '@closeout/prisma/client';
import type { Context } from '../../graphql/context.ts';
import { uuidOf } from '../../read/ids.ts';
import { bodiesWithin } from '../access/visibility.ts';
import { inTransaction, type AuditEntry, type Transaction } from '../audit/in-transaction.ts';
import { demandVersion, reading } from '../findings/change-finding.ts';
import { factsOf, loadRecord, type PublicationRecord } from './publication-record.ts';

/** A publication locked for a change; an invisible one answers like an absent one. */
export async function lockPublication(ctx: Context, tx: Transaction, id: string): Promise<Publication> {
  const r = reading(ctx);
  const text = `SELECT 1 FROM publication p WHERE p.id = ${r.statement.param(id, 'uuid')} AND ${bodiesWithin('readPublication', 'p.body_id', r)} FOR UPDATE OF p`;
  const found = await tx.$queryRawUnsafe<unknown[]>(text, ...r.statement.values);
  if (found.length === 0) throw notFound('the publication');
  return tx.publication.findUniqueOrThrow({ where: { id } });
}

const RULES: Record<Exclude<PublicationReason, 'FORBIDDEN'>, string> = {
  WRONG_STATE: 'publications.state',
  NOTHING_TO_PUBLISH: 'publications.empty',
  HITS_UNDECIDED: 'publications.hits',
  CHANGES_PENDING: 'publications.pending',
  OWN_PROPOSAL: 'publications.threePeople',
  OWN_REVIEW: 'publications.threePeople',
  NOT_PUBLISHED: 'publications.notUp',
};

/** Refuses in the ledger's terms what the domain does not allow; answers where the verb leads. The hits themselves are named by who freezes them. */
export function demandOnPublication(ctx: Context, verb: PublicationVerb, record: PublicationRecord): PublicationState {
  const { allowed, reason, to } = judgePublication(ctx.viewer, verb, factsOf(record));
  if (allowed || reason === 'HITS_UNDECIDED') return to;
  if (reason === 'FORBIDDEN' || reason === null) throw forbidden(verb);
  throw new DomainError({
    code: 'ILLEGAL_TRANSITION',
    rule: RULES[reason],
    message: `${verb} is not possible in the state ${record.state}: ${reason}`,
    params: { state: record.state, reason },
  });
}

/** What a verb writes beside the state it leads to. */
export interface PublicationChange {
  patch?: Prisma.PublicationUncheckedUpdateInput;
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
  reason?: string | null;
  events?: AuditEntry[];
}

export interface LockedPublication {
  tx: Transaction;
  publication: Publication;
  record: PublicationRecord;
  to: PublicationState;
}

/** One verb on one publication in its own transaction: visible, version, allowed, written, versioned, in the trail; answers its uuid. */
export async function changePublication(
  ctx: Context,
  verb: PublicationVerb,
  input: { publicationId: string; version: number },
  work: (locked: LockedPublication) => Promise<PublicationChange>,
): Promise<string> {
  const id = uuidOf(input.publicationId, 'pub', 'the publication');
  return inTransaction(ctx, async (tx) => {
    const publication = await lockPublication(ctx, tx, id);
    const record = await loadRecord(tx, id);
    const { reason: refused } = judgePublication(ctx.viewer, verb, factsOf(record));
    if (refused === 'FORBIDDEN') throw forbidden(verb);
    await demandVersion(tx, publication, 'Publication', input.version);
    const to = demandOnPublication(ctx, verb, record);
    const change = await work({ tx, publication, record, to });
    const { patch, before, after, reason = null, events = [] } = change;
    await tx.publication.update({
      where: { id },
      data: { state: to, ...patch, updatedByName: ctx.viewer.name, version: { increment: 1 } },
    });
    const state = (patch?.state as PublicationState | undefined) ?? to;
    const entry = {
      verb,
      recordType: 'Publication',
      recordId: id,
      bodyId: publication.bodyId,
      before: { ...(state === publication.state ? {} : { state: publication.state }), ...before },
      after: { ...(state === publication.state ? {} : { state }), ...after },
      reason,
    };
    return { value: id, events: [entry, ...events] };
  });
}
