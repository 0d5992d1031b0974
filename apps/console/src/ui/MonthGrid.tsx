import { parseDate as parseIso } from '@internationalized/date';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Heading,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import css from './MonthGrid.module.css';

type MonthGridProps = { value: string | null; today: string; onPick: (date: string) => void };

/** One month to pick a day from, Monday first; loaded when the calendar is first opened. */
export function MonthGrid({ value, today, onPick }: MonthGridProps) {
  const { t } = useTranslation();
  return (
    <Calendar
      aria-label={t('ui.date.calendar')}
      value={value ? parseIso(value) : null}
      defaultFocusedValue={parseIso(value ?? today)}
      firstDayOfWeek="mon"
      autoFocus
      onChange={(date) => onPick(date.toString())}
    >
      <header className={css.head}>
        <Button slot="previous" className={css.turn}>
          ‹
        </Button>
        <Heading className={css.month} />
        <Button slot="next" className={css.turn}>
          ›
        </Button>
      </header>
      <CalendarGrid className={css.grid} weekdayStyle="narrow">
        <CalendarGridHeader>
          {(day) => <CalendarHeaderCell className={css.weekday}>{day}</CalendarHeaderCell>}
        </CalendarGridHeader>
        <CalendarGridBody>
          {(date) => (
            <CalendarCell date={date} className={date.toString() === today ? `${css.day} ${css.today}` : css.day} />
          )}
        </CalendarGridBody>
      </CalendarGrid>
    </Calendar>
  );
}
