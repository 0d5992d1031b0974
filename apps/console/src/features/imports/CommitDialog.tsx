import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OperationErrors } from '../../forms/OperationErrors.tsx';
import { useOperation } from '../../forms/use-operation.ts';
import { amount } from '../../format.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { MarginNote } from '../../ui/MarginNote.tsx';
import { toast } from '../../ui/toast-store.ts';
import type { ImportCounts } from './counts.ts';
import { ImportConflict } from './ImportConflict.tsx';
import css from './CommitDialog.module.css';

const CommitDialogFragment = graphql(`
  fragment CommitDialog_import on Import {
    id
    version
    inspection {
      id
      progress {
        findings
      }
    }
  }
`);

const CommitImportDocument = graphql(`
  mutation CommitImport($input: CommitImportInput!) {
    commitImport(input: $input) {
      import {
        id
        ...CheckHeader_import
        ...CommitDialog_import
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

type CommitDialogProps = {
  import: FragmentType<typeof CommitDialogFragment>;
  counts: ImportCounts;
  checked: readonly number[];
  rowErrors: number;
  open: boolean;
  onClose: () => void;
};

const MODES = ['LIVE', 'HISTORY'] as const;
type Mode = (typeof MODES)[number];

/** 确认入账: what will enter, in which of the two ways, in plain words; one batch that can be taken back. */
export function CommitDialog({ import: masked, counts, checked, rowErrors, open, onClose }: CommitDialogProps) {
  const { t } = useTranslation();
  const { id, version, inspection } = readFragment(CommitDialogFragment, masked);
  const [mode, setMode] = useState<Mode | null>(null);
  const operation = useOperation(CommitImportDocument);
  const enter = async () => {
    if (mode === null || !(await operation.run({ input: { importId: id, version, mode } }))) return;
    onClose();
    toast(t('imports.commit.done', { count: counts.findings }));
  };
  const close = () => {
    onClose();
    operation.reset();
  };
  return (
    <Dialog
      title={t('imports.commit.title')}
      open={open}
      onClose={close}
      shape="wide"
      actions={
        <>
          <Button onClick={close}>{t('ui.cancel')}</Button>
          <Button
            look="ink"
            busy={operation.busy}
            off={mode === null ? t('imports.commit.how') : null}
            offQuietly
            onClick={() => void enter()}
          >
            {t('imports.commit.go', { count: counts.findings })}
          </Button>
        </>
      }
    >
      <div className={css.content}>
        <Facts counts={counts} />
        <Cautions counts={counts} checked={checked} rowErrors={rowErrors} existing={inspection.progress.findings} />
        <fieldset role="radiogroup" aria-required className={css.modes}>
          <legend className={css.legend}>{t('imports.commit.how')}</legend>
          {MODES.map((each) => (
            <ModeChoice key={each} mode={each} counts={counts} chosen={mode === each} onChoose={() => setMode(each)} />
          ))}
        </fieldset>
        <p className={css.quiet}>{t('imports.commit.text')}</p>
        <OperationErrors operation={operation} />
        <ImportConflict operations={[operation]} />
      </div>
    </Dialog>
  );
}

function Facts({ counts }: { counts: ImportCounts }) {
  const { t } = useTranslation();
  const facts = (['findings', 'actions', 'meetings', 'documents', 'talks'] as const)
    .filter((key) => counts[key] > 0)
    .map((key) => t(`imports.commit.${key}`, { count: counts[key] }));
  if (counts.refunds > 0) {
    facts.push(t('imports.commit.refunds', { count: counts.refunds, sum: amount(t, counts.refundFen) }));
  }
  return (
    <p className={css.facts}>
      <span className={css.quiet}>{t('imports.commit.facts')}</span> {facts.join(' · ')}
    </p>
  );
}

type CautionsProps = { counts: ImportCounts; checked: readonly number[]; rowErrors: number; existing: number };

function Cautions({ counts, checked, rowErrors, existing }: CautionsProps) {
  const { t } = useTranslation();
  const open = Array.from({ length: counts.findings }, (_, index) => index + 1).filter((seq) => !checked.includes(seq));
  const seqs = `${open.slice(0, 12).join('、')}${open.length > 12 ? '…' : ''}`;
  return (
    <>
      {open.length > 0 && (
        <MarginNote kind="check">{t('imports.commit.unchecked', { count: open.length, seqs })}</MarginNote>
      )}
      {existing > 0 && <MarginNote kind="check">{t('imports.commit.existing', { count: existing })}</MarginNote>}
      {rowErrors > 0 && <MarginNote kind="check">{t('imports.commit.rowErrors', { count: rowErrors })}</MarginNote>}
    </>
  );
}

type ModeChoiceProps = { mode: Mode; counts: ImportCounts; chosen: boolean; onChoose: () => void };

function ModeChoice({ mode, counts, chosen, onChoose }: ModeChoiceProps) {
  const { t } = useTranslation();
  const evidence = counts.meetings + counts.documents + counts.talks + counts.refunds;
  const words = t(mode === 'LIVE' ? 'imports.commit.liveText' : 'imports.commit.historyText', {
    findings: counts.findings,
    actions: counts.actions,
    evidence,
  });
  return (
    <label className={chosen ? `${css.mode} ${css.chosen}` : css.mode}>
      <input type="radio" name="import-mode" value={mode} checked={chosen} onChange={onChoose} />
      <b className={css.name}>{t(`imports.commit.${mode}`)}</b>
      <span className={css.words}>{words}</span>
    </label>
  );
}
