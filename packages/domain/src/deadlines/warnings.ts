import type { RoundSettings, WarningThreshold } from '../rounds/settings.ts';
import type { WarningRecipient } from '../vocabulary.ts';
import type { FindingState } from '../vocabulary.ts';
import { addDays, daysBetween, type Day } from './calendar.ts';
import { RUNNING_STATES } from './deadline.ts';

export const WARNING_LEVELS = ['GREEN', 'YELLOW', 'RED'] as const satisfies readonly WarningThreshold['code'][];
export type WarningLevel = (typeof WARNING_LEVELS)[number];

/** What a warning is about: a running deadline. */
export interface WarnedFinding {
  state: FindingState;
  dueOn: Day | null;
}

/** The persons who hold each office for a finding today; several persons may hold one, one person several. */
export type WarningHolders = Readonly<Record<WarningRecipient, readonly string[]>>;

/** The level a finding stands at on a day: of the levels reached, the one that begins last. Null: none, or no deadline runs. */
export function warningLevelOf(
  { state, dueOn }: WarnedFinding,
  today: Day,
  settings: Pick<RoundSettings, 'warnings'>,
): WarningThreshold | null {
  if (dueOn === null || !(RUNNING_STATES as readonly FindingState[]).includes(state)) return null;
  return levelReached(dueOn, today, settings);
}

/** Of the levels that a due day has reached, the one that begins last. */
export function levelReached(
  dueOn: Day,
  today: Day,
  settings: Pick<RoundSettings, 'warnings'>,
): WarningThreshold | null {
  const left = daysBetween(today, dueOn);
  const reached = settings.warnings.filter((one) => left <= one.daysLeft);
  return reached.sort((a, b) => a.daysLeft - b.daysLeft)[0] ?? null;
}

/** The day from which the office is told of a level: so many days of grace after the level began. */
export const officeToldOn = (dueOn: Day, level: WarningThreshold): Day =>
  addDays(dueOn, level.graceDays - level.daysLeft);

/** A warning that should stand: one per finding, due day and level, with everybody who is told of it by today. */
export interface DueWarning {
  level: WarningLevel;
  dueOn: Day;
  name: string | null;
  colour: WarningThreshold['colour'];
  personIds: string[];
}

/** The warning of a finding on a day, and to whom it goes. The body is told at once, the office after the grace. */
export function warningDue(
  finding: WarnedFinding,
  holders: WarningHolders,
  today: Day,
  settings: Pick<RoundSettings, 'warnings'>,
): DueWarning | null {
  const level = warningLevelOf(finding, today, settings);
  if (level === null || finding.dueOn === null) return null;
  const officeWaits = today < officeToldOn(finding.dueOn, level);
  const told = level.recipients.filter((one) => one !== 'OFFICE' || !officeWaits);
  return {
    level: level.code,
    dueOn: finding.dueOn,
    name: level.name,
    colour: level.colour,
    personIds: [...new Set(told.flatMap((one) => holders[one]))],
  };
}

/**
 * Whom the warning has not reached yet. What was recorded for the same finding, due day and level is not sent again; a
 * deadline that moved begins a new series; a successor in an office is told what the predecessor was told.
 */
export function newRecipients(
  due: DueWarning,
  recorded: readonly { level: WarningLevel; dueOn: Day; personId: string }[],
): string[] {
  const told = new Set(
    recorded.filter((one) => one.level === due.level && one.dueOn === due.dueOn).map((one) => one.personId),
  );
  return due.personIds.filter((id) => !told.has(id));
}
