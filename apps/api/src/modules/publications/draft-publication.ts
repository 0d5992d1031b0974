import { randomBytes } from 'node:crypto';
import { invalid, refreshPassages, type LedgerPassage, type PassageRefresh } from '@closeout/domain';
import type { Prisma } from '@closeout/prisma/client';
import type { Context } from '../../graphql/context.ts';
import { inTransaction, type Transaction } from '../audit/in-transaction.ts';
import { demandVersion } from '../findings/change-finding.ts';
import { inspectionFor, type InspectionWithBody } from '../imports/inspection-for.ts';
import { parseText } from '../imports/read-source.ts';
import { reportTextOf } from '../reports/progress-report.ts';
import { settingsOfInspection } from '../rounds/settings-of-inspection.ts';
import { demandOnPublication, lockPublication } from './change-publication.ts';
import { passagesOfReport } from './passages-of-report.ts';
import { loadRecord, styledPassage } from './publication-record.ts';
import type { DraftPublicationInput } from './publication.inputs.ts';

/** What the report says now, paragraph by paragraph. */
async function ledgerPassages(tx: Transaction, inspection: InspectionWithBody): Promise<LedgerPassage[]> {
  const { settings } = await settingsOfInspection(tx, inspection.id);
  const { text, rows } = await reportTextOf(tx, inspection, settings);
  if (rows.length === 0)
    throw invalid('inspectionId', 'publications.empty', 'the ledger has no finding yet: there is nothing to publish');
  return passagesOfReport(text, await parseText(text), rows);
}

/** The address of the page: year and number of the round, and what nobody guesses. */
const newSlug = ({ round }: InspectionWithBody): string =>
  `${round.year}-${round.number}-${randomBytes(5).toString('hex')}`;

type PassageWrite = Pick<Prisma.PublicationPassageUncheckedCreateInput, 'role' | 'style' | 'number'>;
const placeOf = ({ role, style, number }: LedgerPassage): PassageWrite => ({ role, style, number });

/** Rulings that were made in the old words, beside those that mask. */
const reopenHits = (tx: Transaction, publicationId: string, key: string): Promise<unknown> =>
  tx.hitRuling.deleteMany({ where: { publicationId, key, decision: { not: 'MASKED' } } });

async function write(
  tx: Transaction,
  publicationId: string,
  source: string | null,
  one: PassageRefresh,
): Promise<void> {
  const where = { publicationId_key: { publicationId, key: one.key } };
  switch (one.kind) {
    case 'NEW':
      await tx.publicationPassage.create({
        data: { publicationId, key: one.key, ordinal: one.ordinal, ...placeOf(one.now), source: one.now.text, previous: source },
      }); // prettier-ignore
      return;
    case 'GONE':
      await tx.hitRuling.deleteMany({ where: { publicationId, key: one.key } });
      await tx.publicationPassage.delete({ where });
      return;
    case 'SAME':
      await tx.publicationPassage.update({
        where,
        data: { ordinal: one.ordinal, ...placeOf(one.now), pending: null, pendingGone: false },
      });
      return;
    case 'TAKEN':
      await reopenHits(tx, publicationId, one.key);
      await tx.publicationPassage.update({
        where,
        data: { ordinal: one.ordinal, ...placeOf(one.now), source: one.now.text, previous: source, pending: null, pendingGone: false },
      }); // prettier-ignore
      return;
    case 'PENDING':
      await tx.publicationPassage.update({
        where,
        data:
          one.now === null
            ? { pending: null, pendingGone: true }
            : { ordinal: one.ordinal, ...placeOf(one.now), pending: one.now.text, pendingGone: false },
      });
  }
}

/** Lays the ledger's words over the record; answers how many paragraphs of each kind there were. */
async function takeWords(
  tx: Transaction,
  publicationId: string,
  ledger: readonly LedgerPassage[],
  isNew: boolean,
): Promise<Record<string, number>> {
  const { passages } = await loadRecord(tx, publicationId);
  const kept = passages.map((one) => ({ ...styledPassage(one), source: one.source, edited: one.edited !== null }));
  const changes = refreshPassages(kept, ledger);
  const sources = new Map(passages.map(({ key, source }) => [key, source]));
  for (const one of changes) await write(tx, publicationId, sources.get(one.key) ?? (isNew ? null : ''), one);
  return Object.fromEntries([...Map.groupBy(changes, ({ kind }) => kind)].map(([kind, of]) => [kind, of.length]));
}

/** Who proposed, reviewed and approved belongs to one turn. */
export const CLEARED = {
  proposedById: null, proposedByName: null, proposedAt: null, reviewedById: null, reviewedByName: null, reviewedAt: null,
  approvedById: null, approvedByName: null, approvedAt: null,
} as const; // prettier-ignore

/**
 * Begins the public text of an inspection from its ledger, or takes the ledger's words of now: what nobody touched follows them, what was
 * made by hand waits beside them. After publication it begins the next version; what is published stays up.
 */
export async function draftPublication(ctx: Context, input: DraftPublicationInput): Promise<string> {
  const inspection = await inspectionFor(ctx, input.inspectionId, 'draftPublication');
  return inTransaction(ctx, async (tx) => {
    const ledger = await ledgerPassages(tx, inspection);
    const where = { inspectionId: inspection.id };
    const known = await tx.publication.findFirst({ where });
    const { id, version } = known ?? (await begin(ctx, tx, inspection));
    if (known !== null) {
      await demandVersion(tx, await lockPublication(ctx, tx, id), 'Publication', input.version ?? 0);
      demandOnPublication(ctx, 'draftPublication', await loadRecord(tx, id));
    }
    const counts = await takeWords(tx, id, ledger, known === null);
    const next = known === null || known.state === 'DRAFT' ? {} : CLEARED;
    await tx.publication.update({
      where: { id },
      data: { state: 'DRAFT', ...next, drawnAt: ctx.now(), updatedByName: ctx.viewer.name, version: version + 1 },
    });
    const entry = {
      verb: 'draftPublication',
      recordType: 'Publication',
      recordId: id,
      bodyId: inspection.bodyId,
      before: known === null || known.state === 'DRAFT' ? null : { state: known.state },
      after: { state: 'DRAFT', ...counts },
    };
    return { value: id, events: [entry] };
  });
}

/** One record for an inspection: of two who begin at once the second is told that it is there. */
async function begin(
  ctx: Context,
  tx: Transaction,
  inspection: InspectionWithBody,
): Promise<{ id: string; version: number }> {
  const data = {
    inspectionId: inspection.id,
    bodyId: inspection.bodyId,
    slug: newSlug(inspection),
    drawnAt: ctx.now(),
  };
  const { id } = await tx.publication.create({ data });
  return { id, version: 0 };
}
