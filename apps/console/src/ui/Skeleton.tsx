import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import css from './Skeleton.module.css';

const PATIENCE_MS = 200;

/** True once the waiting has lasted long enough to be worth a word. */
export function useSlow(waiting: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!waiting) return;
    const timer = setTimeout(() => setSlow(true), PATIENCE_MS);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [waiting]);
  return waiting && slow;
}

/** Empty lines in the shape of what is coming, after 200 ms: quick answers never flicker. */
export function Skeleton({ lines = 6 }: { lines?: number }) {
  const { t } = useTranslation();
  const slow = useSlow(true);
  return (
    <div role="status" className={slow ? css.sheet : css.waiting}>
      <span className="visually-hidden">{slow ? t('ui.loading') : ''}</span>
      {slow &&
        Array.from({ length: lines }, (_, i) => (
          <span key={i} className={css.line} style={{ width: `${92 - ((i * 37) % 48)}%` }} />
        ))}
    </div>
  );
}
