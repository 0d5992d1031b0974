import { useApolloClient } from '@apollo/client/react';
import { useEffect, useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Form } from '../ui/Form.tsx';
import { ConflictDialog, type ConflictingField } from './ConflictDialog.tsx';
import { DraftNotice } from './DraftNotice.tsx';
import { OperationErrors } from './OperationErrors.tsx';
import type { Draft } from './use-draft.ts';
import type { OperationState } from './use-operation.ts';

type VerbDialogProps = {
  title: string;
  /** What stands on the dark button: the verb. */
  verb: string;
  operation: OperationState & { reset: () => void };
  onSubmit: () => void | Promise<unknown>;
  onClose: () => void;
  children: ReactNode;
  /** Fields that show their own refusals. */
  fields?: readonly string[];
  draft?: Pick<Draft<object>, 'restoredAt' | 'startOver' | 'dirty'>;
  /** Why it cannot be submitted yet. */
  off?: string | null;
  /** The verb takes something away: its button is not the dark one. */
  grave?: boolean;
  shape?: 'dialog' | 'wide' | 'drawer';
  /** Where the form can merge: the fields that both changed, and what to do with the choice. */
  merge?: { fields: readonly ConflictingField[]; onResolve: (takeTheirs: readonly string[]) => void };
};

/**
 * One verb with its form in a dialog: refusals above the buttons, the draft kept when the line is lost, and when somebody
 * else was quicker, who changed what. Mount it only while it is open.
 */
export function VerbDialog(props: VerbDialogProps) {
  const { title, verb, operation, onSubmit, onClose, children, fields, draft, off, grave, shape, merge } = props;
  const { t } = useTranslation();
  const client = useApolloClient();
  const id = useId();
  const mergeAsked = operation.conflict !== null && merge !== undefined;
  useEffect(() => {
    if (mergeAsked) void client.refetchQueries({ include: 'active' }); // merging needs the record as it is now
  }, [mergeAsked, client]);
  const reload = async () => {
    await client.refetchQueries({ include: 'active' });
    operation.reset();
  };
  const submit = async () => {
    if (!operation.busy && !off) await onSubmit();
  };
  return (
    <>
      <Dialog
        title={title}
        open
        onClose={onClose}
        shape={shape}
        actions={
          <>
            <Button onClick={onClose}>{t('ui.cancel')}</Button>
            <Button look={grave ? 'grave' : 'ink'} type="submit" form={id} busy={operation.busy} off={off}>
              {verb}
            </Button>
          </>
        }
      >
        <Form id={id} onSubmit={submit} style={{ display: 'grid', gap: 'var(--s3)' }}>
          {draft && <DraftNotice draft={draft} />}
          {children}
          <OperationErrors
            operation={operation}
            fields={fields}
            onRetry={() => void submit()}
            draftKept={draft?.dirty}
          />
        </Form>
      </Dialog>
      <ConflictDialog
        conflict={operation.conflict}
        fields={merge?.fields ?? []}
        onClose={operation.reset}
        onReload={() => void reload()}
        onResolve={(theirs) => merge?.onResolve(theirs)}
      />
    </>
  );
}
