import { LIMITS } from '@closeout/domain/limits';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../forms/use-draft.ts';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql } from '../../gql/index.ts';
import { TextField } from '../../ui/TextField.tsx';
import { toast } from '../../ui/toast-store.ts';
import { EMPTY_READING, hasValue, ReadingFields, readingInput, type ReadingDraft } from './ReadingFields.tsx';

const NoteIndicator = graphql(`
  mutation NoteIndicator($input: NoteIndicatorInput!) {
    noteIndicator(input: $input) {
      finding {
        ...FindingPage_finding
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

export type IndicatorWords = { id: string; name: string; unit?: string | null; target?: string | null };
type IndicatorDialogProps = {
  finding: { id: string; version: number; seq: number };
  /** The one to change; null: a new one. */
  indicator: IndicatorWords | null;
  onClose: () => void;
};

/** Names an indicator with its baseline, or changes name, unit and target of one. */
export function IndicatorDialog({ finding, indicator, onClose }: IndicatorDialogProps) {
  const { t } = useTranslation();
  const draft = useDraft(`indicator:${indicator?.id ?? finding.id}`, {
    name: indicator?.name ?? '',
    unit: indicator?.unit ?? '',
    target: indicator?.target ?? '',
    baseline: EMPTY_READING as ReadingDraft,
  });
  const operation = useOperation(NoteIndicator);
  const { name, unit, target, baseline } = draft.value;
  const submit = async () => {
    const input = {
      findingId: finding.id,
      version: finding.version,
      indicatorId: indicator?.id ?? null,
      name: name.trim(),
      unit: unit.trim() || null,
      target: target.trim() || null,
      baseline: !indicator && hasValue(baseline) ? readingInput(baseline) : null,
    };
    if (!(await operation.run({ input }))) return;
    draft.clear();
    toast(t('indicator.saved'));
    onClose();
  };
  const words = (key: 'name' | 'unit' | 'target', limit: number) => ({
    label: t(`indicator.${key}`),
    value: draft.value[key],
    onChange: (text: string) => draft.put(key, text),
    maxLength: limit,
    error: operation.fields[key],
  });
  return (
    <VerbDialog
      title={t(indicator ? 'indicator.changeTitle' : 'indicator.addTitle', { number: finding.seq })}
      verb={t('ui.save')}
      operation={operation}
      onSubmit={submit}
      onClose={onClose}
      draft={draft}
      fields={['name', 'unit', 'target']}
      off={name.trim() === '' ? t('indicator.first') : null}
    >
      <TextField {...words('name', LIMITS.name)} />
      <TextField {...words('target', LIMITS.title)} optional hint={t('indicator.targetHint')} />
      <TextField {...words('unit', LIMITS.name)} optional hint={t('indicator.unitHint')} />
      {!indicator && (
        <fieldset style={{ display: 'grid', gap: 'var(--s3)' }}>
          <legend>{t('indicator.baselineAtFeedback')}</legend>
          <ReadingFields
            value={baseline}
            onChange={(next) => draft.put('baseline', next)}
            errors={operation.fields}
            at="baseline."
            dayOptional
          />
        </fieldset>
      )}
    </VerbDialog>
  );
}
