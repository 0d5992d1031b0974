import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { ChoiceField } from '../ui/ChoiceField.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import css from './ConflictDialog.module.css';

export type ConflictingField = { field: string; label: string; theirs: string; mine: string };

type ConflictDialogProps = {
  open: boolean;
  /** The server's own sentence, shown when it could not say more. */
  message: string;
  changedBy: string | null;
  changedAt: string | null;
  fields: readonly ConflictingField[];
  onClose: () => void;
  /** Loads the record as it is now; the form keeps its text. */
  onReload: () => void;
  /** The fields in which the other person's value wins; every other field keeps mine. */
  onResolve: (takeTheirs: readonly string[]) => void;
};

/** Two people changed the same record: who, what, and field by field which to keep. */
export function ConflictDialog(props: ConflictDialogProps) {
  const { open, message, changedBy, changedAt, fields, onClose, onReload, onResolve } = props;
  const { t } = useTranslation();
  const [choices, setChoices] = useState<Record<string, 'theirs' | 'mine'>>({});
  const undecided = fields.some((each) => !choices[each.field]);
  const theirs = fields.filter((each) => choices[each.field] === 'theirs').map((each) => each.field);
  const named = changedBy && changedAt && fields.length > 0;
  return (
    <Dialog
      title={t('errors.conflict.title')}
      open={open}
      onClose={onClose}
      mustDecide
      shape="wide"
      actions={
        <>
          <Button onClick={onReload}>{t('errors.conflict.reload')}</Button>
          {named && (
            <Button look="ink" off={undecided ? t('ui.chooseEach') : null} onClick={() => onResolve(theirs)}>
              {t('errors.conflict.apply')}
            </Button>
          )}
        </>
      }
    >
      <p>
        {named
          ? t('errors.conflict.text', { name: changedBy, time: changedAt })
          : message || t('errors.conflict.textPlain')}
      </p>
      {fields.map((each) => (
        <div key={each.field} className={css.field}>
          <dl className={css.values}>
            <dt>{t('errors.conflict.theirs', { name: changedBy ?? '' })}</dt>
            <dd>{each.theirs || '—'}</dd>
            <dt>{t('errors.conflict.mine')}</dt>
            <dd>{each.mine || '—'}</dd>
          </dl>
          <ChoiceField
            label={each.label}
            value={choices[each.field] ?? null}
            onChange={(choice) => setChoices((old) => ({ ...old, [each.field]: choice }))}
            options={[
              { value: 'theirs', label: t('errors.conflict.takeTheirs') },
              { value: 'mine', label: t('errors.conflict.keepMine') },
            ]}
          />
        </div>
      ))}
    </Dialog>
  );
}
