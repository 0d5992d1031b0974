import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { dateTime } from '../../format.ts';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { graphql } from '../../gql/index.ts';
import { buttonClass } from '../../ui/button-class.ts';
import css from '../inbox/waiting.module.css';

const WaitingPublicationsDocument = graphql(`
  query WaitingPublications {
    publications(first: 100, filter: { state: [PROPOSED, REVIEWED] }) {
      edges {
        node {
          id
          state
          proposedAt
          proposedByName
          reviewedAt
          reviewedByName
          inspection {
            id
          }
          body {
            id
            shortName
          }
          transitions {
            verb
            allowed
          }
        }
      }
    }
  }
`);

const MINE = ['reviewPublication', 'approvePublication'];

/** 待审的公开稿: texts that wait for this person's secrecy review or approval; nothing where there are none. */
export function WaitingPublications() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(WaitingPublicationsDocument, { fetchPolicy: 'cache-and-network' });
  if (error && !data) return <FaultPanel error={error} onRetry={() => void refetch()} />;
  const rows = (data?.publications.edges ?? [])
    .map((edge) => edge.node)
    .filter(({ transitions }) => transitions.some(({ verb, allowed }) => allowed && MINE.includes(verb)));
  if (rows.length === 0) return null;
  return (
    <section className={css.waiting} aria-label={t('publication.waiting')}>
      <h2>{t('publication.waiting')}</h2>
      <ol>
        {rows.map((row) => (
          <li key={row.id} className={css.row}>
            <div>
              <p>
                <b>{t('publication.waitingOf', { body: row.body.shortName })}</b>{' '}
                {t(`vocabulary.publicationState.${row.state}`)}
              </p>
              <p className={css.quiet}>
                {[
                  row.proposedByName,
                  row.proposedAt && dateTime(row.proposedAt),
                  row.reviewedByName,
                  row.reviewedAt && dateTime(row.reviewedAt),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
            <Link to="/publication" search={{ inspection: row.inspection.id }} className={buttonClass('ink')}>
              {t('publication.look')}
            </Link>
          </li>
        ))}
      </ol>
    </section>
  );
}
