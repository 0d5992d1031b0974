import type { ReactNode } from 'react';
import css from './Panel.module.css';

type PanelProps = {
  title: string;
  /** Quiet words beside the title, such as the unit. */
  note?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  id?: string;
};

/** A sheet in the margin of a finding: chain, balance, people. */
export function Panel({ title, note, actions, children, id }: PanelProps) {
  return (
    <section id={id} tabIndex={id ? -1 : undefined} className={`${css.panel} keep-together`} aria-label={title}>
      <header className={css.head}>
        <h2>
          {title}
          {note && <span className={css.note}>{note}</span>}
        </h2>
        {actions}
      </header>
      {children}
    </section>
  );
}

/** The heading of a part of the page's main column, with its verbs at the end of the line. */
export function PartHead({ title, note, actions }: { title: string; note?: ReactNode; actions?: ReactNode }) {
  return (
    <header className={css.partHead}>
      <h2>
        {title}
        {note && <span className={css.note}>{note}</span>}
      </h2>
      {actions && <span className={css.partActions}>{actions}</span>}
    </header>
  );
}
