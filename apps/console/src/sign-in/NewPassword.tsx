import { LIMITS } from '@closeout/domain/limits';
import { useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { focusFirstError } from '../ui/Field.tsx';
import { PasswordField } from './PasswordField.tsx';
import { requestNewPassword, type Refusal } from './session-requests.ts';
import css from './SignInPage.module.css';

/** A refusal of the server in the reader's words, where this page has them. */
export function useRefusalWords() {
  const { t, i18n } = useTranslation();
  return (refusal: Refusal): string => {
    const key = `signIn.rule.${refusal.rule.replace('.', '_')}`;
    return i18n.exists(key) ? (t(key as never, refusal.params as never) as unknown as string) : refusal.message;
  };
}

type NewPasswordProps = {
  /** What was typed to sign in: the password somebody else gave. */
  old: string;
  onDone: () => void;
};

/** The password that somebody else gave is changed before anything can be seen. */
export function NewPassword({ old, onDone }: NewPasswordProps) {
  const { t } = useTranslation();
  const words = useRefusalWords();
  const [password, setPassword] = useState('');
  const [repeat, setRepeat] = useState('');
  const [tried, setTried] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const count = [...password].length;
  const short = count < LIMITS.passwordMin ? t('signIn.setup.tooShort', { limit: LIMITS.passwordMin, count }) : null;
  const differs = repeat === password ? null : t('signIn.setup.mismatch');

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setTried(true);
    if (short || differs) return focusFirstError(form.current);
    setBusy(true);
    setRefusal(null);
    const outcome = await requestNewPassword(old, password);
    if (outcome.kind === 'done') return onDone();
    setBusy(false);
    setRefusal(outcome.kind === 'refused' ? words(outcome.refusal) : t('signIn.unreachable'));
  };
  return (
    <form ref={form} onSubmit={submit} className={css.form} noValidate>
      <p className={css.note}>{t('signIn.newPassword.text')}</p>
      <PasswordField
        label={t('signIn.newPassword.password')}
        name="new-password"
        autoComplete="new-password"
        autoFocus
        value={password}
        onChange={setPassword}
        hint={t('signIn.setup.passwordHint', { count: LIMITS.passwordMin })}
        error={tried ? short : null}
      />
      <PasswordField
        label={t('signIn.setup.repeat')}
        name="repeat"
        autoComplete="new-password"
        value={repeat}
        onChange={setRepeat}
        error={tried ? differs : null}
      />
      <div role="alert">{refusal && <p className={css.refusal}>{refusal}</p>}</div>
      <Button type="submit" look="ink" wide busy={busy}>
        {t('signIn.newPassword.submit')}
      </Button>
    </form>
  );
}
