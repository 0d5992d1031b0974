import { useTranslation } from 'react-i18next';
import type { ParsedReport, SetAside } from '@closeout/report/types';
import { Disclosure } from '../../ui/Disclosure.tsx';
import css from './ReportOverview.module.css';

/** What was left out of the report on purpose: beside its text in the file, and the web page's own lines within it. */
function setAsideOf({ source, otherSpans }: ParsedReport): SetAside[] {
  const chrome = otherSpans.filter(({ kind }) => kind === 'chrome');
  return [
    ...chrome.map(({ span: [from, to] }) => ({ kind: 'SITE_CHROME' as const, text: source.text.slice(from, to) })),
    ...(source.setAside ?? []),
  ];
}

/** All that was set aside, folded: the clerk can see that nothing of the report is among it. */
export function SetAsideList({ parsed }: { parsed: ParsedReport }) {
  const { t } = useTranslation();
  const all = setAsideOf(parsed);
  if (all.length === 0) return null;
  return (
    <Disclosure label={t('imports.check.setAside', { count: all.length })}>
      <ul className={css.unparsed}>
        {all.map(({ kind, text, page }, index) => (
          <li key={`${index} ${text}`}>
            {t(`vocabulary.setAsideKind.${kind}`)}
            {page === undefined ? ':' : t('imports.check.page', { page })}
            {text}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
