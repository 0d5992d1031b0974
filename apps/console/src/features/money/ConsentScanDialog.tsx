import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { toast } from '../../ui/toast-store.ts';
import { FilesField } from '../evidence/FilesField.tsx';
import { useFiles } from '../evidence/use-files.ts';

type ConsentScanDialogProps = { consent: { id: string; who: string; bodyName: string }; onClose: () => void };

/** The scan of a consent to a waiver: the written one, or what was written down of an oral one. */
export function ConsentScanDialog({ consent, onClose }: ConsentScanDialogProps) {
  const { t } = useTranslation();
  const client = useApolloClient();
  const files = useFiles();
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    const complete = await files.sendAll({ consentId: consent.id }, 'CONSENT');
    await client.refetchQueries({ include: 'active' });
    setBusy(false);
    if (!complete) return;
    toast(t('sums.scanAdded'));
    onClose();
  };
  return (
    <Dialog
      title={`${t('sums.scanConsent')} · ${consent.bodyName} ${consent.who}`}
      open
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button
            look="ink"
            busy={busy}
            off={files.items.length === 0 ? t('ui.file.choose') : null}
            onClick={() => void send()}
          >
            {t('piece.send')}
          </Button>
        </>
      }
    >
      <FilesField label={t('piece.files')} files={files} />
    </Dialog>
  );
}
