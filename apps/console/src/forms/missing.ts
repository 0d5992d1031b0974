import { REVIEWERS, type Reviewer } from '@closeout/domain/vocabulary';
import type { TFunction } from 'i18next';
import { chineseOrdinal } from '../format.ts';

export type MissingItem = { code: string; subject?: string | null; count?: number | null };

const isReviewer = (code: string): code is Reviewer => REVIEWERS.some((one) => one === code);

/** Actions and points are named by ordinal: on paper they are 措施四, in English action 4. */
function subjectWords(t: TFunction, subject: string | null | undefined): string {
  if (!subject) return '';
  if (isReviewer(subject)) return t(`vocabulary.reviewer.${subject}`);
  return /^\d+$/.test(subject) && t('refusals.ordinals') === 'chinese' ? chineseOrdinal(Number(subject)) : subject;
}

/** One missing thing by name: 措施四的佐证. */
export function missingWords(t: TFunction, item: MissingItem): string {
  const subject = subjectWords(t, item.subject);
  const options = { subject, count: item.count ?? 1, defaultValue: '' };
  return (t(`refusals.missing.${item.code}` as never, options as never) as unknown as string) || item.code;
}

export type TransitionAnswer<V extends string = string> = {
  verb: V;
  allowed: boolean;
  reason?: string | null;
  missing: readonly MissingItem[];
};

/**
 * Why a button cannot be pressed, for `Button.off`: the server's own answer in words, `null` when it can. A verb the server
 * did not list is not offered at all: `undefined`.
 */
export function blockedReason<V extends string>(
  t: TFunction,
  transitions: readonly TransitionAnswer<V>[],
  verb: V,
): string | null | undefined {
  const found = transitions.find((transition) => transition.verb === verb);
  if (!found || found.reason === 'FORBIDDEN') return undefined;
  if (found.allowed) return null;
  if (found.missing.length > 0)
    return t('errors.missing', { what: found.missing.map((item) => missingWords(t, item)).join('、') });
  return t(`refusals.transition.${found.reason ?? 'WRONG_STATE'}` as never) as unknown as string;
}
