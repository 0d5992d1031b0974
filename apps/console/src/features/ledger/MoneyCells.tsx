import { useTranslation } from 'react-i18next';
import { groupedYuan } from '../../format.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import css from './cells.module.css';

export const MoneyCellsFragment = graphql(`
  fragment MoneyCells_finding on Finding {
    balance {
      dueFen
      recoveredFen
      waivedFen
      outstandingFen
    }
    sums {
      id
      establishedFen
      disposition
    }
  }
`);

type MoneyCellProps = { finding: FragmentType<typeof MoneyCellsFragment> };

/** 应清退: what was established as due; 未认定 while a sum has no decision, — where there is no money at all. */
export function DueCell({ finding: masked }: MoneyCellProps) {
  const { t } = useTranslation();
  const { balance, sums } = readFragment(MoneyCellsFragment, masked);
  if (sums.length === 0) return <span className={css.none}>—</span>;
  const open = sums.some(
    (sum) => sum.establishedFen === null || sum.disposition === null || sum.disposition === 'UNDECIDED',
  );
  if (sums.every((sum) => sum.disposition === 'PROCEDURAL'))
    return <span className={css.none}>{t('ledger.noRefund')}</span>;
  return (
    <>
      {(balance.dueFen !== '0' || !open) && <span>{groupedYuan(balance.dueFen)}</span>}
      {open && <span className={css.under}>{t('ledger.undecided')}</span>}
    </>
  );
}

/** 已清退, and below it what was agreed not to be recovered. */
export function RecoveredCell({ finding: masked }: MoneyCellProps) {
  const { t } = useTranslation();
  const { balance, sums } = readFragment(MoneyCellsFragment, masked);
  const never = sums.every((sum) => sum.disposition === 'PROCEDURAL') && balance.recoveredFen === '0';
  if (never) return <span className={css.none}>—</span>;
  return (
    <>
      <span>{groupedYuan(balance.recoveredFen)}</span>
      {balance.waivedFen !== '0' && (
        <span className={`${css.under} ${css.quiet}`}>
          {t('ledger.waived', { figure: groupedYuan(balance.waivedFen) })}
        </span>
      )}
    </>
  );
}
