import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';
import { dismissToast, useToasts, type Toast } from './toast-store.ts';
import css from './ToastRegion.module.css';

const NOTE_MS = 6_000;
const UNDO_MS = 10_000;

/** Where toasts appear; one per page. Time stands still while the pointer or the focus is on one. */
export function ToastRegion() {
  const toasts = useToasts();
  const { t } = useTranslation();
  return (
    <section aria-label={t('ui.messages')} className={css.region}>
      <div role="status" aria-live="polite">
        {toasts.map((each) => (
          <ToastLine key={each.id} toast={each} />
        ))}
      </div>
    </section>
  );
}

function ToastLine({ toast }: { toast: Toast }) {
  const { t } = useTranslation();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => dismissToast(toast.id), toast.undo ? UNDO_MS : NOTE_MS);
    return () => clearTimeout(timer);
  }, [held, toast]);
  const undo = () => {
    dismissToast(toast.id);
    void toast.undo?.();
  };
  return (
    <div
      className={toast.tone === 'error' ? `${css.toast} ${css.error}` : css.toast}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className={css.text}>{toast.text}</span>
      {toast.undo && (
        <Button look="quiet" className={css.undo} onClick={undo}>
          {t('ui.undo')}
        </Button>
      )}
      <button type="button" className={css.close} aria-label={t('ui.close')} onClick={() => dismissToast(toast.id)}>
        <span aria-hidden="true">×</span>
      </button>
    </div>
  );
}
