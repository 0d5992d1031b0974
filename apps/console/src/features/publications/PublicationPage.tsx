import { useQuery } from '@apollo/client/react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { graphql, readFragment } from '../../gql/index.ts';
import { PageHeader } from '../../shell/PageHeader.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useInspectionName } from '../imports/inspection-name.ts';
import { PublicationFragment } from './publication-fragment.ts';
import { PublicationView } from './PublicationView.tsx';
import { DraftButton } from './DraftButton.tsx';
import css from './publications.module.css';

const PublicationPageDocument = graphql(`
  query PublicationPage {
    inspections(first: 100) {
      edges {
        node {
          id
          viewerCan
          ...InspectionName_inspection
        }
      }
    }
  }
`);

const PublicationDocument = graphql(`
  query Publication($inspectionId: ID!) {
    publication(inspectionId: $inspectionId) {
      id
      ...PublicationPage_publication
    }
  }
`);

const route = getRouteApi('/publication');

/** 公开稿: of one inspection, chosen where there are several. */
export function PublicationPage() {
  const { t } = useTranslation();
  const nameOf = useInspectionName();
  const { inspection: asked } = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error, refetch } = useQuery(PublicationPageDocument);
  const inspections = data?.inspections.edges.map(({ node }) => node) ?? [];
  const inspection = inspections.find(({ id }) => id === asked) ?? inspections[0];
  const chooser = inspections.length > 1 && (
    <div className={css.choose}>
      <SelectField
        label={t('report.inspection')}
        emptyLabel={t('imports.chooseInspection')}
        value={inspection?.id ?? null}
        onChange={(id) => id && void navigate({ search: { inspection: id }, replace: true })}
        options={inspections.map((each) => ({ value: each.id, label: nameOf(each) }))}
      />
    </div>
  );
  if (error) return <FaultPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={12} />;
  if (!inspection)
    return (
      <>
        <PageHeader title={t('publication.title')} sub={t('publication.sub')} />
        <EmptyState title={t('report.absent')}>{t('report.absentText')}</EmptyState>
      </>
    );
  const drafts = inspection.viewerCan.includes('draftPublication');
  return (
    <OfInspection key={inspection.id} inspectionId={inspection.id} drafts={drafts}>
      {chooser}
    </OfInspection>
  );
}

type OfInspectionProps = { inspectionId: string; drafts: boolean; children: React.ReactNode };

function OfInspection({ inspectionId, drafts, children }: OfInspectionProps) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(PublicationDocument, { variables: { inspectionId } });
  const publication = data?.publication ? readFragment(PublicationFragment, data.publication) : null;
  if (publication) return <PublicationView publication={publication}>{children}</PublicationView>;
  return (
    <>
      <PageHeader title={t('publication.title')} sub={t('publication.sub')} />
      {children}
      {error && <FaultPanel error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={12} />}
      {data && (
        <EmptyState
          title={t('publication.none')}
          action={drafts && <DraftButton inspectionId={inspectionId} label={t('publication.begin')} />}
        >
          {t(drafts ? 'publication.noneText' : 'publication.noneYet')}
        </EmptyState>
      )}
    </>
  );
}
