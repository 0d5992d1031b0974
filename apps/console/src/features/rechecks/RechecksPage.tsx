import { useQuery } from '@apollo/client/react';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import type { DrawStage } from '../../gql/graphql.ts';
import { graphql } from '../../gql/index.ts';
import { useViewer } from '../../session/viewer.ts';
import { PageHeader } from '../../shell/PageHeader.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { InspectionPicker } from '../ledger/InspectionPicker.tsx';
import { useInspections } from '../ledger/inspections.ts';
import { DrawDialog } from './DrawDialog.tsx';
import { DrawSheet } from './DrawSheet.tsx';

const route = getRouteApi('/rechecks');

const RechecksPageDocument = graphql(`
  query RechecksPage($inspectionId: ID!, $filter: RecheckDrawFilter!) {
    statistics(inspectionId: $inspectionId) {
      byState {
        state
        count
      }
    }
    closed: recheckPopulation(inspectionId: $inspectionId, stage: CLOSED)
    waiting: recheckPopulation(inspectionId: $inspectionId, stage: IN_REVIEW)
    recheckDraws(filter: $filter, first: 50) {
      totalCount
      edges {
        node {
          id
          ...DrawSheet_draw
        }
      }
    }
  }
`);

/** 抽查复核: the draws of one inspection, newest first, each with the sample, what was found, and how to draw it again. */
export function RechecksPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const mayDraw = useViewer().capabilities.includes('RECHECK_DRAW');
  const { all, chosen, error: noInspections, refetch: again } = useInspections(search.inspection);
  const [drawing, setDrawing] = useState<DrawStage | null>(null);
  const inspectionId = chosen?.id ?? '';
  const { data, error, refetch } = useQuery(RechecksPageDocument, {
    variables: { inspectionId, filter: { inspectionId } },
    skip: !chosen,
  });
  if (noInspections && !all) return <FaultPanel error={noInspections} onRetry={() => void again()} />;
  if (!all) return <Skeleton lines={8} />;
  const draws = data?.recheckDraws.edges.map((edge) => edge.node) ?? [];
  const closed = data?.statistics?.byState.find((each) => each.state === 'CLOSED')?.count ?? 0;
  return (
    <>
      <PageHeader
        title={t('shell.nav.rechecks')}
        trail={
          chosen &&
          all.length > 1 && (
            <InspectionPicker
              all={all}
              chosen={chosen}
              onChoose={(id) => void navigate({ search: { inspection: id } })}
            />
          )
        }
        sub={data && t('recheck.sub', { draws: data.recheckDraws.totalCount, closed })}
        actions={
          mayDraw &&
          data && (
            <>
              {data.waiting !== null && (
                <Button
                  off={data.waiting === 0 ? t('recheck.nothingWaits') : null}
                  onClick={() => setDrawing('IN_REVIEW')}
                >
                  {t('recheck.drawSample')}
                </Button>
              )}
              <Button
                look="ink"
                off={data.closed === 0 ? t('recheck.nothingClosed') : null}
                onClick={() => setDrawing('CLOSED')}
              >
                {t('recheck.draw')}
              </Button>
            </>
          )
        }
      />
      {error && <FaultPanel error={error} onRetry={() => void refetch()} />}
      {chosen && !data && !error && <Skeleton lines={8} />}
      {(!chosen || (data && draws.length === 0)) && (
        <EmptyState title={t('recheck.none')}>{t(mayDraw ? 'recheck.noneDraw' : 'recheck.noneText')}</EmptyState>
      )}
      {draws.map((draw) => (
        <DrawSheet key={draw.id} draw={draw} />
      ))}
      {drawing && data && (
        <DrawDialog
          inspectionId={inspectionId}
          stage={drawing}
          population={(drawing === 'CLOSED' ? data.closed : data.waiting) ?? 0}
          onClose={() => setDrawing(null)}
        />
      )}
    </>
  );
}
