import { DomainError } from '../errors.ts';
import type { ChainSettings } from '../signoff/chain.ts';
import { RESULTS, type Result } from '../vocabulary.ts';

/** One colour of the deadline warnings; `daysLeft` calendar days or fewer make it. */
export interface WarningThreshold {
  code: 'GREEN' | 'YELLOW' | 'RED';
  daysLeft: number;
}

/** What a round decides, overridable per inspection. A setting changes what comes, never what was. */
export interface RoundSettings {
  /** 集中整改期: months after the feedback date. */
  concentratedMonths: number;
  /** 立行立改: days after the feedback date. */
  immediateDays: number;
  warnings: WarningThreshold[];
  chain: ChainSettings;
  /** Which results count as completed in the rate. */
  completedResults: Result[];
  /** The round's own words for results, e.g. COMPLETED: 已完成整改. */
  resultWords: Partial<Record<Result, string>>;
}

export const DEFAULT_SETTINGS: RoundSettings = {
  concentratedMonths: 6,
  immediateDays: 30,
  warnings: [
    { code: 'GREEN', daysLeft: 20 },
    { code: 'YELLOW', daysLeft: 10 },
    { code: 'RED', daysLeft: -1 },
  ],
  chain: { clerkCheck: false, departmentHead: true, leader: true },
  completedResults: ['COMPLETED'],
  resultWords: {},
};

const refuse = (field: string, message: string): never => {
  throw new DomainError({ code: 'INVALID', rule: 'rounds.settings', field, message });
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function onlyKeys(value: Record<string, unknown>, known: readonly string[], field: string): void {
  const unknown = Object.keys(value).find((key) => !known.includes(key));
  if (unknown !== undefined) refuse(field, `${field} has no setting named ${unknown}; known are ${known.join(', ')}`);
}

function whole(value: unknown, fallback: number, field: string, from: number, to: number): number {
  if (value === undefined) return fallback;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < from || value > to)
    return refuse(field, `${field} must be a whole number from ${from} to ${to}`);
  return value;
}

function readChain(value: unknown, base: ChainSettings): ChainSettings {
  if (value === undefined) return base;
  if (!isObject(value)) return refuse('chain', 'chain must be an object of switches');
  onlyKeys(value, Object.keys(DEFAULT_SETTINGS.chain), 'chain');
  const flag = (key: keyof ChainSettings): boolean => {
    const given = value[key] === undefined ? base[key] : value[key];
    return typeof given === 'boolean' ? given : refuse('chain', `chain.${key} must be true or false`);
  };
  return { clerkCheck: flag('clerkCheck'), departmentHead: flag('departmentHead'), leader: flag('leader') };
}

function readWords(value: unknown, base: RoundSettings['resultWords']): RoundSettings['resultWords'] {
  if (value === undefined) return base;
  if (!isObject(value)) return refuse('resultWords', 'resultWords must be an object of words by result');
  onlyKeys(value, RESULTS, 'resultWords');
  if (!Object.values(value).every((word) => typeof word === 'string' && word.trim() !== ''))
    return refuse('resultWords', 'a result word must be a text that is not empty');
  return { ...base, ...value };
}

function readWarnings(value: unknown, base: WarningThreshold[]): WarningThreshold[] {
  if (value === undefined) return base;
  if (!Array.isArray(value)) return refuse('warnings', 'warnings must be a list of thresholds');
  const thresholds = value.map((one: unknown): WarningThreshold => {
    if (!isObject(one) || (one['code'] !== 'GREEN' && one['code'] !== 'YELLOW' && one['code'] !== 'RED'))
      return refuse('warnings', 'a warning needs a code GREEN, YELLOW or RED');
    return { code: one['code'], daysLeft: whole(one['daysLeft'] ?? null, 0, 'warnings', -366, 366) };
  });
  if (new Set(thresholds.map((one) => one.code)).size < thresholds.length)
    return refuse('warnings', 'each warning code may be given once');
  return thresholds;
}

/** Reads stored settings over a base (the defaults, or the round's for an inspection); refuses what it does not understand. */
export function readSettings(stored: unknown, base: RoundSettings = DEFAULT_SETTINGS): RoundSettings {
  if (!isObject(stored)) return refuse('settings', 'settings must be an object');
  onlyKeys(stored, Object.keys(DEFAULT_SETTINGS), 'settings');
  const results = stored['completedResults'];
  if (results !== undefined && !(Array.isArray(results) && results.every((one) => RESULTS.includes(one as Result))))
    refuse('completedResults', 'unknown result');
  return {
    concentratedMonths: whole(stored['concentratedMonths'], base.concentratedMonths, 'concentratedMonths', 1, 24),
    immediateDays: whole(stored['immediateDays'], base.immediateDays, 'immediateDays', 1, 366),
    warnings: readWarnings(stored['warnings'], base.warnings),
    chain: readChain(stored['chain'], base.chain),
    completedResults: (results as Result[] | undefined) ?? base.completedResults,
    resultWords: readWords(stored['resultWords'], base.resultWords),
  };
}
