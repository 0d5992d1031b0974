import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerSort, LedgerView } from './ledger-search.ts';
import css from './LedgerTable.module.css';

const KEYS = [
  'seq',
  'title',
  'leader',
  'department',
  'supporting',
  'handler',
  'due',
  'state',
  'evidence',
  'dueSum',
  'recovered',
  'type',
  'goal',
] as const;
type Column = {
  key: (typeof KEYS)[number];
  sort?: LedgerSort | 'seq';
  right?: true;
};

const DUE: Column = { key: 'due', sort: 'due' };
const STATE: Column = { key: 'state', sort: 'state' };
const SEQ: Column = { key: 'seq', sort: 'seq', right: true };

const COLUMNS: Record<LedgerView, readonly Column[]> = {
  ledger: [
    SEQ,
    { key: 'title' },
    { key: 'leader' },
    { key: 'department' },
    { key: 'handler' },
    DUE,
    STATE,
    { key: 'evidence', right: true },
    { key: 'dueSum', right: true },
    { key: 'recovered', right: true },
  ],
  findings: [SEQ, { key: 'title' }, { key: 'type' }, { key: 'goal' }, DUE, STATE],
  tasks: [
    SEQ,
    { key: 'title' },
    { key: 'department' },
    { key: 'handler' },
    DUE,
    STATE,
    { key: 'evidence', right: true },
  ],
  duties: [
    SEQ,
    { key: 'title' },
    { key: 'leader' },
    { key: 'department' },
    { key: 'supporting' },
    { key: 'handler' },
    DUE,
    STATE,
  ],
};

/** What the columns are called, translated once for the table: a cell names its column, too, where the screen is narrow. */
export type ColumnNames = Record<Column['key'], string>;

export function useColumnNames(): ColumnNames {
  const { t } = useTranslation();
  return useMemo(() => Object.fromEntries(KEYS.map((key) => [key, t(`ledger.column.${key}`)])) as ColumnNames, [t]);
}

type LedgerHeadProps = {
  names: ColumnNames;
  view: LedgerView;
  sort: { by?: LedgerSort; desc: boolean };
  onSort: (by: LedgerSort | undefined, desc: boolean) => void;
};

/** The columns' names; number, deadline and state sort. By number the rows stand under their aspects. */
export function LedgerHead({ names, view, sort, onSort }: LedgerHeadProps) {
  const { t } = useTranslation();
  return (
    <div role="rowgroup" className={css.headGroup}>
      <div role="row" className={`${css.row} ${css.head} ${css[view]}`}>
        {COLUMNS[view].map((column) => {
          const name = names[column.key];
          const by = column.sort === 'seq' ? undefined : column.sort;
          const sorted = column.sort !== undefined && sort.by === by;
          return (
            <span
              key={column.key}
              role="columnheader"
              className={column.right && css.right}
              aria-sort={column.sort && (sorted ? (sort.desc ? 'descending' : 'ascending') : 'none')}
            >
              {column.sort ? (
                <button
                  type="button"
                  className={css.sort}
                  title={t(sorted && !sort.desc ? 'ui.sort.descending' : 'ui.sort.ascending')}
                  onClick={() => onSort(by, sorted && !sort.desc)}
                >
                  {name}
                  <span aria-hidden="true" className={css.arrow}>
                    {sorted ? (sort.desc ? '↓' : '↑') : ''}
                  </span>
                </button>
              ) : (
                name
              )}
            </span>
          );
        })}
      </div>
    </div>
  );
}
