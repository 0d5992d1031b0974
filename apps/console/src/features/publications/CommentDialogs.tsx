import { LIMITS } from '@closeout/domain/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../forms/ConfirmDialog.tsx';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { toast } from '../../ui/toast-store.ts';
import { AnswerComment, HandOverClue, INBOX, seenComment, type CommentData } from './comment-documents.ts';
import css from './publications.module.css';

type Props = { comment: CommentData; onClose: () => void };

/** The answer; nothing of it is kept in the browser, for it may quote what is purged later. */
export function AnswerDialog({ comment, onClose }: Props) {
  const { t } = useTranslation();
  const [answer, setAnswer] = useState(comment.answer ?? '');
  const operation = useOperation(AnswerComment, INBOX);
  const submit = async () => {
    if (!(await operation.run({ input: { ...seenComment(comment), answer } }))) return;
    toast(t('publication.done.answerComment'));
    onClose();
  };
  return (
    <VerbDialog
      title={t('vocabulary.commentVerb.answerComment')}
      verb={t('publication.save')}
      operation={operation}
      onSubmit={submit}
      onClose={onClose}
      fields={['answer']}
      off={answer.trim() === '' ? t('publication.comments.answerFirst') : null}
    >
      <p className={css.words}>{comment.text}</p>
      <TextArea
        label={t('publication.comments.answer')}
        hint={t('publication.comments.answerHint')}
        rows={5}
        value={answer}
        onChange={setAnswer}
        limit={LIMITS.text}
        error={operation.fields.answer}
      />
    </VerbDialog>
  );
}

/** It goes to the discipline group on paper, and is deleted here. */
export function HandOverDialog({ comment, onClose }: Props) {
  const { t } = useTranslation();
  const operation = useOperation(HandOverClue, INBOX);
  return (
    <ConfirmDialog
      title={t('vocabulary.commentVerb.handOverClue')}
      verb={t('publication.comments.handOver')}
      hint={t('publication.comments.handOverText')}
      done={t('publication.done.handOverClue')}
      operation={operation}
      run={() => operation.run({ input: seenComment(comment) })}
      onClose={onClose}
    />
  );
}
