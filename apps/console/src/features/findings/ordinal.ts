import type { TFunction } from 'i18next';
import { chineseOrdinal } from '../../format.ts';

/** How things are counted on paper: 四 in Chinese, 4 in English. */
export const ordinalWords = (t: TFunction, n: number): string =>
  t('refusals.ordinals') === 'chinese' ? chineseOrdinal(n) : String(n);
