import { datesOf, type InspectionDate } from '@closeout/domain';
import { settingsOf } from './settings-of-inspection.ts';
import { calendarNeeds, calendarOf, settingsNeeds } from './settings-needs.ts';

/** What `datesByRule` needs of an inspection's row. */
export const dateNeeds = { feedbackOn: (row: string) => `${row}.feedback_on`, ...settingsNeeds, ...calendarNeeds };

/** Every date that the settings in force give an inspection. */
export const datesByRule = (needs: Record<string, unknown>): InspectionDate[] =>
  datesOf(needs['feedbackOn'] as string | null, settingsOf(needs).offsets, calendarOf(needs));
