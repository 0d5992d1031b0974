import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { useDraft } from '../../forms/use-draft.ts';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import type { AssignDialog_FindingFragment } from '../../gql/graphql.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { ComboField } from '../../ui/ComboField.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { toast } from '../../ui/toast-store.ts';
import { assignInput, type AssignForm, type DeadlineMode } from './assign-input.ts';
import { ManyField } from './ManyField.tsx';
import { usePeopleOptions } from './people-options.ts';

const AssignDialogFragment = graphql(`
  fragment AssignDialog_finding on Finding {
    id
    version
    seq
    remediationType
    plan
    inspection {
      id
      plans
    }
    body {
      id
    }
    leader {
      id
    }
    leadDepartment {
      id
    }
    supportingDepartments {
      id
    }
    subjects {
      id
    }
    deadline {
      dueOn
      kind
      text
    }
  }
`);

const Assign = graphql(`
  mutation Assign($input: AssignInput!) {
    assign(input: $input) {
      finding {
        ...FindingPage_finding
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

const FIELDS = [
  'leaderId',
  'leadDepartmentId',
  'supportingDepartmentIds',
  'subjectIds',
  'remediationType',
  'plan',
  'dueOn',
];

const formOf = (finding: AssignDialog_FindingFragment): AssignForm => ({
  leaderId: finding.leader?.id ?? null,
  leadDepartmentId: finding.leadDepartment?.id ?? null,
  supportingDepartmentIds: finding.supportingDepartments.map((each) => each.id),
  subjectIds: finding.subjects.map((each) => each.id),
  remediationType: finding.remediationType ?? null,
  plan: finding.plan,
  deadline: finding.deadline.dueOn || finding.deadline.kind ? 'KEEP' : 'RULE',
  dueOn: finding.deadline.dueOn ?? null,
  dueText: finding.deadline.text ?? '',
});

/** 分派: leader, departments, subjects, class and deadline of one finding, in one dialog of the clerk. */
export function AssignDialog(props: { finding: FragmentType<typeof AssignDialogFragment>; onClose: () => void }) {
  const { t } = useTranslation();
  const finding = readFragment(AssignDialogFragment, props.finding);
  const options = usePeopleOptions(finding.body.id);
  const [{ name, before }] = useState(() => ({
    name: `assign:${finding.id}:${finding.version}`,
    before: formOf(finding),
  }));
  const draft = useDraft(name, before);
  const operation = useOperation(Assign);
  const { value, put } = draft;
  const error = operation.fields;
  const submit = async () => {
    const input = { findingId: finding.id, version: finding.version, ...assignInput(before, value) };
    if (!(await operation.run({ input }))) return;
    draft.clear();
    toast(t('finding.done.assign'));
    props.onClose();
  };
  return (
    <VerbDialog
      title={t('finding.assignTitle', { number: finding.seq })}
      verb={t('vocabulary.findingVerb.assign')}
      operation={operation}
      onSubmit={submit}
      onClose={props.onClose}
      fields={FIELDS}
      draft={draft}
      off={value.deadline === 'DATE' && !value.dueOn ? t('finding.dateFirst') : null}
    >
      {options.error ? <FaultPanel error={options.error} /> : null}
      <ComboField
        key={`leader ${options.leaders.length}`}
        loading={options.loading}
        label={t('fields.leaderPostId')}
        hint={t('finding.leaderHint')}
        value={value.leaderId}
        onChange={(id) => put('leaderId', id)}
        options={options.leaders}
        error={error.leaderId}
      />
      <ComboField
        key={`department ${options.departments.length}`}
        loading={options.loading}
        label={t('fields.leadDepartmentId')}
        value={value.leadDepartmentId}
        onChange={(id) => put('leadDepartmentId', id)}
        options={options.departments}
        error={error.leadDepartmentId}
      />
      <ManyField
        label={t('fields.supportingDepartmentIds')}
        value={value.supportingDepartmentIds}
        onChange={(ids) => put('supportingDepartmentIds', ids)}
        options={options.departments.filter((each) => each.id !== value.leadDepartmentId)}
        error={error.supportingDepartmentIds}
      />
      <ChoiceField
        label={t('finding.class')}
        value={value.remediationType}
        onChange={(type) => put('remediationType', type)}
        options={(['IMMEDIATE', 'STAGED', 'CONTINUING'] as const).map((type) => ({
          value: type,
          label: t(`vocabulary.remediationType.${type}`),
        }))}
        error={error.remediationType}
      />
      {finding.inspection.plans.length > 1 && (
        <ChoiceField
          label={t('rounds.plan')}
          value={value.plan}
          onChange={(plan) => put('plan', plan)}
          options={finding.inspection.plans.map((plan) => ({ value: plan, label: t(`vocabulary.planKind.${plan}`) }))}
          error={error.plan}
        />
      )}
      <DeadlineFields value={value} put={put} error={error.dueOn} known={before.deadline === 'KEEP'} />
      <ManyField
        label={t('finding.subjects')}
        hint={t('finding.subjectsHint')}
        value={value.subjectIds}
        onChange={(ids) => put('subjectIds', ids)}
        options={options.persons}
        error={error.subjectIds}
      />
    </VerbDialog>
  );
}

type DeadlineFieldsProps = {
  value: AssignForm;
  put: <K extends keyof AssignForm>(key: K, value: AssignForm[K]) => void;
  error?: string;
  known: boolean;
};

function DeadlineFields({ value, put, error, known }: DeadlineFieldsProps) {
  const { t } = useTranslation();
  const modes: DeadlineMode[] = known ? ['KEEP', 'RULE', 'DATE', 'ONGOING'] : ['RULE', 'DATE', 'ONGOING'];
  return (
    <>
      <ChoiceField
        label={t('fields.dueOn')}
        value={value.deadline}
        onChange={(mode) => put('deadline', mode)}
        options={modes.map((mode) => ({ value: mode, label: t(`finding.deadlineMode.${mode}`) }))}
      />
      {value.deadline === 'DATE' && (
        <DateField
          label={t('finding.dueDate')}
          value={value.dueOn}
          onChange={(day) => put('dueOn', day)}
          error={error}
        />
      )}
      {(value.deadline === 'DATE' || value.deadline === 'ONGOING') && (
        <TextField
          label={t('fields.dueText')}
          hint={t('finding.dueTextHint')}
          optional
          value={value.dueText}
          onChange={(text) => put('dueText', text)}
        />
      )}
    </>
  );
}
