import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import css from './Tag.module.css';

type TagProps = { children: ReactNode; title?: string; onRemove?: () => void; removeLabel?: string };

/** A small quiet label: 会议 28-1-01, 屡改屡犯; with `onRemove`, a filter that is on. */
export function Tag({ children, title, onRemove, removeLabel }: TagProps) {
  const { t } = useTranslation();
  return (
    <span className={onRemove ? `${css.tag} ${css.removable}` : css.tag} title={title}>
      {children}
      {onRemove && (
        <button type="button" className={css.remove} onClick={onRemove} aria-label={removeLabel ?? t('ui.remove')}>
          <span aria-hidden="true">×</span>
        </button>
      )}
    </span>
  );
}
