import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql } from '../../gql/index.ts';
import type { CalendarDayKind } from '../../gql/graphql.ts';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { toast } from '../../ui/toast-store.ts';
import type { MarkedDay } from './MonthTable.tsx';
import css from './Calendar.module.css';

export const EditCalendarYear = graphql(`
  mutation EditCalendarYear($input: EditCalendarYearInput!) {
    editCalendarYear(input: $input) {
      calendarYear {
        year
        version
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);
export const CALENDAR_QUERIES = ['CalendarPage'];

const KINDS: readonly CalendarDayKind[] = ['HOLIDAY', 'WORKDAY', 'ORDINARY'];

type DayDialogProps = { day: string; marked?: MarkedDay; version: number; onClose: () => void };

/** What one day is here: the published arrangement, or the installation's own over it. */
export function DayDialog({ day, marked, version, onClose }: DayDialogProps) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<CalendarDayKind | null>(marked?.own ? marked.kind : null);
  const [name, setName] = useState(marked?.name ?? '');
  const operation = useOperation(EditCalendarYear, CALENDAR_QUERIES);
  const published = marked?.own ? marked.published : marked?.kind;
  const submit = async () => {
    const days = [{ day, kind, name: kind && kind !== 'ORDINARY' ? name : '' }];
    const payload = await operation.run({ input: { year: Number(day.slice(0, 4)), version, days } });
    if (!payload) return;
    toast(t('calendar.saved', { day }));
    onClose();
  };
  return (
    <VerbDialog
      title={t('calendar.editDay', { day })}
      verb={t('calendar.save')}
      operation={operation}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className={css.legend}>
        {published
          ? t('calendar.publishedIs', { words: t(`vocabulary.calendarDayKind.${published}`) })
          : t('calendar.noneYet')}
      </p>
      <SelectField
        label={t('calendar.kindLabel')}
        value={kind}
        onChange={setKind}
        emptyLabel={t(published ? 'calendar.asPublished' : 'calendar.asWeek')}
        options={KINDS.map((value) => ({ value, label: t(`vocabulary.calendarDayKind.${value}`) }))}
      />
      {kind && kind !== 'ORDINARY' && (
        <TextField label={t('calendar.name')} value={name} onChange={setName} maxLength={40} optional />
      )}
      <p className={css.legend}>{t('calendar.keeps')}</p>
    </VerbDialog>
  );
}
