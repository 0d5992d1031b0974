/** What a round decides, as far as the form shows it; `settingsInForce` of the API holds more. */
type InForce = {
  concentratedMonths: number;
  immediateDays: number;
  warnings: { code: string; daysLeft: number }[];
  chain: { clerkCheck: boolean; departmentHead: boolean; leader: boolean };
};

/** What the form shows: plain numbers and switches. */
export type SettingsValues = {
  concentratedMonths: number | null;
  immediateDays: number | null;
  green: number | null;
  yellow: number | null;
  clerkCheck: boolean;
  departmentHead: boolean;
  leader: boolean;
};

/** The form's values of the settings that are in force. */
export function valuesOf(inForce: unknown): SettingsValues {
  const { concentratedMonths, immediateDays, warnings, chain } = inForce as InForce;
  const daysOf = (code: string) => warnings.find((warning) => warning.code === code)?.daysLeft ?? null;
  return { concentratedMonths, immediateDays, green: daysOf('GREEN'), yellow: daysOf('YELLOW'), ...chain };
}

/** Why the form cannot be sent yet: something is empty, or the second warning would come before the first. */
export function settingsProblem(values: SettingsValues): 'empty' | 'order' | null {
  const { concentratedMonths, immediateDays, green, yellow } = values;
  if (concentratedMonths === null || immediateDays === null || green === null || yellow === null) return 'empty';
  return green > yellow ? null : 'order';
}

/** The settings to store: the present ones with the form's values over them; what the form does not show stays. */
export function settingsToStore(stored: unknown, inForce: unknown, values: SettingsValues): object {
  const { concentratedMonths, immediateDays, green, yellow, ...chain } = values;
  const days: Record<string, number | null> = { GREEN: green, YELLOW: yellow };
  const levels = (inForce as InForce).warnings.map((level) => ({
    ...level,
    daysLeft: days[level.code] ?? level.daysLeft,
  }));
  const missing = Object.keys(days).filter((code) => levels.every((level) => level.code !== code));
  const warnings = [...missing.map((code) => ({ code, daysLeft: days[code] })), ...levels];
  return { ...(stored as object | null), concentratedMonths, immediateDays, warnings, chain };
}
