import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OperationErrors } from '../../forms/OperationErrors.tsx';
import { useOperation } from '../../forms/use-operation.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { toast } from '../../ui/toast-store.ts';
import { ImportConflict } from './ImportConflict.tsx';

const UndoImportFragment = graphql(`
  fragment UndoImport_import on Import {
    id
    version
    kind
    state
    undoable
    fileName
    findingCount
  }
`);

const UndoImportDocument = graphql(`
  mutation UndoImport($input: ImportVerbInput!) {
    undoImport(input: $input) {
      import {
        id
        mode
        committedAt
        ...UndoImport_import
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

const DiscardImportDocument = graphql(`
  mutation DiscardImport($input: ImportVerbInput!) {
    discardImport(input: $input) {
      import {
        id
        ...UndoImport_import
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

/** 撤销本批 of an entered import while nobody has worked on it, 放弃 of a draft; otherwise the reason why not. */
export function UndoImport({ import: masked }: { import: FragmentType<typeof UndoImportFragment> }) {
  const { t } = useTranslation();
  const { id, version, kind, state, undoable, fileName, findingCount } = readFragment(UndoImportFragment, masked);
  const [asking, setAsking] = useState(false);
  const undo = useOperation(UndoImportDocument);
  const discard = useOperation(DiscardImportDocument);
  if (state === 'UNDONE') return null;
  const draft = state === 'DRAFT';
  const operation = draft ? discard : undo;
  const ofTable = kind === 'LEDGER_CHANGES';
  const undone = ofTable ? t('tableCheck.undoDone') : t('imports.committed.undoDone', { count: findingCount });
  const carryOut = async () => {
    const done = await operation.run({ input: { importId: id, version } });
    if (!done) return;
    setAsking(false);
    toast(draft ? t('imports.committed.discardDone') : undone);
  };
  const close = () => {
    setAsking(false);
    operation.reset();
  };
  return (
    <>
      <Button
        look="quiet"
        off={!draft && !undoable ? t('imports.committed.worked') : null}
        onClick={() => setAsking(true)}
      >
        {draft ? t('imports.committed.discard') : t('imports.committed.undo')}
      </Button>
      <Dialog
        title={
          draft
            ? t('imports.committed.discardTitle')
            : t(ofTable ? 'tableCheck.undoTitle' : 'imports.committed.undoTitle')
        }
        open={asking}
        onClose={close}
        actions={
          <>
            <Button onClick={close}>{t('imports.committed.keep')}</Button>
            <Button look="grave" busy={operation.busy} onClick={() => void carryOut()}>
              {draft ? t('imports.committed.discard') : t('imports.committed.undo')}
            </Button>
          </>
        }
      >
        <p>
          {draft
            ? t('imports.committed.discardText')
            : t(ofTable ? 'tableCheck.undoText' : 'imports.committed.undoText', {
                file: fileName,
                count: findingCount,
              })}
        </p>
        <OperationErrors operation={operation} />
        <ImportConflict operations={[operation]} />
      </Dialog>
    </>
  );
}
