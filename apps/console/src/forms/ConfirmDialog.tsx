import { toast } from '../ui/toast-store.ts';
import type { OperationState } from './use-operation.ts';
import { VerbDialog } from './VerbDialog.tsx';

type ConfirmDialogProps = {
  title: string;
  verb: string;
  /** What comes of it. */
  hint: string;
  done: string;
  operation: OperationState & { reset: () => void };
  /** Carries the verb out; answers whether the server said yes. */
  run: () => Promise<unknown>;
  onClose: () => void;
};

/** A grave verb that asks once more, without anything to fill in. */
export function ConfirmDialog({ title, verb, hint, done, operation, run, onClose }: ConfirmDialogProps) {
  const submit = async () => {
    if (!(await run())) return;
    toast(done);
    onClose();
  };
  return (
    <VerbDialog title={title} verb={verb} grave operation={operation} onSubmit={submit} onClose={onClose} fields={[]}>
      <p>{hint}</p>
    </VerbDialog>
  );
}
