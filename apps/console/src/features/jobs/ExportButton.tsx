import type { ExportKind } from '@closeout/domain/vocabulary';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { ExportDialog } from './ExportDialog.tsx';

/** Beside the files that come at once: the same in the background, and what takes too long to wait for. */
export function ExportButton({ inspectionId, kind }: { inspectionId: string; kind: ExportKind }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="quiet" onClick={() => setOpen(true)}>
        {t('job.export')}
      </Button>
      {open && <ExportDialog inspectionId={inspectionId} kind={kind} onClose={() => setOpen(false)} />}
    </>
  );
}
