import { useTranslation } from 'react-i18next';
import { groupedYuan } from '../../format.ts';
import type { LedgerTotals } from './ledger-items.ts';
import css from './LedgerPage.module.css';

type LedgerTotalsBarProps = {
  /** Of the rows that were read. */
  totals: LedgerTotals;
  /** Rows of the list, read or not. */
  listed: number;
  /** Findings of the inspection, whatever is filtered. */
  all: number | null;
  complete: boolean;
  filtered: boolean;
};

/** What the list adds up to. Sums of a list that is not read to its end say so. */
export function LedgerTotalsBar({ totals, listed, all, complete, filtered }: LedgerTotalsBarProps) {
  const { t } = useTranslation();
  const sums = (['due', 'recovered', 'waived', 'outstanding'] as const).map((key) =>
    t(`ledger.total.${key}`, { figure: groupedYuan(totals[key]) }),
  );
  return (
    <div className={css.totals} aria-live="polite">
      <span>
        {filtered && all !== null
          ? t('ledger.filtered', { count: listed, all })
          : t('ledger.listed', { count: listed })}
        {' · '}
        {t('ledger.actionsAndEvidence', { actions: totals.actions, evidence: totals.evidence })}
        {!complete && ` · ${t('ledger.readSoFar', { count: totals.findings })}`}
      </span>
      <span>{t(complete ? 'ledger.sum' : 'ledger.sumSoFar', { sums: sums.join(' · ') })}</span>
    </div>
  );
}
