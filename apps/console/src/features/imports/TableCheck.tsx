import type { TableChanges } from '@closeout/documents/ledger-types';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { OperationErrors } from '../../forms/OperationErrors.tsx';
import { dateTime } from '../../format.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { PageHeader } from '../../shell/PageHeader.tsx';
import { Button } from '../../ui/Button.tsx';
import { buttonClass } from '../../ui/button-class.ts';
import { MarginNote } from '../../ui/MarginNote.tsx';
import { toast } from '../../ui/toast-store.ts';
import { ImportConflict } from './ImportConflict.tsx';
import { TableCommit } from './TableCommit.tsx';
import { TableCells } from './TableCells.tsx';
import { TableRows } from './TableRows.tsx';
import { standingOf } from './table-words.ts';
import { UndoImport } from './UndoImport.tsx';
import { useTableDecisions } from './use-table-decisions.ts';
import css from './TableCheck.module.css';

const TableCheckFragment = graphql(`
  fragment TableCheck_import on Import {
    id
    version
    state
    parsed
    fileName
    createdByName
    committedAt
    ...UndoImport_import
  }
`);

/** 表格修改核对: every changed cell of a ledger that came back, before it is written; afterwards the same to look at. */
export function TableCheck({ import: masked }: { import: FragmentType<typeof TableCheckFragment> }) {
  const { t } = useTranslation();
  const found = readFragment(TableCheckFragment, masked);
  const table = found.parsed as TableChanges; // JSON of packages/documents, written by the server only
  const decisions = useTableDecisions(found);
  const draft = found.state === 'DRAFT';
  const recheck = async () => {
    if (await decisions.recheck()) toast(t('tableCheck.rechecked'));
  };
  return (
    <>
      <PageHeader
        title={t('tableCheck.title')}
        sub={<Facts table={table} fileName={found.fileName} />}
        actions={
          <>
            <Link to="/ledger" className={buttonClass('quiet')}>
              {t('tableCheck.toLedger')}
            </Link>
            <a
              className={buttonClass()}
              href={`/export/import-remarks.xlsx?importId=${found.id}`}
              title={t('tableCheck.errorSheetHint')}
              download
            >
              {t('tableCheck.errorSheet')}
            </a>
            {draft && (
              <>
                <UndoImport import={found} />
                <Button busy={decisions.rechecking.busy} onClick={() => void recheck()}>
                  {t('tableCheck.recheck')}
                </Button>
                <TableCommit table={table} importId={found.id} version={found.version} onRecheck={recheck} />
              </>
            )}
          </>
        }
      />
      {found.state === 'COMMITTED' && (
        <MarginNote kind="note" title={t('imports.state.COMMITTED')} actions={<UndoImport import={found} />}>
          {t('tableCheck.committed', {
            at: found.committedAt ? dateTime(found.committedAt) : '',
            by: found.createdByName,
          })}
        </MarginNote>
      )}
      {found.state === 'UNDONE' && <MarginNote kind="note">{t('tableCheck.undone')}</MarginNote>}
      <OperationErrors operation={decisions.taking} />
      <OperationErrors operation={decisions.rechecking} />
      <ImportConflict operations={[decisions.taking, decisions.rechecking]} />
      <div className={css.page}>
        <section className={css.sheet} aria-labelledby="table-changes">
          <TableCells changes={table.changes} decisions={draft ? decisions : null} />
        </section>
        <TableRows table={table} decisions={draft ? decisions : null} />
      </div>
    </>
  );
}

function Facts({ table, fileName }: { table: TableChanges; fileName: string }) {
  const { t } = useTranslation();
  const { origin, rows, changes, additions } = table;
  const count = (standing: 'conflict' | 'refused') => changes.filter((one) => standingOf(one) === standing).length;
  const accepted = [...changes, ...additions].filter((one) => one.accepted).length;
  const facts = [
    fileName,
    origin && t('tableCheck.exported', { by: origin.exportedBy, at: dateTime(origin.exportedAt) }),
    t('tableCheck.facts', { rows, changes: changes.length, accepted }),
    count('conflict') > 0 && t('tableCheck.conflicts', { count: count('conflict') }),
    count('refused') > 0 && t('tableCheck.refused', { count: count('refused') }),
  ];
  return <>{facts.filter(Boolean).join(' · ')}</>;
}
