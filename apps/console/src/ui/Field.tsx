import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import css from './Field.module.css';

export type FieldProps = {
  label: string;
  /** What to write, before it is written. */
  hint?: ReactNode;
  /** What is wrong and what to do: refuses. */
  error?: string | null;
  /** The same, found by the field itself while reading the text; a form is not sent while one stands. */
  ownError?: string | null;
  /** 请核对: looks odd, does not refuse. */
  warning?: string | null;
  /** Fields are required unless said otherwise; the few optional ones carry the word. */
  optional?: boolean;
  /** The label is read out but not drawn: only where a column header or a legend already says it. */
  hideLabel?: boolean;
  className?: string;
};

type ControlAttributes = {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
  'aria-required': true | undefined;
  'data-own-error': '' | undefined;
};

/**
 * Label, control, hint, warning and error of one value, tied together for assistive technology. The control is drawn by
 * `children`, which spreads the given attributes.
 */
export function Field(props: FieldProps & { children: (control: ControlAttributes) => ReactNode; id?: string }) {
  const { label, hint, ownError, warning, optional, hideLabel, className, children } = props;
  const error = ownError ?? props.error;
  const { t } = useTranslation();
  const ownId = useId();
  const id = props.id ?? ownId;
  const describedBy = [hint && `${id}-hint`, warning && `${id}-warning`, error && `${id}-error`]
    .filter(Boolean)
    .join(' ');
  return (
    <div className={[css.field, className].filter(Boolean).join(' ')}>
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : css.label}>
        {label}
        {optional && <span className={css.optional}>{t('ui.optional')}</span>}
      </label>
      {children({
        id,
        'aria-describedby': describedBy || undefined,
        'aria-invalid': error ? true : undefined,
        'aria-required': optional ? undefined : true,
        'data-own-error': ownError ? '' : undefined,
      })}
      {hint && (
        <p id={`${id}-hint`} className={css.hint}>
          {hint}
        </p>
      )}
      {warning && (
        <p id={`${id}-warning`} className={css.warning}>
          {t('ui.pleaseCheck', { what: warning })}
        </p>
      )}
      <div aria-live="polite" className={css.live}>
        {error && (
          <p id={`${id}-error`} className={css.error}>
            {error}
          </p>
        )}
      </div>
    </div>
  );
}

/** Puts the reader at the first refused field of a form: call after a failed submit. */
export function focusFirstError(form: HTMLElement | null) {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
