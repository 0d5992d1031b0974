import { useQuery } from '@apollo/client/react';
import { EXPORT_KINDS, FORMATS_OF, type ExportFormat, type ExportKind } from '@closeout/domain/vocabulary';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql } from '../../gql/index.ts';
import type { PlanKind } from '../../gql/graphql.ts';
import { useViewer } from '../../session/viewer.ts';
import { SelectField } from '../../ui/SelectField.tsx';
import { toast } from '../../ui/toast-store.ts';
import { JOB_LISTS } from './own-jobs.ts';

const ExportChoices = graphql(`
  query ExportChoices($id: ID!) {
    inspection(id: $id) {
      id
      plans
      viewerCan
    }
    publication(inspectionId: $id) {
      id
      handouts
    }
  }
`);

const StartExport = graphql(`
  mutation StartExport($input: StartExportInput!) {
    startExport(input: $input) {
      job {
        id
        state
        ...JobRow_job
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

type ExportDialogProps = { inspectionId: string; kind: ExportKind; onClose: () => void };

/** 后台导出: what, as what; the file waits in 任务 when it is made, wherever one is then. */
export function ExportDialog({ inspectionId, kind: first, onClose }: ExportDialogProps) {
  const { t } = useTranslation();
  const { printsPdf } = useViewer();
  const { data } = useQuery(ExportChoices, { variables: { id: inspectionId } });
  const [kind, setKind] = useState<ExportKind>(first);
  const [format, setFormat] = useState<ExportFormat>(FORMATS_OF[first][0]);
  const [plan, setPlan] = useState<PlanKind>('MAIN');
  const operation = useOperation(StartExport, JOB_LISTS);
  const plans = data?.inspection?.plans ?? [];
  const archives = data?.inspection?.viewerCan.includes('exportArchive') ?? false;
  const formats = FORMATS_OF[kind].filter((one) => one !== 'PDF' || printsPdf);
  const bundles = data?.publication?.handouts.includes('BUNDLE') ?? false;
  const offered: Partial<Record<ExportKind, boolean>> = { ARCHIVE: archives, PUBLICATION: bundles };
  const kinds = EXPORT_KINDS.filter((one) => offered[one] ?? true);
  const choose = (next: ExportKind | null) => {
    if (!next) return;
    setKind(next);
    setFormat(FORMATS_OF[next][0]);
  };
  const submit = async () => {
    const input = { inspectionId, kind, format, plan: kind === 'PLAN' ? plan : null };
    if (!(await operation.run({ input }))) return;
    toast(t('job.started', { what: t(`vocabulary.exportKind.${kind}`) }));
    onClose();
  };
  return (
    <VerbDialog
      title={t('job.export')}
      verb={t('job.begin')}
      operation={operation}
      onSubmit={submit}
      onClose={onClose}
      fields={['format', 'plan']}
    >
      <p>{t(kind === 'ARCHIVE' ? 'job.archiveHint' : 'job.exportHint')}</p>
      <SelectField
        label={t('job.what')}
        emptyLabel={t('job.choose')}
        value={kind}
        onChange={choose}
        options={kinds.map((value) => ({ value, label: t(`vocabulary.exportKind.${value}`) }))}
      />
      {formats.length > 1 && (
        <SelectField
          label={t('job.format')}
          emptyLabel={t('job.choose')}
          value={format}
          onChange={(next) => next && setFormat(next)}
          options={formats.map((value) => ({ value, label: t(`vocabulary.exportFormat.${value}`) }))}
          error={operation.fields.format}
        />
      )}
      {kind === 'PLAN' && plans.length > 1 && (
        <SelectField
          label={t('job.plan')}
          emptyLabel={t('job.choose')}
          value={plan}
          onChange={(next) => next && setPlan(next)}
          options={plans.map((value) => ({ value, label: t(`vocabulary.planKind.${value}`) }))}
          error={operation.fields.plan}
        />
      )}
    </VerbDialog>
  );
}
