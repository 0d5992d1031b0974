import type { TFunction } from 'i18next';
import { offsetWords } from '../reason-words.ts';
import type { InForce, SettingsValues } from './values.ts';

/** 集中整改 6 个月 · 立行立改 30 天 */
export function settingsSummary(t: TFunction, { offsets }: SettingsValues): string {
  const { concentrated, immediate } = offsets as InForce['offsets'];
  return t('rounds.summary', { concentrated: offsetWords(t, concentrated), immediate: offsetWords(t, immediate) });
}
