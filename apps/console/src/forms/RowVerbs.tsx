import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { Td, Th } from '../ui/Table.tsx';

/** The head of the column with what can be done to a row: read out, not drawn. */
export function RowVerbsHead() {
  const { t } = useTranslation();
  return (
    <Th>
      <span className="visually-hidden">{t('admin.verbs')}</span>
    </Th>
  );
}

type RowVerbsProps = {
  onChange: () => void;
  /** What taking it away is called; null where this row stays. */
  remove: string | null;
  busy: boolean;
  onRemove: () => void;
};

/** Changing a row, and taking it away where it may go. */
export function RowVerbs({ onChange, remove, busy, onRemove }: RowVerbsProps) {
  const { t } = useTranslation();
  return (
    <Td className="no-print">
      <Button look="quiet" onClick={onChange}>
        {t('finding.change')}
      </Button>
      {remove !== null && (
        <Button look="quiet" busy={busy} onClick={onRemove}>
          {remove}
        </Button>
      )}
    </Td>
  );
}
