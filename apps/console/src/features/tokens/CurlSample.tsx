import type { FieldClass, TokenVerb } from '@closeout/domain/vocabulary';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import css from '../admin/admin.module.css';

/** What a token may read, as far as a first request is concerned. */
export type Reads = { verbs: readonly TokenVerb[]; classes: readonly FieldClass[] };

const BY_CLASS: Record<FieldClass, string> = {
  STATISTICS: 'refNo state result',
  TEXT: 'title',
  NAMES: 'handler { name }',
  MONEY: 'balance { outstandingFen }',
};

/** A query of what the token may read, and of nothing else. */
export function firstQuery({ verbs, classes }: Reads): string {
  const rows = (list: string, fields: string) => `${list}(first: 3) { totalCount edges { node { ${fields} } } }`;
  const lists = [];
  if (verbs.includes('readFinding'))
    lists.push(rows('findings', ['id', ...classes.map((one) => BY_CLASS[one])].join(' ')));
  else if (verbs.includes('readOutline'))
    lists.push(rows('findingOutlines', classes.includes('STATISTICS') ? 'id refNo state result' : 'id'));
  return `{ ${['viewer { name classes }', ...lists].join(' ')} }`;
}

/** The first request of another system, against this very address. */
export function curlCommand(secret: string, reads: Reads, origin: string = location.origin): string {
  return [
    `curl -sS ${origin}/graphql \\`,
    `  -H 'content-type: application/json' \\`,
    `  -H "authorization: Bearer ${secret}" \\`,
    `  -d '${JSON.stringify({ query: firstQuery(reads) })}'`,
  ].join('\n');
}

/** A request that runs as it stands, and a button that copies it. */
export function CurlSample({ secret, reads }: { secret: string; reads: Reads }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const command = curlCommand(secret, reads);
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
