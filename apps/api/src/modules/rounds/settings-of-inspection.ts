import { readSettings, type RoundSettings } from '@closeout/domain';
import type { Transaction } from '../audit/in-transaction.ts';
import { fromDate } from '../day.ts';

/** The round's and the inspection's stored settings, for the domain to read over one another. */
export const settingsOf = (needs: Record<string, unknown>): RoundSettings =>
  readSettings(needs['own'] ?? {}, readSettings(needs['round'] ?? {}));

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
