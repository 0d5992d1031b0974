import type { TableChanges } from '@closeout/documents/ledger-types';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OperationErrors } from '../../forms/OperationErrors.tsx';
import { useOperation } from '../../forms/use-operation.ts';
import { dateTime } from '../../format.ts';
import { graphql } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { MarginNote } from '../../ui/MarginNote.tsx';
import { toast } from '../../ui/toast-store.ts';

const CommitTableDocument = graphql(`
  mutation CommitTable($input: CommitImportInput!) {
    commitImport(input: $input) {
      import {
        id
        ...TableCheck_import
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

type TableCommitProps = { table: TableChanges; importId: string; version: number; onRecheck: () => Promise<void> };

/** 生效: what is taken is written at once or not at all; who was in the way is named, with the way on. */
export function TableCommit({ table, importId, version, onRecheck }: TableCommitProps) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const operation = useOperation(CommitTableDocument);
  const count = [...table.changes, ...table.additions].filter((one) => one.accepted).length;
  const left = table.changes.filter(({ conflict, accepted }) => conflict !== null && !accepted).length;
  const { conflict, errors } = operation;
  const place = errors.map(({ params }) => params as { row?: number; column?: string } | null).find((one) => one?.row);
  const close = () => {
    setAsking(false);
    operation.reset();
  };
  const write = async () => {
    if (!(await operation.run({ input: { importId, version } }))) return;
    close();
    toast(t('tableCheck.done', { count }));
  };
  const again = async () => {
    close();
    await onRecheck();
  };
  return (
    <>
      <Button look="ink" off={count === 0 ? t('tableCheck.nothing') : null} offQuietly onClick={() => setAsking(true)}>
        {t('tableCheck.commit', { count })}
      </Button>
      <Dialog
        title={t('tableCheck.commitTitle')}
        open={asking}
        onClose={close}
        actions={
          <>
            <Button onClick={close}>{t('ui.cancel')}</Button>
            <Button look="ink" busy={operation.busy} onClick={() => void write()}>
              {t('tableCheck.commit', { count })}
            </Button>
          </>
        }
      >
        <p>{t('tableCheck.commitText', { count })}</p>
        {left > 0 && <MarginNote kind="check">{t('tableCheck.conflictsLeft', { count: left })}</MarginNote>}
        {place?.row && !conflict && <p>{t('tableCheck.place', { row: place.row, column: place.column ?? '' })}</p>}
        <OperationErrors operation={operation} />
        {conflict && (
          <MarginNote kind="check" actions={<Button onClick={() => void again()}>{t('tableCheck.recheck')}</Button>}>
            {t('tableCheck.changedSince', {
              by: conflict.by ?? '',
              at: conflict.at ? dateTime(conflict.at) : '',
            })}
          </MarginNote>
        )}
      </Dialog>
    </>
  );
}
