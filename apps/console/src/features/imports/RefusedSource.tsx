import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { refusalWords } from '../../forms/user-errors.ts';
import { dateTime } from '../../format.ts';
import type { UploadOutcome } from '../../upload.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { MarginNote } from '../../ui/MarginNote.tsx';

type RefusedSourceProps = {
  name: string;
  outcome: Exclude<UploadOutcome<unknown>, { kind: 'stored' }>;
  onRetry: () => void;
};

const words = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Why a source was not taken: the way to the first import where it came twice, else what is wrong and what to do. */
export function RefusedSource({ name, outcome, onRetry }: RefusedSourceProps) {
  const { t, i18n } = useTranslation();
  if (outcome.kind !== 'refused') {
    return (
      <ErrorPanel title={t('imports.refused', { name })} onRetry={onRetry}>
        {t('imports.lost')}
      </ErrorPanel>
    );
  }
  const { details, code, message } = outcome;
  const importId = words(details.importId);
  if (importId !== '') {
    return (
      <MarginNote
        kind="check"
        title={name}
        actions={
          <Link to="/import/$importId" params={{ importId }}>
            {t('imports.first')}
          </Link>
        }
      >
        {t('imports.twice', { by: words(details.by), at: words(details.at) ? dateTime(words(details.at)) : '' })}
      </MarginNote>
    );
  }
  // the server's sentence, Chinese, names the very fault of the file; our own words are for English and where it has none
  const own = refusalWords(t, { code, rule: words(details.rule), message });
  const said = i18n.language === 'zh' && message ? message : own;
  return <ErrorPanel title={t('imports.refused', { name })}>{said}</ErrorPanel>;
}
