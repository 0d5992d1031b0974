import type { TFunction } from 'i18next';

/** The usual phrases of an opinion or a return; the catalogue keeps them as one text with bars between. */
export function phrasesOf(t: TFunction, kind: 'agree' | 'return'): string[] {
  return t(`signing.phrase.${kind}`).split('|');
}
