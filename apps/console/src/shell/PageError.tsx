import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { ErrorPanel } from '../ui/ErrorPanel.tsx';
import { MarginNote } from '../ui/MarginNote.tsx';
import { clientErrorCode, isOutdatedPage } from './client-error.ts';

/** A page that failed to draw; the frame around it goes on working. */
export function PageError({ error, reset }: { error: unknown; reset?: () => void }) {
  const { t } = useTranslation();
  const reload = () => location.reload();
  if (isOutdatedPage(error)) {
    return (
      <MarginNote
        kind="check"
        actions={
          <Button look="ink" onClick={reload}>
            {t('shell.reload')}
          </Button>
        }
      >
        {t('shell.updated')}
      </MarginNote>
    );
  }
  return (
    <ErrorPanel
      title={t('errors.page')}
      saved={t('errors.draftSaved')}
      onRetry={reset ?? reload}
      code={clientErrorCode(error)}
    >
      {t('errors.pageText')}
    </ErrorPanel>
  );
}
