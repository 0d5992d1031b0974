import { useApolloClient } from '@apollo/client/react';
import { ConflictDialog } from '../../forms/ConflictDialog.tsx';
import type { Conflict } from '../../forms/user-errors.ts';

type Refusable = { conflict: Conflict | null; reset: () => void };

const NO_FIELDS = [] as const;

/** Somebody else changed the same import: who and when, and the way to what it is now. Nothing here can be merged. */
export function ImportConflict({ operations }: { operations: readonly Refusable[] }) {
  const client = useApolloClient();
  const stale = operations.find(({ conflict }) => conflict !== null);
  const close = () => operations.forEach(({ reset }) => reset());
  const reload = () => {
    close();
    void client.refetchQueries({ include: 'active' });
  };
  return (
    <ConflictDialog
      conflict={stale?.conflict ?? null}
      fields={NO_FIELDS}
      onClose={close}
      onReload={reload}
      onResolve={close}
    />
  );
}
