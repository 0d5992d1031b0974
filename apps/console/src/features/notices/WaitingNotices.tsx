import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { graphql } from '../../gql/index.ts';
import { useCapability } from '../../session/viewer.ts';
import button from '../../ui/Button.module.css';
import { State } from '../../ui/State.tsx';
import { noticeRow, noticeStanding } from './notice-facts.ts';
import waiting from '../inbox/waiting.module.css';
import css from './notices.module.css';

const WaitingNoticesDocument = graphql(`
  query WaitingNotices {
    notices(filter: { waitsForMe: true }, first: 100) {
      totalCount
      edges {
        node {
          id
          ...NoticeRow_notice
        }
      }
    }
  }
`);

/** 待办的督办通知: to sign for, to reply to, or (for the office) to accept; nothing where there are none. */
export function WaitingNotices() {
  const { t } = useTranslation();
  const concerned = useCapability('NOTICES');
  const { data, error, refetch } = useQuery(WaitingNoticesDocument, {
    fetchPolicy: 'cache-and-network',
    skip: !concerned,
  });
  if (error && !data) return <FaultPanel error={error} onRetry={() => void refetch()} />;
  const rows = data?.notices.edges.map((edge) => edge.node) ?? [];
  if (rows.length === 0) return null;
  return (
    <section className={waiting.waiting} aria-label={t('notice.waiting')}>
      <h2>
        {t('notice.waiting')} <span className={css.quiet}>{t('notice.count.waiting', { count: rows.length })}</span>
      </h2>
      <ol>
        {rows.map((masked) => {
          const row = noticeRow(masked);
          const { tone, words } = noticeStanding(t, row);
          return (
            <li key={row.id} className={waiting.row}>
              <div>
                <p>
                  <Link to="/notices/$noticeId" params={{ noticeId: row.id }}>
                    {row.number} {row.title}
                  </Link>
                </p>
                <p>
                  <State tone={tone}>{words}</State>{' '}
                  <span className={css.quiet}>
                    {[row.body.shortName, row.replyDue && t('notice.dueBy', { day: row.replyDue.dueOn })]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </p>
              </div>
              <Link to="/notices/$noticeId" params={{ noticeId: row.id }} className={button.button}>
                {t('notice.open')}
              </Link>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
