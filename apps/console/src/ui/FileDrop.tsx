import { useEffect, useId, useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { fileSize } from '../format.ts';
import { Button } from './Button.tsx';
import { ProgressBar } from './ProgressBar.tsx';
import { useLatest } from './use-latest.ts';
import css from './FileDrop.module.css';

export type FileItem = {
  id: string;
  name: string;
  size: number;
  state: 'waiting' | 'sending' | 'stored' | 'refused';
  /** Bytes sent so far. */
  sent?: number;
  /** Why it was refused, and what to do. */
  reason?: string;
  /** Where it can be looked at, once stored. */
  href?: string;
};

type FileDropProps = {
  label: string;
  hint?: string;
  error?: string | null;
  optional?: boolean;
  items: readonly FileItem[];
  onFiles: (files: File[]) => void;
  onRemove?: (id: string) => void;
  onRetry?: (id: string) => void;
  /** `accept` of the file input, e.g. `.pdf,.docx,image/*`: a help in choosing, the server decides. */
  accept?: string;
  /** Takes a paste anywhere on the page, not only here: right where the page is about one upload. */
  pasteAnywhere?: boolean;
  /** Takes one file; of several that are dropped, the first. */
  single?: boolean;
};

/** Files by dragging, pasting, choosing or the phone's camera; many at once, each with its own progress and reason. */
export function FileDrop(props: FileDropProps) {
  const { label, hint, error, optional, items, accept, pasteAnywhere, single } = props;
  const onFiles = (files: File[]) => props.onFiles(single ? files.slice(0, 1) : files);
  const { t } = useTranslation();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState(false);
  usePaste(box, Boolean(pasteAnywhere), onFiles);

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const files = [...event.dataTransfer.files];
    if (files.length > 0) onFiles(files);
  };
  return (
    <div className={css.field} role="group" aria-labelledby={`${id}-label`} aria-describedby={`${id}-hint`}>
      <span id={`${id}-label`} className={css.label}>
        {label}
        {optional && <span className={css.optional}>{t('ui.optional')}</span>}
      </span>
      <div
        ref={box}
        className={over ? `${css.drop} ${css.over}` : css.drop}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <p className={css.words}>{t(single ? 'ui.file.dropOne' : 'ui.file.drop')}</p>
        <p id={`${id}-hint`} className={css.hint}>
          {hint ?? t('ui.file.hint')}
        </p>
        <input
          ref={input}
          type="file"
          multiple={!single}
          accept={accept}
          hidden
          onChange={(event) => {
            onFiles([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
        <Button
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          onClick={() => input.current?.click()}
        >
          {t('ui.file.choose')}
        </Button>
      </div>
      <div aria-live="polite">
        {error && (
          <p id={`${id}-error`} className={css.error}>
            {error}
          </p>
        )}
      </div>
      {items.length > 0 && <FileList {...props} />}
    </div>
  );
}

function usePaste(box: React.RefObject<HTMLDivElement | null>, anywhere: boolean, onFiles: (files: File[]) => void) {
  const latest = useLatest(onFiles);
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const inside = event.target instanceof Node && box.current?.contains(event.target);
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0 || !(anywhere || inside)) return;
      event.preventDefault();
      latest.current(files);
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, [anywhere, box, latest]);
}

function FileList({ items, label, onRemove, onRetry }: FileDropProps) {
  const { t } = useTranslation();
  const stored = items.filter((item) => item.state === 'stored').length;
  return (
    <>
      <p role="status" className="visually-hidden">
        {t('ui.file.storedCount', { stored, count: items.length })}
      </p>
      <ul className={css.list} aria-label={label}>
        {items.map((item) => (
          <li key={item.id} className={css.item}>
            <span className={css.name}>
              {item.href ? <a href={item.href}>{item.name}</a> : item.name}{' '}
              <span className={css.size}>{fileSize(item.size)}</span>
            </span>
            <span className={css.state}>
              {item.state === 'sending' && <ProgressBar label={item.name} value={item.sent ?? 0} max={item.size} />}
              {item.state === 'waiting' && t('ui.file.waiting')}
              {item.state === 'stored' && <span className={css.stored}>{t('ui.file.stored')}</span>}
              {item.state === 'refused' && <span className={css.refused}>{item.reason ?? t('ui.file.refused')}</span>}
            </span>
            <span className={css.verbs}>
              {item.state === 'refused' && onRetry && (
                <Button
                  look="quiet"
                  aria-label={t('ui.file.retry', { name: item.name })}
                  onClick={() => onRetry(item.id)}
                >
                  {t('ui.retry')}
                </Button>
              )}
              {onRemove && (
                <Button
                  look="quiet"
                  aria-label={t('ui.file.remove', { name: item.name })}
                  onClick={() => onRemove(item.id)}
                >
                  {t('ui.remove')}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
