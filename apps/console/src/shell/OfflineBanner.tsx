import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useOnline } from '../network.ts';
import { toast } from '../ui/toast-store.ts';
import css from './OfflineBanner.module.css';

/** Says that the line is down and what still works; says so again when it is back. */
export function OfflineBanner() {
  const { t } = useTranslation();
  const online = useOnline();
  const wasOffline = useRef(false);
  useEffect(() => {
    if (!online) wasOffline.current = true;
    else if (wasOffline.current) {
      wasOffline.current = false;
      toast(t('shell.online'));
    }
  }, [online, t]);
  return <div role="status">{!online && <p className={css.banner}>{t('shell.offline')}</p>}</div>;
}
