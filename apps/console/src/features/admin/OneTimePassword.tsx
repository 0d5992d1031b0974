import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { MarginNote } from '../../ui/MarginNote.tsx';
import css from './admin.module.css';

/** A secret that is stored nowhere: set apart, selectable with one click, copied with one button. */
export function Secret({ value }: { value: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard?.writeText(value).then(() => setCopied(true));
  return (
    <p className={css.secret}>
      <code>{value}</code>
      {navigator.clipboard && <Button onClick={copy}>{t(copied ? 'ui.copied' : 'ui.copy')}</Button>}
    </p>
  );
}

type OneTimePasswordProps = { login: string; name: string; password: string; onClose: () => void };

/** The password the server made, shown this once; closing needs a decision, because it cannot be shown again. */
export function OneTimePassword({ login, name, password, onClose }: OneTimePasswordProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      title={t('admin.account.oneTime', { name, login })}
      open
      mustDecide
      onClose={onClose}
      actions={
        <Button look="ink" onClick={onClose}>
          {t('admin.account.noted')}
        </Button>
      }
    >
      <Secret value={password} />
      <MarginNote kind="check">{t('admin.account.oneTimeHint')}</MarginNote>
    </Dialog>
  );
}
