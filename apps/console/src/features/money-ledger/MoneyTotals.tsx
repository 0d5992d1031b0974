import { useTranslation } from 'react-i18next';
import { amount, groupedYuan } from '../../format.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import css from './MoneyPage.module.css';

const TotalsFragment = graphql(`
  fragment MoneyTotals_statistics on Statistics {
    balance {
      dueFen
      recoveredFen
      waivedFen
      outstandingFen
    }
    recovered {
      kind
      fen
      count
    }
  }
`);

/** The balance of the whole inspection on established sums, and what came in by kind, never added up. */
export function MoneyTotals({ statistics: masked }: { statistics: FragmentType<typeof TotalsFragment> }) {
  const { t } = useTranslation();
  const { balance, recovered } = readFragment(TotalsFragment, masked);
  const figures = [
    { id: 'due', label: t('statistics.due'), fen: balance.dueFen },
    { id: 'recovered', label: t('statistics.recovered'), fen: balance.recoveredFen },
    { id: 'waived', label: t('statistics.waived'), fen: balance.waivedFen },
    { id: 'outstanding', label: t('statistics.outstanding'), fen: balance.outstandingFen },
  ];
  return (
    <section className={css.totals} aria-label={t('statistics.money')}>
      <dl className={css.figures}>
        {figures.map((each) => (
          <div key={each.id}>
            <dt>{each.label}</dt>
            <dd className={each.id === 'outstanding' && each.fen !== '0' ? css.open : undefined}>
              {groupedYuan(each.fen)} <small>{t('moneyLedger.yuan')}</small>
            </dd>
          </div>
        ))}
      </dl>
      <p className={css.kinds}>
        {recovered
          .map(
            (each) =>
              `${t(`vocabulary.recoveryKind.${each.kind}`)} ${amount(t, each.fen)}(${t('statistics.payments', { count: each.count })})`,
          )
          .join(' · ')}
        {recovered.length > 1 && <span className={css.quiet}> {t('statistics.neverAdded')}</span>}
      </p>
    </section>
  );
}
