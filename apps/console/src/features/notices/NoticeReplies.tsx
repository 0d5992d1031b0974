import { useTranslation } from 'react-i18next';
import { dateTime, fileSize } from '../../format.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { State } from '../../ui/State.tsx';
import { PartHead } from '../findings/Panel.tsx';
import css from './notices.module.css';

const NoticeRepliesFragment = graphql(`
  fragment NoticeReplies_notice on Notice {
    id
    replies {
      id
      ordinal
      text
      sentAt
      sentByName
      sentByPost
      dueOn
      verdict
      verdictWords
      verdictByName
      verdictAt
      attachments {
        id
        fileName
        path
        size
      }
    }
  }
`);

/** The replies that were sent, each with what the office made of it; nothing before the first. */
export function NoticeReplies({ notice: masked }: { notice: FragmentType<typeof NoticeRepliesFragment> }) {
  const { t } = useTranslation();
  const { replies } = readFragment(NoticeRepliesFragment, masked);
  if (replies.length === 0) return null;
  return (
    <section aria-label={t('notice.replies')}>
      <PartHead title={t('notice.replies')} />
      <ol className={css.list}>
        {replies.map((reply) => (
          <li key={reply.id}>
            <p className={css.words}>{reply.text}</p>
            {reply.attachments.map((file) => (
              <p key={file.id}>
                <a href={file.path}>{file.fileName}</a> <span className={css.quiet}>{fileSize(file.size)}</span>
              </p>
            ))}
            <p className={css.quiet}>
              {[
                reply.sentByName,
                reply.sentByPost,
                reply.sentAt && dateTime(reply.sentAt),
                reply.dueOn && t('notice.wasDue', { day: reply.dueOn }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {reply.verdict && (
              <p>
                <State tone={reply.verdict === 'ACCEPTED' ? 'ok' : 'warn'}>
                  {t(`vocabulary.replyVerdict.${reply.verdict}`)}
                </State>{' '}
                {reply.verdictWords}{' '}
                <span className={css.quiet}>
                  {[reply.verdictByName, reply.verdictAt && dateTime(reply.verdictAt)].filter(Boolean).join(' · ')}
                </span>
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
