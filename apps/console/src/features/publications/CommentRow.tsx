import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OperationErrors } from '../../forms/OperationErrors.tsx';
import { useOperation } from '../../forms/use-operation.ts';
import { dateTime } from '../../format.ts';
import { Button } from '../../ui/Button.tsx';
import { State, type Tone } from '../../ui/State.tsx';
import { AnswerDialog, HandOverDialog } from './CommentDialogs.tsx';
import { HideComment, INBOX, ReleaseAnswer, seenComment, ShowComment, type CommentData } from './comment-documents.ts';
import css from './publications.module.css';

const TONES: Record<CommentData['state'], Tone> = { NEW: 'warn', SHOWN: 'ok', HIDDEN: 'plain' };

/** One comment: on which item, its words masked, what is owed, the answer, and what may be done with it. */
export function CommentRow({ comment }: { comment: CommentData }) {
  const { t } = useTranslation();
  const { item, text, masked, receivedAt, state, replyDueOn, overdue } = comment;
  return (
    <li className={css.comment}>
      <p className={css.facts}>
        <b>{t('publication.comments.item', { item })}</b>
        <State tone={TONES[state]}>{t(`vocabulary.commentState.${state}`)}</State>
        <span className={css.quiet}>{dateTime(receivedAt)}</span>
        {masked > 0 && <span className={css.quiet}>{t('publication.comments.masked', { count: masked })}</span>}
        {replyDueOn && (
          <State tone={overdue ? 'late' : 'calm'}>
            {t(overdue ? 'publication.comments.overdue' : 'publication.comments.due', { day: replyDueOn })}
          </State>
        )}
      </p>
      <p className={css.words}>{text}</p>
      {comment.publicAnswer !== null && <CommentAnswer comment={comment} />}
      <CommentVerbs comment={comment} />
    </li>
  );
}

function CommentAnswer({ comment }: { comment: CommentData }) {
  const { t } = useTranslation();
  const { publicAnswer, answeredByName, releasedAt, releasedByName } = comment;
  return (
    <div className={css.answer}>
      <p className={css.words}>{publicAnswer}</p>
      <p className={css.quiet}>
        {releasedAt
          ? t('publication.comments.released', { name: releasedByName, at: dateTime(releasedAt) })
          : t('publication.comments.written', { name: answeredByName })}
      </p>
    </div>
  );
}

function CommentVerbs({ comment }: { comment: CommentData }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<'answerComment' | 'handOverClue' | null>(null);
  const operations = {
    showComment: useOperation(ShowComment, INBOX),
    hideComment: useOperation(HideComment, INBOX),
    releaseAnswer: useOperation(ReleaseAnswer, INBOX),
  };
  const close = () => setOpen(null);
  return (
    <>
      {Object.entries(operations).map(([verb, operation]) => (
        <OperationErrors key={verb} operation={operation} fields={[]} />
      ))}
      <span className={css.verbs}>
        {comment.transitions.map(({ verb, reason }) => (
          <Button
            key={verb}
            look={verb === 'handOverClue' ? 'quiet' : undefined}
            busy={verb in operations && operations[verb as keyof typeof operations].busy}
            off={reason && t(`vocabulary.commentReason.${reason}`)}
            onClick={() => {
              if (verb === 'answerComment' || verb === 'handOverClue') setOpen(verb);
              else void operations[verb].run({ input: seenComment(comment) });
            }}
          >
            {t(`vocabulary.commentVerb.${verb}`)}
          </Button>
        ))}
      </span>
      {open === 'answerComment' && <AnswerDialog comment={comment} onClose={close} />}
      {open === 'handOverClue' && <HandOverDialog comment={comment} onClose={close} />}
    </>
  );
}
