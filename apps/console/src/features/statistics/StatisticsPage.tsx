import type { ResultOf } from '@graphql-typed-document-node/core';
import { useQuery } from '@apollo/client/react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { amount } from '../../format.ts';
import { graphql } from '../../gql/index.ts';
import { PageHeader } from '../../shell/PageHeader.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Table, Td, Th } from '../../ui/Table.tsx';
import { InspectionPicker } from '../ledger/InspectionPicker.tsx';
import { useCapability } from '../../session/viewer.ts';
import { useInspections } from '../ledger/inspections.ts';
import type { LedgerSearch } from '../ledger/ledger-search.ts';
import { AsOfBar } from './AsOfBar.tsx';
import { GroupTable } from './GroupTable.tsx';
import { PastLedger } from './PastLedger.tsx';
import css from './StatisticsPage.module.css';

const StatisticsPageDocument = graphql(`
  query StatisticsPage($inspectionId: ID!, $day: Date) @asOf(day: $day) {
    statistics(inspectionId: $inspectionId) {
      asOf
      findings
      actions
      settledActions
      overdue
      dueSoon
      dueSoonUntil
      returned
      rate {
        completed
        findings
        basisPoints
      }
      byState {
        state
        count
      }
      byResult {
        result
        count
      }
      byPlan {
        plan
        findings
        closed
        rate {
          completed
          findings
          basisPoints
        }
      }
      byLeader {
        ...GroupTable_group
      }
      byDepartment {
        ...GroupTable_group
      }
      byAspect {
        ...GroupTable_group
      }
      balance {
        dueFen
        recoveredFen
        waivedFen
        outstandingFen
      }
      recovered {
        kind
        fen
        count
      }
      evidence {
        kind
        count
      }
    }
  }
`);

type Row = { id: string; label: string; value: string | number; search?: LedgerSearch };

const route = getRouteApi('/statistics');

/** A table of figures; a figure that has rows behind it leads to exactly them. The rows of a past day stand below. */
function Figures({ caption, rows, note }: { caption: string; rows: readonly Row[]; note?: string }) {
  const { asOf } = route.useSearch();
  return (
    <section className={css.block}>
      <h2>{caption}</h2>
      {note && <p className={css.note}>{note}</p>}
      <Table caption={caption}>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <Th scope="row">{row.label}</Th>
              <Td right className={css.figure}>
                {row.search && !asOf ? (
                  <Link to="/ledger" search={row.search}>
                    {row.value}
                  </Link>
                ) : (
                  row.value
                )}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}

type Statistics = NonNullable<ResultOf<typeof StatisticsPageDocument>['statistics']>;

const percentWords = (basisPoints: number | null | undefined): string =>
  basisPoints === null || basisPoints === undefined ? '—' : `${(basisPoints / 100).toFixed(2)} %`;

/** How far the whole inspection is. */
function Overall({ s, inspection }: { s: Statistics; inspection: string | undefined }) {
  const { t } = useTranslation();
  return (
    <Figures
      caption={t('statistics.overall')}
      rows={[
        { id: 'findings', label: t('statistics.findings'), value: s.findings, search: { inspection } },
        {
          id: 'rate',
          label: t('statistics.rate'),
          value: `${s.rate.completed} / ${s.rate.findings} · ${percentWords(s.rate.basisPoints)}`,
        },
        { id: 'overdue', label: t('statistics.overdue'), value: s.overdue, search: { inspection, overdue: true } },
        {
          id: 'soon',
          label: t('statistics.dueSoon', { day: s.dueSoonUntil }),
          value: s.dueSoon,
          search: { inspection, from: s.asOf, to: s.dueSoonUntil },
        },
        {
          id: 'returned',
          label: t('statistics.returned'),
          value: s.returned,
          search: { inspection, returned: true },
        },
        { id: 'actions', label: t('statistics.actions'), value: `${s.settledActions} / ${s.actions}` },
      ]}
    />
  );
}

/** Findings and rate of each plan, where the visit carries several. */
function Plans({ s, inspection }: { s: Statistics; inspection: string | undefined }) {
  const { t } = useTranslation();
  if (s.byPlan.length < 2) return null;
  return (
    <Figures
      caption={t('statistics.byPlan')}
      rows={s.byPlan.map(({ plan, findings, rate }) => ({
        id: plan,
        label: t(`vocabulary.planKind.${plan}`),
        value: `${rate.completed} / ${findings} · ${percentWords(rate.basisPoints)}`,
        search: { inspection, plan },
      }))}
    />
  );
}

/** Every figure with the day it holds for, its formula and the rows behind it; zeros are printed. */
export function StatisticsPage() {
  const { t } = useTranslation();
  const { inspection: wanted, asOf: day } = route.useSearch();
  const navigate = route.useNavigate();
  const setWanted = (inspection: string) => void navigate({ search: { inspection, asOf: day } });
  const setDay = (asOf: string | null) => void navigate({ search: { inspection: wanted, asOf: asOf ?? undefined } });
  const ledger = useCapability('LEDGER');
  const { all, chosen, error: unread, refetch: readAgain } = useInspections(wanted);
  const inspection = chosen?.id;
  const { data, error, refetch } = useQuery(StatisticsPageDocument, {
    variables: { inspectionId: inspection ?? '', day },
    // The figures of a past day are of that day alone.
    fetchPolicy: day ? 'no-cache' : undefined,
    skip: !inspection,
  });
  if (unread) return <FaultPanel error={unread} onRetry={() => void readAgain()} />;
  const bar = inspection && (
    <AsOfBar inspectionId={inspection} day={day ?? null} read={error === undefined} onChoose={setDay} />
  );
  if (error)
    return (
      <>
        <PageHeader title={t('statistics.title')} />
        {bar}
        <FaultPanel error={error} onRetry={() => void refetch()} />
      </>
    );
  if (chosen === null) return <EmptyState title={t('statistics.none')}>{t('statistics.noneText')}</EmptyState>;
  const s = data?.statistics;
  if (!s || !all || !chosen) return <Skeleton />;
  const states: Row[] = s.byState.map((each) => ({
    id: each.state,
    label: t(`vocabulary.findingState.${each.state}`),
    value: each.count,
    search: { inspection, state: [each.state] },
  }));
  return (
    <>
      <PageHeader
        title={t('statistics.title')}
        sub={
          <>
            <InspectionPicker all={all} chosen={chosen} onChoose={setWanted} /> ·{' '}
            {t('statistics.asOf', { day: s.asOf })}
          </>
        }
        actions={<Button onClick={() => window.print()}>{t('statistics.print')}</Button>}
      />
      {bar}
      <div className={css.columns}>
        <Overall s={s} inspection={inspection} />
        <Figures caption={t('statistics.byState')} rows={states} />
        <Figures
          caption={t('statistics.byResult')}
          rows={s.byResult.map((each) => ({
            id: each.result,
            label: t(`vocabulary.result.${each.result}`),
            value: each.count,
          }))}
        />
        <Plans s={s} inspection={inspection} />
        <Figures
          caption={t('statistics.money')}
          note={t('statistics.moneyNote')}
          rows={[
            { id: 'due', label: t('statistics.due'), value: amount(t, s.balance.dueFen) },
            { id: 'recovered', label: t('statistics.recovered'), value: amount(t, s.balance.recoveredFen) },
            { id: 'waived', label: t('statistics.waived'), value: amount(t, s.balance.waivedFen) },
            {
              id: 'outstanding',
              label: t('statistics.outstanding'),
              value: amount(t, s.balance.outstandingFen),
              search: { inspection, outstanding: true },
            },
          ]}
        />
        <Figures
          caption={t('statistics.recoveredByKind')}
          note={t('statistics.neverAdded')}
          rows={s.recovered.map((each) => ({
            id: each.kind,
            label: t(`vocabulary.recoveryKind.${each.kind}`),
            value: `${amount(t, each.fen)} · ${t('statistics.payments', { count: each.count })}`,
          }))}
        />
        <Figures
          caption={t('statistics.evidence')}
          rows={s.evidence.map((each) => ({
            id: each.kind,
            label: t(`vocabulary.evidenceKind.${each.kind}`),
            value: each.count,
          }))}
        />
      </div>
      <GroupTable
        caption={t('statistics.byLeader')}
        groups={s.byLeader}
        narrow={(leader) => ({ inspection, leader })}
      />
      <GroupTable
        caption={t('statistics.byDepartment')}
        groups={s.byDepartment}
        narrow={(department) => ({ inspection, department })}
      />
      <GroupTable
        caption={t('statistics.byAspect')}
        groups={s.byAspect}
        narrow={(aspect) => ({ inspection, aspect })}
      />
      {day && ledger && chosen && <PastLedger inspectionId={chosen.id} day={day} />}
    </>
  );
}
