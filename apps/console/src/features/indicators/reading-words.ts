import type { TFunction } from 'i18next';
import { graphql } from '../../gql/index.ts';
import type { ReadingWords_ReadingFragment } from '../../gql/graphql.ts';

export const ReadingWordsFragment = graphql(`
  fragment ReadingWords_reading on IndicatorReading {
    id
    kind
    definition
    numerator
    denominator
    percent
    asOf
    source
    createdByName
  }
`);

/** `97.38%(1339/1375)`, `73.60%`, `248 家`: the rate with its counts, as the API worked it out. */
export function valueWords(
  t: TFunction,
  reading: ReadingWords_ReadingFragment,
  unit: string | null | undefined,
): string {
  const { numerator, denominator, percent } = reading;
  if (percent && numerator !== null && denominator !== null)
    return t('indicator.rate', { percent, numerator, denominator });
  if (percent) return t('indicator.percent', { percent });
  return [numerator, unit].filter((part) => part !== null && part !== undefined).join(' ');
}
