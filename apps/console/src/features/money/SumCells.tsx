import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { amount, groupedYuan } from '../../format.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import { State } from '../../ui/State.tsx';
import { Td } from '../../ui/Table.tsx';
import { EstablishSumDialog } from './EstablishSumDialog.tsx';
import { Payments } from './Payments.tsx';
import { RecoveryDialog } from './RecoveryDialog.tsx';
import { WaiveDialog } from './WaiveDialog.tsx';
import css from './SumCells.module.css';

export const SumAmountsFragment = graphql(`
  fragment SumAmounts_sum on MoneySum {
    statedText
    statedFen
    establishedFen
    perHead
    disposition
    comparison
    dispositionBasis
  }
`);

export const SumStandingFragment = graphql(`
  fragment SumStanding_sum on MoneySum {
    id
    establishedFen
    disposition
    comparison
    balance {
      dueFen
      recoveredFen
      waivedFen
      outstandingFen
    }
    ...Payments_sum
    ...EstablishSumDialog_sum
    ...RecoveryDialog_sum
    ...WaiveDialog_sum
  }
`);

/** Three cells of a row: what the text states, what the body established, and what is to be done about it. */
export function SumAmounts({ sum: masked }: { sum: FragmentType<typeof SumAmountsFragment> }) {
  const { t } = useTranslation();
  const sum = readFragment(SumAmountsFragment, masked);
  const stated = sum.statedText ?? (sum.statedFen ? amount(t, sum.statedFen) : t('sums.notStated'));
  return (
    <>
      <Td right label={t('sums.stated')}>
        {stated}
        {sum.perHead && <span className={css.quiet}> {t('sums.perHead')}</span>}
      </Td>
      <Td right label={t('sums.established')} className={css.figure}>
        {sum.establishedFen ? groupedYuan(sum.establishedFen) : '—'}
      </Td>
      <Td label={t('sums.disposition')} className={css.disposition} title={sum.dispositionBasis ?? undefined}>
        {sum.disposition ? (
          t(`vocabulary.disposition.${sum.disposition}`)
        ) : (
          <span className={css.open}>{t('sums.undecided')}</span>
        )}
      </Td>
    </>
  );
}

type SumDialog = 'establish' | 'recover' | 'waive';

/** How the money of one sum stands, the payments and consents behind it, and the verbs on it. */
export function SumStanding(props: { sum: FragmentType<typeof SumStandingFragment>; viewerCan: readonly string[] }) {
  const { t } = useTranslation();
  const sum = readFragment(SumStandingFragment, props.sum);
  const [open, setOpen] = useState<SumDialog | null>(null);
  const { balance } = sum;
  const has = (fen: string) => BigInt(fen) > 0n;
  const may = (verb: string) => props.viewerCan.includes(verb);
  const owing = sum.disposition === 'REFUND_DUE' && has(balance.outstandingFen);
  const close = () => setOpen(null);
  return (
    <div className={css.standing}>
      {has(balance.recoveredFen) && (
        <p>
          <State tone="ok">{t('sums.recovered', { sum: groupedYuan(balance.recoveredFen) })}</State>
        </p>
      )}
      {has(balance.waivedFen) && (
        <p>
          <State tone="calm">{t('sums.waived', { sum: groupedYuan(balance.waivedFen) })}</State>
        </p>
      )}
      {owing && (
        <p>
          <State tone="warn">{t('sums.outstanding', { sum: groupedYuan(balance.outstandingFen) })}</State>
        </p>
      )}
      {(sum.comparison === 'ROUNDED' || sum.comparison === 'DIFFERENT') && (
        <p className={sum.comparison === 'DIFFERENT' ? css.open : css.quiet}>
          {sum.comparison === 'DIFFERENT'
            ? t('ui.pleaseCheck', { what: t('vocabulary.statedComparison.DIFFERENT') })
            : t('vocabulary.statedComparison.ROUNDED')}
        </p>
      )}
      <Payments sum={sum} may={{ recovery: may('addRecovery'), waiver: may('waiveSum') }} />
      <div className={`${css.verbs} no-print`}>
        {may('establishSum') && (
          <Button look="quiet" className={css.verb} onClick={() => setOpen('establish')}>
            {t(sum.disposition ? 'sums.change' : 'vocabulary.findingVerb.establishSum')}
          </Button>
        )}
        {may('addRecovery') && owing && (
          <Button look="quiet" className={css.verb} onClick={() => setOpen('recover')}>
            {t('vocabulary.findingVerb.addRecovery')}
          </Button>
        )}
        {may('waiveSum') && owing && (
          <Button look="quiet" className={css.verb} onClick={() => setOpen('waive')}>
            {t('vocabulary.findingVerb.waiveSum')}
          </Button>
        )}
      </div>
      {open === 'establish' && <EstablishSumDialog sum={sum} onClose={close} />}
      {open === 'recover' && <RecoveryDialog sum={sum} onClose={close} />}
      {open === 'waive' && <WaiveDialog sum={sum} onClose={close} />}
    </div>
  );
}
