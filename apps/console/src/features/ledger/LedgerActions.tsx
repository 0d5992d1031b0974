import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCapability } from '../../session/viewer.ts';
import { Button } from '../../ui/Button.tsx';
import { ExportButton } from '../jobs/ExportButton.tsx';
import { CreateFindingDialog } from './CreateFindingDialog.tsx';
import type { InspectionInReach } from './inspections.ts';
import css from './LedgerPage.module.css';

/** What can be done with the ledger as a whole: print, take it along as a workbook, and the clerk's new entry. */
export function LedgerActions({ inspection, onPrint }: { inspection: InspectionInReach; onPrint: () => void }) {
  const { t } = useTranslation();
  const clerk = useCapability('IMPORT');
  const exports = useCapability('JOBS');
  const [creating, setCreating] = useState(false);
  return (
    <>
      <Button onClick={onPrint}>{t('shell.print')}</Button>
      <a className={css.download} href={`/export/ledger.xlsx?inspectionId=${inspection.id}`} download>
        {t('ledger.export')}
      </a>
      {exports && <ExportButton inspectionId={inspection.id} kind="LEDGER" />}
      {clerk && (
        <Button look="ink" onClick={() => setCreating(true)}>
          {t('ledger.create')}
        </Button>
      )}
      {creating && <CreateFindingDialog inspection={inspection} onClose={() => setCreating(false)} />}
    </>
  );
}
