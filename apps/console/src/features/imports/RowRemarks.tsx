import type { LedgerWorkbook } from '@closeout/documents/ledger-types';
import { useTranslation } from 'react-i18next';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { MarginNote } from '../../ui/MarginNote.tsx';
import { State } from '../../ui/State.tsx';
import { Table, Td, Th } from '../../ui/Table.tsx';
import css from './RowRemarks.module.css';

/** What could not be taken from which cell, and why: what was left out first. */
export function RowRemarks({ workbook: { rowErrors } }: { workbook: LedgerWorkbook }) {
  const { t } = useTranslation();
  if (rowErrors.length === 0) return <p className={css.quiet}>{t('imports.list.remarksNone')}</p>;
  const rows = [...rowErrors].sort((a, b) => a.level.localeCompare(b.level) || a.row - b.row);
  return (
    <div className={css.scroll}>
      <Table caption={t('imports.list.remarks', { count: rows.length })} cards>
        <thead>
          <tr>
            <Th>{t('imports.list.cell')}</Th>
            <Th>{t('imports.column.state')}</Th>
            <Th>{t('imports.list.value')}</Th>
            <Th>{t('imports.list.reason')}</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, column, level, code, value, message }) => (
            <tr key={`${row} ${column} ${code}`}>
              <Td label={t('imports.list.cell')} className={css.cell}>
                {column ? `${column}${row}` : t('imports.list.row', { row })}
              </Td>
              <Td label={t('imports.column.state')} className={css.cell}>
                <State tone={level === 'error' ? 'warn' : 'calm'}>{t(`imports.list.level.${level}`)}</State>
              </Td>
              <Td label={t('imports.list.value')}>{value || '—'}</Td>
              <Td label={t('imports.list.reason')}>{message}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

/** Rows that are no data, each with why, and rows that were hidden and read all the same. */
export function SkippedRows({ workbook: { skippedRows, hiddenRows } }: { workbook: LedgerWorkbook }) {
  const { t } = useTranslation();
  return (
    <>
      {skippedRows.length > 0 && (
        <Disclosure label={t('imports.list.skipped', { count: skippedRows.length })}>
          <ul className={css.skipped}>
            {skippedRows.map(({ row, reason, text }) => (
              <li key={row}>
                <span className={css.quiet}>
                  {t('imports.list.row', { row })} · {t(`imports.list.skippedReason.${reason}`)}
                </span>{' '}
                {text}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {hiddenRows.length > 0 && (
        <MarginNote kind="check">
          {t('imports.list.hidden', { count: hiddenRows.length, rows: hiddenRows.slice(0, 30).join('、') })}
        </MarginNote>
      )}
    </>
  );
}
