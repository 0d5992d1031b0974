import type { ReactNode } from 'react';
import css from './Disclosure.module.css';

/** What is needed less often, folded: the browser's own disclosure, found by in-page search too. */
export function Disclosure({
  label,
  note,
  open,
  children,
}: {
  label: string;
  note?: string;
  open?: boolean;
  children: ReactNode;
}) {
  return (
    <details className={css.fold} open={open}>
      <summary className={css.summary}>
        {label}
        {note && <span className={css.note}>{note}</span>}
      </summary>
      <div className={css.body}>{children}</div>
    </details>
  );
}
