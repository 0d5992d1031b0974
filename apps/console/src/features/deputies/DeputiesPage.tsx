import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { graphql, readFragment } from '../../gql/index.ts';
import { PageHeader } from '../../shell/PageHeader.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Table, Th } from '../../ui/Table.tsx';
import { MoreRows } from '../admin/MoreRows.tsx';
import { appended, lastCursor, nodes } from '../admin/pages.ts';
import { AppointDeputyDialog } from './AppointDeputyDialog.tsx';
import { ConfirmDeputyDialog } from './ConfirmDeputyDialog.tsx';
import { DeputationFactsFragment } from './deputation-facts.ts';
import { DeputationRow } from './DeputationRow.tsx';
import { EndDeputyDialog } from './EndDeputyDialog.tsx';

const Deputies = graphql(`
  query Deputies($after: String) {
    deputations(first: 50, after: $after) {
      edges {
        cursor
        node {
          id
          ...DeputationFacts_deputation
        }
      }
      pageInfo {
        hasNextPage
      }
      totalCount
    }
    deputisedPosts {
      grantId
      role
      scopeName
      personName
      own
      candidates {
        id
        name
        postTitle
      }
    }
  }
`);

type Opened = { verb: 'appoint' } | { verb: 'confirm' | 'end'; id: string };

/** 代签: who signs for whom and until when, newest first; whoever signs here appoints his deputy here. */
export function DeputiesPage() {
  const { t } = useTranslation();
  const { data, error, refetch, fetchMore } = useQuery(Deputies, { fetchPolicy: 'cache-and-network' });
  const [opened, setOpened] = useState<Opened | null>(null);
  if (!data) return error ? <FaultPanel error={error} onRetry={() => void refetch()} /> : <Skeleton lines={6} />;
  const rows = nodes(data.deputations).map((row) => readFragment(DeputationFactsFragment, row));
  const chosen = opened && opened.verb !== 'appoint' ? rows.find((row) => row.id === opened.id) : undefined;
  const close = () => setOpened(null);
  const more = () =>
    fetchMore({
      variables: { after: lastCursor(data.deputations) },
      updateQuery: (old, { fetchMoreResult }) =>
        appended(old as typeof fetchMoreResult, fetchMoreResult, 'deputations'),
    });
  return (
    <>
      <PageHeader
        title={t('deputy.title')}
        sub={t('deputy.sub')}
        actions={
          data.deputisedPosts.length > 0 && (
            <Button look="ink" onClick={() => setOpened({ verb: 'appoint' })}>
              {t('deputy.appoint')}
            </Button>
          )
        }
      />
      {rows.length === 0 && <EmptyState title={t('deputy.none')}>{t('deputy.noneHint')}</EmptyState>}
      {rows.length > 0 && (
        <Table caption={t('deputy.title')} cards>
          <thead>
            <tr>
              <Th>{t('deputy.forWhom')}</Th>
              <Th>{t('deputy.deputyOf')}</Th>
              <Th>{t('deputy.period')}</Th>
              <Th>{t('deputy.reason')}</Th>
              <Th>{t('deputy.state')}</Th>
              <Th>
                <span className="visually-hidden">{t('deputy.verbs')}</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <DeputationRow key={row.id} row={row} onOpen={(verb) => setOpened({ verb, id: row.id })} />
            ))}
          </tbody>
        </Table>
      )}
      <MoreRows shown={rows.length} total={data.deputations.totalCount} onMore={more} />
      {opened?.verb === 'appoint' && <AppointDeputyDialog posts={data.deputisedPosts} onClose={close} />}
      {opened?.verb === 'confirm' && chosen && <ConfirmDeputyDialog asked={chosen} onClose={close} />}
      {opened?.verb === 'end' && chosen && <EndDeputyDialog ended={chosen} onClose={close} />}
    </>
  );
}
