import type { ReactNode } from 'react';
import css from './MarginNote.module.css';

type MarginNoteProps = {
  /** `return` is a teacher's hand: why the work came back. `check` is 请核对; `note` says something calmly. */
  kind?: 'return' | 'check' | 'note';
  /** The first words, e.g. 退回. */
  title?: string;
  /** Who and when. */
  by?: string;
  children: ReactNode;
  actions?: ReactNode;
};

/** A remark in the margin, always with its reason. */
export function MarginNote({ kind = 'return', title, by, children, actions }: MarginNoteProps) {
  return (
    <div className={`${css.note} ${css[kind]}`} role="note">
      <div>
        {title && <b className={css.title}>{title}</b>}
        {by && <span className={css.by}>{by}</span>}
        <span className={css.text}>{children}</span>
      </div>
      {actions && <div className={css.actions}>{actions}</div>}
    </div>
  );
}
