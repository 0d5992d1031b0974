import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { FilesField } from '../evidence/FilesField.tsx';
import { useFiles } from '../evidence/use-files.ts';

/** Adds scans to a recorded paper. */
export function PaperScans({ paperId }: { paperId: string }) {
  const { t } = useTranslation();
  const client = useApolloClient();
  const files = useFiles();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const waiting = files.items.some((item) => item.state === 'waiting' || item.state === 'refused');
  const send = async () => {
    setBusy(true);
    const complete = await files.sendAll({ paperId }, 'SCAN');
    await client.refetchQueries({ include: 'active' });
    setBusy(false);
    if (complete) setOpen(false);
  };
  if (!open)
    return (
      <Button look="quiet" onClick={() => setOpen(true)}>
        {t('notice.addScan')}
      </Button>
    );
  return (
    <>
      <FilesField label={t('notice.addScan')} files={files} optional />
      {waiting && (
        <Button look="ink" busy={busy} onClick={() => void send()}>
          {t('piece.send')}
        </Button>
      )}
    </>
  );
}
