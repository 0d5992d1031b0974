import { LIMITS } from '@closeout/domain/limits';
import { useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { focusFirstError } from '../ui/Field.tsx';
import { TextField } from '../ui/TextField.tsx';
import { LightFrame } from './LightFrame.tsx';
import { PasswordField } from './PasswordField.tsx';
import { requestSession, requestSetup } from './session-requests.ts';
import css from './SignInPage.module.css';

/** The token of the printed link; taken out of the address bar so that it is not left in the history. */
function takeToken(): string {
  const token = new URLSearchParams(location.search).get('token') ?? location.hash.replace(/^#(token=)?/, '');
  if (token) history.replaceState(null, '', location.pathname);
  return token;
}

/** The first administrator of an empty installation, by the link that the server printed. */
export function SetupPage() {
  const { t } = useTranslation();
  const [token] = useState(takeToken);
  const [values, setValues] = useState({ name: '', login: '', password: '', repeat: '' });
  const [tried, setTried] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  const set = (key: keyof typeof values) => (value: string) => setValues((old) => ({ ...old, [key]: value }));
  const count = [...values.password].length;
  const problems = {
    name: values.name.trim() === '' ? t('signIn.setup.missing') : null,
    login: values.login.trim() === '' ? t('signIn.setup.missing') : null,
    password: count < LIMITS.passwordMin ? t('signIn.setup.tooShort', { limit: LIMITS.passwordMin, count }) : null,
    repeat: values.repeat !== values.password ? t('signIn.setup.mismatch') : null,
  };
  const shown = (key: keyof typeof problems) => (tried ? problems[key] : null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.values(problems).some(Boolean)) return focusFirstError(form.current);
    setBusy(true);
    const { name, login, password } = values;
    const outcome = await requestSetup({ token, name: name.trim(), login: login.trim(), password });
    if (outcome.kind === 'done') {
      const session = await requestSession(login.trim(), password);
      return location.replace(session.kind === 'in' ? '/' : '/sign-in');
    }
    setBusy(false);
    setRefusal(outcome.kind === 'refused' ? outcome.message : t('signIn.unreachable'));
  };
  if (!token) {
    return (
      <LightFrame title={t('signIn.setup.title')}>
        <p className={css.refusal}>{t('signIn.setup.noToken')}</p>
      </LightFrame>
    );
  }
  return (
    <LightFrame title={t('signIn.setup.title')}>
      <p className={css.quiet}>{t('signIn.setup.text')}</p>
      <form ref={form} onSubmit={submit} className={css.form} noValidate>
        <TextField
          label={t('signIn.setup.name')}
          autoComplete="name"
          autoFocus
          value={values.name}
          onChange={set('name')}
          error={shown('name')}
        />
        <TextField
          label={t('signIn.login')}
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          value={values.login}
          onChange={set('login')}
          error={shown('login')}
        />
        <PasswordField
          label={t('signIn.password')}
          name="password"
          autoComplete="new-password"
          value={values.password}
          onChange={set('password')}
          hint={t('signIn.setup.passwordHint', { count: LIMITS.passwordMin })}
          error={shown('password')}
        />
        <PasswordField
          label={t('signIn.setup.repeat')}
          name="repeat"
          autoComplete="new-password"
          value={values.repeat}
          onChange={set('repeat')}
          error={shown('repeat')}
        />
        <div role="alert">{refusal && <p className={css.refusal}>{refusal}</p>}</div>
        <Button type="submit" look="ink" wide busy={busy}>
          {t('signIn.setup.submit')}
        </Button>
      </form>
    </LightFrame>
  );
}
