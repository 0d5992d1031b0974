import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { graphql } from '../../gql/index.ts';
import { useCapability } from '../../session/viewer.ts';
import { Button } from '../../ui/Button.tsx';
import { RequestSightDialog } from './RequestSightDialog.tsx';
import { SightCard } from './SightCard.tsx';
import css from './sights.module.css';

const SightsPanelDocument = graphql(`
  query SightsPanel($filter: SightFilter) {
    sights(filter: $filter, first: 50) {
      totalCount
      edges {
        node {
          id
          ...SightCard_sight
        }
      }
    }
  }
`);

/** 下钻查阅 of one inspection: what the office asked to see, what was answered, what was opened by whom. */
export function SightsPanel({ inspectionId }: { inspectionId: string }) {
  const { t } = useTranslation();
  const asks = useCapability('SIGHT_ASK');
  const [asking, setAsking] = useState(false);
  const { data, error, refetch } = useQuery(SightsPanelDocument, { variables: { filter: { inspectionId } } });
  const sights = data?.sights.edges.map((edge) => edge.node) ?? [];
  if (!asks && data && sights.length === 0) return null;
  return (
    <section className={css.panel} aria-label={t('sight.title')}>
      <header className={css.head}>
        <h2>{t('sight.title')}</h2>
        {asks && <Button onClick={() => setAsking(true)}>{t('sight.ask')}</Button>}
      </header>
      {error && <FaultPanel error={error} onRetry={() => void refetch()} />}
      {data && sights.length === 0 && <p className={css.quiet}>{t('sight.none')}</p>}
      {sights.map((sight) => (
        <SightCard key={sight.id} sight={sight} inspectionId={inspectionId} />
      ))}
      {asking && <RequestSightDialog inspectionId={inspectionId} onClose={() => setAsking(false)} />}
    </section>
  );
}
