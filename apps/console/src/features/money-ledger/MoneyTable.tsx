import type { ResultOf } from '@graphql-typed-document-node/core';
import { Link } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { groupedYuan } from '../../format.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { State } from '../../ui/State.tsx';
import { Table, Td, Th } from '../../ui/Table.tsx';
import css from './MoneyPage.module.css';

const SumFragment = graphql(`
  fragment MoneyTable_sum on MoneySum {
    id
    label
    statedText
    statedFen
    perHead
    establishedFen
    disposition
    comparison
    balance {
      dueFen
      recoveredFen
      waivedFen
      outstandingFen
    }
    recoveries {
      id
      kind
      fen
      words
      paidOn
      payer
      receiver
      voucherNumber
      vouchers {
        id
        fileName
        path
      }
    }
    waivers {
      id
      fen
      reason
      consents {
        id
        who
        bodyName
        form
      }
    }
    finding {
      id
      seq
      title
    }
  }
`);

const COLUMNS = 8;

/** Payments with their vouchers and waivers with their consents, a line each. */
function Entries({ sum }: { sum: ResultOf<typeof SumFragment> }) {
  const { t } = useTranslation();
  return (
    <ul>
      {sum.recoveries.map((each) => (
        <li key={each.id}>
          {[
            each.paidOn,
            t(`vocabulary.recoveryKind.${each.kind}`),
            groupedYuan(each.fen),
            each.words,
            each.payer,
            each.receiver && t(`vocabulary.receiver.${each.receiver}`),
            each.voucherNumber && t('moneyLedger.voucher', { number: each.voucherNumber }),
          ]
            .filter(Boolean)
            .join(' · ')}
          {each.vouchers.map((file) => (
            <a key={file.id} href={file.path} className={css.file}>
              {file.fileName}
            </a>
          ))}
        </li>
      ))}
      {sum.waivers.map((each) => (
        <li key={each.id}>
          {t('statistics.waived')} {groupedYuan(each.fen)} · {each.reason} ·{' '}
          {each.consents
            .map((consent) => `${consent.bodyName} ${consent.who}(${t(`vocabulary.consentForm.${consent.form}`)})`)
            .join('、')}
        </li>
      ))}
    </ul>
  );
}

/** One line a sum, the unsettled ones first; a line opens to its payments with voucher and the amount in words. */
export function MoneyTable({ sums }: { sums: readonly FragmentType<typeof SumFragment>[] }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<string | null>(null);
  const rows = sums.map((masked) => readFragment(SumFragment, masked));
  const unsettled = (fen: string) => (BigInt(fen) > 0n ? 0 : 1);
  const sorted = [...rows].sort(
    (a, b) =>
      unsettled(a.balance.outstandingFen) - unsettled(b.balance.outstandingFen) || a.finding.seq - b.finding.seq,
  );
  const yuan = (fen: string | null | undefined) => (fen === null || fen === undefined ? '—' : groupedYuan(fen));
  return (
    <Table caption={t('moneyLedger.title')} cards>
      <thead>
        <tr>
          <Th>{t('moneyLedger.finding')}</Th>
          <Th right>{t('sums.stated')}</Th>
          <Th right>{t('sums.established')}</Th>
          <Th>{t('sums.disposition')}</Th>
          <Th right>{t('statistics.due')}</Th>
          <Th right>{t('statistics.recovered')}</Th>
          <Th right>{t('statistics.waived')}</Th>
          <Th right>{t('statistics.outstanding')}</Th>
        </tr>
      </thead>
      <tbody>
        {sorted.map((sum) => (
          <Fragment key={sum.id}>
            <tr>
              <Td label={t('moneyLedger.finding')}>
                <Link to="/findings/$findingId" params={{ findingId: sum.finding.id }}>
                  {sum.finding.seq} {sum.label}
                </Link>
                {sum.recoveries.length + sum.waivers.length > 0 && (
                  <button
                    type="button"
                    className={css.toggle}
                    aria-expanded={open === sum.id}
                    onClick={() => setOpen(open === sum.id ? null : sum.id)}
                  >
                    {t('moneyLedger.entries', { count: sum.recoveries.length + sum.waivers.length })}
                  </button>
                )}
              </Td>
              <Td right label={t('sums.stated')}>
                {sum.statedText ?? yuan(sum.statedFen)}
                {sum.comparison === 'ROUNDED' && (
                  <div className={css.quiet}>{t('vocabulary.statedComparison.ROUNDED')}</div>
                )}
              </Td>
              <Td right label={t('sums.established')}>
                {yuan(sum.establishedFen)}
              </Td>
              <Td label={t('sums.disposition')}>
                {sum.disposition ? (
                  t(`vocabulary.disposition.${sum.disposition}`)
                ) : (
                  <State tone="warn">{t('sums.undecided')}</State>
                )}
              </Td>
              <Td right label={t('statistics.due')}>
                {yuan(sum.balance.dueFen)}
              </Td>
              <Td right label={t('statistics.recovered')}>
                {yuan(sum.balance.recoveredFen)}
              </Td>
              <Td right label={t('statistics.waived')}>
                {yuan(sum.balance.waivedFen)}
              </Td>
              <Td
                right
                label={t('statistics.outstanding')}
                className={unsettled(sum.balance.outstandingFen) === 0 ? css.open : undefined}
              >
                {yuan(sum.balance.outstandingFen)}
              </Td>
            </tr>
            {open === sum.id && (
              <tr>
                <td colSpan={COLUMNS} className={css.entries}>
                  <Entries sum={sum} />
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </Table>
  );
}
