import { useQuery } from '@apollo/client/react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { graphql } from '../../gql/index.ts';
import type { PlanKind } from '../../gql/graphql.ts';
import { PageHeader } from '../../shell/PageHeader.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useInspectionName } from '../imports/inspection-name.ts';
import { ExportButton } from '../jobs/ExportButton.tsx';
import { PaperLinks } from './PaperLinks.tsx';
import { ReportView } from './ReportView.tsx';
import { useOtherFiles } from './use-other-files.ts';
import css from './ReportPage.module.css';

const route = getRouteApi('/report');

const ReportPageDocument = graphql(`
  query ReportPage {
    inspections(first: 100) {
      edges {
        node {
          id
          plans
          ...InspectionName_inspection
        }
      }
    }
  }
`);

const ProgressReportDocument = graphql(`
  query ProgressReport($inspectionId: ID!) {
    progressReport(inspectionId: $inspectionId) {
      ...ReportView_report
    }
  }
`);

/** 报告: the progress report out of the ledger as it stands, to look over, export and print. */
export function ReportPage() {
  const { t } = useTranslation();
  const nameOf = useInspectionName();
  const { inspection: asked } = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error, refetch } = useQuery(ReportPageDocument);
  const inspections = data?.inspections.edges.map(({ node }) => node) ?? [];
  const inspection = inspections.find(({ id }) => id === asked) ?? inspections[0];
  const inspectionId = inspection?.id ?? null;
  return (
    <>
      <div className={css.head}>
        <PageHeader
          title={t('report.title')}
          sub={t('report.sub')}
          actions={inspection && <Exports {...inspection} />}
        />
      </div>
      {error && <FaultPanel error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton />}
      {data && !inspectionId && <EmptyState title={t('report.absent')}>{t('report.absentText')}</EmptyState>}
      {inspections.length > 1 && (
        <div className={css.choose}>
          <SelectField
            label={t('report.inspection')}
            emptyLabel={t('imports.chooseInspection')}
            value={inspectionId}
            onChange={(inspection) => inspection && void navigate({ search: { inspection }, replace: true })}
            options={inspections.map((each) => ({ value: each.id, label: nameOf(each) }))}
          />
        </div>
      )}
      {inspectionId && <Report key={inspectionId} inspectionId={inspectionId} />}
    </>
  );
}

function Report({ inspectionId }: { inspectionId: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(ProgressReportDocument, { variables: { inspectionId } });
  if (error) return <FaultPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={16} />;
  if (!data.progressReport) return <EmptyState title={t('report.absent')}>{t('report.absentText')}</EmptyState>;
  return <ReportView report={data.progressReport} />;
}

/** The files: made by the server at the moment of the click, so that they hold what the ledger holds then. */
function Exports({ id, plans }: { id: string; plans: readonly PlanKind[] }) {
  const { t } = useTranslation();
  const query = new URLSearchParams({ inspectionId: id }).toString();
  const files = useOtherFiles(query, plans);
  return (
    <>
      <Button look="quiet" onClick={() => window.print()}>
        {t('report.print')}
      </Button>
      <ExportButton inspectionId={id} kind="REPORT" />
      <Menu entries={files}>{t('report.others')}</Menu>
      <PaperLinks paper="report" query={query} label={t('report.docx')} ink />
    </>
  );
}
