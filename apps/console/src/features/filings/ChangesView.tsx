import { useQuery } from '@apollo/client/react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { graphql } from '../../gql/index.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Table, Td, Th } from '../../ui/Table.tsx';

const ChangesViewDocument = graphql(`
  query ChangesView($from: ID!, $to: ID!) {
    filingComparison(fromId: $from, toId: $to) {
      reportChanged
      figures {
        field
        before
        after
      }
      findings {
        refNo
        title
        kind
        changes {
          field
          before
          after
        }
      }
    }
  }
`);

/** What changed since the version that was filed before. */
export function ChangesView({ from, to }: { from: string | null; to: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(ChangesViewDocument, {
    variables: { from: from ?? '', to },
    skip: from === null,
    fetchPolicy: 'cache-first',
  });
  if (from === null) return <EmptyState title={t('filing.first')}>{t('filing.firstText')}</EmptyState>;
  if (error) return <FaultPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={6} />;
  const comparison = data.filingComparison;
  if (!comparison) return null;
  const rows = [
    ...comparison.figures.map((one) => ({ place: t('filing.figures'), ...one })),
    ...comparison.findings.flatMap(({ refNo, title, kind, changes }) => {
      const place = `${refNo} ${title}`;
      if (kind === 'ADDED') return [{ place, field: '', before: null, after: t('filing.added') }];
      if (kind === 'REMOVED') return [{ place, field: '', before: t('filing.removed'), after: null }];
      return changes.map((one) => ({ place, ...one }));
    }),
    ...(comparison.reportChanged
      ? [{ place: t('filing.view.report'), field: '', before: null, after: t('filing.reportChanged') }]
      : []),
  ];
  if (rows.length === 0) return <EmptyState title={t('filing.same')}>{t('filing.sameText')}</EmptyState>;
  return (
    <Table caption={t('filing.view.changes')} cards>
      <thead>
        <tr>
          <Th>{t('filing.where')}</Th>
          <Th>{t('filing.what')}</Th>
          <Th>{t('filing.before')}</Th>
          <Th>{t('filing.after')}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            <Td label={t('filing.where')}>{row.place}</Td>
            <Td label={t('filing.what')}>{fieldWords(t, row.field) || '—'}</Td>
            <Td label={t('filing.before')}>{row.before ?? '—'}</Td>
            <Td label={t('filing.after')}>{row.after ?? '—'}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

const FIELDS = [
  'title',
  'description',
  'aspect',
  'target',
  'leader',
  'leadDepartment',
  'supportingDepartments',
  'person',
  'deadline',
  'dueOn',
  'state',
  'result',
  'resultText',
  'effect',
  'statedFen',
  'recoveredFen',
  'closedOn',
  'remark',
  'remediationType',
  'actions',
  'points',
  'text',
  'progress',
  'evidence',
  'outcome',
  'department',
  'findings',
  'closed',
  'overdue',
  'completed',
  'basisPoints',
  'settledActions',
  'byState',
  'byResult',
  'balance',
  'recovered',
] as const;

/** `actions.2.progress` in words: 措施 2 进展; what has no words stays as it is. */
function fieldWords(t: TFunction, field: string): string {
  const words = field
    .split('.')
    .map((part) => {
      const known = FIELDS.find((one) => one === part);
      return known ? t(`filing.field.${known}`) : part === 'count' ? '' : part;
    })
    .filter(Boolean);
  return words.join(' ');
}
