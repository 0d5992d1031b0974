import type { TableChange } from '@closeout/documents/ledger-types';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateTime } from '../../format.ts';
import { Button } from '../../ui/Button.tsx';
import { State } from '../../ui/State.tsx';
import { Table, Td, Th } from '../../ui/Table.tsx';
import { SHOWS, standingOf, useRemarkWords, type Show } from './table-words.ts';
import { TakeBox } from './TakeBox.tsx';
import type { TableDecisions } from './use-table-decisions.ts';
import css from './TableCheck.module.css';

const STEP = 100;

type Placed = { change: TableChange; place: number };

/** Every changed cell, before and after, with what is taken of it; conflicts with who changed what, refusals with why. */
export function TableCells({ changes, decisions }: { changes: TableChange[]; decisions: TableDecisions | null }) {
  const { t } = useTranslation();
  const [show, setShow] = useState<Show>('all');
  const [shown, setShown] = useState(STEP);
  const placed: Placed[] = changes.map((change, place) => ({ change, place }));
  const listed = placed.filter(({ change }) => show === 'all' || standingOf(change) === show);
  const open = placed.filter(({ change }) => standingOf(change) === 'open').map(({ place }) => place);
  const countOf = (which: Show) =>
    which === 'all' ? changes.length : changes.filter((change) => standingOf(change) === which).length;
  return (
    <>
      <div className={css.heading}>
        <h2 id="table-changes">{t('tableCheck.changes')}</h2>
        <div className={css.shows} role="group" aria-label={t('tableCheck.showLabel')}>
          {SHOWS.filter((which) => countOf(which) > 0).map((which) => (
            <Button key={which} look="quiet" aria-pressed={which === show} onClick={() => setShow(which)}>
              {t(`tableCheck.show.${which}`)} {countOf(which)}
            </Button>
          ))}
        </div>
        {decisions && open.length > 1 && (
          <div className={css.both}>
            <Button busy={decisions.taking.busy} onClick={() => void decisions.take({ changes: open }, true)}>
              {t('tableCheck.all')}
            </Button>
            <Button busy={decisions.taking.busy} onClick={() => void decisions.take({ changes: open }, false)}>
              {t('tableCheck.nothingOf')}
            </Button>
          </div>
        )}
      </div>
      {changes.length === 0 ? (
        <p className={css.quiet}>{t('tableCheck.none')}</p>
      ) : (
        <CellTable placed={listed.slice(0, shown)} decisions={decisions} />
      )}
      {listed.length > shown && (
        <Button onClick={() => setShown(shown + STEP)}>
          {t('tableCheck.more', { count: Math.min(STEP, listed.length - shown) })}
        </Button>
      )}
    </>
  );
}

function CellTable({ placed, decisions }: { placed: Placed[]; decisions: TableDecisions | null }) {
  const { t } = useTranslation();
  return (
    <Table caption={t('tableCheck.changes')} cards>
      <thead>
        <tr>
          <Th>{t('tableCheck.take')}</Th>
          <Th>{t('tableCheck.cell')}</Th>
          <Th>{t('tableCheck.column')}</Th>
          <Th>{t('tableCheck.before')}</Th>
          <Th>{t('tableCheck.after')}</Th>
        </tr>
      </thead>
      <tbody>
        {placed.map((one) => (
          <CellRow key={one.place} {...one} decisions={decisions} />
        ))}
      </tbody>
    </Table>
  );
}

function CellRow({ change, place, decisions }: Placed & { decisions: TableDecisions | null }) {
  const { t } = useTranslation();
  const { row, letter, column, seq, ordinal, before, after, refusal, accepted } = change;
  const name = t(`vocabulary.ledgerField.${column}`);
  const open = decisions !== null && refusal === null && !decisions.taking.busy;
  return (
    <tr>
      <Td label={t('tableCheck.take')}>
        <TakeBox
          label={t('tableCheck.takeOf', { row, column: name })}
          accepted={accepted}
          onTake={open ? (next) => decisions.take({ changes: [place] }, next) : undefined}
        />
      </Td>
      <Td label={t('tableCheck.cell')} className={css.cell}>
        {letter}
        {row}
      </Td>
      <Td label={t('tableCheck.column')} className={css.where}>
        <b>{name}</b>
        <span className={css.quiet}>
          {t('tableCheck.finding', { seq })}
          {ordinal !== null && ` · ${t('tableCheck.action', { ordinal })}`}
        </span>
      </Td>
      <Td label={t('tableCheck.before')} className={css.words}>
        {before || <span className={css.quiet}>{t('tableCheck.empty')}</span>}
      </Td>
      <Td label={t('tableCheck.after')} className={css.words}>
        <ins className={accepted ? css.new : css.left}>{after || t('tableCheck.empty')}</ins>
        <Standing change={change} />
      </Td>
    </tr>
  );
}

function Standing({ change: { refusal, conflict } }: { change: TableChange }) {
  const { t } = useTranslation();
  const words = useRemarkWords();
  if (refusal) return <p className={css.why}>{words(refusal)}</p>;
  if (!conflict) return null;
  return (
    <p className={css.why}>
      <State tone="warn">{t('tableCheck.show.conflict')}</State>{' '}
      {t('tableCheck.conflict', { by: conflict.by, at: conflict.at ? dateTime(conflict.at) : '' })}
    </p>
  );
}
