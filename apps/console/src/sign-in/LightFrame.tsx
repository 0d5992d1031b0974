import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage, switchLanguage } from '../i18n/start.ts';
import css from './SignInPage.module.css';

/** The page before the console: the product's name, the notice that no secrets belong here, one task. */
export function LightFrame({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation();
  const other = currentLanguage() === 'zh' ? 'en' : 'zh';
  useEffect(() => {
    document.title = `${title} · ${t('signIn.product')}`;
  }, [title, t]);
  return (
    <div className={css.page}>
      <main className={css.main}>
        <header className={css.product}>
          <p className={css.name}>{t('signIn.product')}</p>
          <p className={css.line}>{t('signIn.line')}</p>
        </header>
        <section className={css.card} aria-labelledby="task">
          <h1 id="task" className={css.title}>
            {title}
          </h1>
          {children}
        </section>
        <div className={css.notice} role="note">
          <strong>{t('signIn.notice')}</strong> {t('signIn.noticeMore')}
        </div>
        <button
          type="button"
          className={css.language}
          lang={other === 'en' ? 'en' : 'zh-CN'}
          onClick={() => void switchLanguage(other)}
        >
          {other === 'en' ? 'English' : '中文'}
        </button>
      </main>
    </div>
  );
}
