import type { ReactNode, TableHTMLAttributes, TdHTMLAttributes, ThHTMLAttributes } from 'react';
import { useTranslation } from 'react-i18next';
import css from './Table.module.css';

type TableProps = TableHTMLAttributes<HTMLTableElement> & {
  /** Read out before the table; drawn only if `showCaption`. */
  caption: string;
  showCaption?: boolean;
  /** On a phone every row becomes a card; cells name themselves by `label`. */
  cards?: boolean;
  children: ReactNode;
};

/** A printed ledger's table: hairlines, no boxes, header row repeated on paper. */
export function Table({ caption, showCaption, cards, children, className, ...rest }: TableProps) {
  return (
    <div className={css.scroll}>
      <table {...rest} className={[css.table, cards && css.cards, className].filter(Boolean).join(' ')}>
        <caption className={showCaption ? css.caption : 'visually-hidden'}>{caption}</caption>
        {children}
      </table>
    </div>
  );
}

type CellProps = { right?: boolean };

/** A column's name. */
export function Th({ right, className, ...rest }: CellProps & ThHTMLAttributes<HTMLTableCellElement>) {
  return (
    <th scope="col" {...rest} className={[right && css.right, className].filter(Boolean).join(' ') || undefined} />
  );
}

/** A value; `label` repeats the column's name where the row is drawn as a card. */
export function Td({
  right,
  label,
  className,
  children,
  ...rest
}: CellProps & { label?: string } & TdHTMLAttributes<HTMLTableCellElement>) {
  return (
    <td {...rest} data-label={label} className={[right && css.right, className].filter(Boolean).join(' ') || undefined}>
      {label === undefined ? children : <div className={css.value}>{children}</div>}
    </td>
  );
}

export type SortDirection = 'ascending' | 'descending';

type SortableThProps = CellProps & {
  children: string;
  direction: SortDirection | null;
  onSort: (next: SortDirection) => void;
};

/** A column's name that sorts: the first press ascending, the next turns it round. */
export function SortableTh({ children, direction, onSort, right }: SortableThProps) {
  const { t } = useTranslation();
  const next = direction === 'ascending' ? 'descending' : 'ascending';
  return (
    <th scope="col" aria-sort={direction ?? 'none'} className={right ? css.right : undefined}>
      <button type="button" className={css.sort} onClick={() => onSort(next)} title={t(`ui.sort.${next}`)}>
        {children}
        <span aria-hidden="true" className={css.arrow}>
          {direction === 'ascending' ? '↑' : direction === 'descending' ? '↓' : ''}
        </span>
      </button>
    </th>
  );
}

/** A heading inside the table: 四、履行全面从严治党责任有待压实. */
export function GroupRow({ columns, children, note }: { columns: number; children: ReactNode; note?: ReactNode }) {
  return (
    <tr className={css.group}>
      <th scope="rowgroup" colSpan={columns}>
        {children}
        {note && <span className={css.note}>{note}</span>}
      </th>
    </tr>
  );
}
