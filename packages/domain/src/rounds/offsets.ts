import { isObject, oneOf, onlyKeys, refuse, whole } from './read-values.ts';
import { OFFSET_CODES, OFFSET_UNITS, type OffsetCode, type OffsetUnit } from '../vocabulary.ts';

export interface Offset {
  amount: number;
  unit: OffsetUnit;
}

export type Offsets = Readonly<Record<OffsetCode, Offset>>;

const months = (amount: number): Offset => ({ amount, unit: 'MONTH' });

export const DEFAULT_OFFSETS: Offsets = {
  plan: months(1),
  immediate: { amount: 30, unit: 'DAY' },
  concentrated: months(6),
  refund: months(3),
  firstReport: months(3),
  periodicReport: months(3),
  finalReport: months(7),
  longest: months(12),
};

/** Ready-made offsets for the two usual lengths of the concentrated period. */
export const PRESETS = {
  THREE_MONTHS: { ...DEFAULT_OFFSETS, concentrated: months(3), firstReport: months(2), finalReport: months(4) },
  SIX_MONTHS: DEFAULT_OFFSETS,
} as const satisfies Record<string, Offsets>;
export type Preset = keyof typeof PRESETS;

const LARGEST: Record<OffsetUnit, number> = { MONTH: 24, DAY: 366, WORKING_DAY: 366 };

/** How these settings were stored before every date had its unit; such rounds are read as they were meant. */
export const OLD_OFFSET_KEYS = ['concentratedMonths', 'immediateDays', 'immediateUnit'] as const;

function readOld(stored: Record<string, unknown>, base: Offsets): Offsets {
  const { concentratedMonths: period, immediateDays: days, immediateUnit: unit } = stored;
  const { concentrated, immediate } = base;
  return {
    ...base,
    concentrated:
      period === undefined ? concentrated : months(whole(period, concentrated.amount, 'concentratedMonths', 1, 24)),
    immediate: {
      amount: whole(days, immediate.amount, 'immediateDays', 1, 366),
      unit: oneOf(
        unit,
        days === undefined || immediate.unit !== 'MONTH' ? immediate.unit : 'DAY',
        ['DAY', 'WORKING_DAY'],
        'immediateUnit',
        'immediateUnit',
      ),
    },
  };
}

/** Reads one offset: an amount with its unit. */
export function readOffset(given: unknown, base: Offset, field: string): Offset {
  if (given === undefined) return base;
  if (!isObject(given)) return refuse(field, `${field} must be an amount with its unit`);
  onlyKeys(given, ['amount', 'unit'], field);
  const unit = oneOf(given['unit'] ?? null, base.unit, OFFSET_UNITS, `${field}.unit`, field);
  return { amount: whole(given['amount'] ?? null, 0, field, 1, LARGEST[unit]), unit };
}

/** Reads the offsets of stored settings over a base: what is not said stays as the base has it. */
export function readOffsets(stored: Record<string, unknown>, base: Offsets): Offsets {
  const old = readOld(stored, base);
  const given = stored['offsets'];
  if (given === undefined) return old;
  if (!isObject(given)) return refuse('offsets', 'offsets must be an object of amounts and units');
  onlyKeys(given, OFFSET_CODES, 'offsets');
  const read = (code: OffsetCode): Offset => readOffset(given[code], old[code], `offsets.${code}`);
  return Object.fromEntries(OFFSET_CODES.map((code) => [code, read(code)])) as unknown as Offsets;
}
