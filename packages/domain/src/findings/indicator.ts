import type { Day } from '../deadlines/calendar.ts';
import { invalid } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { completionBasisPoints } from '../oversight/rates.ts';
import type { ReadingKind } from '../vocabulary.ts';

/** One value of an indicator: a rate of two counts, a count alone, or a percentage that a text states without its counts. */
export interface Reading {
  kind: ReadingKind;
  /** What is counted over what, in words. */
  definition: string;
  numerator: number | null;
  /** Null: a count, no rate. */
  denominator: number | null;
  /** 7360 for 73.6 %. */
  statedBasisPoints: number | null;
  asOf: Day | null;
}

/** What a form gives of a reading. */
export interface ReadingEntry extends Omit<Reading, 'statedBasisPoints'> {
  /** Such as `73.6`: at most two decimals, without the sign. */
  statedPercent: string | null;
}

/** The rate in basis points (two decimals of a percentage), half up, from whole counts; null for a count alone. */
export function readingBasisPoints(
  reading: Pick<Reading, 'numerator' | 'denominator' | 'statedBasisPoints'>,
): number | null {
  if (reading.numerator === null || reading.denominator === null) return reading.statedBasisPoints;
  return completionBasisPoints(reading.numerator, reading.denominator);
}

/** `97.38` of 9738 basis points: digits, no floating point. */
export const percentOf = (basisPoints: number): string =>
  `${Math.floor(basisPoints / 100)}.${String(basisPoints % 100).padStart(2, '0')}`;

function basisPointsIn(percent: string): number {
  const match = /^(\d{1,5})(?:\.(\d{1,2}))?$/.exec(percent.trim());
  if (match === null)
    throw invalid('statedPercent', 'indicators.percent', 'a percentage is a number with at most two decimals');
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

const isCount = (value: number, least: number): boolean =>
  Number.isInteger(value) && value >= least && value <= LIMITS.count;

/** Reads a value as it is stored: counts that can be checked, or the percentage of a text; never of a day to come. */
export function readReading(entry: ReadingEntry, today: Day): Reading {
  const { statedPercent, ...reading } = entry;
  const { numerator, denominator, asOf, kind } = reading;
  if ((numerator === null) === (statedPercent === null))
    throw invalid(
      'numerator',
      'indicators.value',
      'give the counts, or the percentage that the text states: one of them',
    );
  if (numerator !== null && !isCount(numerator, 0))
    throw invalid('numerator', 'indicators.count', `a count is a whole number from 0 to ${LIMITS.count}`);
  if (denominator !== null && numerator === null)
    throw invalid('denominator', 'indicators.value', 'a denominator needs its numerator');
  if (denominator !== null && !isCount(denominator, 1))
    throw invalid('denominator', 'indicators.count', `a denominator is a whole number from 1 to ${LIMITS.count}`);
  if (kind === 'PROGRESS' && asOf === null)
    throw invalid('asOf', 'indicators.asOf', 'say for which day the value holds');
  if (asOf !== null && asOf > today)
    throw invalid('asOf', 'indicators.asOf', 'a value does not hold for a day to come');
  return { ...reading, statedBasisPoints: statedPercent === null ? null : basisPointsIn(statedPercent) };
}

/** What the baseline is: the last one entered; a wrong one is answered by a later one. */
export const baselineOf = <R extends Reading>(readings: readonly R[]): R | null =>
  readings.findLast((one) => one.kind === 'BASELINE') ?? null;

/** The value as of the latest day; of several for one day the last one entered. Readings stand in the order of entry. */
export function latestOf<R extends Reading>(readings: readonly R[]): R | null {
  const later = (best: R | null, one: R): R => (best === null || (one.asOf ?? '') >= (best.asOf ?? '') ? one : best);
  return readings.filter((one) => one.kind === 'PROGRESS').reduce<R | null>(later, null);
}

export const INDICATOR_CHANGES = ['DEFINITION', 'DENOMINATOR', 'OVER_WHOLE'] as const;
export type IndicatorChange = (typeof INDICATOR_CHANGES)[number];

/** Words compared without blanks and marks, full width like half width. */
const plain = (words: string): string =>
  words
    .normalize('NFKC')
    .replace(/[\p{P}\p{S}\p{Z}\s]/gu, '')
    .toLowerCase();

/** Whether two values are of different kinds, or of different wholes. */
function otherWhole(base: Reading, one: Reading): boolean {
  const isRate = (reading: Reading): boolean => reading.denominator !== null || reading.statedBasisPoints !== null;
  if (isRate(base) !== isRate(one)) return true;
  return base.denominator !== null && one.denominator !== null && base.denominator !== one.denominator;
}

/**
 * What a reviewer must see of an indicator: the latest value is of another definition or another whole than the baseline
 * (or, without one, than the first value), or more than its whole. Never an accusation: the body is asked to check.
 */
export function indicatorChanges(readings: readonly Reading[]): IndicatorChange[] {
  const latest = latestOf(readings);
  const base = baselineOf(readings) ?? readings.find((one) => one !== latest) ?? null;
  const changes: IndicatorChange[] = [];
  if (base !== null && latest !== null && plain(base.definition) !== plain(latest.definition))
    changes.push('DEFINITION');
  if (base !== null && latest !== null && otherWhole(base, latest)) changes.push('DENOMINATOR');
  const values = [base, latest].filter((one) => one !== null);
  const over = ({ numerator, denominator }: Reading): boolean =>
    numerator !== null && denominator !== null && numerator > denominator;
  if (values.some(over)) changes.push('OVER_WHOLE');
  return changes;
}
