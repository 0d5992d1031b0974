import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { dateTime } from '../../format.ts';
import { graphql } from '../../gql/index.ts';
import { PageHeader } from '../../shell/PageHeader.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { State } from '../../ui/State.tsx';
import { Table, Td, Th } from '../../ui/Table.tsx';
import { MoreRows } from '../admin/MoreRows.tsx';
import { appended, lastCursor, nodes } from '../admin/pages.ts';

const Handovers = graphql(`
  query Handovers($after: String) {
    handovers(first: 50, after: $after) {
      edges {
        cursor
        node {
          id
          state
          startedAt
          acknowledgeAs
          post {
            id
            title
          }
          outgoing {
            id
            name
          }
          incoming {
            id
            name
          }
        }
      }
      pageInfo {
        hasNextPage
      }
      totalCount
    }
  }
`);

const TONES = { OPEN: 'warn', DONE: 'ok', CANCELLED: 'calm' } as const;

/** 交接: the handovers that concern the viewer, newest first. */
export function HandoversPage() {
  const { t } = useTranslation();
  const { data, error, refetch, fetchMore } = useQuery(Handovers, { fetchPolicy: 'cache-and-network' });
  if (!data) return error ? <FaultPanel error={error} onRetry={() => void refetch()} /> : <Skeleton lines={6} />;
  const rows = nodes(data.handovers);
  const more = () =>
    fetchMore({
      variables: { after: lastCursor(data.handovers) },
      updateQuery: (old, { fetchMoreResult }) => appended(old as typeof fetchMoreResult, fetchMoreResult, 'handovers'),
    });
  return (
    <>
      <PageHeader title={t('handover.title')} sub={t('handover.sub')} />
      {rows.length === 0 && <EmptyState title={t('handover.none')}>{t('handover.noneHint')}</EmptyState>}
      {rows.length > 0 && (
        <Table caption={t('handover.title')} cards>
          <thead>
            <tr>
              <Th>{t('handover.post')}</Th>
              <Th>{t('handover.people')}</Th>
              <Th>{t('handover.since')}</Th>
              <Th>{t('handover.state')}</Th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <Td label={t('handover.post')}>
                  <Link to="/handovers/$handoverId" params={{ handoverId: row.id }}>
                    {row.post.title}
                  </Link>
                </Td>
                <Td label={t('handover.people')}>
                  {row.outgoing.name} → {row.incoming.name}
                </Td>
                <Td label={t('handover.since')}>{dateTime(row.startedAt)}</Td>
                <Td label={t('handover.state')}>
                  <State tone={TONES[row.state]}>
                    {row.acknowledgeAs
                      ? t(`handover.acknowledge.${row.acknowledgeAs}`)
                      : t(`vocabulary.handoverState.${row.state}`)}
                  </State>
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <MoreRows shown={rows.length} total={data.handovers.totalCount} onMore={more} />
    </>
  );
}
