import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { CannotPreview } from './CannotPreview.tsx';
import css from './Preview.module.css';

/** The words of a .docx as the server reads them; how they are set is in the file. */
export function FileText({ path, name }: { path: string; name: string }) {
  const { t } = useTranslation();
  const [text, setText] = useState<string | null | undefined>(undefined);
  useEffect(() => {
    const ended = new AbortController();
    fetch(`${path}/text`, { signal: ended.signal })
      .then(async (answer) => setText(answer.ok ? await answer.text() : null))
      .catch(() => ended.signal.aborted || setText(null));
    return () => ended.abort();
  }, [path]);
  if (text === undefined) return <Skeleton lines={8} />;
  if (text === null) return <CannotPreview path={path} name={name} />;
  return (
    <>
      <p className={css.quiet}>{t('preview.wordsOnly')}</p>
      <div className={css.text}>{text}</div>
    </>
  );
}
