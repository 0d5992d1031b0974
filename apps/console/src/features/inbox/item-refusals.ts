import type { TFunction } from 'i18next';
import { missingOf, refusalWords, type UserError } from '../../forms/user-errors.ts';

const placeOf = (error: UserError) => /(?:^|\.)items\.(\d+)/.exec(error.field ?? '')?.[1];

/** Refusals of a batch by the place of their item, each with what is missing: 还没有备齐:措施四的佐证. */
export function itemRefusals(t: TFunction, errors: readonly UserError[]): ReadonlyMap<number, string> {
  const words = new Map<number, string>();
  for (const error of errors) {
    const place = placeOf(error);
    if (place === undefined) continue;
    const said = [refusalWords(t, error), missingOf(t, [error]).join('、')].filter(Boolean).join('');
    words.set(Number(place), [words.get(Number(place)), said].filter(Boolean).join(' '));
  }
  return words;
}

/** The `field` names of a batch's items, for forms that show each refusal at its item. */
export const itemFields = (count: number) => Array.from({ length: count }, (_, place) => `items.${place}`);
