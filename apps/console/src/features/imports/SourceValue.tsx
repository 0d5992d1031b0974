import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mark, MarkKind } from './source-marks.ts';
import source from './SourceText.module.css';
import css from './SourceValue.module.css';

/** What the values of a finding need to find their stretch of the source. */
export type Showing = { marks: readonly Mark[]; activeId: string | null; onShow: (id: string) => void };

type SourceValueProps = { id: string; kind: MarkKind; showing: Showing; children: ReactNode };

/** A value that was read: pressing it marks its stretch in the source. One typed by hand stands in no source. */
export function SourceValue({ id, kind, showing: { marks, activeId, onShow }, children }: SourceValueProps) {
  const { t } = useTranslation();
  const element = useRef<HTMLSpanElement>(null);
  const active = activeId === id;
  useEffect(() => {
    if (active) element.current?.scrollIntoView({ block: 'nearest' }); // a click in the source brings its value into sight
  }, [active]);
  const colour = kind === 'action' ? undefined : source[kind];
  if (!marks.some((mark) => mark.id === id)) {
    return (
      <span className={css.typed} title={t('imports.check.noPlace')}>
        {children}
      </span>
    );
  }
  const show = () => onShow(id);
  return (
    // a real button would not break over lines like the text it stands for
    <span
      ref={element}
      role="button"
      tabIndex={0}
      className={[css.value, colour, active && css.active].filter(Boolean).join(' ')}
      title={t('imports.check.show')}
      aria-pressed={active}
      onMouseDown={(event) => event.preventDefault() /* Enter keeps meaning 核对无误 */}
      onClick={show}
      onKeyDown={(event) => {
        if (event.key !== ' ') return; // Enter comes as a click, from the keys of the page
        event.preventDefault();
        show();
      }}
    >
      {children}
    </span>
  );
}
