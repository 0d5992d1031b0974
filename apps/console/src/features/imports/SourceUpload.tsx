import { useApolloClient } from '@apollo/client/react';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { UploadOutcome } from '../../upload.ts';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { toast } from '../../ui/toast-store.ts';
import { JOB_LISTS } from '../jobs/own-jobs.ts';
import { RefusedSource } from './RefusedSource.tsx';
import { sendSource, sendText, type Received } from './source-request.ts';
import css from './SourceUpload.module.css';

type Sending = { name: string; sent: number; size: number };
type Failure = { name: string; outcome: Exclude<UploadOutcome<Received>, { kind: 'stored' }> };

const ACCEPT = '.docx,.txt,.md,.html,.htm,.pdf,.xlsx';

/** One source at a time by dragging, choosing or pasting; what was read opens at once for checking. */
export function SourceUpload({ inspectionId }: { inspectionId: string | null }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useApolloClient();
  const [sending, setSending] = useState<Sending | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [text, setText] = useState('');
  const again = useRef<(() => void) | null>(null);

  const settle = (name: string, outcome: UploadOutcome<Received>) => {
    setSending(null);
    if (outcome.kind !== 'stored') return setFailure({ name, outcome });
    const { importId } = outcome.body;
    if (importId !== undefined) return void navigate({ to: '/import/$importId', params: { importId } });
    toast(t('imports.readInBackground', { name }));
    void client.refetchQueries({ include: [...JOB_LISTS] });
  };
  const begin = (name: string, size: number, send: () => Promise<UploadOutcome<Received>>) => {
    if (sending) return;
    const run = () => {
      setFailure(null);
      setSending({ name, sent: 0, size });
      void send().then((outcome) => settle(name, outcome));
    };
    again.current = run;
    run();
  };
  const refuseHere = (message: string, name = '') =>
    setFailure({ name, outcome: { kind: 'refused', code: 'INVALID', message, details: {} } });
  const takeFile = (file: File | undefined) => {
    if (!file) return;
    if (!inspectionId) return refuseHere(t('imports.inspectionNeeded'), file.name);
    const progress = (sent: number) => setSending((old) => old && { ...old, sent });
    begin(file.name, file.size, () => sendSource(file, inspectionId, progress));
  };
  const takeText = () => {
    if (!inspectionId) return refuseHere(t('imports.inspectionNeeded'), t('imports.pasteText'));
    begin(t('imports.pasteText'), text.length, () => sendText(text, inspectionId));
  };
  return (
    <div className={css.upload}>
      <SourceDrop onFile={takeFile} busy={sending !== null} />
      <Disclosure label={t('imports.paste')}>
        <div className={css.paste}>
          <TextArea
            label={t('imports.pasteText')}
            hint={t('imports.pasteHint')}
            rows={8}
            value={text}
            onChange={setText}
          />
          <Button
            busy={sending !== null}
            onClick={takeText}
            off={text.trim() === '' ? t('imports.pasteHint') : null}
            offQuietly
          >
            {t('imports.read')}
          </Button>
        </div>
      </Disclosure>
      <div aria-live="polite">{sending && <SendingLine sending={sending} />}</div>
      {failure && <RefusedSource name={failure.name} outcome={failure.outcome} onRetry={() => again.current?.()} />}
    </div>
  );
}

function SendingLine({ sending: { name, sent, size } }: { sending: Sending }) {
  const { t } = useTranslation();
  const arrived = sent >= size;
  return (
    <p className={css.sending}>
      <span>{arrived ? t('imports.reading', { name }) : t('imports.sending', { name })}</span>
      <ProgressBar label={name} value={sent} max={size} />
    </p>
  );
}

function SourceDrop({ onFile, busy }: { onFile: (file: File | undefined) => void; busy: boolean }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFile(event.dataTransfer.files[0]);
  };
  return (
    <div
      className={over ? `${css.drop} ${css.over}` : css.drop}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p className={css.words}>{t('imports.drop')}</p>
      <p id="import-hint" className={css.hint}>
        {t('imports.hint')}
      </p>
      <input
        ref={input}
        type="file"
        accept={ACCEPT}
        hidden
        aria-label={t('imports.file')}
        onChange={(event) => {
          onFile(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      <Button look="ink" busy={busy} aria-describedby="import-hint" onClick={() => input.current?.click()}>
        {t('imports.choose')}
      </Button>
    </div>
  );
}
