import { LIMITS } from '@closeout/domain/limits';
import { ACTION_KINDS, type ActionKind } from '@closeout/domain/vocabulary';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft, type Draft } from '../../forms/use-draft.ts';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { CheckBox } from '../../ui/CheckBox.tsx';
import { ComboField } from '../../ui/ComboField.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { toast } from '../../ui/toast-store.ts';
import { departmentFirst, usePeopleOptions } from '../findings/people-options.ts';

const ActionDialogFragment = graphql(`
  fragment ActionDialog_finding on Finding {
    id
    body {
      id
    }
    leadDepartment {
      id
    }
  }
`);

const AddActionDialogFragment = graphql(`
  fragment AddActionDialog_finding on Finding {
    id
    seq
    version
    ...ActionDialog_finding
  }
`);

const EditActionDialogFragment = graphql(`
  fragment EditActionDialog_action on Action {
    id
    version
    ordinal
    kind
    text
    needsEvidence
    dueOn
    dueText
    department {
      id
    }
    handler {
      id
    }
  }
`);

const AddAction = graphql(`
  mutation AddAction($input: AddActionInput!) {
    addAction(input: $input) {
      action {
        id
        finding {
          ...FindingPage_finding
        }
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);
const EditAction = graphql(`
  mutation EditAction($input: EditActionInput!) {
    editAction(input: $input) {
      action {
        id
        finding {
          ...FindingPage_finding
        }
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

type ActionForm = {
  kind: ActionKind;
  text: string;
  departmentId: string | null;
  handlerId: string | null;
  dueOn: string | null;
  dueText: string;
  needsEvidence: boolean;
};
const EMPTY: ActionForm = {
  kind: 'OTHER',
  text: '',
  departmentId: null,
  handlerId: null,
  dueOn: null,
  dueText: '',
  needsEvidence: true,
};
const FIELDS = Object.keys(EMPTY);

const inputOf = (form: ActionForm) => ({ ...form, text: form.text.trim(), dueText: form.dueText.trim() || null });

/** 添加措施: its words; who, until when and whether it needs evidence are folded. */
export function AddActionDialog(props: { finding: FragmentType<typeof AddActionDialogFragment>; onClose: () => void }) {
  const { t } = useTranslation();
  const finding = readFragment(AddActionDialogFragment, props.finding);
  const draft = useDraft(`addAction:${finding.id}`, EMPTY);
  const operation = useOperation(AddAction);
  const submit = async () => {
    const input = { findingId: finding.id, version: finding.version, ...inputOf(draft.value) };
    if (!(await operation.run({ input }))) return;
    draft.clear();
    toast(t('action.saved.added'));
    props.onClose();
  };
  return (
    <VerbDialog
      title={t('action.addTitle', { number: finding.seq })}
      verb={t('vocabulary.findingVerb.addAction')}
      operation={operation}
      onSubmit={submit}
      onClose={props.onClose}
      fields={FIELDS}
      draft={draft}
      off={draft.value.text.trim() === '' ? t('action.writeFirst') : null}
    >
      <ActionFields draft={draft} finding={finding} errors={operation.fields} />
    </VerbDialog>
  );
}

/** 修改措施. When somebody else changed its words meanwhile, whose words stay is asked. */
export function EditActionDialog(props: {
  action: FragmentType<typeof EditActionDialogFragment>;
  finding: FragmentType<typeof ActionDialogFragment>;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const action = readFragment(EditActionDialogFragment, props.action);
  const [opened] = useState(action);
  const start: ActionForm = {
    kind: opened.kind,
    text: opened.text,
    departmentId: opened.department?.id ?? null,
    handlerId: opened.handler?.id ?? null,
    dueOn: opened.dueOn ?? null,
    dueText: opened.dueText ?? '',
    needsEvidence: opened.needsEvidence,
  };
  const draft = useDraft(`editAction:${opened.id}:${opened.version}`, start);
  const operation = useOperation(EditAction);
  const send = async (form: ActionForm, version: number) => {
    const all = inputOf(form);
    const keys = Object.keys(all) as (keyof ActionForm)[];
    const changed = Object.fromEntries(
      keys.filter((key) => all[key] !== inputOf(start)[key]).map((key) => [key, all[key]]),
    );
    if (!(await operation.run({ input: { actionId: action.id, version, ...changed } }))) return;
    draft.clear();
    toast(t('action.saved.edited', { ordinal: action.ordinal }));
    props.onClose();
  };
  const bothChanged =
    action.text !== opened.text && draft.value.text !== opened.text && action.text !== draft.value.text;
  const resolve = (theirs: readonly string[]) => {
    const merged = theirs.includes('text') ? { ...draft.value, text: action.text } : draft.value;
    draft.set(merged);
    void send(merged, action.version);
  };
  return (
    <VerbDialog
      title={t('action.editTitle', { ordinal: action.ordinal })}
      verb={t('ui.save')}
      operation={operation}
      onSubmit={() => send(draft.value, action.version)}
      onClose={props.onClose}
      fields={FIELDS}
      draft={draft}
      merge={{
        fields: bothChanged
          ? [{ field: 'text', label: t('fields.content'), theirs: action.text, mine: draft.value.text }]
          : [],
        onResolve: resolve,
      }}
    >
      <ActionFields draft={draft} finding={props.finding} errors={operation.fields} />
    </VerbDialog>
  );
}

type ActionFieldsProps = {
  draft: Draft<ActionForm>;
  finding: FragmentType<typeof ActionDialogFragment>;
  errors: Readonly<Record<string, string>>;
};

function ActionFields({ draft, finding: masked, errors }: ActionFieldsProps) {
  const { t } = useTranslation();
  const finding = readFragment(ActionDialogFragment, masked);
  const options = usePeopleOptions(finding.body.id);
  const { value, put } = draft;
  return (
    <>
      <TextArea
        label={t('action.text')}
        autoFocus
        value={value.text}
        onChange={(text) => put('text', text)}
        limit={LIMITS.text}
        error={errors.text}
      />
      <SelectField
        label={t('action.kind')}
        hint={t('action.kindHint')}
        emptyLabel={t('vocabulary.actionKind.OTHER')}
        value={value.kind === 'OTHER' ? null : value.kind}
        onChange={(kind) => put('kind', kind ?? 'OTHER')}
        options={ACTION_KINDS.filter((kind) => kind !== 'OTHER').map((kind) => ({
          value: kind,
          label: t(`vocabulary.actionKind.${kind}`),
        }))}
        error={errors.kind}
      />
      <Disclosure label={t('piece.more')} note={t('action.moreNote')}>
        <ComboField
          key={`department ${options.departments.length}`}
          loading={options.loading}
          label={t('action.department')}
          hint={t('action.departmentHint')}
          optional
          value={value.departmentId}
          onChange={(id) => put('departmentId', id)}
          options={options.departments}
          error={errors.departmentId}
        />
        <ComboField
          key={`handler ${options.persons.length}`}
          loading={options.loading}
          label={t('fields.handlerId')}
          optional
          value={value.handlerId}
          onChange={(id) => put('handlerId', id)}
          options={departmentFirst(options.persons, value.departmentId ?? finding.leadDepartment?.id ?? null)}
          error={errors.handlerId}
        />
        <DateField
          label={t('action.ownDue')}
          optional
          value={value.dueOn}
          onChange={(day) => put('dueOn', day)}
          error={errors.dueOn}
        />
        <TextField
          label={t('fields.dueText')}
          optional
          value={value.dueText}
          onChange={(text) => put('dueText', text)}
          error={errors.dueText}
        />
        <CheckBox
          label={t('action.needsEvidence')}
          hint={t('action.needsEvidenceHint')}
          checked={value.needsEvidence}
          onChange={(needs) => put('needsEvidence', needs)}
        />
      </Disclosure>
    </>
  );
}
