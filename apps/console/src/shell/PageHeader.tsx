import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import css from './PageHeader.module.css';

type PageHeaderProps = {
  title: string;
  /** Quiet facts beside the title: 33 个问题 · 123 条措施. */
  sub?: ReactNode;
  /** Where the page lies, above the title. */
  trail?: ReactNode;
  /** Its buttons, the next step last. */
  actions?: ReactNode;
};

/** A page's name, also the browser tab's, and what can be done with the page as a whole. */
export function PageHeader({ title, sub, trail, actions }: PageHeaderProps) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} · ${t('shell.brand')}`;
  }, [title, t]);
  return (
    <header className={css.header}>
      <div className={css.words}>
        {trail && <p className={css.trail}>{trail}</p>}
        <div className={css.line}>
          <h1>{title}</h1>
          {sub && <p className={css.sub}>{sub}</p>}
        </div>
      </div>
      {actions && <div className={css.actions}>{actions}</div>}
    </header>
  );
}
