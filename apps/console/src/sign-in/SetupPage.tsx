import { LIMITS } from '@closeout/domain/limits';
import { useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { focusFirstError } from '../ui/Field.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { LightFrame } from './LightFrame.tsx';
import { useRefusalWords } from './NewPassword.tsx';
import { PasswordField } from './PasswordField.tsx';
import { requestSession, requestSetup, type MadeAccount } from './session-requests.ts';
import { SetupDone } from './SetupDone.tsx';
import css from './SignInPage.module.css';

/** The token of the printed link; taken out of the address bar so that it is not left in the history. */
function takeToken(): string {
  const token = new URLSearchParams(location.search).get('token') ?? location.hash.replace(/^#(token=)?/, '');
  if (token) history.replaceState(null, '', location.pathname);
  return token;
}

const EMPTY = {
  body: '',
  shortName: '',
  kind: 'INSPECTED',
  name: '',
  login: '',
  password: '',
  repeat: '',
  securityName: '',
  securityLogin: 'secadmin',
  auditName: '',
  auditLogin: 'auditadmin',
};
type Key = keyof typeof EMPTY;
const REQUIRED: readonly Key[] = [
  'body',
  'shortName',
  'name',
  'login',
  'securityName',
  'securityLogin',
  'auditName',
  'auditLogin',
];

/** The first body and the three administrators of an empty installation, by the link that the server printed. */
export function SetupPage() {
  const { t } = useTranslation();
  const words = useRefusalWords();
  const [token] = useState(takeToken);
  const [values, setValues] = useState(EMPTY);
  const [tried, setTried] = useState(false);
  const [refusal, setRefusal] = useState<{ field: string | null; text: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState<MadeAccount[] | null>(null);
  const form = useRef<HTMLFormElement>(null);

  const count = [...values.password].length;
  const problem = (key: Key): string | null => {
    if (key === 'password' && count < LIMITS.passwordMin)
      return t('signIn.setup.tooShort', { limit: LIMITS.passwordMin, count });
    if (key === 'repeat' && values.repeat !== values.password) return t('signIn.setup.mismatch');
    return REQUIRED.includes(key) && values[key].trim() === '' ? t('signIn.setup.missing') : null;
  };
  const field = (key: Key) => ({
    value: values[key],
    onChange: (value: string) => setValues((old) => ({ ...old, [key]: value })),
    error: (tried ? problem(key) : null) ?? (refusal?.field === key ? refusal.text : null),
  });
  const login = (key: 'login' | 'securityLogin' | 'auditLogin') => ({
    ...field(key),
    label: t('signIn.login'),
    autoCapitalize: 'none',
    spellCheck: false,
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setTried(true);
    setRefusal(null);
    if ((Object.keys(EMPTY) as Key[]).some(problem)) return focusFirstError(form.current);
    setBusy(true);
    const { repeat: _repeat, ...sent } = values;
    const outcome = await requestSetup({ token, ...sent });
    if (outcome.kind === 'done') {
      await requestSession(values.login.trim(), values.password);
      return setMade(outcome.accounts);
    }
    setBusy(false);
    if (outcome.kind === 'unreachable') return setRefusal({ field: null, text: t('signIn.unreachable') });
    setRefusal({ field: outcome.refusal.field, text: words(outcome.refusal) });
    focusFirstError(form.current);
  };
  if (!token) {
    return (
      <LightFrame title={t('signIn.setup.title')}>
        <p className={css.refusal}>{t('signIn.setup.noToken')}</p>
      </LightFrame>
    );
  }
  if (made) return <SetupDone accounts={made} />;
  const general = refusal && !(refusal.field && refusal.field in EMPTY) ? refusal.text : null;
  return (
    <LightFrame title={t('signIn.setup.title')}>
      <p className={css.quiet}>{t('signIn.setup.text')}</p>
      <form ref={form} onSubmit={submit} className={css.form} noValidate>
        <h2 className={css.part}>{t('signIn.setup.partBody')}</h2>
        <TextField label={t('signIn.setup.body')} autoFocus autoComplete="organization" {...field('body')} />
        <div className={css.pair}>
          <TextField label={t('signIn.setup.shortName')} {...field('shortName')} />
          <SelectField
            label={t('signIn.setup.kind')}
            emptyLabel={t('signIn.setup.inspected')}
            value={values.kind === 'OFFICE' ? 'OFFICE' : null}
            onChange={(kind) => setValues((old) => ({ ...old, kind: kind ?? 'INSPECTED' }))}
            options={[{ value: 'OFFICE', label: t('signIn.setup.office') }]}
          />
        </div>
        <h2 className={css.part}>{t('signIn.setup.partSystem')}</h2>
        <div className={css.pair}>
          <TextField label={t('signIn.setup.name')} autoComplete="name" {...field('name')} />
          <TextField {...login('login')} name="username" autoComplete="username" />
        </div>
        <PasswordField
          label={t('signIn.password')}
          name="password"
          autoComplete="new-password"
          hint={t('signIn.setup.passwordHint', { count: LIMITS.passwordMin })}
          {...field('password')}
        />
        <PasswordField
          label={t('signIn.setup.repeat')}
          name="repeat"
          autoComplete="new-password"
          {...field('repeat')}
        />
        <h2 className={css.part}>{t('signIn.setup.partOthers')}</h2>
        <p className={css.quiet}>{t('signIn.setup.othersHint')}</p>
        <div className={css.pair}>
          <TextField label={t('signIn.setup.securityName')} autoComplete="off" {...field('securityName')} />
          <TextField {...login('securityLogin')} autoComplete="off" />
          <TextField label={t('signIn.setup.auditName')} autoComplete="off" {...field('auditName')} />
          <TextField {...login('auditLogin')} autoComplete="off" />
        </div>
        <div role="alert">{general && <p className={css.refusal}>{general}</p>}</div>
        <Button type="submit" look="ink" wide busy={busy}>
          {t('signIn.setup.submit')}
        </Button>
      </form>
    </LightFrame>
  );
}
