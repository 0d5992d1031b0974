import type { ReactNode } from 'react';
import css from './CardRow.module.css';

/** A line of the card: what it is on the left, what was read on the right. */
export function CardRow({ label, children, quiet }: { label: string; children: ReactNode; quiet?: boolean }) {
  return (
    <div className={css.row}>
      <dt className={css.label}>{label}</dt>
      <dd className={quiet ? css.quiet : css.value}>{children}</dd>
    </div>
  );
}

/** One of several values of a line, with what can be done about it behind. */
export function CardItem({ children, verbs }: { children: ReactNode; verbs?: ReactNode }) {
  return (
    <li className={css.item}>
      <span className={css.words}>{children}</span>
      {verbs && <span className={css.verbs}>{verbs}</span>}
    </li>
  );
}

/** Takes a wrongly read value out of the finding. */
export function DropButton({ label, busy, onDrop }: { label: string; busy: boolean; onDrop: () => void }) {
  return (
    <button
      type="button"
      className={css.drop}
      aria-label={label}
      title={label}
      aria-disabled={busy}
      onClick={() => !busy && onDrop()}
    >
      <span aria-hidden="true">×</span>
    </button>
  );
}
