import { DomainError, notFound, type ImportState } from '@closeout/domain';
import type { Import, Prisma, PrismaClient } from '@closeout/prisma/client';
import { forgetStatements } from '@closeout/prisma/forget-statements';
import type { Context } from '../../graphql/context.ts';
import { uuidOf } from '../../read/ids.ts';
import { inTransaction, type AuditEntry, type Transaction } from '../audit/in-transaction.ts';
import { demandVersion } from '../findings/change-finding.ts';
import { mayWorkOn } from './may-work-on.ts';

/** Which import, the version that was seen, and the state it must be in. */
export interface ImportRequest {
  importId: string;
  version: number;
  verb:
    'correctImport' | 'recheckChanges' | 'reparse' | 'remapColumns' | 'discardImport' | 'commitImport' | 'undoImport';
  state: ImportState;
}

/** What a change of an import writes to it, and what the audit trail says. */
export interface ImportChange {
  patch: Prisma.ImportUncheckedUpdateManyInput;
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
  events?: AuditEntry[];
}

/** An import without what was read of its file: that may be megabytes, and who needs it asks for it. */
export type FoundImport = Omit<Import, 'parsed' | 'sourceText'>;

/** What was read of an import's file, and a report's whole text. */
export const readingOf = (db: Transaction | PrismaClient, id: string): Promise<Pick<Import, 'parsed' | 'sourceText'>> =>
  db.import.findUniqueOrThrow({ where: { id }, select: { parsed: true, sourceText: true } });

const WRONG_STATE: Record<ImportState, string> = {
  DRAFT: 'this import has not entered the ledger',
  COMMITTED: 'this import is in the ledger already',
  UNDONE: 'this import was taken back or given up; send the file again',
};

/** The import, if the viewer may work on it; an invisible one answers like an absent one. */
async function visibleImport(ctx: Context, tx: Transaction, importId: string): Promise<FoundImport> {
  const id = uuidOf(importId, 'imp', 'the import');
  await tx.$queryRaw`SELECT 1 FROM import WHERE id = ${id}::uuid FOR UPDATE`;
  const found = await tx.import.findUnique({ where: { id }, omit: { parsed: true, sourceText: true } });
  if (found === null || !mayWorkOn(ctx.viewer, found)) throw notFound('the import');
  return found;
}

function demandState(found: FoundImport, request: ImportRequest): void {
  if (found.state === request.state) return;
  throw new DomainError({
    code: 'ILLEGAL_TRANSITION',
    rule: 'imports.state',
    message: WRONG_STATE[found.state],
    params: { state: found.state },
  });
}

/** What the version check asks of an import: who made it and when, until the audit trail knows better. */
const versioned = (found: FoundImport) => ({
  id: found.id,
  version: found.version,
  updatedByName: found.createdByName,
  updatedAt: found.createdAt,
});

/** Reads an import outside a transaction, for work that takes long (reading a file again) before `changeImport`. */
export const readImport = (ctx: Context, request: ImportRequest): Promise<FoundImport> =>
  ctx.db.$transaction(async (tx) => {
    const found = await visibleImport(ctx, tx, request.importId);
    await demandVersion(tx, versioned(found), 'Import', request.version);
    demandState(found, request);
    return found;
  });

/** One verb on one import in one transaction: visible, version, state, written, versioned, audited; answers its uuid. */
export async function changeImport(
  ctx: Context,
  request: ImportRequest,
  work: (found: FoundImport, tx: Transaction) => Promise<ImportChange>,
): Promise<string> {
  return inTransaction(ctx, async (tx) => {
    const found = await visibleImport(ctx, tx, request.importId);
    await demandVersion(tx, versioned(found), 'Import', request.version);
    demandState(found, request);
    const { patch, before, after, events = [] } = await work(found, tx);
    await tx.import.update({
      where: { id: found.id },
      data: { ...patch, version: { increment: 1 } },
      select: { id: true },
    });
    forgetStatements();
    const entry = { verb: request.verb, recordType: 'Import', recordId: found.id, bodyId: found.bodyId, before, after };
    return { value: found.id, events: [entry, ...events] };
  });
}
