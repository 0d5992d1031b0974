import { useQuery } from '@apollo/client/react';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { dateTime, today } from '../../format.ts';
import { graphql, readFragment } from '../../gql/index.ts';
import type { UrgingPageQuery } from '../../gql/graphql.ts';
import { PageHeader } from '../../shell/PageHeader.tsx';
import { Button } from '../../ui/Button.tsx';
import { buttonClass } from '../../ui/button-class.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { InspectionPicker } from '../ledger/InspectionPicker.tsx';
import { useInspections } from '../ledger/inspections.ts';
import { SendUrgeDialog } from './SendUrgeDialog.tsx';
import { SentUrgeFragment } from './urge-facts.ts';
import { UrgeTable } from './UrgeTable.tsx';
import css from './urging.module.css';

const route = getRouteApi('/urging');

const UrgingPageDocument = graphql(`
  query UrgingPage($inspectionId: ID!, $filter: UrgeFilter) {
    urgeSheets(inspectionId: $inspectionId) {
      departmentId
      departmentName
      maySend
      lastSentAt
      lines {
        ...UrgeTable_line
      }
    }
    urges(filter: $filter, first: 50) {
      totalCount
      edges {
        node {
          id
          ...SentUrge_urge
        }
      }
    }
  }
`);

type Sheet = UrgingPageQuery['urgeSheets'][number];

/** 催报: per department what is open and missing today; each sheet is sent to its head and prints on a page of its own. */
export function UrgingPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { all, chosen, error: noInspections, refetch: again } = useInspections(search.inspection);
  const [sending, setSending] = useState<Sheet | null>(null);
  const inspectionId = chosen?.id ?? '';
  const { data, error, refetch } = useQuery(UrgingPageDocument, {
    variables: { inspectionId, filter: { inspectionId } },
    skip: !chosen,
    fetchPolicy: 'cache-and-network',
  });
  if (noInspections && !all) return <FaultPanel error={noInspections} onRetry={() => void again()} />;
  if (!all) return <Skeleton lines={8} />;
  const sheets = data?.urgeSheets ?? [];
  return (
    <>
      <div className="no-print">
        <PageHeader
          title={t('shell.nav.urging')}
          trail={
            chosen &&
            all.length > 1 && (
              <InspectionPicker
                all={all}
                chosen={chosen}
                onChoose={(inspection) => void navigate({ search: { inspection } })}
              />
            )
          }
          sub={data && t('urging.sub', { count: sheets.length })}
          actions={
            <>
              {sheets.length > 0 && (
                <a className={buttonClass()} href={`/export/urges.xlsx?inspectionId=${inspectionId}`} download>
                  {t('urging.export')}
                </a>
              )}
              <Button onClick={() => window.print()}>{t('urging.print')}</Button>
            </>
          }
        />
      </div>
      {error && <FaultPanel error={error} onRetry={() => void refetch()} />}
      {chosen && !data && !error && <Skeleton lines={8} />}
      {(!chosen || (data && sheets.length === 0)) && (
        <EmptyState title={t('urging.none')}>{t('urging.noneText')}</EmptyState>
      )}
      {chosen &&
        sheets.map((sheet) => (
          <DepartmentSheet
            key={sheet.departmentId ?? ''}
            sheet={sheet}
            body={chosen.body.name}
            onSend={() => setSending(sheet)}
          />
        ))}
      {data && data.urges.totalCount > 0 && <SentLists urges={data.urges} />}
      {sending?.departmentId && (
        <SendUrgeDialog
          inspectionId={inspectionId}
          department={{ id: sending.departmentId, name: sending.departmentName ?? '' }}
          count={sending.lines.length}
          onClose={() => setSending(null)}
        />
      )}
    </>
  );
}

function DepartmentSheet({ sheet, body, onSend }: { sheet: Sheet; body: string; onSend: () => void }) {
  const { t } = useTranslation();
  const name = sheet.departmentName ?? t('home.lacks.department');
  return (
    <section className={css.sheet} aria-label={name}>
      <header className={css.head}>
        <h2>{t('urging.heading', { department: name })}</h2>
        <p className={css.quiet}>{[body, t('urging.asOf', { day: today() })].join(' · ')}</p>
        <div className={`${css.verbs} no-print`}>
          {sheet.lastSentAt && (
            <span className={css.quiet}>{t('urging.lastSent', { at: dateTime(sheet.lastSentAt) })}</span>
          )}
          {sheet.maySend && (
            <Button look="ink" onClick={onSend}>
              {t('urging.send')}
            </Button>
          )}
        </div>
      </header>
      <UrgeTable caption={name} lines={sheet.lines} />
      <p className={`${css.receipt} print-only`}>{t('urging.receipt')}</p>
    </section>
  );
}

/** Which lists were sent, and whether the heads took note. */
function SentLists({ urges }: { urges: UrgingPageQuery['urges'] }) {
  const { t } = useTranslation();
  return (
    <section className="no-print" aria-label={t('urging.sent')}>
      <h2 className={css.title}>{t('urging.sent')}</h2>
      <ul className={css.list}>
        {urges.edges.map(({ node }) => {
          const urge = readFragment(SentUrgeFragment, node);
          const note = urge.acknowledgedAt
            ? t('urging.acknowledged', { name: urge.acknowledgedByName, at: dateTime(urge.acknowledgedAt) })
            : t('urging.notYet');
          return (
            <li key={urge.id}>
              {urge.department.name}{' '}
              <span className={css.quiet}>
                {[dateTime(urge.sentAt), urge.sentByName, t('urging.count', { count: urge.lines.length }), note].join(
                  ' · ',
                )}
              </span>
              {urge.note && <p>{urge.note}</p>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
