import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { State } from '../../ui/State.tsx';
import { Panel } from '../findings/Panel.tsx';
import { noticeStanding } from './notice-facts.ts';
import css from './notices.module.css';

const NoticesPanelFragment = graphql(`
  fragment NoticesPanel_finding on Finding {
    id
    notices {
      id
      number
      kind
      state
      replyDueOn
      overdue
      notice {
        id
      }
    }
  }
`);

/** 督办通知 that concern a finding: number, step and state; the notice itself opens for those who read it. */
export function NoticesPanel({ finding: masked }: { finding: FragmentType<typeof NoticesPanelFragment> }) {
  const { t } = useTranslation();
  const { notices } = readFragment(NoticesPanelFragment, masked);
  if (notices.length === 0) return null;
  return (
    <Panel id="notices" title={t('shell.nav.notices')}>
      <ul className={css.list}>
        {notices.map((one) => {
          const { tone, words } = noticeStanding(t, one);
          const name = `${one.number} ${t(`vocabulary.noticeKind.${one.kind}`)}`;
          return (
            <li key={one.id}>
              {one.notice ? (
                <Link to="/notices/$noticeId" params={{ noticeId: one.notice.id }}>
                  {name}
                </Link>
              ) : (
                name
              )}{' '}
              <State tone={tone}>{words}</State>
              {one.replyDueOn && <p className={css.quiet}>{t('notice.dueBy', { day: one.replyDueOn })}</p>}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
