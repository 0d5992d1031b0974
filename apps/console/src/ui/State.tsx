import type { ReactNode } from 'react';
import css from './State.module.css';

/** `late` alone is red; `calm` has not begun; `plain` says nothing about time. */
export type Tone = 'ok' | 'warn' | 'late' | 'calm' | 'plain';

const SIGN: Record<Tone, string> = { ok: '●', warn: '▲', late: '■', calm: '○', plain: '' };

/** Icon, word and colour together: none of the three stands alone. */
export function State({ tone, children, title }: { tone: Tone; children: ReactNode; title?: string }) {
  return (
    <span className={`${css.state} ${css[tone]}`} title={title}>
      {SIGN[tone] && (
        <span aria-hidden="true" className={css.sign}>
          {SIGN[tone]}
        </span>
      )}
      <span>{children}</span>
    </span>
  );
}
