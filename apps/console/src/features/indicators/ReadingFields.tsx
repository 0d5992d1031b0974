import { LIMITS } from '@closeout/domain/limits';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../ui/DateField.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { TextField } from '../../ui/TextField.tsx';

export type ReadingDraft = {
  definition: string;
  numerator: number | null;
  denominator: number | null;
  statedPercent: string;
  asOf: string | null;
  source: string;
};

export const EMPTY_READING: ReadingDraft = {
  definition: '',
  numerator: null,
  denominator: null,
  statedPercent: '',
  asOf: null,
  source: '',
};

/** What the API takes of a value; words that were left empty are none. */
export const readingInput = (draft: ReadingDraft) => ({
  ...draft,
  definition: draft.definition.trim(),
  statedPercent: draft.statedPercent.trim() || null,
  source: draft.source.trim() || null,
});

/** Whether anything was written that would be a value. */
export const hasValue = (draft: ReadingDraft): boolean =>
  draft.definition.trim() !== '' && (draft.numerator !== null || draft.statedPercent.trim() !== '');

type ReadingFieldsProps = {
  value: ReadingDraft;
  onChange: (value: ReadingDraft) => void;
  errors: Readonly<Record<string, string>>;
  /** Of the names of the fields in refusals. */
  at?: string;
  dayOptional?: boolean;
};

/** One value: definition, counts or the percentage of a text, and the day for which it holds. */
export function ReadingFields({ value, onChange, errors, at = '', dayOptional }: ReadingFieldsProps) {
  const { t } = useTranslation();
  const put = <K extends keyof ReadingDraft>(key: K, next: ReadingDraft[K]) => onChange({ ...value, [key]: next });
  const error = (key: keyof ReadingDraft) => errors[`${at}${key}`];
  return (
    <>
      <TextField
        label={t('indicator.definition')}
        hint={t('indicator.definitionHint')}
        value={value.definition}
        onChange={(words) => put('definition', words)}
        maxLength={LIMITS.title}
        error={error('definition')}
      />
      <NumberField
        label={t('indicator.numerator')}
        optional
        max={LIMITS.count}
        value={value.numerator}
        onChange={(count) => put('numerator', count)}
        error={error('numerator')}
      />
      <NumberField
        label={t('indicator.denominator')}
        hint={t('indicator.denominatorHint')}
        optional
        min={1}
        max={LIMITS.count}
        value={value.denominator}
        onChange={(count) => put('denominator', count)}
        error={error('denominator')}
      />
      {value.numerator === null && (
        <TextField
          label={t('indicator.statedPercent')}
          hint={t('indicator.statedPercentHint')}
          optional
          inputMode="decimal"
          value={value.statedPercent}
          onChange={(percent) => put('statedPercent', percent)}
          error={error('statedPercent')}
        />
      )}
      <DateField
        label={t('indicator.asOf')}
        optional={dayOptional}
        value={value.asOf}
        onChange={(day) => put('asOf', day)}
        error={error('asOf')}
      />
      <TextField
        label={t('indicator.source')}
        optional
        value={value.source}
        onChange={(words) => put('source', words)}
        maxLength={LIMITS.title}
        error={error('source')}
      />
    </>
  );
}
