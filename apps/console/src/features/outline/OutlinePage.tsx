import { useQuery } from '@apollo/client/react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { chineseOrdinal, dateTime } from '../../format.ts';
import { graphql } from '../../gql/index.ts';
import type { FindingState } from '../../gql/graphql.ts';
import { PageHeader } from '../../shell/PageHeader.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { Seal } from '../../ui/Seal.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { State, type Tone } from '../../ui/State.tsx';
import { Table, Td, Th } from '../../ui/Table.tsx';
import { InspectionPicker } from '../ledger/InspectionPicker.tsx';
import { useInspections, type InspectionInReach } from '../ledger/inspections.ts';
import { FINDING_STATES } from '../ledger/ledger-search.ts';
import type { OutlineSearch } from './outline-search.ts';
import css from './OutlinePage.module.css';

const route = getRouteApi('/outline');

const OutlinePageDocument = graphql(`
  query OutlinePage($filter: OutlineFilter, $after: String) {
    findingOutlines(filter: $filter, first: 100, after: $after, orderBy: { field: SEQ, direction: ASC }) {
      totalCount
      edges {
        node {
          id
          seq
          refNo
          title
          state
          result
          dueOn
          closedAt
          aspect {
            id
            ordinal
            title
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** 全单位进展: number, title and state of every finding of a body — what may be seen of those that are not one's own. */
export function OutlinePage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const { all, chosen, error, refetch } = useInspections(search.inspection);
  if (error && !all) return <FaultPanel error={error} onRetry={() => void refetch()} />;
  if (!all) return <Skeleton lines={12} />;
  if (!chosen) {
    return (
      <>
        <PageHeader title={t('shell.nav.outline')} />
        <EmptyState title={t('ledger.noInspection')}>{t('ledger.noInspectionText')}</EmptyState>
      </>
    );
  }
  return <Outlines all={all} inspection={chosen} search={search} />;
}

type OutlinesProps = { all: readonly InspectionInReach[]; inspection: InspectionInReach; search: OutlineSearch };

function Outlines({ all, inspection, search }: OutlinesProps) {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const filter = {
    inspectionId: inspection.id,
    ...(search.state && { state: [search.state] }),
    ...(search.overdue && { overdue: true }),
  };
  const { data, error, refetch, fetchMore } = useQuery(OutlinePageDocument, { variables: { filter } });
  const list = data?.findingOutlines;
  const go = (next: OutlineSearch) => void navigate({ search: next, replace: true });
  const more = () =>
    void fetchMore({
      variables: { after: list?.pageInfo.endCursor },
      updateQuery: (old, { fetchMoreResult }) => ({
        findingOutlines: {
          ...fetchMoreResult.findingOutlines,
          edges: [...old.findingOutlines.edges, ...fetchMoreResult.findingOutlines.edges],
        },
      }),
    });
  return (
    <>
      <PageHeader
        title={t('shell.nav.outline')}
        trail={
          all.length > 1 && <InspectionPicker all={all} chosen={inspection} onChoose={(id) => go({ inspection: id })} />
        }
        sub={[inspection.body.name, list && t('ledger.listed', { count: list.totalCount })].filter(Boolean).join(' · ')}
        actions={<Button onClick={() => window.print()}>{t('shell.print')}</Button>}
      />
      <div className={css.filters}>
        <StateMenu search={search} onGo={go} />
        {(search.state ?? search.overdue) && (
          <Button look="quiet" onClick={() => go({ inspection: search.inspection })}>
            {t('ledger.clearFilters')}
          </Button>
        )}
      </div>
      {error && <FaultPanel error={error} onRetry={() => void refetch()} />}
      {!list && !error && <Skeleton lines={12} />}
      {list?.totalCount === 0 && <EmptyState title={t('ledger.nothingFits')}>{t('ledger.nothingFitsText')}</EmptyState>}
      {list && list.totalCount > 0 && <OutlineTable rows={list.edges.map((edge) => edge.node)} />}
      {list?.pageInfo.hasNextPage && <Button onClick={more}>{t('outline.more')}</Button>}
    </>
  );
}

function StateMenu({ search, onGo }: { search: OutlineSearch; onGo: (next: OutlineSearch) => void }) {
  const { t } = useTranslation();
  const { inspection } = search;
  const words = search.overdue
    ? t('ledger.overdue')
    : search.state
      ? t(`vocabulary.findingState.${search.state}`)
      : t('ledger.all');
  return (
    <Menu
      look="chip"
      placement="bottom start"
      entries={[
        {
          id: 'all',
          label: t('ledger.all'),
          checked: !search.state && !search.overdue,
          onPick: () => onGo({ inspection }),
        },
        {
          id: 'overdue',
          label: t('ledger.overdue'),
          checked: Boolean(search.overdue),
          onPick: () => onGo({ inspection, overdue: true }),
        },
        ...FINDING_STATES.map((state) => ({
          id: state,
          label: t(`vocabulary.findingState.${state}`),
          checked: search.state === state,
          onPick: () => onGo({ inspection, state }),
        })),
      ]}
    >
      {`${t('ledger.column.state')}:${words}`}
    </Menu>
  );
}

type Row = {
  id: string;
  seq: number;
  refNo: string;
  title: string;
  state: FindingState;
  dueOn?: string | null;
  closedAt?: string | null;
  aspect?: { id: string; ordinal: number; title: string } | null;
};

const TONE: Record<FindingState, Tone> = {
  CLOSED: 'ok',
  CONTINUING: 'plain',
  IN_REVIEW: 'plain',
  RECTIFYING: 'plain',
  UNCLAIMED: 'calm',
  RECORDED: 'calm',
};

function OutlineTable({ rows }: { rows: readonly Row[] }) {
  const { t, i18n } = useTranslation();
  return (
    <Table caption={t('shell.nav.outline')} cards>
      <thead>
        <tr>
          <Th right>{t('ledger.column.seq')}</Th>
          <Th>{t('outline.title')}</Th>
          <Th>{t('ledger.column.aspect')}</Th>
          <Th>{t('ledger.column.due')}</Th>
          <Th>{t('ledger.column.state')}</Th>
          <Th>{t('outline.closedOn')}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <Td right>{row.seq}</Td>
            <Td>
              {row.title}
              <span className={css.ref}>{row.refNo}</span>
            </Td>
            <Td label={t('ledger.column.aspect')}>
              {row.aspect
                ? t('ledger.aspect', {
                    ordinal: i18n.language === 'zh' ? chineseOrdinal(row.aspect.ordinal) : row.aspect.ordinal,
                    title: row.aspect.title,
                  })
                : '—'}
            </Td>
            <Td label={t('ledger.column.due')} className={css.nowrap}>
              {row.dueOn ?? '—'}
            </Td>
            <Td label={t('ledger.column.state')} className={css.nowrap}>
              {row.state === 'CLOSED' ? (
                <Seal />
              ) : (
                <State tone={TONE[row.state]}>{t(`vocabulary.findingState.${row.state}`)}</State>
              )}
            </Td>
            <Td label={t('outline.closedOn')} className={css.nowrap}>
              {row.closedAt ? dateTime(row.closedAt).slice(0, 10) : '—'}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
