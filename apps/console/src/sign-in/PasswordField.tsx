import { useState, type KeyboardEvent, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../ui/Field.tsx';
import field from '../ui/Field.module.css';
import css from './SignInPage.module.css';

type PasswordFieldProps = {
  label: string;
  name: string;
  autoComplete: 'current-password' | 'new-password';
  value: string;
  onChange: (value: string) => void;
  hint?: string;
  error?: string | null;
  onKeyUp?: (event: KeyboardEvent) => void;
  autoFocus?: boolean;
  ref?: Ref<HTMLInputElement>;
};

/** A password that can be pasted, filled by a manager, and looked at. */
export function PasswordField({ label, hint, error, value, onChange, ref, ...input }: PasswordFieldProps) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <span className={css.passwordLine}>
          <input
            {...input}
            {...control}
            ref={ref}
            type={shown ? 'text' : 'password'}
            spellCheck={false}
            autoCapitalize="none"
            className={field.control}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          <button
            type="button"
            className={css.show}
            aria-label={shown ? t('signIn.hidePassword') : t('signIn.showPassword')}
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
          >
            <svg viewBox="0 0 20 14" width="20" height="14" aria-hidden="true">
              <path
                d="M1 7c2.5-4 5.5-6 9-6s6.500 2 9 6c-2.500 4-5.500 6-9 6S3.500 11 1 7z M10 4.500a2.500 2.500 0 100 5 2.500 2.500 0 000-5z"
                fill="none"
                stroke="currentColor"
                strokeWidth="1.2"
              />
              {!shown && <path d="M3 13L17 1" stroke="currentColor" strokeWidth="1.2" />}
            </svg>
          </button>
        </span>
      )}
    </Field>
  );
}
