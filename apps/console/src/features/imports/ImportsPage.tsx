import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { graphql } from '../../gql/index.ts';
import { PageHeader } from '../../shell/PageHeader.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useInspectionName } from './inspection-name.ts';
import { PastImports } from './PastImports.tsx';
import { ReadingFiles } from './ReadingFiles.tsx';
import { SourceUpload } from './SourceUpload.tsx';
import css from './ImportsPage.module.css';

const ImportsPageDocument = graphql(`
  query ImportsPage {
    inspections(first: 100) {
      edges {
        node {
          id
          ...InspectionName_inspection
        }
      }
    }
    imports(first: 100) {
      totalCount
      ...PastImports_imports
    }
  }
`);

/** 导入: a file or pasted text becomes a draft to be checked; below, what was imported before. */
export function ImportsPage() {
  const { t } = useTranslation();
  const nameOf = useInspectionName();
  const { data, error, refetch } = useQuery(ImportsPageDocument);
  const [chosen, setChosen] = useState<string | null>(null);
  const inspections = data?.inspections.edges.map(({ node }) => node) ?? [];
  const inspectionId = inspections.length === 1 ? inspections[0]!.id : chosen;
  return (
    <>
      <PageHeader title={t('imports.title')} sub={t('imports.sub')} />
      {error && <FaultPanel error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton />}
      {data && (
        <div className={css.page}>
          <section className={css.upload}>
            {inspections.length > 1 && (
              <SelectField
                label={t('imports.inspection')}
                emptyLabel={t('imports.chooseInspection')}
                value={chosen}
                onChange={setChosen}
                options={inspections.map((each) => ({ value: each.id, label: nameOf(each) }))}
              />
            )}
            {inspections.length === 1 && <p className={css.into}>{nameOf(inspections[0]!)}</p>}
            <SourceUpload inspectionId={inspectionId} />
            <ReadingFiles onRead={() => void refetch()} />
          </section>
          <section aria-labelledby="past-imports">
            <h2 id="past-imports" className={css.heading}>
              {t('imports.past')}
            </h2>
            {data.imports.totalCount === 0 ? (
              <EmptyState title={t('imports.none')}>{t('imports.noneText')}</EmptyState>
            ) : (
              <PastImports imports={data.imports} />
            )}
          </section>
        </div>
      )}
    </>
  );
}
