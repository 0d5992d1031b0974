import { readSettings, type RoundSettings } from '@closeout/domain';
import { LRUCache } from 'lru-cache';
import type { Transaction } from '../audit/in-transaction.ts';
import { fromDate } from '../day.ts';

/** Reading is a pure function of what is stored, and every finding of a page has the same: it is read once. */
const known = new LRUCache<string, RoundSettings>({ max: 200 });

/** The round's and the inspection's stored settings, for the domain to read over one another. */
export function settingsOf({ own, round }: Record<string, unknown>): Readonly<RoundSettings> {
  const key = JSON.stringify([own ?? {}, round ?? {}]);
  const read = known.get(key) ?? readSettings(own ?? {}, readSettings(round ?? {}));
  known.set(key, read);
  return read;
}

/** The settings that rule an inspection (its own over the round's over the defaults), with its feedback day. */
export async function settingsOfInspection(
  tx: Transaction,
  inspectionId: string,
): Promise<{ settings: RoundSettings; feedbackOn: string | null; planAcceptedOn: string | null }> {
  const inspection = await tx.inspection.findUniqueOrThrow({ where: { id: inspectionId }, include: { round: true } });
  return {
    settings: settingsOf({ own: inspection.settings, round: inspection.round.settings }),
    feedbackOn: fromDate(inspection.feedbackOn),
    planAcceptedOn: fromDate(inspection.planAcceptedOn),
  };
}
