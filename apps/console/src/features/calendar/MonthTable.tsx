import { useTranslation } from 'react-i18next';
import type { CalendarPageQuery } from '../../gql/graphql.ts';
import css from './Calendar.module.css';

export type MarkedDay = CalendarPageQuery['workingCalendar']['days'][number];

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;

type MonthProps = {
  month: number;
  weeks: readonly (readonly (string | null)[])[];
  days: ReadonlyMap<string, MarkedDay>;
  today: string;
  /** Absent: nothing can be changed. */
  onPick?: (day: string) => void;
};

/** One month as a small table; a day off and a swapped day say so in a word. */
export function MonthTable({ month, weeks, days, today, onPick }: MonthProps) {
  const { t } = useTranslation();
  return (
    <table className={css.month}>
      <caption>{t('calendar.month', { month })}</caption>
      <thead>
        <tr>
          {WEEK.map((weekday) => (
            <th key={weekday} scope="col">
              {t(`calendar.weekdays.d${weekday}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week.find(Boolean)}>
            {week.map((day, index) => (
              <td key={day ?? `gap ${WEEK[index]}`} aria-current={day === today ? 'date' : undefined}>
                {day && <Day day={day} weekend={index > 4} marked={days.get(day)} onPick={onPick} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type DayProps = { day: string; weekend: boolean; marked?: MarkedDay; onPick?: (day: string) => void };

function Day({ day, weekend, marked, onPick }: DayProps) {
  const { t } = useTranslation();
  const plain = t(weekend ? 'calendar.weekend' : 'calendar.plainDay');
  const special = marked && marked.kind !== 'ORDINARY' ? marked : null;
  const kind = special
    ? [special.name, t(`vocabulary.calendarDayKind.${special.kind}`)].filter(Boolean).join(' ')
    : plain;
  const words = [kind, marked?.own && t('calendar.own')].filter(Boolean).join(' · ');
  const rests = special ? special.kind === 'HOLIDAY' : weekend;
  const face = (
    <>
      <span className={css.number}>{Number(day.slice(8))}</span>
      <span className={css.mark} aria-hidden="true">
        {marked && marked.kind !== 'ORDINARY' && t(`calendar.mark.${marked.kind}`)}
        {marked?.own && <i>{t('calendar.ownMark')}</i>}
      </span>
    </>
  );
  const look = [css.day, rests && css.rests, special && css[special.kind]].filter(Boolean).join(' ');
  const label = t('calendar.day', { day, words });
  return onPick ? (
    <button type="button" className={look} aria-label={label} title={words} onClick={() => onPick(day)}>
      {face}
    </button>
  ) : (
    <span className={look} title={words}>
      {face}
      <span className="visually-hidden">{words}</span>
    </span>
  );
}
