import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { PageHeader } from '../../shell/PageHeader.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { InspectionPicker } from '../ledger/InspectionPicker.tsx';
import { useInspections, type InspectionInReach } from '../ledger/inspections.ts';

export type HomeInspectionProps = { inspection: InspectionInReach; picker: ReactNode };

/** A home over one inspection: finds it, lets those with several choose, says what to do where there is none. */
export function HomeInspection({ children }: { children: (props: HomeInspectionProps) => ReactNode }) {
  const { t } = useTranslation();
  const [wanted, choose] = useState<string>();
  const { all, chosen, error, refetch } = useInspections(wanted);
  if (error && !all) return <FaultPanel error={error} onRetry={() => void refetch()} />;
  if (!all) return <Skeleton lines={12} />;
  if (!chosen) {
    return (
      <>
        <PageHeader title={t('shell.nav.home')} />
        <EmptyState title={t('ledger.noInspection')}>{t('ledger.noInspectionText')}</EmptyState>
      </>
    );
  }
  const picker = (
    <>
      {all.length > 1 && <InspectionPicker all={all} chosen={chosen} onChoose={choose} />}
      <Link to="/inspections/$inspectionId" params={{ inspectionId: chosen.id }}>
        {t('rounds.overview')}
      </Link>
    </>
  );
  return children({ inspection: chosen, picker });
}
