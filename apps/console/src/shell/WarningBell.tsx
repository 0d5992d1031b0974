import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../gql/index.ts';
import { useCapability } from '../session/viewer.ts';
import { HeaderCount } from './HeaderCount.tsx';

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
    <HeaderCount to="/warnings" label={t('warnings.bell', { count })} word={t('warnings.bellWord')} count={count} />
  );
}
