import { useQuery } from '@apollo/client/react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { dateTime } from '../../format.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import type { NoticePage_NoticeFragment } from '../../gql/graphql.ts';
import { PageHeader } from '../../shell/PageHeader.tsx';
import button from '../../ui/Button.module.css';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { State } from '../../ui/State.tsx';
import { Panel } from '../findings/Panel.tsx';
import { noticeStanding, replyDueWords } from './notice-facts.ts';
import { NoticeReplies } from './NoticeReplies.tsx';
import { NoticeVerbs } from './NoticeVerbs.tsx';
import { ReplyDraft } from './ReplyDraft.tsx';
import css from './notices.module.css';

const route = getRouteApi('/notices/$noticeId');

const NoticePageDocument = graphql(`
  query NoticePage($id: ID!) {
    notice(id: $id) {
      id
      ...NoticePage_notice
    }
  }
`);

/** Everything the page shows of a notice; every mutation returns it, so that the cache renews the page. */
const NoticePageFragment = graphql(`
  fragment NoticePage_notice on Notice {
    id
    number
    kind
    state
    title
    text
    handedTo
    overdue
    version
    skipReason
    sentAt
    sentByName
    sentByPost
    signedForAt
    signedForByName
    signedForByPost
    withdrawnAt
    withdrawnByName
    withdrawReason
    body {
      id
      name
    }
    office {
      id
      name
    }
    recipients {
      id
      postTitle
      personName
    }
    findings {
      id
      seq
      refNo
      title
      state
    }
    follows {
      id
      number
      title
    }
    followedBy {
      id
      number
      title
    }
    replyDue {
      dueOn
      rule
      amount
      unit
      from
    }
    ...NoticeVerbs_notice
    ...NoticeReplies_notice
    ...ReplyDraft_notice
  }
`);

/** 通知: what the office wrote, to whom, about what, and what came back. */
export function NoticePage() {
  const { t } = useTranslation();
  const { noticeId } = route.useParams();
  const { data, error, refetch } = useQuery(NoticePageDocument, {
    variables: { id: noticeId },
    fetchPolicy: 'cache-and-network',
  });
  if (error && !data) return <FaultPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={12} />;
  if (!data.notice) return <EmptyState title={t('notice.absent')}>{t('notice.absentText')}</EmptyState>;
  return <Sheet key={data.notice.id} notice={data.notice} />;
}

function Sheet({ notice: masked }: { notice: FragmentType<typeof NoticePageFragment> }) {
  const { t } = useTranslation();
  const notice = readFragment(NoticePageFragment, masked);
  const { tone, words } = noticeStanding(t, notice);
  return (
    <>
      <PageHeader
        title={notice.title}
        trail={<Link to="/notices">{t('shell.nav.notices')}</Link>}
        sub={
          <>
            {[notice.number, t(`vocabulary.noticeKind.${notice.kind}`)].join(' · ')} <State tone={tone}>{words}</State>
          </>
        }
        actions={
          <Link to="/notices/$noticeId/letter" params={{ noticeId: notice.id }} className={button.button}>
            {t('notice.letter')}
          </Link>
        }
      />
      <div className={css.columns}>
        <div>
          <section aria-label={t('notice.text')}>
            <p className={css.words}>{notice.text}</p>
            {notice.skipReason && <p className={css.quiet}>{t('notice.skipped', { reason: notice.skipReason })}</p>}
            {notice.withdrawReason && (
              <p className={css.quiet}>
                {t('notice.withdrawn', {
                  name: notice.withdrawnByName,
                  at: dateTime(notice.withdrawnAt!),
                  reason: notice.withdrawReason,
                })}
              </p>
            )}
          </section>
          <NoticeReplies notice={notice} />
          <ReplyDraft notice={notice} />
          <NoticeVerbs notice={notice} />
        </div>
        <aside>
          <Facts notice={notice} />
          <Concerned notice={notice} />
        </aside>
      </div>
    </>
  );
}

/** From whom, to whom, when, and by when a reply is due. */
function Facts({ notice }: { notice: NoticePage_NoticeFragment }) {
  const { t } = useTranslation();
  const { replyDue, follows } = notice;
  const by = (name?: string | null, post?: string | null, at?: string | null) =>
    [name, post, at && dateTime(at)].filter(Boolean).join(' · ');
  const to = notice.recipients.map((one) => [one.postTitle, one.personName].filter(Boolean).join(' ')).join('、');
  const facts: [string, React.ReactNode][] = [
    [t('notice.office'), notice.office.name],
    [t('notice.body'), notice.body.name],
    [notice.handedTo ? t('notice.handedTo') : t('notice.recipients'), notice.handedTo ?? to],
    [t('notice.sentAt'), by(notice.sentByName, notice.sentByPost, notice.sentAt)],
    [t('notice.replyDue'), replyDue && `${replyDue.dueOn}(${replyDueWords(t, replyDue)})`],
    [
      t('notice.signedFor'),
      notice.signedForAt && by(notice.signedForByName, notice.signedForByPost, notice.signedForAt),
    ],
    [
      t('notice.follows'),
      follows && (
        <Link to="/notices/$noticeId" params={{ noticeId: follows.id }}>
          {follows.number}
        </Link>
      ),
    ],
  ];
  return (
    <Panel title={t('notice.facts')}>
      <dl className={css.facts}>
        {facts
          .filter(([, value]) => value)
          .map(([label, value]) => [<dt key={`${label} name`}>{label}</dt>, <dd key={label}>{value}</dd>])}
      </dl>
      {notice.followedBy.map((one) => (
        <p key={one.id}>
          {t('notice.followedBy')}{' '}
          <Link to="/notices/$noticeId" params={{ noticeId: one.id }}>
            {one.number}
          </Link>
        </p>
      ))}
    </Panel>
  );
}

/** The findings it concerns: numbers, titles and states, which everybody who reads the notice may see. */
function Concerned({ notice }: { notice: NoticePage_NoticeFragment }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('notice.findings')}>
      {notice.findings.length === 0 && <p className={css.quiet}>{t('notice.noFindings')}</p>}
      <ul className={css.list}>
        {notice.findings.map((finding) => (
          <li key={finding.id}>
            {finding.seq} {finding.title}{' '}
            <span className={css.quiet}>
              {finding.refNo} · {t(`vocabulary.findingState.${finding.state}`)}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
