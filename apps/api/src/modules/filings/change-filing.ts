import {
  canInBody,
  DomainError,
  forbidden,
  FILED_STATES,
  FILING_RULES,
  whyNotFile,
  type FilingVerb,
} from '@closeout/domain';
import type { Filing, FilingVersion, Prisma } from '@closeout/prisma/client';
import type { Context } from '../../graphql/context.ts';
import { uuidOf } from '../../read/ids.ts';
import { demandVisible } from '../access/demand-visible.ts';
import { inTransaction, type AuditEntry, type Transaction } from '../audit/in-transaction.ts';
import { demandVersion } from '../findings/change-finding.ts';

export interface LockedFiling {
  filing: Filing;
  /** The latest version that this viewer may act on; null before the first. */
  latest: FilingVersion | null;
}

const isFiled = ({ state }: FilingVersion): boolean => (FILED_STATES as readonly string[]).includes(state);

/** Locks a filing by uuid; what stays inside the body is no version for who is outside it. */
export async function lockedFiling(ctx: Context, tx: Transaction, id: string): Promise<LockedFiling> {
  await tx.$queryRawUnsafe('SELECT 1 FROM filing WHERE id = $1::uuid FOR UPDATE', id);
  const filing = await tx.filing.findUniqueOrThrow({
    where: { id },
    include: { versions: { orderBy: [{ preparedAt: 'asc' }, { id: 'asc' }] } },
  });
  const inside =
    canInBody(ctx.viewer, 'prepareFiling', filing.bodyId) || canInBody(ctx.viewer, 'approveFiling', filing.bodyId);
  return { filing, latest: filing.versions.findLast((one) => inside || isFiled(one)) ?? null };
}

/** Refuses what the rules do not allow now, in the ledger's terms. */
export function demandFilingVerb(ctx: Context, verb: FilingVerb, { filing, latest }: LockedFiling): void {
  const standing = latest?.state ?? 'DUE';
  const reason = whyNotFile(ctx.viewer, verb, { bodyId: filing.bodyId, kind: filing.kind, standing });
  if (reason === null) return;
  throw new DomainError({
    code: 'ILLEGAL_TRANSITION',
    rule: reason === 'WRONG_KIND' ? 'filings.onlyPlans' : 'filings.workflow',
    message:
      reason === 'WRONG_KIND'
        ? 'only a plan is accepted; a report is received'
        : `${verb} is not possible: ${standing}`,
    params: { state: standing, reason },
  });
}

export interface FilingChange {
  patch: Prisma.FilingVersionUpdateInput;
  after?: Record<string, unknown>;
  reason?: string | null;
  events?: AuditEntry[];
}

type Work = (locked: { filing: Filing; latest: FilingVersion; tx: Transaction }) => Promise<FilingChange>;

/** One act on the latest version of a filing: visible, version, allowed, written with its entry. */
export async function changeFiling(
  ctx: Context,
  verb: FilingVerb,
  input: { filingId: string; version: number },
  work: Work,
): Promise<string> {
  const id = uuidOf(input.filingId, 'fil', 'the filing');
  return inTransaction(ctx, async (tx) => {
    await demandVisible(ctx, tx, 'Filing', id, 'the filing');
    const locked = await lockedFiling(ctx, tx, id);
    const { filing, latest } = locked;
    if (!canInBody(ctx.viewer, FILING_RULES[verb].right, filing.bodyId)) throw forbidden(verb);
    await demandVersion(tx, unnamed(filing), 'Filing', input.version);
    demandFilingVerb(ctx, verb, locked);
    const change = await work({ filing, latest: latest as FilingVersion, tx });
    await tx.filingVersion.update({ where: { id: (latest as FilingVersion).id }, data: change.patch });
    await tx.filing.update({ where: { id }, data: { version: { increment: 1 } } });
    return {
      value: id,
      events: [
        {
          verb,
          recordType: 'Filing',
          recordId: id,
          bodyId: filing.bodyId,
          before: { state: (latest as FilingVersion).state },
          after: { state: change.patch.state, ...change.after },
          reason: change.reason ?? null,
        },
        ...(change.events ?? []),
      ],
    };
  });
}

export const unnamed = ({ id, version, createdAt }: Filing) => ({
  id,
  version,
  updatedByName: null,
  updatedAt: createdAt,
});
