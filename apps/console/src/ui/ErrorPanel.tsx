import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';
import css from './ErrorPanel.module.css';

type ErrorPanelProps = {
  /** What did not work, in the reader's words. */
  title: string;
  /** What to do about it. */
  children?: ReactNode;
  /** What is safe: 已填内容保存在本机. */
  saved?: string;
  onRetry?: () => void;
  /** The number the server's log knows this by. */
  code?: string | null;
};

/** An error a person can act on: plain words, what is saved, one button, one code to quote. */
export function ErrorPanel({ title, children, saved, onRetry, code }: ErrorPanelProps) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const copy = () => {
    void navigator.clipboard?.writeText(code ?? '').then(() => setCopied(true));
  };
  return (
    <div className={css.panel} role="alert">
      <p className={css.title}>{title}</p>
      {children && <div className={css.text}>{children}</div>}
      {saved && <p className={css.saved}>{saved}</p>}
      <div className={css.foot}>
        {onRetry && <Button onClick={onRetry}>{t('ui.retry')}</Button>}
        {code && (
          <span className={css.code}>
            {t('ui.errorCode')} <code>{code}</code>{' '}
            {navigator.clipboard && (
              <Button look="quiet" onClick={copy}>
                {copied ? t('ui.copied') : t('ui.copy')}
              </Button>
            )}
          </span>
        )}
      </div>
    </div>
  );
}
