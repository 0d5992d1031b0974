import { useTranslation } from 'react-i18next';
import { dateTime } from '../format.ts';
import { Button } from '../ui/Button.tsx';
import { MarginNote } from '../ui/MarginNote.tsx';
import type { Draft } from './use-draft.ts';

/** Above a form that opened with what was written earlier: since when, and the way to start again. */
export function DraftNotice({ draft }: { draft: Pick<Draft<object>, 'restoredAt' | 'startOver'> }) {
  const { t } = useTranslation();
  if (!draft.restoredAt) return null;
  return (
    <MarginNote
      kind="note"
      actions={
        <Button look="quiet" onClick={draft.startOver}>
          {t('ui.draft.startOver')}
        </Button>
      }
    >
      {t('ui.draft.restored', { at: dateTime(draft.restoredAt) })}
    </MarginNote>
  );
}
