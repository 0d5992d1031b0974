import {
  ACTION_KINDS,
  OFFSET_CODES,
  type ActionKind,
  type EvidenceKind,
  type OffsetCode,
  type OffsetUnit,
  type PrescribedStepCode,
  type Result,
  type Reviewer,
  type WarningColour,
  type WarningRecipient,
} from '@closeout/domain/vocabulary';

/** The levels of warning, the earliest first. */
export const LEVELS = ['GREEN', 'YELLOW', 'RED'] as const;
export type Level = (typeof LEVELS)[number];
type Offset<N> = { amount: N; unit: OffsetUnit };
type Warning<N> = {
  code: Level;
  daysLeft: N;
  name: string | null;
  colour: WarningColour;
  recipients: readonly WarningRecipient[];
  graceDays: N;
};
type Rule<N> = { kinds: readonly EvidenceKind[]; pieces: N };

/** All settings of a round as the API tells them; `N` is null in the form where a number is not typed yet. */
type Settings<N> = {
  offsets: Record<OffsetCode, Offset<N>>;
  warnings: readonly Warning<N>[];
  chain: Record<ChainSwitch, boolean> & { officeReviewers: readonly Reviewer[] };
  extension: { cap: N; approver: 'SECRETARY' | 'OFFICE'; maxDays: N | null };
  completedResults: readonly Result[];
  resultWords: Partial<Record<Result, string>>;
  evidence: Record<ActionKind, Rule<N>>;
  /** How long after a notice its reply is due; how long the office may look at what it was shown. */
  noticeReply: Offset<N>;
  sight: { maxDays: N };
  steps: readonly { code: PrescribedStepCode; offset: OffsetCode | null }[];
};
export const CHAIN_SWITCHES = ['clerkCheck', 'departmentHead', 'leader', 'office'] as const;
export type ChainSwitch = (typeof CHAIN_SWITCHES)[number];
export type InForce = Settings<number>;
export type SettingsValues = Omit<Settings<number | null>, 'extension'> & {
  extension: Settings<number | null>['extension'] & { limited: boolean };
};

/** The form's values of the settings that are in force. */
export function valuesOf(inForce: unknown): SettingsValues {
  const settings = inForce as InForce;
  return { ...settings, extension: { ...settings.extension, limited: settings.extension.maxDays !== null } };
}

/** Why the form cannot be sent yet: something is empty, a later warning would come before an earlier one, or nothing counts. */
export function settingsProblem(values: SettingsValues): 'empty' | 'order' | 'results' | 'recipients' | null {
  const { offsets, warnings, extension, evidence, completedResults, noticeReply, sight } = values;
  const numbers = [
    ...OFFSET_CODES.map((code) => offsets[code].amount),
    ...warnings.flatMap((level) => [level.daysLeft, level.graceDays]),
    ...ACTION_KINDS.map((kind) => evidence[kind].pieces),
    extension.cap,
    noticeReply.amount,
    sight.maxDays,
    ...(extension.limited ? [extension.maxDays] : []),
  ];
  if (numbers.includes(null)) return 'empty';
  if (completedResults.length === 0) return 'results';
  if (warnings.some((level) => level.recipients.length === 0)) return 'recipients';
  const days = warnings.map((level) => level.daysLeft as number);
  return days.every((day, index) => index === 0 || day < (days[index - 1] as number)) ? null : 'order';
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The members of a record that differ from the base's; none: undefined. */
function differing(value: object, base: object): object | undefined {
  const own = Object.entries(value).filter(([key, one]) => !same(one, (base as Record<string, unknown>)[key]));
  return own.length === 0 ? undefined : Object.fromEntries(own);
}

/** Words that are empty are the catalogue's. */
const wordsOf = (words: SettingsValues['resultWords']): object =>
  Object.fromEntries(Object.entries(words).filter(([, word]) => word.trim() !== ''));

/**
 * The settings to store: what differs from the base (the defaults, or the round's for an inspection). A value set back to the
 * base's is stored no more and follows the base again.
 */
export function settingsToStore(base: unknown, { extension, ...values }: SettingsValues): object {
  const known = base as InForce;
  const { cap, approver, limited, maxDays } = extension;
  const own = {
    offsets: differing(values.offsets, known.offsets),
    warnings: same(values.warnings, known.warnings) ? undefined : values.warnings,
    chain: differing(values.chain, known.chain),
    extension: differing({ cap, approver, maxDays: limited ? maxDays : null }, known.extension),
    completedResults: same(values.completedResults, known.completedResults) ? undefined : values.completedResults,
    resultWords: differing(wordsOf(values.resultWords), known.resultWords),
    evidence: differing(values.evidence, known.evidence),
    noticeReply: same(values.noticeReply, known.noticeReply) ? undefined : values.noticeReply,
    sight: differing(values.sight, known.sight),
    steps: same(values.steps, known.steps) ? undefined : values.steps,
  };
  return Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
}
