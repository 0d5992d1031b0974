import { readSettings, type RoundSettings } from '@closeout/domain';
import type { Transaction } from '../audit/in-transaction.ts';
import { fromDate } from '../day.ts';

/** The settings that rule an inspection (its own over the round's over the defaults), with its feedback day. */
export async function settingsOfInspection(
  tx: Transaction,
  inspectionId: string,
): Promise<{ settings: RoundSettings; feedbackOn: string | null; planAcceptedOn: string | null }> {
  const inspection = await tx.inspection.findUniqueOrThrow({ where: { id: inspectionId }, include: { round: true } });
  return {
    settings: readSettings(inspection.settings, readSettings(inspection.round.settings)),
    feedbackOn: fromDate(inspection.feedbackOn),
    planAcceptedOn: fromDate(inspection.planAcceptedOn),
  };
}
