import { OFFSET_CODES, type OffsetCode } from '@closeout/domain/vocabulary';
import type { OffsetUnit } from '../../gql/graphql.ts';

export const OFFSETS = OFFSET_CODES;
export type OffsetKey = OffsetCode;
type Offset = { amount: number; unit: OffsetUnit };

/** What a round decides, as far as the form shows it; `settingsInForce` of the API holds more. */
export type InForce = {
  offsets: Record<OffsetKey, Offset>;
  warnings: { code: string; daysLeft: number }[];
  chain: { clerkCheck: boolean; departmentHead: boolean; leader: boolean };
  extension: { cap: number; approver: 'SECRETARY' | 'OFFICE'; maxDays: number | null };
  completedResults: string[];
};

/** What the form shows: plain numbers and switches. */
export type SettingsValues = {
  offsets: Record<OffsetKey, { amount: number | null; unit: OffsetUnit }>;
  green: number | null;
  yellow: number | null;
  clerkCheck: boolean;
  departmentHead: boolean;
  leader: boolean;
  extensionCap: number | null;
  extensionApprover: 'SECRETARY' | 'OFFICE';
  completedResults: readonly string[];
};

/** The form's values of the settings that are in force. */
export function valuesOf(inForce: unknown): SettingsValues {
  const { offsets, warnings, chain, extension, completedResults } = inForce as InForce;
  const daysOf = (code: string) => warnings.find((warning) => warning.code === code)?.daysLeft ?? null;
  return {
    offsets,
    green: daysOf('GREEN'),
    yellow: daysOf('YELLOW'),
    ...chain,
    extensionCap: extension.cap,
    extensionApprover: extension.approver,
    completedResults,
  };
}

/** Why the form cannot be sent yet: something is empty, the second warning would come before the first, or nothing counts. */
export function settingsProblem(values: SettingsValues): 'empty' | 'order' | 'results' | null {
  const { offsets, green, yellow, extensionCap, completedResults } = values;
  if (green === null || yellow === null || extensionCap === null) return 'empty';
  if (OFFSETS.some((key) => offsets[key].amount === null)) return 'empty';
  if (completedResults.length === 0) return 'results';
  return green > yellow ? null : 'order';
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The offsets to store: those that differ from what would be in force without them. */
function offsetsToStore(values: SettingsValues, base: InForce): object {
  const own = OFFSETS.filter((key) => !same(values.offsets[key], base.offsets[key]));
  return Object.fromEntries(own.map((key) => [key, values.offsets[key]]));
}

/** The settings as they would be in force with the form's values. */
function warningsToStore(inForce: InForce, { green, yellow }: SettingsValues): object[] {
  const days: Record<string, number | null> = { GREEN: green, YELLOW: yellow };
  const levels = inForce.warnings.map((level) => ({ ...level, daysLeft: days[level.code] ?? level.daysLeft }));
  const missing = Object.keys(days).filter((code) => levels.every((level) => level.code !== code));
  return [...missing.map((code) => ({ code, daysLeft: days[code] })), ...levels];
}

/**
 * The settings to store: what differs from the base (the defaults, or the round's for an inspection); what the form does not
 * show stays. A value set back to the base's is stored no more and follows the base again.
 */
export function settingsToStore(stored: unknown, inForce: unknown, base: unknown, values: SettingsValues): object {
  const known = base as InForce;
  const { clerkCheck, departmentHead, leader, extensionCap, extensionApprover, completedResults } = values;
  const kept: Record<string, unknown> = { ...(stored as object | null) };
  for (const old of ['concentratedMonths', 'immediateDays', 'immediateUnit']) delete kept[old];
  const wanted: Record<string, [unknown, unknown]> = {
    warnings: [warningsToStore(inForce as InForce, values), known.warnings],
    chain: [{ clerkCheck, departmentHead, leader }, known.chain],
    extension: [{ ...(inForce as InForce).extension, cap: extensionCap, approver: extensionApprover }, known.extension],
    completedResults: [completedResults, known.completedResults],
  };
  const offsets = offsetsToStore(values, known);
  if (Object.keys(offsets).length > 0) kept.offsets = offsets;
  else delete kept.offsets;
  for (const [key, [value, usual]] of Object.entries(wanted)) {
    if (same(value, usual)) delete kept[key];
    else kept[key] = value;
  }
  return kept;
}
