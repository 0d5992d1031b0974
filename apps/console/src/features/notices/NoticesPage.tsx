import { useQuery } from '@apollo/client/react';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { graphql } from '../../gql/index.ts';
import { PageHeader } from '../../shell/PageHeader.tsx';
import { Button } from '../../ui/Button.tsx';
import { CheckBox } from '../../ui/CheckBox.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import css from '../admin/admin.module.css';
import { MoreRows } from '../admin/MoreRows.tsx';
import { appended, lastCursor, nodes } from '../admin/pages.ts';
import { InspectionPicker } from '../ledger/InspectionPicker.tsx';
import { useInspections } from '../ledger/inspections.ts';
import { IssueNoticeDialog } from './IssueNoticeDialog.tsx';
import { NOTICE_KINDS, NOTICE_STATES, type NoticesSearch } from './notices-search.ts';
import { NoticeCounts } from './NoticeCounts.tsx';
import { NoticeTable } from './NoticeTable.tsx';
import { PapersSection } from './PapersSection.tsx';

const route = getRouteApi('/notices');

const NoticesPageDocument = graphql(`
  query NoticesPage($inspectionId: ID!, $filter: NoticeFilter, $after: String) {
    inspection(id: $inspectionId) {
      id
      recordsPapers
      noticeLadder {
        kind
      }
      round {
        id
        ...NoticeCounts_round
      }
      ...IssueNotice_inspection
    }
    notices(filter: $filter, first: 50, after: $after) {
      edges {
        cursor
        node {
          id
          ...NoticeRow_notice
        }
      }
      pageInfo {
        hasNextPage
      }
      totalCount
    }
  }
`);

/** 督办通知: what the office sent to a body and where each stands; the office sends the next one from here. */
export function NoticesPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { all, chosen, error: noInspections, refetch: again } = useInspections(search.inspection);
  const [issuing, setIssuing] = useState(false);
  const filter = {
    bodyId: chosen?.body.id,
    roundId: chosen?.round.id,
    kind: search.kind ? [search.kind] : null,
    state: search.state ? [search.state] : null,
    overdue: search.overdue ?? null,
  };
  const { data, previousData, error, refetch, fetchMore } = useQuery(NoticesPageDocument, {
    variables: { inspectionId: chosen?.id ?? '', filter },
    skip: !chosen,
    fetchPolicy: 'cache-and-network',
  });
  if (noInspections && !all) return <FaultPanel error={noInspections} onRetry={() => void again()} />;
  if (!all) return <Skeleton lines={8} />;
  const shown = data ?? previousData;
  const rows = nodes(shown?.notices);
  const ladder = shown?.inspection;
  const put = (change: Partial<NoticesSearch>) => void navigate({ search: { ...search, ...change } });
  const more = () =>
    fetchMore({
      variables: { after: lastCursor(shown?.notices) },
      updateQuery: (old, { fetchMoreResult }) => appended(old as typeof fetchMoreResult, fetchMoreResult, 'notices'),
    });
  return (
    <>
      <PageHeader
        title={t('shell.nav.notices')}
        trail={
          chosen &&
          all.length > 1 && <InspectionPicker all={all} chosen={chosen} onChoose={(id) => put({ inspection: id })} />
        }
        sub={shown && t('notice.sub', { count: shown.notices.totalCount })}
        actions={
          <>
            <Button onClick={() => window.print()}>{t('shell.print')}</Button>
            {ladder?.noticeLadder && (
              <Button look="ink" onClick={() => setIssuing(true)}>
                {t('notice.issue')}
              </Button>
            )}
          </>
        }
      />
      {ladder && <NoticeCounts round={ladder.round} />}
      <Filters search={search} onPut={put} />
      {error && <FaultPanel error={error} onRetry={() => void refetch()} />}
      {chosen && !shown && !error && <Skeleton lines={8} />}
      {(!chosen || (shown && rows.length === 0)) && (
        <EmptyState title={t('notice.none')}>
          {t(ladder?.noticeLadder ? 'notice.noneOffice' : 'notice.noneBody')}
        </EmptyState>
      )}
      {rows.length > 0 && <NoticeTable rows={rows} />}
      <MoreRows shown={rows.length} total={shown?.notices.totalCount ?? 0} onMore={more} />
      {chosen && ladder && !ladder.noticeLadder && (
        <PapersSection inspectionId={chosen.id} bodyId={chosen.body.id} keeps={ladder.recordsPapers} />
      )}
      {issuing && ladder && (
        <IssueNoticeDialog
          inspection={ladder}
          onClose={() => setIssuing(false)}
          onIssued={(noticeId) => void navigate({ to: '/notices/$noticeId', params: { noticeId } })}
        />
      )}
    </>
  );
}

function Filters({ search, onPut }: { search: NoticesSearch; onPut: (change: Partial<NoticesSearch>) => void }) {
  const { t } = useTranslation();
  return (
    <div className={`${css.bar} no-print`}>
      <SelectField
        className={css.filter}
        label={t('notice.kind')}
        emptyLabel={t('notice.anyKind')}
        value={search.kind ?? null}
        onChange={(kind) => onPut({ kind: kind ?? undefined })}
        options={NOTICE_KINDS.map((value) => ({ value, label: t(`vocabulary.noticeKind.${value}`) }))}
      />
      <SelectField
        className={css.filter}
        label={t('notice.state')}
        emptyLabel={t('notice.anyState')}
        value={search.state ?? null}
        onChange={(state) => onPut({ state: state ?? undefined })}
        options={NOTICE_STATES.map((value) => ({ value, label: t(`vocabulary.noticeState.${value}`) }))}
      />
      <CheckBox
        label={t('notice.onlyOverdue')}
        checked={search.overdue ?? false}
        onChange={(on) => onPut({ overdue: on ? true : undefined })}
      />
    </div>
  );
}
