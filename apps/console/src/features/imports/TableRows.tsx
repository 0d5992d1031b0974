import type { TableAddition, TableChanges } from '@closeout/documents/ledger-types';
import { useTranslation } from 'react-i18next';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { MarginNote } from '../../ui/MarginNote.tsx';
import { useRemarkWords } from './table-words.ts';
import { TakeBox } from './TakeBox.tsx';
import type { TableDecisions } from './use-table-decisions.ts';
import css from './TableCheck.module.css';

/** What a table says beside its cells: rows that were added, rows that were not taken, rows that are missing. */
export function TableRows({ table, decisions }: { table: TableChanges; decisions: TableDecisions | null }) {
  const { t } = useTranslation();
  const words = useRemarkWords();
  const { additions, remarks, missing, unknownColumns } = table;
  const columns = unknownColumns.map(({ letter, header }) => `${letter}“${header}”`).join('、');
  if (additions.length + remarks.length + missing.length + unknownColumns.length === 0) return null;
  return (
    <section className={css.sheet}>
      {additions.length > 0 && (
        <>
          <h2>{t('tableCheck.additions')}</h2>
          <ul className={css.rows}>
            {additions.map((one, place) => (
              <Addition key={one.row} addition={one} place={place} decisions={decisions} />
            ))}
          </ul>
        </>
      )}
      {remarks.length > 0 && (
        <Disclosure label={t('tableCheck.remarks', { count: remarks.length })} open>
          <ul className={css.rows}>
            {remarks.map(({ row, value, note }) => (
              <li key={`${row} ${note.code}`}>
                <span className={css.quiet}>{t('tableCheck.row', { row })}</span> {value} {words(note)}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {missing.length > 0 && (
        <Disclosure label={t('tableCheck.missing')} open>
          <ul className={css.rows}>
            {missing.map((one) => (
              <li key={one.zh}>{words(one)}</li>
            ))}
          </ul>
        </Disclosure>
      )}
      {columns !== '' && <MarginNote kind="note">{t('tableCheck.unknown', { columns })}</MarginNote>}
    </section>
  );
}

type AdditionProps = { addition: TableAddition; place: number; decisions: TableDecisions | null };

function Addition({ addition, place, decisions }: AdditionProps) {
  const { t } = useTranslation();
  const words = useRemarkWords();
  const { row, kind, seq, title, measure, note, refusal, accepted } = addition;
  const open = decisions !== null && refusal === null && !decisions.taking.busy;
  return (
    <li className={css.addition}>
      <TakeBox
        label={t('tableCheck.takeRow', { row })}
        accepted={accepted}
        onTake={open ? (next) => decisions.take({ additions: [place] }, next) : undefined}
      />
      <div>
        <p>
          <b>{t(`tableCheck.kind.${kind}`)}</b>{' '}
          <span className={css.quiet}>
            {t('tableCheck.row', { row })}
            {seq !== null && ` · ${t('tableCheck.finding', { seq })}`}
          </span>{' '}
          {[title, measure].filter(Boolean).join(' / ')}
        </p>
        <p className={css.why}>{words(refusal ?? note)}</p>
      </div>
    </li>
  );
}
