import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import css from '../admin/admin.module.css';

const QUERY = '{ viewer { name classes } findings(first: 3) { totalCount edges { node { refNo state result } } } }';

/** The first request of an integrator, against this very address. */
export function curlCommand(secret: string, origin: string = location.origin): string {
  return [
    `curl -sS ${origin}/graphql \\`,
    `  -H 'content-type: application/json' \\`,
    `  -H 'authorization: Bearer ${secret}' \\`,
    `  -d '${JSON.stringify({ query: QUERY })}'`,
  ].join('\n');
}

/** A request that runs as it stands, and a button that copies it. */
export function CurlSample({ secret }: { secret: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const command = curlCommand(secret);
  const copy = () => void navigator.clipboard?.writeText(command).then(() => setCopied(true));
  return (
    <div>
      <p className={css.legend}>{t('developer.firstRequest')}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard */}
      <pre className={css.code} tabIndex={0} aria-label={t('developer.firstRequest')}>
        {command}
      </pre>
      {navigator.clipboard && (
        <Button look="quiet" onClick={copy}>
          {t(copied ? 'ui.copied' : 'ui.copy')}
        </Button>
      )}
    </div>
  );
}
