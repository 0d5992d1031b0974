import { useQuery } from '@apollo/client/react';
import { Link, useParams } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { OperationErrors } from '../../forms/OperationErrors.tsx';
import { useOperation } from '../../forms/use-operation.ts';
import { today } from '../../format.ts';
import { graphql } from '../../gql/index.ts';
import type { CalendarPageQuery } from '../../gql/graphql.ts';
import { PageHeader } from '../../shell/PageHeader.tsx';
import { Button } from '../../ui/Button.tsx';
import button from '../../ui/Button.module.css';
import { MarginNote } from '../../ui/MarginNote.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { CALENDAR_QUERIES, DayDialog, EditCalendarYear } from './DayDialog.tsx';
import { MonthTable } from './MonthTable.tsx';
import { monthsOf } from './months.ts';
import css from './Calendar.module.css';

const CalendarPageDocument = graphql(`
  query CalendarPage($year: Int!) {
    workingCalendar(year: $year) {
      year
      known
      shipped
      notice
      workingDays
      editable
      version
      days {
        day
        kind
        name
        own
        published
      }
    }
  }
`);

type Year = CalendarPageQuery['workingCalendar'];

const FIRST = 1990;
const LAST = 2100;

/** A year as twelve months: days off and swapped days in a word, a year that is not published said so. */
export function CalendarPage() {
  const { t } = useTranslation();
  const { year: asked } = useParams({ strict: false });
  const now = today();
  const wanted = Number(asked ?? now.slice(0, 4));
  const year = Number.isInteger(wanted) && wanted >= FIRST && wanted <= LAST ? wanted : Number(now.slice(0, 4));
  const { data, error, refetch } = useQuery(CalendarPageDocument, { variables: { year } });
  const [picked, setPicked] = useState<string | null>(null);
  const calendar = data?.workingCalendar.year === year ? data.workingCalendar : null;
  const days = useMemo(() => new Map((calendar?.days ?? []).map((day) => [day.day, day])), [calendar]);
  const months = useMemo(() => monthsOf(year), [year]);
  return (
    <>
      <PageHeader
        title={t('calendar.title', { year })}
        sub={calendar && <Summary calendar={calendar} />}
        actions={
          <>
            {year > FIRST && <YearLink year={year - 1} />}
            {year < LAST && <YearLink year={year + 1} />}
            {calendar?.editable && (
              <Link to="/calendar/import" className={button.button}>
                {t('calendar.import')}
              </Link>
            )}
          </>
        }
      />
      {!calendar && (error ? <FaultPanel error={error} onRetry={() => void refetch()} /> : <Skeleton />)}
      {calendar && (
        <>
          <Completeness calendar={calendar} />
          <div className={css.year}>
            {months.map((weeks, index) => (
              <MonthTable
                key={weeks[1]?.[0]}
                month={index + 1}
                weeks={weeks}
                days={days}
                today={now}
                onPick={calendar.editable ? setPicked : undefined}
              />
            ))}
          </div>
          <p className={css.legend}>{t('calendar.legend')}</p>
        </>
      )}
      {calendar && picked && (
        <DayDialog
          key={picked}
          day={picked}
          marked={days.get(picked)}
          version={calendar.version}
          onClose={() => setPicked(null)}
        />
      )}
    </>
  );
}

function YearLink({ year }: { year: number }) {
  const { t } = useTranslation();
  return (
    <Link to="/calendar/$year" params={{ year: String(year) }} className={button.button}>
      {t('calendar.next', { year })}
    </Link>
  );
}

function Summary({ calendar }: { calendar: Year }) {
  const { t } = useTranslation();
  const count = calendar.workingDays;
  const words = [
    t(calendar.known ? 'calendar.sub' : 'calendar.subUnknown', { count }),
    calendar.notice ? t('calendar.notice', { notice: calendar.notice }) : calendar.known && t('calendar.own'),
  ];
  return words.filter(Boolean).join(' · ');
}

/** A year nobody has published: said first; who keeps the calendar says when it is entered. */
function Completeness({ calendar }: { calendar: Year }) {
  const { t } = useTranslation();
  const operation = useOperation(EditCalendarYear, CALENDAR_QUERIES);
  const { year, version, known, shipped, editable } = calendar;
  if (shipped || (known && !editable)) return null;
  const set = (complete: boolean) => () => void operation.run({ input: { year, version, complete } });
  return (
    <div className={css.note}>
      <MarginNote
        kind={known ? 'note' : 'check'}
        title={known ? t('calendar.own') : t('calendar.unknown', { year })}
        actions={
          editable && (
            <Button busy={operation.busy} onClick={set(!known)}>
              {t(known ? 'calendar.incomplete' : 'calendar.complete')}
            </Button>
          )
        }
      >
        {!known && t('calendar.unknownWhy', { year })}
      </MarginNote>
      <OperationErrors operation={operation} />
    </div>
  );
}
