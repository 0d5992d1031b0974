import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { ChoiceField } from '../ui/ChoiceField.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import type { Conflict } from './user-errors.ts';
import css from './ConflictDialog.module.css';

export type ConflictingField = { field: string; label: string; theirs: string; mine: string };

type ConflictDialogProps = {
  /** From `useOperation`; the dialog is open while there is one. */
  conflict: Conflict | null;
  /** The fields that both changed, from the record read again; empty where the form cannot merge. */
  fields: readonly ConflictingField[];
  onClose: () => void;
  /** Loads the record as it is now; the form keeps its text. */
  onReload: () => void;
  /** The fields in which the other person's value wins; every other field keeps mine. Send `conflict.version` next. */
  onResolve: (takeTheirs: readonly string[]) => void;
};

/** The changed fields by their names on paper; an unknown one is 其他内容, never a column name. */
function changedWords(t: TFunction, what: readonly string[]): string {
  const words = what.map(
    (name) => t(`fields.${name}` as never, { defaultValue: t('fields.other') } as never) as unknown as string,
  );
  return [...new Set(words)].join('、');
}

/** Two people changed the same record: who, what, and field by field which to keep. */
export function ConflictDialog({ conflict, fields, onClose, onReload, onResolve }: ConflictDialogProps) {
  const { t } = useTranslation();
  const [choices, setChoices] = useState<Record<string, 'theirs' | 'mine'>>({});
  const undecided = fields.some((each) => !choices[each.field]);
  const theirs = fields.filter((each) => choices[each.field] === 'theirs').map((each) => each.field);
  const mergeable = fields.length > 0;
  const name = conflict?.by ?? t('errors.conflict.somebody');
  return (
    <Dialog
      title={t('errors.conflict.title')}
      open={conflict !== null}
      onClose={onClose}
      mustDecide
      shape="wide"
      actions={
        <>
          <Button onClick={onReload}>{t('errors.conflict.reload')}</Button>
          {mergeable && (
            <Button look="ink" off={undecided ? t('ui.chooseEach') : null} onClick={() => onResolve(theirs)}>
              {t('errors.conflict.apply')}
            </Button>
          )}
        </>
      }
    >
      <p>{t(mergeable ? 'errors.conflict.text' : 'errors.conflict.textPlain', { name, time: conflict?.at ?? '' })}</p>
      {!mergeable && conflict && conflict.what.length > 0 && (
        <p>{t('errors.conflict.what', { what: changedWords(t, conflict.what) })}</p>
      )}
      {fields.map((each) => (
        <div key={each.field} className={css.field}>
          <dl className={css.values}>
            <dt>{t('errors.conflict.theirs', { name })}</dt>
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
