import { useTranslation } from 'react-i18next';
import type { OffsetUnit } from '../../gql/graphql.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { offsetWords } from '../rounds/reason-words.ts';

export type DueValues = { due: 'setting' | 'days' | 'day'; replyDueOn: string | null; replyWorkingDays: number | null };
export const NO_DUE: DueValues = { due: 'setting', replyDueOn: null, replyWorkingDays: null };

/** What is sent of it: the setting says nothing. */
export const dueInput = ({ due, replyDueOn, replyWorkingDays }: DueValues) => ({
  replyDueOn: due === 'day' ? replyDueOn : null,
  replyWorkingDays: due === 'days' ? replyWorkingDays : null,
});

type ReplyDueFieldsProps = {
  /** The settings in force, for the words of the usual term. */
  settings: unknown;
  values: DueValues;
  onPut: (due: DueValues) => void;
  errors: Readonly<Record<string, string>>;
};

/** By when a reply is due: as usual, in so many working days, or on a day. */
export function ReplyDueFields({ settings, values, onPut, errors }: ReplyDueFieldsProps) {
  const { t } = useTranslation();
  const usual = (settings as { noticeReply?: { amount: number; unit: OffsetUnit } } | null)?.noticeReply;
  const { due, replyDueOn, replyWorkingDays } = values;
  const put = (change: Partial<DueValues>) => onPut({ due, replyDueOn, replyWorkingDays, ...change });
  return (
    <>
      <ChoiceField
        label={t('notice.replyDue')}
        value={due}
        onChange={(value) => put({ due: value })}
        options={[
          {
            value: 'setting',
            label: usual ? t('notice.dueUsual', { offset: offsetWords(t, usual) }) : t('notice.dueSetting'),
          },
          { value: 'days', label: t('notice.dueDays') },
          { value: 'day', label: t('notice.dueDay') },
        ]}
      />
      {due === 'days' && (
        <NumberField
          label={t('notice.dueDays')}
          unit={t('notice.workingDays')}
          min={1}
          max={120}
          value={replyWorkingDays}
          onChange={(value) => put({ replyWorkingDays: value })}
          error={errors.replyWorkingDays}
        />
      )}
      {due === 'day' && (
        <DateField
          label={t('notice.dueDay')}
          value={replyDueOn}
          onChange={(day) => put({ replyDueOn: day })}
          error={errors.replyDueOn}
        />
      )}
    </>
  );
}
