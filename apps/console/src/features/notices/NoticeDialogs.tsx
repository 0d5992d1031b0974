import { LIMITS } from '@closeout/domain/limits';
import { useTranslation } from 'react-i18next';
import { ReasonDialog } from '../../forms/ReasonDialog.tsx';
import { useDraft } from '../../forms/use-draft.ts';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql } from '../../gql/index.ts';
import { TextArea } from '../../ui/TextArea.tsx';
import { toast } from '../../ui/toast-store.ts';
import { NOTICE_LISTS } from './notice-facts.ts';
import { dueInput, NO_DUE, ReplyDueFields } from './ReplyDueFields.tsx';

const WithdrawNotice = graphql(`
  mutation WithdrawNotice($input: WithdrawNoticeInput!) {
    withdrawNotice(input: $input) {
      notice {
        id
        ...NoticePage_notice
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

const AcceptReply = graphql(`
  mutation AcceptReply($input: AcceptReplyInput!) {
    acceptReply(input: $input) {
      notice {
        id
        ...NoticePage_notice
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

const AskAgain = graphql(`
  mutation AskAgain($input: AskAgainInput!) {
    askAgain(input: $input) {
      notice {
        id
        ...NoticePage_notice
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

type DialogProps = { seen: { noticeId: string; version: number }; number: string; onClose: () => void };

/** 撤回通知: with a reason that the body reads; the number stays used. */
export function WithdrawNoticeDialog({ seen, number, onClose }: DialogProps) {
  const { t } = useTranslation();
  const operation = useOperation(WithdrawNotice, NOTICE_LISTS);
  return (
    <ReasonDialog
      about={`withdraw:${seen.noticeId}`}
      title={t('notice.withdrawTitle', { number })}
      verb={t('vocabulary.noticeVerb.withdrawNotice')}
      label={t('notice.withdrawReason')}
      hint={t('notice.withdrawHint')}
      reasonFirst={t('notice.reasonFirst')}
      done={t('notice.done.withdrawn')}
      operation={operation}
      run={(reason) => operation.run({ input: { ...seen, reason } })}
      onClose={onClose}
    />
  );
}

/** 认可回复: closes the notice. */
export function AcceptReplyDialog({ seen, number, onClose }: DialogProps) {
  const { t } = useTranslation();
  const draft = useDraft(`accept:${seen.noticeId}`, { words: '' });
  const operation = useOperation(AcceptReply, NOTICE_LISTS);
  const submit = async () => {
    if (!(await operation.run({ input: { ...seen, words: draft.value.words.trim() || null } }))) return;
    draft.clear();
    toast(t('notice.done.accepted'));
    onClose();
  };
  return (
    <VerbDialog
      title={t('notice.acceptTitle', { number })}
      verb={t('vocabulary.noticeVerb.acceptReply')}
      operation={operation}
      onSubmit={submit}
      onClose={onClose}
      fields={['words']}
      draft={draft}
    >
      <TextArea
        label={t('notice.verdictWords')}
        optional
        value={draft.value.words}
        onChange={(words) => draft.put('words', words)}
        limit={LIMITS.opinion}
        error={operation.fields.words}
      />
    </VerbDialog>
  );
}

/** 要求重新回复: what is wanting, and by when. */
export function AskAgainDialog({ seen, number, settings, onClose }: DialogProps & { settings: unknown }) {
  const { t } = useTranslation();
  const draft = useDraft(`again:${seen.noticeId}`, { reason: '', ...NO_DUE });
  const operation = useOperation(AskAgain, NOTICE_LISTS);
  const reason = draft.value.reason.trim();
  const submit = async () => {
    if (!(await operation.run({ input: { ...seen, reason, ...dueInput(draft.value) } }))) return;
    draft.clear();
    toast(t('notice.done.asked'));
    onClose();
  };
  return (
    <VerbDialog
      title={t('notice.againTitle', { number })}
      verb={t('vocabulary.noticeVerb.askAgain')}
      operation={operation}
      onSubmit={submit}
      onClose={onClose}
      fields={['reason', 'replyDueOn', 'replyWorkingDays']}
      draft={draft}
      off={reason === '' ? t('notice.reasonFirst') : null}
    >
      <TextArea
        label={t('notice.againReason')}
        value={draft.value.reason}
        onChange={(words) => draft.put('reason', words)}
        limit={LIMITS.reason}
        error={operation.fields.reason}
      />
      <ReplyDueFields
        settings={settings}
        values={draft.value}
        onPut={(due) => draft.set({ ...draft.value, ...due })}
        errors={operation.fields}
      />
    </VerbDialog>
  );
}
