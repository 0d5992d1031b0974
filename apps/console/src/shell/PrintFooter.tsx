import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateTime } from '../format.ts';
import { useViewer } from '../session/viewer.ts';
import css from './PrintFooter.module.css';

/** At the foot of every printed sheet: who printed it and when. */
export function PrintFooter() {
  const { t } = useTranslation();
  const { account, person } = useViewer();
  const [at, setAt] = useState(() => dateTime(new Date()));
  useEffect(() => {
    const stamp = () => setAt(dateTime(new Date()));
    window.addEventListener('beforeprint', stamp);
    return () => window.removeEventListener('beforeprint', stamp);
  }, []);
  return (
    <p className={`print-only ${css.footer}`}>{t('shell.printedBy', { name: person?.name ?? account.login, at })}</p>
  );
}
