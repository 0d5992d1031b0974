import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { graphql } from '../../gql/index.ts';
import { PageHeader } from '../../shell/PageHeader.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Shelf } from './Shelf.tsx';

const TemplatesPageDocument = graphql(`
  query TemplatesPage {
    templateShelves {
      bodyId
      kind
      ...Shelf_shelf
    }
  }
`);

/** 公文模板: for each document what it is laid out by, and the own versions. */
export function TemplatesPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(TemplatesPageDocument, { fetchPolicy: 'cache-and-network' });
  return (
    <>
      <PageHeader title={t('shell.nav.templates')} sub={t('template.sub')} />
      {error && <FaultPanel error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={12} />}
      {data?.templateShelves.length === 0 && (
        <EmptyState title={t('template.none')}>{t('template.noneText')}</EmptyState>
      )}
      {data?.templateShelves.map((shelf) => (
        <Shelf key={`${shelf.bodyId} ${shelf.kind}`} shelf={shelf} onKept={() => void refetch()} />
      ))}
    </>
  );
}
