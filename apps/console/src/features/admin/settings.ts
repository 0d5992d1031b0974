import { DEFAULT_SETTINGS, readSettings, type RoundSettings } from '@closeout/domain/rounds/settings';

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

const daysOf = (settings: RoundSettings, code: 'GREEN' | 'YELLOW') =>
  settings.warnings.find((warning) => warning.code === code)?.daysLeft ?? null;

/** The settings in force by the stored ones, read by the same rules as the server reads them. */
export function valuesOf(stored: unknown): SettingsValues {
  const settings = readSettings(stored ?? {});
  const { concentratedMonths, immediateDays, chain } = settings;
  return {
    concentratedMonths,
    immediateDays,
    green: daysOf(settings, 'GREEN'),
    yellow: daysOf(settings, 'YELLOW'),
    ...chain,
  };
}

/** Why the form cannot be sent: by field, as the server would refuse it. */
export function settingsProblem(values: SettingsValues): 'empty' | 'order' | null {
  const { concentratedMonths, immediateDays, green, yellow } = values;
  if (concentratedMonths === null || immediateDays === null || green === null || yellow === null) return 'empty';
  return green > yellow ? null : 'order';
}

/** The stored settings with the form's values over them: what the form does not show stays as it was. */
export function storedSettings(stored: unknown, values: SettingsValues): object {
  const red = readSettings(stored ?? {}).warnings.filter((warning) => warning.code === 'RED');
  return {
    ...(stored as object | null),
    concentratedMonths: values.concentratedMonths ?? DEFAULT_SETTINGS.concentratedMonths,
    immediateDays: values.immediateDays ?? DEFAULT_SETTINGS.immediateDays,
    warnings: [
      { code: 'GREEN', daysLeft: values.green ?? 0 },
      { code: 'YELLOW', daysLeft: values.yellow ?? 0 },
      ...red,
    ],
    chain: { clerkCheck: values.clerkCheck, departmentHead: values.departmentHead, leader: values.leader },
  };
}
