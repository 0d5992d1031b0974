import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { LedgerSearch } from '../ledger/ledger-search.ts';
import css from './home.module.css';

type FigureProps = {
  label: string;
  value: string | number;
  unit?: string;
  note?: ReactNode;
  tone?: 'late' | 'warn';
  /** The list that is counted here. */
  to: '/ledger' | '/inbox' | '/money' | '/import' | '/outline';
  search?: LedgerSearch;
};

/** One figure with the list it counts behind it. Coloured only while it is not zero. */
export function Figure({ label, value, unit, note, tone, to, search }: FigureProps) {
  const zero = value === 0 || value === '0';
  return (
    <Link to={to} search={search as never} className={css.figure}>
      <span className={css.figureLabel}>{label}</span>
      <span className={[css.figureValue, tone && !zero && css[tone]].filter(Boolean).join(' ')}>
        {value}
        {unit && <small>{unit}</small>}
      </span>
      {note && <span className={css.figureLabel}>{note}</span>}
    </Link>
  );
}

/** The figures of a home, side by side as in a ledger's head. */
export function Figures({ children, label }: { children: ReactNode; label: string }) {
  return (
    <section className={css.figures} aria-label={label}>
      {children}
    </section>
  );
}
