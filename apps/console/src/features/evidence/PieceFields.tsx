import { LIMITS } from '@closeout/domain/limits';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { today } from '../../format.ts';
import type { EvidenceKind } from '../../gql/graphql.ts';
import { CheckBox } from '../../ui/CheckBox.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { FORMS, isRequired, type PieceField, type PieceForm } from './piece-form.ts';

type PieceFieldsProps = {
  kind: EvidenceKind;
  value: PieceForm;
  onChange: (part: Partial<PieceForm>) => void;
  errors: Readonly<Record<string, string>>;
  /** First day on site of the inspection: evidence from before it deserves a second look. */
  onSiteFrom: string | null;
};

const MEETINGS = [
  'PARTY_GROUP',
  'EXECUTIVE',
  'LEADING_GROUP',
  'DEMOCRATIC_LIFE',
  'ORG_LIFE',
  'STUDY_GROUP',
  'PROGRESS_REVIEW',
  'BRANCH',
  'SYMPOSIUM',
  'OTHER',
] as const;
const TALKS = ['REMINDER', 'CRITICISM', 'SUMMONED', 'ADMONITION', 'HEART_TO_HEART', 'OTHER'] as const;
const STATUSES = ['ISSUED', 'DRAFT', 'ISSUED_BY_OTHER', 'REFERENCED'] as const;
const CHANGES = ['NEW', 'REVISED', 'REPEALED'] as const;
const LONG: readonly PieceField[] = ['attendees', 'absent', 'agenda', 'resolution', 'note'];
const NUMBERS: readonly PieceField[] = ['headcount', 'occurrences', 'checkedCount', 'correctedCount'];

/** The short form of a kind, and the rest folded; odd dates are pointed out while they are written. */
export function PieceFields(props: PieceFieldsProps) {
  const { t } = useTranslation();
  const { short, more } = FORMS[props.kind];
  return (
    <>
      {short.map((field) => (
        <OneField key={field} field={field} {...props} />
      ))}
      {more.length > 0 && (
        <Disclosure label={t('piece.more')} note={t('piece.moreNote')}>
          <div style={{ display: 'grid', gap: 'var(--s3)' }}>
            {more.map((field) => (
              <OneField key={field} field={field} {...props} />
            ))}
          </div>
        </Disclosure>
      )}
    </>
  );
}

/** 请核对, before it is sent: the same two looks that the server takes at a date. */
export function dateWarning(t: TFunction, day: string | null, onSiteFrom: string | null): string | null {
  if (day === null) return null;
  if (day > today()) return t('piece.hint.IN_FUTURE');
  return onSiteFrom && day < onSiteFrom ? t('piece.hint.BEFORE_ON_SITE') : null;
}

function OneField({ field, kind, value, onChange, errors, onSiteFrom }: PieceFieldsProps & { field: PieceField }) {
  const { t } = useTranslation();
  const label = t(`piece.field.${field}`);
  const optional = !isRequired(kind, field);
  const error = errors[field] ?? errors[SERVER_NAME[field] ?? field];
  const shared = { label, optional, error };
  if (field === 'date' || field === 'dateTo') {
    return (
      <DateField
        {...shared}
        value={value[field]}
        onChange={(day) => onChange({ [field]: day })}
        warning={dateWarning(t, value[field], onSiteFrom)}
      />
    );
  }
  if (field === 'restricted') {
    return (
      <CheckBox
        label={label}
        hint={t('piece.restrictedHint')}
        checked={value.restricted}
        onChange={(on) => onChange({ restricted: on })}
      />
    );
  }
  if (NUMBERS.includes(field)) {
    const key = field as 'headcount' | 'occurrences' | 'checkedCount' | 'correctedCount';
    return <NumberField {...shared} value={value[key]} onChange={(count) => onChange({ [key]: count })} />;
  }
  if (field === 'meetingType' || field === 'talkType') return <TypeField {...{ field, value, onChange, errors }} />;
  if (field === 'status' || field === 'change') return <DocumentField {...{ field, value, onChange, shared }} />;
  const key = field as Exclude<
    PieceField,
    | 'date'
    | 'dateTo'
    | 'restricted'
    | 'headcount'
    | 'occurrences'
    | 'checkedCount'
    | 'correctedCount'
    | 'meetingType'
    | 'talkType'
    | 'status'
    | 'change'
  >;
  const hint = field === 'dateText' ? t('piece.dateTextHint') : field === 'number' ? t('piece.numberHint') : undefined;
  if (LONG.includes(field)) {
    return (
      <TextArea
        {...shared}
        rows={2}
        value={value[key]}
        onChange={(words) => onChange({ [key]: words })}
        limit={LIMITS.text}
      />
    );
  }
  const limit = field === 'title' ? LIMITS.title : field === 'number' ? LIMITS.documentNumber : LIMITS.title;
  return (
    <TextField
      {...shared}
      hint={hint}
      value={value[key]}
      onChange={(words) => onChange({ [key]: words })}
      maxLength={limit}
    />
  );
}

/** Where the API calls a field otherwise than the form. */
const SERVER_NAME: Partial<Record<PieceField, string>> = {
  meetingType: 'type',
  talkType: 'type',
  date: 'date.on',
  dateTo: 'date.to',
  dateText: 'date.text',
};

type TypeFieldProps = Pick<PieceFieldsProps, 'value' | 'onChange' | 'errors'> & {
  field: 'meetingType' | 'talkType';
};

/** The type of a meeting or talk; 其他 asks for its words. */
function TypeField({ field, value, onChange, errors }: TypeFieldProps) {
  const { t } = useTranslation();
  const shared = { label: t(`piece.field.${field}`), emptyLabel: t('piece.choose'), error: errors.type };
  return (
    <>
      {field === 'meetingType' ? (
        <SelectField
          {...shared}
          value={value.meetingType}
          onChange={(type) => onChange({ meetingType: type })}
          options={MEETINGS.map((type) => ({ value: type, label: t(`vocabulary.meetingType.${type}`) }))}
        />
      ) : (
        <SelectField
          {...shared}
          value={value.talkType}
          onChange={(type) => onChange({ talkType: type })}
          options={TALKS.map((type) => ({ value: type, label: t(`vocabulary.talkType.${type}`) }))}
        />
      )}
      {value[field] === 'OTHER' && (
        <TextField
          label={t('piece.field.typeText')}
          optional
          value={value.typeText}
          onChange={(words) => onChange({ typeText: words })}
          maxLength={LIMITS.name}
          error={errors.typeText}
        />
      )}
    </>
  );
}

type DocumentFieldProps = Pick<PieceFieldsProps, 'value' | 'onChange'> & {
  field: 'status' | 'change';
  shared: { label: string; optional: boolean; error?: string };
};

function DocumentField({ field, value, onChange, shared }: DocumentFieldProps) {
  const { t } = useTranslation();
  const emptyLabel = t('piece.choose');
  return field === 'status' ? (
    <SelectField
      {...shared}
      emptyLabel={emptyLabel}
      value={value.status}
      onChange={(status) => onChange({ status })}
      options={STATUSES.map((each) => ({ value: each, label: t(`vocabulary.documentStatus.${each}`) }))}
    />
  ) : (
    <SelectField
      {...shared}
      emptyLabel={emptyLabel}
      value={value.change}
      onChange={(change) => onChange({ change })}
      options={CHANGES.map((each) => ({ value: each, label: t(`vocabulary.documentChange.${each}`) }))}
    />
  );
}
