import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refusalWords } from '../../forms/user-errors.ts';
import { uploadFile, type UploadOutcome } from '../../upload.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { FileDrop } from '../../ui/FileDrop.tsx';
import { toast } from '../../ui/toast-store.ts';
import css from './templates.module.css';

type Kept = { number: number };
type UploadTemplateProps = { bodyId: string; kind: string; onKept: () => void };

/** Takes a new version: kept where it fits, else everything that does not is named and nothing is kept. */
export function UploadTemplate({ bodyId, kind, onKept }: UploadTemplateProps) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<{ name: string; outcome: UploadOutcome<Kept> } | null>(null);
  const send = async ([file]: File[]) => {
    if (!file || busy) return;
    setBusy(true);
    setRefused(null);
    const query = new URLSearchParams({ bodyId, kind, fileName: file.name });
    const outcome = await uploadFile<Kept>(`/import/template?${query.toString()}`, file);
    setBusy(false);
    if (outcome.kind !== 'stored') return setRefused({ name: file.name, outcome });
    toast(t('template.done.kept', { number: outcome.body.number }));
    onKept();
  };
  return (
    <>
      <FileDrop
        label={t('template.upload')}
        hint={t('template.uploadHint')}
        accept=".docx"
        single
        items={[]}
        onFiles={(files) => void send(files)}
      />
      {busy && <p role="status">{t('template.checking')}</p>}
      {refused && <Refused {...refused} />}
    </>
  );
}

type Problem = { zh: string; en: string };

function Refused({ name, outcome }: { name: string; outcome: UploadOutcome<Kept> }) {
  const { t, i18n } = useTranslation();
  if (outcome.kind !== 'refused') return <ErrorPanel title={t('errors.network')}>{t('template.lost')}</ErrorPanel>;
  const { code, message, details } = outcome;
  const problems = Array.isArray(details.problems) ? (details.problems as Problem[]) : [];
  const rule = typeof details.rule === 'string' ? details.rule : '';
  return (
    <ErrorPanel title={t('template.refused', { name })}>
      {problems.length > 0 ? (
        <ul className={css.problems}>
          {problems.map(({ zh, en }) => (
            <li key={zh}>{i18n.language === 'zh' ? zh : en}</li>
          ))}
        </ul>
      ) : (
        refusalWords(t, { code, rule, message, params: details })
      )}
    </ErrorPanel>
  );
}
