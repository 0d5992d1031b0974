import { LIMITS } from '@closeout/domain/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chineseOrdinal } from '../../format.ts';
import { Menu } from '../../ui/Menu.tsx';
import { CardItem, CardRow } from './CardRow.tsx';
import { CutDialog } from './CutDialog.tsx';
import { TextEditor } from './EditableText.tsx';
import type { CardContext } from './card-context.ts';
import { markId } from './source-marks.ts';
import { SourceValue } from './SourceValue.tsx';
import css from './ActionRows.module.css';

/** The measures of a finding: each can be reworded, cut in two or left out, and one the reader missed can be added. */
export function ActionRows({ context }: { context: CardContext }) {
  const { t } = useTranslation();
  const { finding, editable, busy, correct } = context;
  const [adding, setAdding] = useState(false);
  const { seq, actions } = finding;
  return (
    <CardRow label={t('imports.row.actions', { count: actions.length })}>
      {actions.length === 0 && <p className={css.none}>{t('imports.row.noActions')}</p>}
      <ol className={css.list}>
        {actions.map((action, index) => (
          <ActionRow key={`${action.span?.[0] ?? index} ${action.text}`} context={context} ordinal={index + 1} />
        ))}
      </ol>
      {adding && (
        <TextEditor
          label={t('imports.edit.newAction')}
          value=""
          limit={LIMITS.longText}
          busy={busy}
          onSave={(text) => correct([{ addAction: { seq, text } }])}
          onClose={() => setAdding(false)}
        />
      )}
      {editable && !adding && (
        <button type="button" className={css.add} onClick={() => setAdding(true)}>
          {t('imports.edit.addAction')}
        </button>
      )}
    </CardRow>
  );
}

function ActionRow({ context, ordinal }: { context: CardContext; ordinal: number }) {
  const { t } = useTranslation();
  const [doing, setDoing] = useState<'edit' | 'cut' | null>(null);
  const { finding, showing, editable, busy, correct, change } = context;
  const { seq } = finding;
  const { text } = finding.actions[ordinal - 1]!;
  const name = t('imports.edit.action', { ordinal: chineseOrdinal(ordinal) });
  if (doing === 'edit') {
    return (
      <li>
        <TextEditor
          label={name}
          value={text}
          limit={LIMITS.longText}
          busy={busy}
          onSave={(next) =>
            change({ editAction: { seq, ordinal, text: next } }, { editAction: { seq, ordinal, text } })
          }
          onClose={() => setDoing(null)}
        />
      </li>
    );
  }
  const entries = [
    { id: 'edit', label: t('imports.edit.edit'), onPick: () => setDoing('edit') },
    { id: 'split', label: t('imports.edit.split'), onPick: () => setDoing('cut') },
    {
      id: 'remove',
      label: t('imports.edit.removeAction'),
      detail: t('imports.edit.removeActionText'),
      onPick: () => void correct([{ removeAction: { seq, ordinal } }]),
    },
  ];
  return (
    <CardItem
      verbs={
        editable && (
          <Menu
            look="bare"
            label={t('imports.edit.actionVerbs', { ordinal: chineseOrdinal(ordinal) })}
            entries={entries}
          >
            {null}
          </Menu>
        )
      }
    >
      <span className={css.ordinal}>{chineseOrdinal(ordinal)}</span>
      <SourceValue id={markId('actions', ordinal - 1)} kind="action" showing={showing}>
        {text}
      </SourceValue>
      {doing === 'cut' && (
        <CutDialog
          title={t('imports.edit.cutAction')}
          text={text}
          open
          busy={busy}
          onClose={() => setDoing(null)}
          onCut={(at) => correct([{ splitAction: { seq, ordinal, at } }])}
        />
      )}
    </CardItem>
  );
}
