import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import css from './admin.module.css';

/** Under a list that has more rows than were read: how many there are, and the next hundred. */
export function MoreRows({ shown, total, onMore }: { shown: number; total: number; onMore: () => Promise<unknown> }) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  if (shown >= total) return null;
  const more = async () => {
    setBusy(true);
    await onMore().finally(() => setBusy(false));
  };
  return (
    <p className={css.more}>
      {t('admin.shownOf', { shown, total })}
      <Button onClick={() => void more()} busy={busy}>
        {t('admin.more')}
      </Button>
    </p>
  );
}
