import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { graphql, readFragment } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import { DecideExtensionDialog } from './DecideExtensionDialog.tsx';
import { ExtensionFactsFragment } from './extension-facts.ts';
import waiting from '../inbox/waiting.module.css';
import css from './extensions.module.css';

const WaitingExtensionsDocument = graphql(`
  query WaitingExtensions {
    extensions(filter: { waitsForMe: true }, first: 100) {
      totalCount
      edges {
        node {
          id
          body {
            id
            shortName
          }
          finding {
            id
            seq
            title
          }
          ...ExtensionFacts_extension
        }
      }
    }
  }
`);

/** 待审批的延期: requests that wait for this person's decision; nothing where there are none. The office sees the request, not the finding. */
export function WaitingExtensions() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(WaitingExtensionsDocument, { fetchPolicy: 'cache-and-network' });
  const [open, setOpen] = useState<string | null>(null);
  if (error && !data) return <FaultPanel error={error} onRetry={() => void refetch()} />;
  const rows = data?.extensions.edges.map((edge) => edge.node) ?? [];
  if (rows.length === 0) return null;
  const asked = rows.find((row) => row.id === open);
  return (
    <section className={waiting.waiting} aria-label={t('extension.waiting')}>
      <h2>
        {t('extension.waiting')} <span className={css.quiet}>{t('extension.count', { count: rows.length })}</span>
      </h2>
      <ol>
        {rows.map((row) => {
          const request = readFragment(ExtensionFactsFragment, row);
          return (
            <li key={row.id} className={waiting.row}>
              <div>
                <p>
                  {row.finding ? (
                    <Link to="/findings/$findingId" params={{ findingId: row.finding.id }} hash="extensions">
                      {row.finding.seq} {row.finding.title}
                    </Link>
                  ) : (
                    <b>
                      {row.body.shortName} {request.refNo}
                    </b>
                  )}
                </p>
                <p>{t('extension.fromTo', { from: request.fromDueOn, to: request.toDueOn, count: request.days })}</p>
                <p className={css.quiet}>{[request.requestedByName, request.reason].join(':')}</p>
              </div>
              <Button look="ink" onClick={() => setOpen(row.id)}>
                {t('extension.decide')}
              </Button>
            </li>
          );
        })}
      </ol>
      {asked && (
        <DecideExtensionDialog
          request={readFragment(ExtensionFactsFragment, asked)}
          about={asked.finding ? String(asked.finding.seq) : readFragment(ExtensionFactsFragment, asked).refNo}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}
