import { useApolloClient } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../shell/PageHeader.tsx';
import { Button } from '../../ui/Button.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { FileDrop } from '../../ui/FileDrop.tsx';
import { MarginNote } from '../../ui/MarginNote.tsx';
import { State } from '../../ui/State.tsx';
import { Table, Td, Th } from '../../ui/Table.tsx';
import { sendCalendar, type Answer, type CalendarCheck, type CalendarDone, type ListedRow } from './send-calendar.ts';
import css from './Calendar.module.css';

/** A list of days: every row is shown with what is wrong before anything is taken over. */
export function CalendarImportPage() {
  const { t } = useTranslation();
  const client = useApolloClient();
  const [file, setFile] = useState<File | null>(null);
  const [busy, setBusy] = useState(false);
  const [checked, setChecked] = useState<Answer<CalendarCheck> | null>(null);
  const [taken, setTaken] = useState<Answer<CalendarDone> | null>(null);

  const check = async ([chosen]: File[]) => {
    if (!chosen || busy) return;
    setBusy(true);
    setTaken(null);
    setFile(chosen);
    setChecked(await sendCalendar<CalendarCheck>('/import/calendar/check', chosen));
    setBusy(false);
  };
  const takeOver = async () => {
    if (!file || busy) return;
    setBusy(true);
    const answer = await sendCalendar<CalendarDone>('/import/calendar', file);
    setTaken(answer);
    if (answer.kind === 'done') {
      setChecked(null);
      client.cache.evict({ id: 'ROOT_QUERY', fieldName: 'workingCalendar' });
    }
    setBusy(false);
  };
  const answer = taken?.kind === 'done' ? null : (taken ?? checked);
  return (
    <>
      <PageHeader
        title={t('calendar.importTitle')}
        sub={t('calendar.importSub')}
        trail={<Link to="/calendar">{t('shell.nav.calendar')}</Link>}
      />
      <FileDrop
        label={t('calendar.importChoose')}
        hint={t('calendar.importHint')}
        accept=".xlsx,.csv,.json"
        single
        pasteAnywhere
        items={[]}
        onFiles={(files) => void check(files)}
      />
      {busy && <p role="status">{t('calendar.reading')}</p>}
      {answer?.kind === 'lost' && <ErrorPanel title={t('errors.network')}>{t('calendar.lost')}</ErrorPanel>}
      {answer?.kind === 'refused' && <ErrorPanel title={t('errors.refused')}>{answer.message}</ErrorPanel>}
      {taken?.kind === 'done' && <Taken done={taken.answer} />}
      {checked?.kind === 'done' && file && (
        <Checked check={checked.answer} name={file.name} busy={busy} onTakeOver={() => void takeOver()} />
      )}
    </>
  );
}

function Taken({ done: { years, days } }: { done: CalendarDone }) {
  const { t } = useTranslation();
  const [year] = years;
  return (
    <div role="status" className={css.legend}>
      <MarginNote
        kind="note"
        actions={
          year && (
            <Link to="/calendar/$year" params={{ year: String(year) }}>
              {t('calendar.open', { year })}
            </Link>
          )
        }
      >
        {t('calendar.done', { years: years.join('、'), days })}
      </MarginNote>
    </div>
  );
}

type CheckedProps = { check: CalendarCheck; name: string; busy: boolean; onTakeOver: () => void };

function Checked({ check, name, busy, onTakeOver }: CheckedProps) {
  const { t } = useTranslation();
  const years = check.years.join('、');
  return (
    <>
      <p role="status" className={css.legend}>
        {t('calendar.checked', { file: name, count: check.rows.length })}
        {check.errors > 0 && (
          <>
            {' · '}
            <State tone="late">{t('calendar.wrong', { count: check.errors })}</State>
          </>
        )}
      </p>
      {check.errors === 0 && check.rows.length > 0 && (
        <MarginNote
          kind="check"
          actions={
            <Button look="ink" busy={busy} onClick={onTakeOver}>
              {t('calendar.takeOver', { years })}
            </Button>
          }
        >
          {t('calendar.replaces')}
        </MarginNote>
      )}
      <Table caption={t('calendar.importTitle')} cards style={{ marginTop: 'var(--s3)' }}>
        <thead>
          <tr>
            <Th right>{t('calendar.row')}</Th>
            <Th>{t('calendar.date')}</Th>
            <Th>{t('calendar.kindColumn')}</Th>
            <Th>{t('calendar.name')}</Th>
            <Th>{t('calendar.problem')}</Th>
          </tr>
        </thead>
        <tbody>
          {check.rows.map((row) => (
            <tr key={row.row}>
              <Td right label={t('calendar.row')}>
                {row.row}
              </Td>
              <Td label={t('calendar.date')}>{row.day || '—'}</Td>
              <Td label={t('calendar.kindColumn')}>{row.kind || '—'}</Td>
              <Td label={t('calendar.name')}>{row.name || '—'}</Td>
              <Td label={t('calendar.problem')}>
                <Verdict row={row} />
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  );
}

function Verdict({ row }: { row: ListedRow }) {
  const { t } = useTranslation();
  const remark = (code: string) => t(`calendar.remark.${code}` as 'calendar.remark.DAY');
  if (row.error) return <State tone="late">{remark(row.error)}</State>;
  if (row.warning) return <State tone="warn">{remark(row.warning)}</State>;
  return <State tone="ok">{t('calendar.fine')}</State>;
}
