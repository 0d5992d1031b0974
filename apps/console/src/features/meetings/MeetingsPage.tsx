import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { readFragment } from '../../gql/index.ts';
import { useViewer } from '../../session/viewer.ts';
import { PageHeader } from '../../shell/PageHeader.tsx';
import { ExportLink } from '../reports/ExportLink.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { PieceDrawer } from '../evidence/PieceDrawer.tsx';
import { InspectionPicker } from '../ledger/InspectionPicker.tsx';
import { useInspections, type InspectionInReach } from '../ledger/inspections.ts';
import { AddMeetingDialog } from './AddMeetingDialog.tsx';
import { CountsPanel } from './CountsPanel.tsx';
import css from './Meetings.module.css';
import { MeetingTable } from './MeetingTable.tsx';
import { PastResolutions } from './PastResolutions.tsx';
import { ResolutionDialog } from './ResolutionDialog.tsx';
import { isAtMeeting, ResolutionItemFragment } from './ResolutionItem.tsx';
import { useMeetings, type PastResolution } from './use-meetings.ts';

const route = getRouteApi('/meetings');

/** What the viewer is in the body: keeps its ledger, sees all of it, adds to some of it. */
function usePlace(bodyId: string | undefined) {
  const { roles } = useViewer();
  const here = roles.filter((role) => role.body?.id === bodyId).map((role) => role.role);
  return {
    clerk: here.includes('CLERK'),
    whole: here.some((role) => role === 'CLERK' || role === 'SECRETARY'),
    enters: here.some((role) => role === 'CLERK' || role === 'HANDLER' || role === 'DEPARTMENT_HEAD'),
  };
}

/** Findings that each meeting's resolutions signed. */
function signedByMeeting(resolutions: readonly PastResolution[]) {
  const signed = new Map<string, { id: string; seq: number }[]>();
  for (const { meeting, findings } of resolutions) {
    if (meeting) signed.set(meeting.id, [...(signed.get(meeting.id) ?? []), ...findings]);
  }
  return signed;
}

/** 会议: the body's meetings by month, what the texts state of them, and the resolutions that signed findings. */
export function MeetingsPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { all, chosen, error, refetch } = useInspections(search.inspection);
  if (error) return <FaultPanel error={error} onRetry={() => void refetch()} />;
  if (chosen === null) return <EmptyState title={t('meetings.none')}>{t('meetings.noneText')}</EmptyState>;
  if (!all || !chosen) return <Skeleton lines={10} />;
  const picker = (
    <InspectionPicker all={all} chosen={chosen} onChoose={(inspection) => void navigate({ search: { inspection } })} />
  );
  return <Meetings key={chosen.id} inspection={chosen} picker={picker} />;
}

function Meetings({ inspection, picker }: { inspection: InspectionInReach; picker: React.ReactNode }) {
  const { t } = useTranslation();
  const { resolve } = route.useSearch();
  const navigate = route.useNavigate();
  const place = usePlace(inspection.body.id);
  const page = useMeetings(inspection);
  const [open, setOpen] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  if (!page.ready) {
    return page.error ? <FaultPanel error={page.error} onRetry={page.refetch} /> : <Skeleton lines={10} />;
  }
  const atMeeting = page.waiting.map((one) => readFragment(ResolutionItemFragment, one)).filter(isAtMeeting);
  const decide = (from: string | undefined) =>
    void navigate({ search: (old) => ({ ...old, resolve: from }), replace: from === undefined });
  const types = page.meetings.flatMap((one) => (one.meeting ? [one.meeting.type] : []));
  const add = place.enters && (
    <Button look={place.clerk || atMeeting.length === 0 ? 'ink' : 'plain'} onClick={() => setAdding(true)}>
      {t('meetings.add')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t('meetings.title')}
        sub={
          <>
            {picker} · {t(place.whole ? 'meetings.count' : 'meetings.countSeen', { count: page.meetings.length })}
          </>
        }
        actions={
          <>
            <ExportLink list="meetings" query={{ inspectionId: inspection.id }} />
            <ExportLink list="decisions" query={{ inspectionId: inspection.id }} />
            {atMeeting.length > 0 && (
              <Button look={place.clerk ? 'plain' : 'ink'} onClick={() => decide('all')}>
                {t('meetings.resolve')}
              </Button>
            )}
            {add}
          </>
        }
      />
      {page.error && <FaultPanel error={page.error} onRetry={page.refetch} />}
      <div className={css.columns}>
        {page.meetings.length === 0 ? (
          <EmptyState title={t('meetings.empty')}>{t('meetings.emptyText')}</EmptyState>
        ) : (
          <MeetingTable
            meetings={page.meetings}
            signed={signedByMeeting(page.resolutions)}
            onOpen={setOpen}
            onDecide={atMeeting.length > 0 ? decide : undefined}
          />
        )}
        <aside className={css.side}>
          <CountsPanel types={types} statedCounts={page.inspection?.statedCounts} whole={place.whole} />
          <PastResolutions resolutions={page.resolutions} />
        </aside>
      </div>
      {open && <PieceDrawer pieceId={open} onClose={() => setOpen(null)} />}
      {adding && (
        <AddMeetingDialog
          inspection={{ id: inspection.id, onSiteFrom: page.inspection?.onSiteFrom }}
          asClerk={place.clerk}
          onClose={() => setAdding(false)}
          onDone={() => setAdding(false)}
        />
      )}
      {resolve && (
        <ResolutionDialog
          meetings={page.meetings}
          findings={atMeeting}
          from={resolve}
          mayAttach={place.clerk}
          onClose={() => decide(undefined)}
        />
      )}
    </>
  );
}
