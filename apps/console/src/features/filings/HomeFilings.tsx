import { Link } from '@tanstack/react-router';
import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../gql/index.ts';
import { State } from '../../ui/State.tsx';
import { filingTitle, toneOf } from './filing-words.ts';
import css from './filings.module.css';

const HomeFilingsDocument = graphql(`
  query HomeFilings($inspectionId: ID!, $sights: SightFilter) {
    sights(filter: $sights, first: 5) {
      totalCount
    }
    inspection(id: $inspectionId) {
      id
      filings {
        kind
        planKind
        number
        dueOn
        state
        lateDays
        firstFiledOn
        filingId
        pressing
      }
    }
  }
`);

/** What of the filings waits for somebody in the body: due soon or past, prepared, given back, returned. */
export function HomeFilings({ inspectionId }: { inspectionId: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(HomeFilingsDocument, {
    variables: { inspectionId, sights: { inspectionId, state: ['PENDING'] } },
  });
  const rows = (data?.inspection?.filings ?? []).filter((one) => one.pressing);
  const asked = (data?.sights.totalCount ?? 0) > 0;
  if (rows.length === 0 && !asked) return null;
  return (
    <section aria-label={t('filing.home')}>
      <h2>{t('filing.home')}</h2>
      <ul className={css.rows}>
        {asked && (
          <li className={css.row}>
            <Link to="/filings" search={{}}>
              {t('sight.home')}
            </Link>
          </li>
        )}
        {rows.map((one) => (
          <li key={`${one.kind} ${one.planKind} ${one.number}`} className={css.row}>
            {one.filingId ? (
              <Link to="/filings/$filingId" params={{ filingId: one.filingId }}>
                {filingTitle(t, one)}
              </Link>
            ) : (
              <Link to="/filings" search={{}}>
                {filingTitle(t, one)}
              </Link>
            )}
            <State tone={toneOf(one.state)}>{t(`vocabulary.filingState.${one.state}`)}</State>
            {one.lateDays > 0 ? (
              <State tone="late">
                {t(one.firstFiledOn ? 'filing.filedLate' : 'filing.overdue', { count: one.lateDays })}
              </State>
            ) : (
              <span className={css.quiet}>{t('filing.homeDue', { day: one.dueOn })}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
