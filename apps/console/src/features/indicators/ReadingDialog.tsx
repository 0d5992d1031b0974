import { useTranslation } from 'react-i18next';
import { useDraft } from '../../forms/use-draft.ts';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql } from '../../gql/index.ts';
import { today } from '../../format.ts';
import { CheckBox } from '../../ui/CheckBox.tsx';
import { toast } from '../../ui/toast-store.ts';
import { EMPTY_READING, hasValue, ReadingFields, readingInput, type ReadingDraft } from './ReadingFields.tsx';

const AddIndicatorReading = graphql(`
  mutation AddIndicatorReading($input: AddIndicatorReadingInput!) {
    addIndicatorReading(input: $input) {
      finding {
        ...FindingPage_finding
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

const FIELDS = ['definition', 'numerator', 'denominator', 'statedPercent', 'asOf', 'source'];

type ReadingDialogProps = {
  indicator: { id: string; name: string };
  /** 口径 of the value before: it stays unless somebody changes it. */
  definition: string;
  onClose: () => void;
};

/** Adds a value; earlier ones stay as they are. */
export function ReadingDialog({ indicator, definition, onClose }: ReadingDialogProps) {
  const { t } = useTranslation();
  const start: ReadingDraft & { isBaseline: boolean } = {
    ...EMPTY_READING,
    definition,
    asOf: today(),
    isBaseline: false,
  };
  const draft = useDraft(`reading:${indicator.id}`, start);
  const operation = useOperation(AddIndicatorReading);
  const { isBaseline, ...value } = draft.value;
  const submit = async () => {
    if (!(await operation.run({ input: { ...readingInput(value), isBaseline, indicatorId: indicator.id } }))) return;
    draft.clear();
    toast(t('indicator.added'));
    onClose();
  };
  return (
    <VerbDialog
      title={t('indicator.readingTitle', { name: indicator.name })}
      verb={t('indicator.addReading')}
      operation={operation}
      onSubmit={submit}
      onClose={onClose}
      draft={draft}
      fields={FIELDS}
      off={hasValue(value) ? null : t('indicator.valueFirst')}
    >
      <ReadingFields
        value={value}
        onChange={(next) => draft.set((old) => ({ ...old, ...next }))}
        errors={operation.fields}
        dayOptional={isBaseline}
      />
      <CheckBox
        label={t('indicator.isBaseline')}
        hint={t('indicator.isBaselineHint')}
        checked={isBaseline}
        onChange={(checked) => draft.put('isBaseline', checked)}
      />
    </VerbDialog>
  );
}
