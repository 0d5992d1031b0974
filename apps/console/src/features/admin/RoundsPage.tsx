import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { graphql, readFragment } from '../../gql/index.ts';
import { PageHeader } from '../../shell/PageHeader.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Table, Td, Th } from '../../ui/Table.tsx';
import { MoreRows } from './MoreRows.tsx';
import { appended, lastCursor, nodes } from './pages.ts';
import { CreateRoundDialog, RoundRowFragment } from './RoundDialog.tsx';
import { valuesOf } from '../rounds/settings/values.ts';
import { settingsSummary } from '../rounds/settings/summary.ts';
import css from './admin.module.css';

const Rounds = graphql(`
  query Rounds($after: String) {
    rounds(first: 100, after: $after) {
      edges {
        cursor
        node {
          id
          ...RoundRow_round
          inspections(first: 1) {
            totalCount
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

/** The rounds with what each decides; one opens onto its bodies. */
export function RoundsPage() {
  const { t } = useTranslation();
  const { data, error, refetch, fetchMore } = useQuery(Rounds);
  const [adding, setAdding] = useState(false);
  const rows = nodes(data?.rounds);
  const more = () =>
    fetchMore({
      variables: { after: lastCursor(data?.rounds) },
      updateQuery: (old, { fetchMoreResult }) => appended(old as typeof fetchMoreResult, fetchMoreResult, 'rounds'),
    });
  return (
    <>
      <PageHeader
        title={t('shell.nav.rounds')}
        sub={t('admin.round.sub')}
        actions={
          <Button look="ink" onClick={() => setAdding(true)}>
            {t('admin.round.create')}
          </Button>
        }
      />
      {!data && (error ? <FaultPanel error={error} onRetry={() => void refetch()} /> : <Skeleton />)}
      {data && rows.length === 0 && <EmptyState title={t('admin.round.none')}>{t('admin.round.noneHint')}</EmptyState>}
      {rows.length > 0 && (
        <Table caption={t('shell.nav.rounds')} cards>
          <thead>
            <tr>
              <Th>{t('admin.round.name')}</Th>
              <Th>{t('admin.round.level')}</Th>
              <Th right>{t('admin.round.yearNumber')}</Th>
              <Th>{t('admin.round.office')}</Th>
              <Th right>{t('admin.round.bodies')}</Th>
              <Th>{t('admin.round.settings')}</Th>
            </tr>
          </thead>
          <tbody>
            {[...rows].reverse().map((row) => {
              const round = readFragment(RoundRowFragment, row);
              const summary = settingsSummary(t, valuesOf(round.settingsInForce));
              return (
                <tr key={row.id}>
                  <Td label={t('admin.round.name')}>
                    <Link to="/rounds/$roundId" params={{ roundId: row.id }} className={css.strong}>
                      {round.name}
                    </Link>
                  </Td>
                  <Td label={t('admin.round.level')}>{t(`vocabulary.inspectionLevel.${round.level}`)}</Td>
                  <Td right label={t('admin.round.yearNumber')}>
                    {t('admin.round.ofYear', { year: round.year, number: round.number })}
                  </Td>
                  <Td label={t('admin.round.office')}>{round.office?.shortName ?? '—'}</Td>
                  <Td right label={t('admin.round.bodies')}>
                    {row.inspections.totalCount}
                  </Td>
                  <Td label={t('admin.round.settings')}>{summary}</Td>
                </tr>
              );
            })}
          </tbody>
        </Table>
      )}
      <MoreRows shown={rows.length} total={data?.rounds.totalCount ?? 0} onMore={more} />
      {adding && <CreateRoundDialog onClose={() => setAdding(false)} />}
    </>
  );
}
