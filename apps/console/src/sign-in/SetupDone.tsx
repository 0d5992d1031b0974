import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { LightFrame } from './LightFrame.tsx';
import type { MadeAccount } from './session-requests.ts';
import css from './SignInPage.module.css';

/** The one-time passwords of the two other administrators: shown this once, to be noted or printed before going on. */
export function SetupDone({ accounts }: { accounts: readonly MadeAccount[] }) {
  const { t } = useTranslation();
  const given = accounts.filter((account) => account.oneTimePassword !== null);
  return (
    <LightFrame title={t('signIn.setup.doneTitle')}>
      <p className={css.note}>{t('signIn.setup.doneText')}</p>
      <dl className={css.made}>
        {given.map((account) => (
          <div key={account.login}>
            <dt>
              {t(account.role === 'AUDIT_ADMIN' ? 'signIn.setup.auditName' : 'signIn.setup.securityName')} ·{' '}
              {account.login}
            </dt>
            <dd>
              <code>{account.oneTimePassword}</code>
            </dd>
          </div>
        ))}
      </dl>
      <Button wide onClick={() => window.print()}>
        {t('signIn.setup.print')}
      </Button>
      <Button look="ink" wide onClick={() => location.replace('/')}>
        {t('signIn.setup.goOn')}
      </Button>
    </LightFrame>
  );
}
