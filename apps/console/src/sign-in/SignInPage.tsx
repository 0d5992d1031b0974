import { useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import { dateTime } from '../format.ts';
import { safeNext } from '../http.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';
import { LightFrame } from './LightFrame.tsx';
import { NewPassword } from './NewPassword.tsx';
import { PasswordField } from './PasswordField.tsx';
import { requestSession, type SignInOutcome } from './session-requests.ts';
import css from './SignInPage.module.css';

function sentence(t: TFunction, outcome: SignInOutcome): string {
  switch (outcome.kind) {
    case 'wrong':
      return t('signIn.wrong');
    case 'locked':
      return outcome.retryAt ? t('signIn.lockedUntil', { time: dateTime(outcome.retryAt) }) : t('signIn.locked');
    case 'unreachable':
      return t('signIn.unreachable');
    case 'failed':
      return t('signIn.failed', { code: outcome.code });
    case 'in':
      return '';
  }
}

/** Account and password, nothing in the way of pasting or of password managers. */
export function SignInPage() {
  const { t } = useTranslation();
  const asked = new URLSearchParams(location.search);
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [caps, setCaps] = useState(false);
  const [mustChange, setMustChange] = useState(false);
  const passwordInput = useRef<HTMLInputElement>(null);

  const enter = () => location.replace(safeNext(asked.get('next')));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    if (login.trim() === '' || password === '') return setRefusal(t('signIn.missing'));
    setBusy(true);
    setRefusal(null);
    const outcome = await requestSession(login.trim(), password);
    if (outcome.kind === 'in' && outcome.mustChangePassword) return setMustChange(true);
    if (outcome.kind === 'in') return enter();
    setBusy(false);
    setRefusal(sentence(t, outcome));
    if (outcome.kind !== 'wrong') return;
    setPassword('');
    passwordInput.current?.focus();
  };
  const watchCaps = (event: KeyboardEvent) => setCaps(event.getModifierState('CapsLock'));
  if (mustChange) {
    return (
      <LightFrame title={t('signIn.newPassword.title')}>
        <NewPassword old={password} onDone={enter} />
      </LightFrame>
    );
  }
  const note = asked.has('ended') ? t('signIn.ended') : asked.has('out') ? t('signIn.signedOut') : null;
  return (
    <LightFrame title={t('signIn.title')}>
      {note && <p className={css.note}>{note}</p>}
      <form onSubmit={submit} className={css.form} noValidate>
        <TextField
          label={t('signIn.login')}
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          value={login}
          onChange={setLogin}
        />
        <PasswordField
          label={t('signIn.password')}
          name="password"
          autoComplete="current-password"
          ref={passwordInput}
          onKeyUp={watchCaps}
          value={password}
          onChange={setPassword}
          hint={caps ? t('signIn.capsLock') : undefined}
        />
        <div role="alert">{refusal && <p className={css.refusal}>{refusal}</p>}</div>
        <Button type="submit" look="ink" wide busy={busy}>
          {t('signIn.submit')}
        </Button>
        <p className={css.quiet}>{t('signIn.forgotten')}</p>
      </form>
    </LightFrame>
  );
}
