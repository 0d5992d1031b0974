import { LIMITS } from '@closeout/domain/limits';
import { useTranslation } from 'react-i18next';
import { ConflictDialog } from '../../forms/ConflictDialog.tsx';
import { DraftNotice } from '../../forms/DraftNotice.tsx';
import { OperationErrors } from '../../forms/OperationErrors.tsx';
import { useDraft } from '../../forms/use-draft.ts';
import { useOperation } from '../../forms/use-operation.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import { CheckBox } from '../../ui/CheckBox.tsx';
import { Form } from '../../ui/Form.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { toast } from '../../ui/toast-store.ts';
import { OnBehalfFields, useOnBehalf } from '../evidence/OnBehalf.tsx';
import { useApolloClient } from '@apollo/client/react';
import css from './ActionList.module.css';
import { ToldWords } from './ToldWords.tsx';

const ProgressFormFragment = graphql(`
  fragment ProgressForm_action on Action {
    id
    version
    ordinal
    state
    progress
  }
`);

const ProgressFormFindingFragment = graphql(`
  fragment ProgressForm_finding on Finding {
    ...OnBehalf_finding
  }
`);

const UpdateProgress = graphql(`
  mutation UpdateProgress($input: UpdateProgressInput!) {
    updateProgress(input: $input) {
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

type ProgressFormProps = {
  action: FragmentType<typeof ProgressFormFragment>;
  finding: FragmentType<typeof ProgressFormFindingFragment>;
  onDone: () => void;
};

/** What was done, and whether that is all: the row, the words with 完成, save. Kept as a draft while it is written. */
export function ProgressForm({ action: masked, finding: maskedFinding, onDone }: ProgressFormProps) {
  const { t } = useTranslation();
  const client = useApolloClient();
  const action = readFragment(ProgressFormFragment, masked);
  const finding = readFragment(ProgressFormFindingFragment, maskedFinding);
  const behalf = useOnBehalf(finding);
  const draft = useDraft(`progress:${action.id}`, { text: '', done: action.state === 'DONE', ...behalf.empty });
  const operation = useOperation(UpdateProgress);
  const { value } = draft;
  const change = (part: Partial<typeof value>) => draft.set((old) => ({ ...old, ...part }));
  const submit = async () => {
    if (operation.busy) return;
    const input = {
      actionId: action.id,
      version: action.version,
      text: value.text.trim() || null,
      state: value.done ? ('DONE' as const) : ('IN_PROGRESS' as const),
      ...behalf.input(value),
    };
    if (!(await operation.run({ input }))) return;
    draft.clear();
    toast(t(value.done ? 'action.saved.done' : 'action.saved.progress', { ordinal: action.ordinal }));
    onDone();
  };
  const reload = async () => {
    await client.refetchQueries({ include: 'active' });
    operation.reset();
  };
  const empty = value.text.trim() === '' && (!value.done || action.state === 'DONE');
  return (
    <Form onSubmit={submit} className={css.form}>
      <DraftNotice draft={draft} />
      <TextArea
        label={t('action.progressOf', { ordinal: action.ordinal })}
        rows={2}
        autoFocus
        placeholder={t('action.progressHint')}
        value={value.text}
        onChange={(text) => draft.put('text', text)}
        limit={LIMITS.text}
        error={operation.fields.text}
      />
      <ToldWords
        actionId={action.id}
        onTake={(words) => change({ text: value.text.trim() === '' ? words : `${value.text.trimEnd()}\n${words}` })}
      />
      <OnBehalfFields behalf={behalf} value={value} onChange={change} errors={operation.fields} />
      <OperationErrors
        operation={operation}
        fields={['text', 'onBehalfOf', 'onBehalfSource']}
        onRetry={() => void submit()}
        draftKept={draft.dirty}
      />
      <div className={css.buttons}>
        <CheckBox label={t('action.isDone')} checked={value.done} onChange={(done) => draft.put('done', done)} />
        <Button type="submit" look="ink" busy={operation.busy} off={empty ? t('action.writeFirst') : null}>
          {t('ui.save')}
        </Button>
      </div>
      <ConflictDialog
        conflict={operation.conflict}
        fields={[]}
        onClose={operation.reset}
        onReload={() => void reload()}
        onResolve={operation.reset}
      />
    </Form>
  );
}
