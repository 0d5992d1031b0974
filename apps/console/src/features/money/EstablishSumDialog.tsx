import { LIMITS } from '@closeout/domain/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../forms/use-draft.ts';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import type { Disposition, EstablishSumInput } from '../../gql/graphql.ts';
import { AmountField } from '../../ui/AmountField.tsx';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { toast } from '../../ui/toast-store.ts';

const EstablishSumDialogFragment = graphql(`
  fragment EstablishSumDialog_sum on MoneySum {
    id
    version
    finding {
      id
    }
    label
    statedText
    statedFen
    establishedFen
    establishedBasis
    decidedBy
    disposition
    dispositionBasis
  }
`);

const EstablishSum = graphql(`
  mutation EstablishSum($input: EstablishSumInput!) {
    establishSum(input: $input) {
      finding {
        ...FindingPage_finding
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

type SumForm = {
  label: string;
  pointId: string | null;
  statedText: string;
  statedFen: string | null;
  establishedFen: string | null;
  basis: string;
  decidedBy: string;
  disposition: Disposition | null;
  dispositionBasis: string;
};
const EMPTY: SumForm = {
  label: '',
  pointId: null,
  statedText: '',
  statedFen: null,
  establishedFen: null,
  basis: '',
  decidedBy: '',
  disposition: null,
  dispositionBasis: '',
};
const FIELDS = Object.keys(EMPTY);
const DISPOSITIONS = ['REFUND_DUE', 'PROCEDURAL', 'UNDECIDED', 'WRITTEN_OFF'] as const;

const inputOf = (form: SumForm) => ({
  establishedFen: form.establishedFen,
  basis: form.basis.trim() || null,
  decidedBy: form.decidedBy.trim() || null,
  disposition: form.disposition,
  dispositionBasis: form.dispositionBasis.trim() || null,
});

/** 认定金额: what the body found, on which basis, and what is to be done about it. */
export function EstablishSumDialog(props: {
  sum: FragmentType<typeof EstablishSumDialogFragment>;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const sum = readFragment(EstablishSumDialogFragment, props.sum);
  const start: SumForm = {
    ...EMPTY,
    label: sum.label,
    establishedFen: sum.establishedFen ?? null,
    basis: sum.establishedBasis ?? '',
    decidedBy: sum.decidedBy ?? '',
    disposition: sum.disposition ?? null,
    dispositionBasis: sum.dispositionBasis ?? '',
  };
  return (
    <SumDialog
      name={`sum:${sum.id}:${sum.version}`}
      title={t('sums.establishTitle', { label: sum.label })}
      stated={sum.statedText ?? t('sums.notStated')}
      start={start}
      onClose={props.onClose}
      findingId={sum.finding.id}
      input={(form) => ({ sumId: sum.id, version: sum.version, ...inputOf(form) })}
    />
  );
}

type NewSumDialogProps = {
  finding: { id: string; seq: number; version: number };
  points: readonly { id: string; ordinal: number; text: string }[];
  onClose: () => void;
};

/** A sum that the text does not state, or that nobody entered yet. */
export function NewSumDialog({ finding, points, onClose }: NewSumDialogProps) {
  const { t } = useTranslation();
  return (
    <SumDialog
      name={`newSum:${finding.id}`}
      title={t('sums.newTitle', { number: finding.seq })}
      start={EMPTY}
      points={points}
      onClose={onClose}
      input={(form) => ({
        version: finding.version,
        label: form.label.trim(),
        pointId: form.pointId,
        statedText: form.statedText.trim() || null,
        statedFen: form.statedFen,
        ...inputOf(form),
      })}
      findingId={finding.id}
    />
  );
}

type SumDialogProps = {
  name: string;
  title: string;
  stated?: string;
  start: SumForm;
  /** Of a new sum: the points it may belong to. */
  points?: NewSumDialogProps['points'];
  findingId: string;
  input: (form: SumForm) => Omit<EstablishSumInput, 'findingId'>;
  onClose: () => void;
};

function SumDialog({ name, title, stated, start, points, findingId, input, onClose }: SumDialogProps) {
  const { t } = useTranslation();
  const [draftName] = useState(name);
  const draft = useDraft(draftName, start);
  const operation = useOperation(EstablishSum);
  const { value, put } = draft;
  const error = operation.fields;
  const submit = async () => {
    if (!(await operation.run({ input: { ...input(value), findingId } }))) return;
    draft.clear();
    toast(t('sums.done.establishSum'));
    onClose();
  };
  const line = (field: 'label' | 'basis' | 'decidedBy' | 'dispositionBasis' | 'statedText', optional: boolean) => (
    <TextField
      label={t(`sums.field.${field}`)}
      optional={optional}
      value={value[field]}
      onChange={(text) => put(field, text)}
      maxLength={LIMITS.text}
      error={error[field]}
    />
  );
  return (
    <VerbDialog
      title={title}
      verb={t('ui.save')}
      operation={operation}
      onSubmit={submit}
      onClose={onClose}
      fields={FIELDS}
      draft={draft}
      off={points && value.label.trim() === '' ? t('sums.labelFirst') : null}
    >
      {points && (
        <>
          {line('label', false)}
          {points.length > 0 && (
            <SelectField
              label={t('finding.point')}
              optional
              emptyLabel={t('sums.noPoint')}
              value={value.pointId}
              onChange={(id) => put('pointId', id)}
              options={points.map((each) => ({ value: each.id, label: `${each.ordinal} ${each.text.slice(0, 30)}` }))}
            />
          )}
          {line('statedText', true)}
          <AmountField
            label={t('sums.field.statedFen')}
            hint={t('sums.statedHint')}
            optional
            value={value.statedFen}
            onChange={(fen) => put('statedFen', fen)}
            error={error.statedFen}
          />
        </>
      )}
      {stated && <p>{t('sums.statedIs', { words: stated })}</p>}
      <AmountField
        label={t('sums.established')}
        optional
        value={value.establishedFen}
        onChange={(fen) => put('establishedFen', fen)}
        error={error.establishedFen}
      />
      {line('basis', value.establishedFen === null)}
      {line('decidedBy', true)}
      <ChoiceField
        label={t('sums.disposition')}
        value={value.disposition}
        onChange={(disposition) => put('disposition', disposition)}
        options={DISPOSITIONS.map((each) => ({ value: each, label: t(`vocabulary.disposition.${each}`) }))}
        error={error.disposition}
      />
      {line('dispositionBasis', value.disposition === 'REFUND_DUE' || value.disposition === null)}
    </VerbDialog>
  );
}
