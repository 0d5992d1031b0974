import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { groupedYuan } from '../../format.ts';
import { OperationErrors } from '../../forms/OperationErrors.tsx';
import { useOperation } from '../../forms/use-operation.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { ConsentScanDialog } from './ConsentScanDialog.tsx';
import css from './SumCells.module.css';

const PaymentsFragment = graphql(`
  fragment Payments_sum on MoneySum {
    id
    recoveries {
      id
      fen
      kind
      payer
      paidOn
      voucherNumber
      voucherFen
      receiver
      components
      words
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
        consentedOn
        recorder
        scans {
          id
          fileName
          path
        }
      }
    }
  }
`);

const RemoveRecovery = graphql(`
  mutation RemoveRecovery($input: RemoveRecoveryInput!) {
    removeRecovery(input: $input) {
      finding {
        ...FindingPage_finding
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);
const RemoveWaiver = graphql(`
  mutation RemoveWaiver($input: RemoveWaiverInput!) {
    removeWaiver(input: $input) {
      finding {
        ...FindingPage_finding
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

type PaymentsProps = { sum: FragmentType<typeof PaymentsFragment>; may: { recovery: boolean; waiver: boolean } };

/** The payments and consents behind a sum, folded: who paid what when by which voucher, who agreed in which form. */
export function Payments({ sum: masked, may }: PaymentsProps) {
  const { t } = useTranslation();
  const { recoveries, waivers } = readFragment(PaymentsFragment, masked);
  const removeRecovery = useOperation(RemoveRecovery);
  const removeWaiver = useOperation(RemoveWaiver);
  const vouchers = recoveries.reduce((count, each) => count + each.vouchers.length, 0);
  const [scanning, setScanning] = useState<{ id: string; who: string; bodyName: string } | null>(null);
  if (recoveries.length + waivers.length === 0) return null;
  return (
    <>
      <Disclosure
        label={t('sums.details', { count: recoveries.length + waivers.length })}
        note={vouchers > 0 ? t('sums.vouchers', { count: vouchers }) : undefined}
      >
        <ul className={css.list}>
          {recoveries.map((each) => (
            <li key={each.id} className={css.line}>
              <span title={each.words}>
                {t(`vocabulary.recoveryKind.${each.kind}`)} {groupedYuan(each.fen)}
              </span>
              <span>
                {[
                  each.paidOn,
                  each.payer,
                  each.voucherNumber,
                  each.voucherFen && t('sums.voucherSays', { sum: groupedYuan(each.voucherFen) }),
                  each.receiver && t(`vocabulary.receiver.${each.receiver}`),
                  each.components,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              <Scans files={each.vouchers} />
              {may.recovery && (
                <Button
                  look="quiet"
                  className={`${css.verb} no-print`}
                  busy={removeRecovery.busy}
                  onClick={() => void removeRecovery.run({ input: { recoveryId: each.id } })}
                >
                  {t('sums.takeBack')}
                </Button>
              )}
            </li>
          ))}
          {waivers.map((each) => (
            <li key={each.id}>
              <p>
                {t('sums.waived', { sum: groupedYuan(each.fen) })}: {each.reason}
              </p>
              {each.consents.map((consent) => (
                <p key={consent.id} className={css.quiet}>
                  {[
                    consent.bodyName,
                    consent.who,
                    t(`vocabulary.consentForm.${consent.form}`),
                    consent.consentedOn,
                    consent.recorder && t('sums.recordedBy', { name: consent.recorder }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}{' '}
                  <Scans files={consent.scans} />
                  {may.waiver && (
                    <Button look="quiet" className={`${css.verb} no-print`} onClick={() => setScanning(consent)}>
                      {t('sums.scanConsent')}
                    </Button>
                  )}
                </p>
              ))}
              {may.waiver && (
                <Button
                  look="quiet"
                  className={`${css.verb} no-print`}
                  busy={removeWaiver.busy}
                  onClick={() => void removeWaiver.run({ input: { waiverId: each.id } })}
                >
                  {t('sums.takeBack')}
                </Button>
              )}
            </li>
          ))}
        </ul>
        <OperationErrors operation={removeRecovery} />
        <OperationErrors operation={removeWaiver} />
      </Disclosure>
      {scanning && <ConsentScanDialog consent={scanning} onClose={() => setScanning(null)} />}
    </>
  );
}

function Scans({ files }: { files: readonly { id: string; fileName: string; path: string }[] }) {
  return (
    <>
      {files.map((file) => (
        <a key={file.id} href={file.path}>
          {file.fileName}
        </a>
      ))}
    </>
  );
}
