import { LIMITS } from '@closeout/domain/limits';
import type { ReactNode } from 'react';
import { TextArea } from '../ui/TextArea.tsx';
import { toast } from '../ui/toast-store.ts';
import type { OperationState } from './use-operation.ts';
import { useDraft } from './use-draft.ts';
import { VerbDialog } from './VerbDialog.tsx';

type ReasonDialogProps = {
  /** What the draft of the reason is kept under. */
  about: string;
  title: string;
  verb: string;
  /** What the reason is called, and who reads it. */
  label: string;
  hint?: string;
  /** Why the verb cannot be pressed without one. */
  reasonFirst: string;
  done: string;
  operation: OperationState & { reset: () => void };
  /** Carries the verb out; answers whether the server said yes. */
  run: (reason: string) => Promise<unknown>;
  onClose: () => void;
  children?: ReactNode;
};

/** A grave verb that needs a written reason: the words are kept until the server has said yes. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { about, title, verb, label, hint, reasonFirst, done, operation, run, onClose, children } = props;
  const draft = useDraft(about, { reason: '' });
  const reason = draft.value.reason.trim();
  const submit = async () => {
    if (!(await run(reason))) return;
    draft.clear();
    toast(done);
    onClose();
  };
  return (
    <VerbDialog
      title={title}
      verb={verb}
      operation={operation}
      onSubmit={submit}
      onClose={onClose}
      fields={['reason']}
      draft={draft}
      grave
      off={reason === '' ? reasonFirst : null}
    >
      {children}
      <TextArea
        label={label}
        hint={hint}
        rows={2}
        value={draft.value.reason}
        onChange={(words) => draft.put('reason', words)}
        limit={LIMITS.reason}
        error={operation.fields.reason}
      />
    </VerbDialog>
  );
}
