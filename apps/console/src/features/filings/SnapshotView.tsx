import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { amount } from '../../format.ts';
import { graphql } from '../../gql/index.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { FiledFindings } from './FiledFindings.tsx';
import css from './filings.module.css';

const SnapshotViewDocument = graphql(`
  query SnapshotView($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on FilingVersion {
        snapshot {
          asOf
          body
          round
          team
          feedbackOn
          report
          figures {
            findings
            closed
            overdue
            completed
            basisPoints
            formula
            actions
            settledActions
            byState {
              state
              count
            }
            balance {
              dueFen
              recoveredFen
              waivedFen
              outstandingFen
            }
          }
          findings {
            ...FiledFindings_finding
          }
        }
      }
    }
  }
`);

/** The frozen content of one version: its figures and findings, or its report. Nothing here is read from the ledger. */
export function SnapshotView({ versionId, part }: { versionId: string; part: 'rows' | 'report' }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(SnapshotViewDocument, {
    variables: { id: versionId },
    fetchPolicy: 'cache-first',
  });
  if (!data) return error ? <FaultPanel error={error} onRetry={() => void refetch()} /> : <Skeleton lines={10} />;
  if (data.node?.__typename !== 'FilingVersion') return null;
  const { snapshot } = data.node;
  if (part === 'report')
    return snapshot.report === null || snapshot.report === undefined ? (
      <EmptyState title={t('filing.noReport')}>{t('filing.noReportText')}</EmptyState>
    ) : (
      <article className={css.report}>{snapshot.report}</article>
    );
  const { figures } = snapshot;
  const facts: [string, string][] = [
    [t('filing.figure.findings'), String(figures.findings)],
    ...figures.byState.map(({ state, count }): [string, string] => [
      t(`vocabulary.findingState.${state}`),
      String(count),
    ]),
    [t('filing.figure.overdue'), String(figures.overdue)],
    [
      t('filing.figure.rate', { formula: figures.formula }),
      figures.basisPoints === null || figures.basisPoints === undefined
        ? '—'
        : `${(figures.basisPoints / 100).toFixed(2)} %`,
    ],
    [t('filing.figure.actions'), `${figures.settledActions}/${figures.actions}`],
    [t('filing.figure.due'), amount(t, figures.balance.dueFen)],
    [t('filing.figure.recovered'), amount(t, figures.balance.recoveredFen)],
    [t('filing.figure.waived'), amount(t, figures.balance.waivedFen)],
    [t('filing.figure.outstanding'), amount(t, figures.balance.outstandingFen)],
  ];
  return (
    <>
      <p className={css.quiet}>
        {[
          t('filing.asOf', { day: snapshot.asOf }),
          snapshot.body,
          snapshot.round,
          snapshot.team,
          snapshot.feedbackOn && t('filing.feedbackOn', { day: snapshot.feedbackOn }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <dl className={css.figures}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <FiledFindings findings={snapshot.findings} />
    </>
  );
}
