import { useApolloClient } from '@apollo/client/react';
import { LIMITS } from '@closeout/domain/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { groupedYuan } from '../../format.ts';
import { useDraft } from '../../forms/use-draft.ts';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { AmountField } from '../../ui/AmountField.tsx';
import { toast } from '../../ui/toast-store.ts';
import { EMPTY_PAYMENT, PAYMENT_FIELDS, PaymentFields, paymentInput } from '../money/PaymentFields.tsx';
import { FilesField } from './FilesField.tsx';
import { OnBehalfFields, useOnBehalf } from './OnBehalf.tsx';
import { AddRefund } from './piece-mutations.ts';
import { useFiles } from './use-files.ts';
import { PIECE_PAGES } from './piece-pages.ts';

const AddRefundFragment = graphql(`
  fragment AddRefund_finding on Finding {
    id
    seq
    viewerCan
    sums {
      id
      label
      disposition
      balance {
        outstandingFen
      }
    }
    ...OnBehalf_finding
  }
`);

const NEW_SUM = 'new';
const EMPTY = {
  ...EMPTY_PAYMENT,
  sumId: null as string | null,
  label: '',
  establishedFen: null as string | null,
  basis: '',
};

/** 清退: sum, amount, date, payer, voucher and its scan; where no sum was established yet, that comes with it. */
export function AddRefundDialog(props: {
  action: { id: string; ordinal: number };
  finding: FragmentType<typeof AddRefundFragment>;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const client = useApolloClient();
  const { action, onClose } = props;
  const finding = readFragment(AddRefundFragment, props.finding);
  const [sums] = useState(() =>
    finding.sums.filter((sum) => sum.disposition === 'REFUND_DUE' && BigInt(sum.balance.outstandingFen) > 0n),
  );
  const behalf = useOnBehalf(finding);
  const start = { ...EMPTY, sumId: sums[0]?.id ?? (finding.viewerCan.includes('establishSum') ? NEW_SUM : null) };
  const draft = useDraft(`refund:${action.id}`, { ...start, ...behalf.empty });
  const files = useFiles();
  const [added, setAdded] = useState<{ id: string; pieceNumber: string } | null>(null);
  const [sending, setSending] = useState(false);
  const operation = useOperation(AddRefund, PIECE_PAGES);
  const { value, put } = draft;
  const change = (part: Partial<typeof value>) => draft.set((old) => ({ ...old, ...part }));
  const isNew = value.sumId === NEW_SUM;
  const chosen = sums.find((sum) => sum.id === value.sumId);

  const off = () => {
    if (value.sumId === null) return t('piece.refund.sumFirst');
    if (isNew && (value.label.trim() === '' || value.establishedFen === null || value.basis.trim() === ''))
      return t('piece.refund.newSumFirst');
    return value.fen === null ? t('sums.amountFirst') : null;
  };
  const submit = async () => {
    if (sending || value.fen === null) return;
    const sum =
      isNew && value.establishedFen !== null
        ? { newSum: { label: value.label.trim(), establishedFen: value.establishedFen, basis: value.basis.trim() } }
        : { sumId: value.sumId };
    const input = {
      actionIds: [action.id],
      date: value.paidOn ? { on: value.paidOn } : null,
      recoveries: [{ ...paymentInput(value), fen: value.fen, ...sum }],
      ...behalf.input(value),
    };
    const piece = added ?? (await operation.run({ input }))?.evidence ?? null;
    if (!piece) return;
    setAdded(piece);
    draft.clear();
    setSending(true);
    const complete = await files.sendAll({ evidenceId: piece.id }, 'VOUCHER');
    await client.refetchQueries({ include: ['FindingPage'] });
    setSending(false);
    if (!complete) return;
    toast(t('piece.done.added', { number: piece.pieceNumber }));
    onClose();
  };
  const errors = Object.fromEntries(
    Object.entries(operation.fields).map(([key, words]) => [key.replace(/^recoveries\.0\.(newSum\.)?/, ''), words]),
  );
  return (
    <VerbDialog
      title={t('piece.addTitle', {
        kind: t('vocabulary.evidenceKind.REFUND'),
        finding: finding.seq,
        ordinal: action.ordinal,
      })}
      verb={t(added && !sending ? 'piece.sendAgain' : 'piece.save')}
      operation={{ ...operation, busy: operation.busy || sending }}
      onSubmit={submit}
      onClose={onClose}
      fields={[...PAYMENT_FIELDS.map((field) => `recoveries.0.${field}`), 'onBehalfOf', 'onBehalfSource']}
      draft={draft}
      off={off()}
    >
      {added && !sending && <p role="status">{t('piece.savedFilesLeft', { number: added.pieceNumber })}</p>}
      <SelectField
        label={t('piece.refund.sum')}
        emptyLabel={t('piece.choose')}
        value={value.sumId}
        onChange={(id) => put('sumId', id)}
        options={[
          ...sums.map((sum) => ({ value: sum.id, label: sum.label })),
          ...(finding.viewerCan.includes('establishSum') ? [{ value: NEW_SUM, label: t('piece.refund.newSum') }] : []),
        ]}
      />
      {chosen && <p>{t('sums.open', { sum: groupedYuan(chosen.balance.outstandingFen) })}</p>}
      {isNew && (
        <>
          <TextField
            label={t('sums.field.label')}
            value={value.label}
            onChange={(label) => put('label', label)}
            maxLength={LIMITS.title}
            error={errors.label}
          />
          <AmountField
            label={t('sums.established')}
            value={value.establishedFen}
            onChange={(fen) => put('establishedFen', fen)}
            error={errors.establishedFen}
          />
          <TextField
            label={t('sums.field.basis')}
            value={value.basis}
            onChange={(basis) => put('basis', basis)}
            error={errors.basis}
          />
        </>
      )}
      <PaymentFields value={value} onChange={change} errors={errors} />
      <FilesField label={t('sums.voucherScan')} files={files} optional />
      <OnBehalfFields behalf={behalf} value={value} onChange={change} errors={errors} />
    </VerbDialog>
  );
}
