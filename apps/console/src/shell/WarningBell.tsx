import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { graphql } from '../gql/index.ts';
import { useCapability } from '../session/viewer.ts';
import css from './WarningBell.module.css';

const UnseenWarnings = graphql(`
  query UnseenWarnings {
    warnings(first: 1, filter: { seen: false }) {
      totalCount
    }
  }
`);

const EVERY_MS = 300_000;

/** The own deadline warnings, with how many are unread; asked anew every five minutes. */
export function WarningBell() {
  const { t } = useTranslation();
  const warned = useCapability('WARNINGS');
  const { data } = useQuery(UnseenWarnings, { pollInterval: EVERY_MS, skip: !warned });
  if (!warned) return null;
  const count = data?.warnings.totalCount ?? 0;
  return (
    <Link to="/warnings" className={css.bell} aria-label={t('warnings.bell', { count })}>
      <span aria-hidden="true">{t('warnings.bellWord')}</span>
      {count > 0 && (
        <span aria-hidden="true" className={css.count}>
          {count > 99 ? '99+' : count}
        </span>
      )}
    </Link>
  );
}
