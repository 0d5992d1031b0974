import { useTranslation } from 'react-i18next';
import source from './SourceText.module.css';
import css from './SourceLegend.module.css';

const KINDS = ['description', 'event', 'sum', 'result', 'unparsed'] as const;

/** What the colours in the source mean. */
export function SourceLegend() {
  const { t } = useTranslation();
  return (
    <div className={css.legend}>
      <span className={css.name}>{t('imports.check.source')}</span>
      <ul className={css.kinds} aria-label={t('imports.check.legend')}>
        {KINDS.map((kind) => (
          <li key={kind} className={source[kind]}>
            {t(`imports.check.legendOf.${kind}`)}
          </li>
        ))}
      </ul>
    </div>
  );
}
