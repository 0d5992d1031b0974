import { useQuery } from '@apollo/client/react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { groupedYuan, today } from '../../format.ts';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { graphql } from '../../gql/index.ts';
import type { FindingSheetQuery } from '../../gql/graphql.ts';
import { PageHeader } from '../../shell/PageHeader.tsx';
import { ExportLink } from '../reports/ExportLink.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Seal } from '../../ui/Seal.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import button from '../../ui/Button.module.css';
import { SheetOpinions } from './SheetOpinions.tsx';
import css from './FindingSheetPage.module.css';

const route = getRouteApi('/findings/$findingId/sheet');

const FindingSheetDocument = graphql(`
  query FindingSheet($id: ID!) {
    finding(id: $id) {
      id
      seq
      refNo
      title
      description
      state
      result
      resultText
      effect
      remediationType
      closedAt
      closedByName
      body {
        id
        name
      }
      inspection {
        id
        round {
          id
          name
        }
      }
      aspect {
        id
        title
      }
      leader {
        id
        title
        holder {
          id
          name
        }
      }
      leadDepartment {
        id
        name
      }
      supportingDepartments {
        id
        name
      }
      handler {
        id
        name
      }
      deadline {
        dueOn
        text
      }
      balance {
        dueFen
        recoveredFen
        waivedFen
        outstandingFen
      }
      sums {
        id
      }
      points {
        id
        ordinal
        text
        outcome
        outcomeNote
      }
      actions(first: 100) {
        edges {
          node {
            id
            ordinal
            text
            progress
            state
            dropReason
            evidence(first: 100) {
              edges {
                node {
                  id
                  kind
                  pieceNumber
                  title
                }
              }
            }
          }
        }
      }
      submissions {
        id
        outcome
        ...SheetOpinions_submission
      }
    }
  }
`);

/** 销号表: the finding on A4 as it is filed, with the opinions of the chain or room for them to be written by hand. */
export function FindingSheetPage() {
  const { t } = useTranslation();
  const { findingId } = route.useParams();
  const { data, error, refetch } = useQuery(FindingSheetDocument, { variables: { id: findingId } });
  if (error && !data) return <FaultPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={14} />;
  if (!data.finding) return <EmptyState title={t('finding.absent')}>{t('finding.absentText')}</EmptyState>;
  return (
    <>
      <div className="no-print">
        <PageHeader
          title={t('finding.sheet.title')}
          sub={`${data.finding.seq} ${data.finding.title}`}
          actions={
            <>
              <Link to="/findings/$findingId" params={{ findingId }} className={button.button}>
                {t('finding.sheet.back')}
              </Link>
              <ExportLink list="close-out-form" query={{ findingId }} />
              <ExportLink list="archive-list" query={{ findingId }} />
              <Button look="ink" onClick={() => window.print()}>
                {t('finding.sheet.print')}
              </Button>
            </>
          }
        />
      </div>
      <PaperSheet finding={data.finding} />
    </>
  );
}

type SheetFinding = NonNullable<FindingSheetQuery['finding']>;

function PaperSheet({ finding }: { finding: SheetFinding }) {
  const { t } = useTranslation();
  const { balance, leader } = finding;
  const submission = finding.submissions.find((each) => each.outcome === 'PENDING' || each.outcome === 'APPROVED');
  const departments = [finding.leadDepartment?.name, ...finding.supportingDepartments.map((each) => each.name)];
  const rows: [string, React.ReactNode][] = [
    [t('finding.text'), finding.description],
    [t('finding.pointsTitle'), finding.points.length > 0 && <Points finding={finding} />],
    [t('finding.class'), finding.remediationType && t(`vocabulary.remediationType.${finding.remediationType}`)],
    [t('fields.leaderPostId'), leader && [leader.holder?.name, leader.title].filter(Boolean).join(' ')],
    [t('finding.leadAndSupporting'), departments.filter(Boolean).join(' / ')],
    [t('fields.handlerId'), finding.handler?.name],
    [t('fields.dueOn'), [finding.deadline.dueOn, finding.deadline.text].filter(Boolean).join(' · ')],
    [t('finding.sheet.actions'), <Actions key="actions" finding={finding} />],
    [
      t('finding.sheet.money'),
      finding.sums.length > 0 &&
        t('finding.sheet.moneyWords', {
          due: groupedYuan(balance.dueFen),
          recovered: groupedYuan(balance.recoveredFen),
          waived: groupedYuan(balance.waivedFen),
          outstanding: groupedYuan(balance.outstandingFen),
        }),
    ],
    [t('fields.effect'), finding.effect],
    [
      t('finding.sheet.result'),
      `${t(`vocabulary.findingState.${finding.state}`)} · ${finding.resultText ?? t(`vocabulary.result.${finding.result}`)}`,
    ],
  ];
  return (
    <article className={css.paper}>
      <h2 className={css.heading}>{t('finding.sheet.heading')}</h2>
      <p className={css.unitLine}>
        <span>{t('finding.sheet.body', { name: finding.body.name })}</span>
        <span>{t('finding.sheet.round', { name: finding.inspection.round.name })}</span>
        <span>{t('finding.sheet.printed', { date: today() })}</span>
        <span>{t('finding.sheet.unit')}</span>
      </p>
      <table className={css.form}>
        <tbody>
          <tr>
            <th scope="row">{t('finding.sheet.number')}</th>
            <td className={css.short}>{finding.seq}</td>
            <th scope="row">{t('finding.sheet.aspect')}</th>
            <td>{finding.aspect?.title}</td>
          </tr>
          {rows
            .filter(([, value]) => value)
            .map(([label, value]) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td colSpan={3}>{value}</td>
              </tr>
            ))}
          <SheetOpinions submission={submission ?? null} />
        </tbody>
      </table>
      {finding.state === 'CLOSED' && (
        <div className={css.seal}>
          <Seal
            size="page"
            signer={finding.closedByName}
            date={finding.closedAt && today(new Date(finding.closedAt))}
          />
        </div>
      )}
    </article>
  );
}

function Points({ finding }: { finding: SheetFinding }) {
  const { t } = useTranslation();
  return (
    <ol className={css.lines}>
      {finding.points.map((point) => (
        <li key={point.id}>
          {point.ordinal}. {point.text} —{' '}
          {point.outcome ? t(`vocabulary.pointOutcome.${point.outcome}`) : t('finding.noOutcome')}
          {point.outcomeNote && `:${point.outcomeNote}`}
        </li>
      ))}
    </ol>
  );
}

function Actions({ finding }: { finding: SheetFinding }) {
  const { t } = useTranslation();
  return (
    <ol className={css.lines}>
      {finding.actions.edges.map(({ node: action }) => (
        <li key={action.id}>
          {action.ordinal}. {action.text}（{t(`vocabulary.actionState.${action.state}`)}）{action.progress}
          {action.dropReason && t('action.dropped', { reason: action.dropReason })}
          {action.evidence.edges.length > 0 && (
            <p className={css.pieces}>
              {t('finding.sheet.evidence')}:
              {action.evidence.edges.map(({ node }) => `${node.pieceNumber} ${node.title}`).join('、')}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
