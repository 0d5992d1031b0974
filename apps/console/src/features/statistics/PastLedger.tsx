import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { groupedYuan } from '../../format.ts';
import { graphql } from '../../gql/index.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Table, Td, Th } from '../../ui/Table.tsx';
import { MoreRows } from '../admin/MoreRows.tsx';
import css from './StatisticsPage.module.css';

const PastLedgerDocument = graphql(`
  query PastLedger($inspectionId: String!, $day: Date!, $after: String) @asOf(day: $day) {
    findings(first: 100, after: $after, filter: { inspectionId: $inspectionId }) {
      edges {
        cursor
        node {
          id
          seq
          title
          state
          resultText
          leader {
            id
            title
          }
          leadDepartment {
            id
            name
          }
          deadline {
            dueOn
            urgency
          }
          balance {
            dueFen
            recoveredFen
          }
        }
      }
      totalCount
    }
  }
`);

/** 当日台账: the rows as they stood on a day. Never from the cache nor into it: the same findings are others today. */
export function PastLedger({ inspectionId, day }: { inspectionId: string; day: string }) {
  const { t } = useTranslation();
  const { data, error, refetch, fetchMore } = useQuery(PastLedgerDocument, {
    variables: { inspectionId, day },
    fetchPolicy: 'no-cache',
  });
  if (!data) return error ? <FaultPanel error={error} onRetry={() => void refetch()} /> : <Skeleton />;
  const { edges, totalCount } = data.findings;
  const more = () =>
    fetchMore({
      variables: { after: edges[edges.length - 1]?.cursor },
      updateQuery: (old, { fetchMoreResult: next }) => ({
        ...next,
        findings: { ...next.findings, edges: [...(old as typeof next).findings.edges, ...next.findings.edges] },
      }),
    });
  const caption = t('statistics.pastLedger', { day });
  return (
    <section className={css.block}>
      <h2>{caption}</h2>
      <Table caption={caption} cards>
        <thead>
          <tr>
            <Th right>{t('ledger.column.seq')}</Th>
            <Th>{t('ledger.column.findingText')}</Th>
            <Th>{t('ledger.column.leader')}</Th>
            <Th>{t('ledger.column.department')}</Th>
            <Th>{t('ledger.column.due')}</Th>
            <Th>{t('ledger.column.state')}</Th>
            <Th right>{t('ledger.column.dueSum')}</Th>
            <Th right>{t('ledger.column.recovered')}</Th>
          </tr>
        </thead>
        <tbody>
          {edges.map(({ node }) => (
            <tr key={node.id}>
              <Td right label={t('ledger.column.seq')}>
                {node.seq}
              </Td>
              <Td label={t('ledger.column.findingText')}>{node.title}</Td>
              <Td label={t('ledger.column.leader')}>{node.leader?.title ?? '—'}</Td>
              <Td label={t('ledger.column.department')}>{node.leadDepartment?.name ?? '—'}</Td>
              <Td label={t('ledger.column.due')} className={css.figure}>
                {node.deadline.dueOn ?? '—'}
              </Td>
              <Td label={t('ledger.column.state')}>
                {node.resultText ?? t(`vocabulary.findingState.${node.state}`)}
                {node.deadline.urgency === 'OVERDUE' && ` · ${t('statistics.overdue')}`}
              </Td>
              <Td right label={t('ledger.column.dueSum')} className={css.figure}>
                {groupedYuan(node.balance.dueFen)}
              </Td>
              <Td right label={t('ledger.column.recovered')} className={css.figure}>
                {groupedYuan(node.balance.recoveredFen)}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <MoreRows shown={edges.length} total={totalCount} onMore={more} />
    </section>
  );
}
