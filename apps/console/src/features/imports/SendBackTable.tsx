import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UploadOutcome } from '../../upload.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { RefusedSource } from './RefusedSource.tsx';
import { sendSource, type Received } from './source-request.ts';

type Sending = { file: File; sent: number };
type Failure = { file: File; outcome: Exclude<UploadOutcome<Received>, { kind: 'stored' }> };

/** 导回修改: the ledger that was exported and changed; what it changes opens at once for checking. */
export function SendBackTable({ inspectionId }: { inspectionId: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const [asking, setAsking] = useState(false);
  const [sending, setSending] = useState<Sending | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const send = async (file: File) => {
    setFailure(null);
    setSending({ file, sent: 0 });
    const outcome = await sendSource(file, inspectionId, (sent) => setSending({ file, sent }));
    setSending(null);
    if (outcome.kind !== 'stored') return setFailure({ file, outcome });
    const { importId } = outcome.body;
    // a large one is read by a job
    await (importId === undefined
      ? navigate({ to: '/jobs' })
      : navigate({ to: '/import/$importId', params: { importId } }));
  };
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('tableCheck.send')}</Button>
      <Dialog
        title={t('tableCheck.sendTitle')}
        open={asking}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{t('ui.cancel')}</Button>
            <Button look="ink" busy={sending !== null} onClick={() => input.current?.click()}>
              {t('imports.choose')}
            </Button>
          </>
        }
      >
        <p>{t('tableCheck.sendText')}</p>
        <input
          ref={input}
          type="file"
          accept=".xlsx"
          hidden
          aria-label={t('tableCheck.sendFile')}
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = '';
            if (file) void send(file);
          }}
        />
        <div aria-live="polite">
          {sending && <ProgressBar label={sending.file.name} value={sending.sent} max={sending.file.size} />}
        </div>
        {failure && (
          <RefusedSource name={failure.file.name} outcome={failure.outcome} onRetry={() => void send(failure.file)} />
        )}
      </Dialog>
    </>
  );
}
