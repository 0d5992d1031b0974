import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { groupedYuan } from '../../format.ts';
import { useDraft } from '../../forms/use-draft.ts';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { toast } from '../../ui/toast-store.ts';
import { FilesField } from '../evidence/FilesField.tsx';
import { useFiles } from '../evidence/use-files.ts';
import { EMPTY_PAYMENT, PAYMENT_FIELDS, PaymentFields, paymentInput } from './PaymentFields.tsx';

const RecoveryDialogFragment = graphql(`
  fragment RecoveryDialog_sum on MoneySum {
    id
    label
    balance {
      outstandingFen
    }
    recoveries {
      id
    }
  }
`);

const AddRecovery = graphql(`
  mutation AddRecovery($input: AddRecoveryInput!) {
    addRecovery(input: $input) {
      sum {
        id
        recoveries {
          id
        }
      }
      finding {
        ...FindingPage_finding
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

const REFETCH = ['FindingPage'];

/** 登记清退: one payment towards a sum, with its voucher; at most what is still open. */
export function RecoveryDialog(props: { sum: FragmentType<typeof RecoveryDialogFragment>; onClose: () => void }) {
  const { t } = useTranslation();
  const sum = readFragment(RecoveryDialogFragment, props.sum);
  const [open] = useState(sum.balance.outstandingFen);
  const [known] = useState(() => sum.recoveries.map((each) => each.id));
  const draft = useDraft(`recovery:${sum.id}`, { ...EMPTY_PAYMENT, fen: open as string | null });
  const files = useFiles();
  const [paymentId, setPaymentId] = useState<string | null>(null);
  const operation = useOperation(AddRecovery, REFETCH);
  const { value } = draft;
  const record = async (): Promise<string | null> => {
    if (paymentId) return paymentId;
    if (value.fen === null) return null;
    const done = await operation.run({ input: { sumId: sum.id, ...paymentInput(value), fen: value.fen } });
    const newest = done?.sum?.recoveries.find((each) => !known.includes(each.id))?.id ?? null;
    setPaymentId(newest);
    return newest;
  };
  const submit = async () => {
    const id = await record();
    if (!id) return;
    draft.clear();
    if (!(await files.sendAll({ recoveryId: id }, 'VOUCHER'))) return;
    toast(t('sums.done.addRecovery'));
    props.onClose();
  };
  return (
    <VerbDialog
      title={t('sums.recoverTitle', { label: sum.label })}
      verb={t(paymentId ? 'piece.sendAgain' : 'vocabulary.findingVerb.addRecovery')}
      operation={operation}
      onSubmit={submit}
      onClose={props.onClose}
      fields={PAYMENT_FIELDS}
      draft={draft}
      off={value.fen === null ? t('sums.amountFirst') : null}
    >
      <p>{t('sums.open', { sum: groupedYuan(open) })}</p>
      <PaymentFields
        value={value}
        onChange={(part) => draft.set((old) => ({ ...old, ...part }))}
        errors={operation.fields}
      />
      <FilesField label={t('sums.voucherScan')} files={files} optional />
    </VerbDialog>
  );
}
