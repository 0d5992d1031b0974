import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { ComboField } from '../../ui/ComboField.tsx';
import { toast } from '../../ui/toast-store.ts';
import { ManyField } from './ManyField.tsx';
import { usePeopleOptions } from './people-options.ts';

const DepartmentsDialogFragment = graphql(`
  fragment DepartmentsDialog_finding on Finding {
    id
    version
    seq
    body {
      id
    }
    leadDepartment {
      id
    }
    supportingDepartments {
      id
    }
  }
`);

const ReassignDepartments = graphql(`
  mutation ReassignDepartments($input: ReassignDepartmentsInput!) {
    reassignDepartments(input: $input) {
      finding {
        ...FindingPage_finding
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

/** 调整部门, the leader's verb: a new lead department claims the finding anew. */
export function DepartmentsDialog(props: {
  finding: FragmentType<typeof DepartmentsDialogFragment>;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const finding = readFragment(DepartmentsDialogFragment, props.finding);
  const options = usePeopleOptions(finding.body.id);
  const [lead, setLead] = useState<string | null>(finding.leadDepartment?.id ?? null);
  const [supporting, setSupporting] = useState(finding.supportingDepartments.map((each) => each.id));
  const operation = useOperation(ReassignDepartments);
  const moved = lead !== (finding.leadDepartment?.id ?? null);
  const submit = async () => {
    if (lead === null) return;
    const input = { findingId: finding.id, version: finding.version, leadDepartmentId: lead };
    const supportingDepartmentIds = supporting.filter((id) => id !== lead);
    if (!(await operation.run({ input: { ...input, supportingDepartmentIds } }))) return;
    toast(t('finding.done.reassignDepartments'));
    props.onClose();
  };
  return (
    <VerbDialog
      title={t('finding.departmentsTitle', { number: finding.seq })}
      verb={t('vocabulary.findingVerb.reassignDepartments')}
      operation={operation}
      onSubmit={submit}
      onClose={props.onClose}
      fields={['leadDepartmentId', 'supportingDepartmentIds']}
      off={lead === null ? t('finding.departmentFirst') : null}
    >
      <ComboField
        key={options.departments.length}
        loading={options.loading}
        label={t('fields.leadDepartmentId')}
        warning={moved ? t('finding.movedWarning') : null}
        value={lead}
        onChange={setLead}
        options={options.departments}
        error={operation.fields.leadDepartmentId}
      />
      <ManyField
        label={t('fields.supportingDepartmentIds')}
        value={supporting}
        onChange={setSupporting}
        options={options.departments.filter((each) => each.id !== lead)}
        error={operation.fields.supportingDepartmentIds}
      />
    </VerbDialog>
  );
}
