import type { TFunction } from 'i18next';
import type { EvidenceKind, OffsetUnit } from '../../gql/graphql.ts';

/** `发文、会议 2 件`; `不限类型 1 件`; `不要求`. */
export function evidenceWords(
  t: TFunction,
  { kinds, pieces }: { kinds: readonly EvidenceKind[]; pieces: number | null },
): string {
  if (pieces === 0) return t('rounds.noEvidenceAsked');
  const named = kinds.map((kind) => t(`vocabulary.evidenceKind.${kind}`)).join(t('rounds.or'));
  return t('rounds.evidenceWords', { kinds: named || t('rounds.anyKind'), pieces: pieces ?? '' });
}

type Reason = { rule: string; amount?: number | null; unit?: OffsetUnit | null; from?: string | null };

/** `6 个月`, `15 个工作日`. */
export const offsetWords = (t: TFunction, { amount, unit }: { amount: number; unit: OffsetUnit }): string =>
  t(`rounds.offset.${unit}`, { count: amount });

/** Why a date is what it is, as it was when it was given: 集中整改期:反馈后 6 个月(2023-12-26 反馈). */
export function reasonWords(t: TFunction, reason: Reason | null | undefined): string {
  if (!reason) return '';
  const { rule, amount, unit, from } = reason;
  if (amount && unit && from && isCounted(rule))
    return t(`rounds.reason.${rule}`, { offset: offsetWords(t, { amount, unit }), from });
  return isCounted(rule) || isPlain(rule) ? t(`rounds.rule.${rule}`) : '';
}

const COUNTED = ['IMMEDIATE_DAYS', 'CONCENTRATED_MONTHS', 'CONTINUING'] as const;
const PLAIN = ['SET_BY_CLERK', 'FROM_SOURCE', 'EXTENSION', 'REOPENED'] as const;
const isCounted = (rule: string): rule is (typeof COUNTED)[number] => COUNTED.some((one) => one === rule);
const isPlain = (rule: string): rule is (typeof PLAIN)[number] => PLAIN.some((one) => one === rule);
