import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import css from './EditableText.module.css';

type EditableTextProps = {
  label: string;
  value: string;
  /** Longest text the server takes. */
  limit: number;
  /** False keeps the field open: the reason is shown by the page. */
  onSave: (text: string) => Promise<boolean>;
  busy: boolean;
  onClose: () => void;
};

/** A text being corrected in its place; Escape gives it up, Ctrl+Enter keeps it. */
export function TextEditor({ label, value, limit, onSave, busy, onClose }: EditableTextProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(value);
  const same = text.trim() === value.trim();
  const save = async () => {
    if (busy) return;
    if (same || (await onSave(text.trim()))) onClose();
  };
  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') onClose();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- shortcuts to the editor's own two buttons
    <div className={css.editor} onKeyDown={keys}>
      <TextArea label={label} hideLabel autoFocus rows={2} limit={limit} value={text} onChange={setText} />
      <div className={css.buttons}>
        <Button
          busy={busy}
          off={text.trim() === '' ? t('refusals.rule.input_required') : null}
          onClick={() => void save()}
        >
          {t('imports.edit.save')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      </div>
    </div>
  );
}

/** A value with its quiet 修改; where nothing may be changed any more, the value alone. */
export function EditableText({
  children,
  editable,
  ...editor
}: Omit<EditableTextProps, 'onClose'> & { children: ReactNode; editable: boolean }) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  if (editing) return <TextEditor {...editor} onClose={() => setEditing(false)} />;
  return (
    <>
      {children}
      {editable && (
        <button
          type="button"
          className={css.edit}
          aria-label={t('imports.edit.editOf', { what: editor.label })}
          onClick={() => setEditing(true)}
        >
          {t('imports.edit.edit')}
        </button>
      )}
    </>
  );
}
