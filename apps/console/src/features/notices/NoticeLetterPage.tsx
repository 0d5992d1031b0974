import { useQuery } from '@apollo/client/react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { today } from '../../format.ts';
import { graphql } from '../../gql/index.ts';
import type { NoticeLetterQuery } from '../../gql/graphql.ts';
import { PageHeader } from '../../shell/PageHeader.tsx';
import { Button } from '../../ui/Button.tsx';
import button from '../../ui/Button.module.css';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { PaperLinks } from '../reports/PaperLinks.tsx';
import css from './NoticeLetterPage.module.css';

const route = getRouteApi('/notices/$noticeId/letter');

const NoticeLetterDocument = graphql(`
  query NoticeLetter($id: ID!) {
    notice(id: $id) {
      id
      number
      kind
      title
      text
      handedTo
      sentAt
      state
      signedForAt
      signedForByName
      signedForByPost
      office {
        id
        name
      }
      body {
        id
        name
      }
      recipients {
        id
        postTitle
      }
      findings {
        id
        seq
        title
      }
      replyDue {
        dueOn
      }
    }
  }
`);

/** The notice as a letter on A4 with its reply slip, as it is sent and filed on paper. */
export function NoticeLetterPage() {
  const { t } = useTranslation();
  const { noticeId } = route.useParams();
  const { data, error, refetch } = useQuery(NoticeLetterDocument, { variables: { id: noticeId } });
  if (error && !data) return <FaultPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={14} />;
  if (!data.notice) return <EmptyState title={t('notice.absent')}>{t('notice.absentText')}</EmptyState>;
  return (
    <>
      <div className="no-print">
        <PageHeader
          title={t('notice.letter')}
          sub={`${data.notice.number} ${data.notice.title}`}
          actions={
            <>
              <Link to="/notices/$noticeId" params={{ noticeId }} className={button.button}>
                {t('notice.toNotice')}
              </Link>
              <PaperLinks paper="notice" query={`noticeId=${noticeId}`} label={t('notice.docx')} />
              <Button look="ink" onClick={() => window.print()}>
                {t('shell.print')}
              </Button>
            </>
          }
        />
      </div>
      <Letter notice={data.notice} />
    </>
  );
}

type LetterNotice = NonNullable<NoticeLetterQuery['notice']>;

/** `2026年12月4日`, as letters write it. */
const inProse = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};

function Letter({ notice }: { notice: LetterNotice }) {
  const { t } = useTranslation();
  const posts = notice.recipients.map((one) => one.postTitle).join('、');
  const to = notice.handedTo ?? (posts ? `${notice.body.name}（${posts}）` : notice.body.name);
  const sentOn = inProse(today(new Date(notice.sentAt)));
  return (
    <article className={css.paper} lang="zh">
      <header className={css.head}>
        <p className={css.issuer}>{notice.office.name}</p>
        <p className={css.number}>{notice.number}</p>
      </header>
      <h2 className={css.title}>{notice.title}</h2>
      {notice.state === 'WITHDRAWN' && <p className={css.void}>{t('vocabulary.noticeState.WITHDRAWN')}</p>}
      <p className={css.to}>{to}：</p>
      {notice.text.split(/\n+/).map((paragraph, place) => (
        <p key={`${place} ${paragraph.slice(0, 12)}`} className={css.paragraph}>
          {paragraph}
        </p>
      ))}
      {notice.findings.length > 0 && (
        <>
          <p className={css.paragraph}>涉及问题：</p>
          {notice.findings.map((finding) => (
            <p key={finding.id} className={css.paragraph}>
              {finding.seq}. {finding.title}
            </p>
          ))}
        </>
      )}
      {notice.replyDue && (
        <p className={css.paragraph}>请于{inProse(notice.replyDue.dueOn)}前将办理情况书面回复我办。</p>
      )}
      <p className={css.signature}>{notice.office.name}</p>
      <p className={css.date}>{sentOn}</p>
      {!notice.handedTo && <Slip notice={notice} />}
    </article>
  );
}

/** 回执: filled from 签收 where that is done, otherwise by hand. */
function Slip({ notice }: { notice: LetterNotice }) {
  const signed = notice.signedForAt ? inProse(today(new Date(notice.signedForAt))) : '　　　　年　　月　　日';
  const rows = [
    ['文号', notice.number],
    ['标题', notice.title],
    ['收文单位', notice.body.name],
    ['签收人', [notice.signedForByName, notice.signedForByPost].filter(Boolean).join('　')],
    ['签收日期', signed],
    ['办理情况', ''],
  ];
  return (
    <section className={`${css.slip} keep-together`} aria-label="回执">
      <h3>回　　执</h3>
      <table>
        <tbody>
          {rows.map(([name, value]) => (
            <tr key={name} className={value === '' ? css.blank : undefined}>
              <th scope="row">{name}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
