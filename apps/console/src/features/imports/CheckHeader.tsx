import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dateTime } from '../../format.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { PageHeader } from '../../shell/PageHeader.tsx';
import { Button } from '../../ui/Button.tsx';
import { buttonClass } from '../../ui/button-class.ts';
import { MarginNote } from '../../ui/MarginNote.tsx';
import { State } from '../../ui/State.tsx';
import { CommitDialog } from './CommitDialog.tsx';
import type { ImportCounts } from './counts.ts';
import { UndoImport } from './UndoImport.tsx';
import css from './CheckHeader.module.css';

const CheckHeaderFragment = graphql(`
  fragment CheckHeader_import on Import {
    id
    state
    mode
    fileName
    findingCount
    committedAt
    createdByName
    ...CommitDialog_import
    ...UndoImport_import
  }
`);

type CheckHeaderProps = {
  import: FragmentType<typeof CheckHeaderFragment>;
  counts: ImportCounts;
  checked: readonly number[];
  /** 文内 33 个问题 · 识别 33 个 … */
  facts: string;
  /** The text states another number than was read. */
  differs?: boolean;
  rowErrors?: number;
  actions?: ReactNode;
};

/** What is being checked, how much of it is, and the one next step: 确认入账. Afterwards: what became of it. */
export function CheckHeader({
  import: masked,
  counts,
  checked,
  facts,
  differs,
  rowErrors = 0,
  actions,
}: CheckHeaderProps) {
  const { t } = useTranslation();
  const found = readFragment(CheckHeaderFragment, masked);
  const [committing, setCommitting] = useState(false);
  const total = counts.findings;
  const ready = checked.length >= total;
  return (
    <div className={css.header}>
      <PageHeader
        title={t('imports.check.title')}
        sub={
          <>
            {found.fileName} · {facts}
            {differs && (
              <>
                {' '}
                <State tone="warn">{t('imports.check.mismatch')}</State>
              </>
            )}
          </>
        }
        actions={
          <>
            {actions}
            {found.state === 'DRAFT' && (
              <>
                <UndoImport import={found} />
                <Link to="/import" className={`${buttonClass()} ${css.later}`}>
                  {t('imports.check.later')}
                </Link>
                <Button look={ready ? 'ink' : 'plain'} onClick={() => setCommitting(true)}>
                  {t('imports.check.commit', { checked: checked.length, total })}
                </Button>
              </>
            )}
          </>
        }
      />
      {found.state === 'COMMITTED' && (
        <MarginNote
          kind="note"
          title={t('imports.state.COMMITTED')}
          actions={
            <>
              <Link to="/ledger">{t('imports.committed.ledger')}</Link>
              <UndoImport import={found} />
            </>
          }
        >
          {t('imports.committed.text', {
            at: found.committedAt ? dateTime(found.committedAt) : '',
            by: found.createdByName,
            count: found.findingCount,
            mode: found.mode ? t(`imports.mode.${found.mode}`) : '',
          })}
        </MarginNote>
      )}
      {found.state === 'UNDONE' && <MarginNote kind="note">{t('imports.committed.undone')}</MarginNote>}
      <CommitDialog
        import={found}
        counts={counts}
        checked={checked}
        rowErrors={rowErrors}
        open={committing}
        onClose={() => setCommitting(false)}
      />
    </div>
  );
}
