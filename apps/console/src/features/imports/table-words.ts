import type { TableChange, TableRemark } from '@closeout/documents/ledger-types';
import { useTranslation } from 'react-i18next';

/** The server says each remark in both languages. */
export function useRemarkWords(): (remark: TableRemark) => string {
  const { i18n } = useTranslation();
  return ({ zh, en }) => (i18n.language === 'zh' ? zh : en);
}

export const SHOWS = ['all', 'open', 'conflict', 'refused'] as const;
export type Show = (typeof SHOWS)[number];

/** Which list a changed cell stands in; each in exactly one beside 全部. */
export function standingOf({ refusal, conflict }: TableChange): Exclude<Show, 'all'> {
  if (refusal !== null) return 'refused';
  return conflict === null ? 'open' : 'conflict';
}
