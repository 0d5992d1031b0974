import {
  REFERRAL_KINDS,
  REFERRAL_RECEIVERS,
  type ReferralKind,
  type ReferralReceiver,
} from '@closeout/domain/vocabulary';
import { LIMITS } from '@closeout/domain/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import type { ReferralsPart_InspectionFragment } from '../../gql/graphql.ts';
import { Button } from '../../ui/Button.tsx';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Table, Td, Th } from '../../ui/Table.tsx';
import { toast } from '../../ui/toast-store.ts';
import { PartHead } from '../findings/Panel.tsx';

const ReferralsPartFragment = graphql(`
  fragment ReferralsPart_inspection on Inspection {
    id
    viewerCan
    referrals {
      kind
      receiver
      count
      version
    }
  }
`);

const CountReferrals = graphql(`
  mutation CountReferrals($input: CountReferralsInput!) {
    countReferrals(input: $input) {
      inspection {
        ...InspectionFacts_inspection
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

/** 移交事项: how many, by kind and receiver; what they are is never entered. */
export function ReferralsPart({ inspection: masked }: { inspection: FragmentType<typeof ReferralsPartFragment> }) {
  const { t } = useTranslation();
  const inspection = readFragment(ReferralsPartFragment, masked);
  const [open, setOpen] = useState(false);
  const { referrals } = inspection;
  if (!referrals) return null;
  return (
    <section aria-label={t('recommendation.referrals')}>
      <PartHead
        title={t('recommendation.referrals')}
        note={t('recommendation.countsOnly')}
        actions={
          inspection.viewerCan.includes('keepInspection') && (
            <Button look="quiet" onClick={() => setOpen(true)}>
              {t('recommendation.count')}
            </Button>
          )
        }
      />
      {referrals.length === 0 ? (
        <p style={{ color: 'var(--ink-3)' }}>{t('recommendation.noReferrals')}</p>
      ) : (
        <Table caption={t('recommendation.referrals')} cards>
          <thead>
            <tr>
              <Th>{t('recommendation.referralKind')}</Th>
              <Th>{t('recommendation.receiver')}</Th>
              <Th right>{t('recommendation.pieces')}</Th>
            </tr>
          </thead>
          <tbody>
            {referrals.map(({ kind, receiver, count }) => (
              <tr key={`${kind} ${receiver}`}>
                <Td label={t('recommendation.referralKind')}>{t(`vocabulary.referralKind.${kind}`)}</Td>
                <Td label={t('recommendation.receiver')}>{t(`vocabulary.referralReceiver.${receiver}`)}</Td>
                <Td right label={t('recommendation.pieces')}>
                  {count}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {open && <CountDialog inspection={inspection} onClose={() => setOpen(false)} />}
    </section>
  );
}

type CountDialogProps = { inspection: ReferralsPart_InspectionFragment; onClose: () => void };

function CountDialog({ inspection, onClose }: CountDialogProps) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<ReferralKind | null>(null);
  const [receiver, setReceiver] = useState<ReferralReceiver | null>(null);
  const [count, setCount] = useState<number | null>(null);
  const operation = useOperation(CountReferrals);
  const known = inspection.referrals?.find((one) => one.kind === kind && one.receiver === receiver);
  const submit = async () => {
    if (kind === null || receiver === null || count === null) return;
    const input = { inspectionId: inspection.id, kind, receiver, count, version: known?.version ?? 0 };
    if (!(await operation.run({ input }))) return;
    toast(t('recommendation.counted'));
    onClose();
  };
  return (
    <VerbDialog
      title={t('recommendation.count')}
      verb={t('ui.save')}
      operation={operation}
      onSubmit={submit}
      onClose={onClose}
      fields={['count']}
      off={kind === null || receiver === null || count === null ? t('recommendation.countFirst') : null}
    >
      <ChoiceField
        label={t('recommendation.referralKind')}
        value={kind}
        onChange={setKind}
        options={REFERRAL_KINDS.map((value) => ({ value, label: t(`vocabulary.referralKind.${value}`) }))}
      />
      <ChoiceField
        label={t('recommendation.receiver')}
        value={receiver}
        onChange={setReceiver}
        options={REFERRAL_RECEIVERS.map((value) => ({ value, label: t(`vocabulary.referralReceiver.${value}`) }))}
      />
      <NumberField
        label={t('recommendation.pieces')}
        hint={known ? t('recommendation.before', { count: known.count }) : t('recommendation.countHint')}
        max={LIMITS.count}
        value={count}
        onChange={setCount}
        error={operation.fields.count}
      />
    </VerbDialog>
  );
}
