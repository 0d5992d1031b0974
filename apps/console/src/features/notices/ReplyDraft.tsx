import { useApolloClient } from '@apollo/client/react';
import { LIMITS } from '@closeout/domain/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OperationErrors } from '../../forms/OperationErrors.tsx';
import { useDraft } from '../../forms/use-draft.ts';
import { useOperation } from '../../forms/use-operation.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { toast } from '../../ui/toast-store.ts';
import { FilesField } from '../evidence/FilesField.tsx';
import { useFiles } from '../evidence/use-files.ts';
import { PartHead } from '../findings/Panel.tsx';
import { HeldFiles } from './HeldFiles.tsx';
import { NOTICE_LISTS } from './notice-facts.ts';
import css from './notices.module.css';

const ReplyDraftFragment = graphql(`
  fragment ReplyDraft_notice on Notice {
    id
    version
    draft {
      id
      text
      draftedByName
      attachments {
        id
        ...HeldFiles_attachment
      }
    }
    transitions {
      verb
      allowed
      reason
    }
  }
`);

const DraftReply = graphql(`
  mutation DraftReply($input: DraftReplyInput!) {
    draftReply(input: $input) {
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

const SendReply = graphql(`
  mutation SendReply($input: NoticeVerbInput!) {
    sendReply(input: $input) {
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

/** 起草回复: text and files inside the body; whoever may, sends what is saved. Nothing where it is nobody's turn here. */
export function ReplyDraft({ notice: masked }: { notice: FragmentType<typeof ReplyDraftFragment> }) {
  const { t } = useTranslation();
  const client = useApolloClient();
  const notice = readFragment(ReplyDraftFragment, masked);
  const saved = notice.draft?.text ?? '';
  const kept = useDraft(`reply:${notice.id}:${notice.version}`, { text: saved });
  const save = useOperation(DraftReply, NOTICE_LISTS);
  const send = useOperation(SendReply, NOTICE_LISTS);
  const files = useFiles();
  const [sending, setSending] = useState(false);
  const verb = (name: string) => notice.transitions.find((one) => one.verb === name);
  if (!verb('draftReply')?.allowed) return null;
  const { text } = kept.value;
  const unsaved = text.trim() !== saved.trim();
  const seen = { noticeId: notice.id, version: notice.version };
  const store = async () => {
    const payload = await save.run({ input: { ...seen, text } });
    if (!payload?.notice) return;
    kept.clear();
    toast(t('notice.done.drafted'));
  };
  const upload = async () => {
    if (!notice.draft) return;
    setSending(true);
    await files.sendAll({ noticeReplyId: notice.draft.id }, 'FILE');
    await client.refetchQueries({ include: 'active' });
    setSending(false);
  };
  const waiting = files.items.some((item) => item.state === 'waiting' || item.state === 'refused');
  const sendVerb = verb('sendReply');
  const blocked = unsaved ? t('notice.saveFirst') : waiting ? t('notice.uploadFirst') : null;
  const why = sendVerb?.reason ? t(`vocabulary.noticeReason.${sendVerb.reason}`) : null;
  return (
    <section aria-label={t('notice.draft')} className="no-print">
      <PartHead
        title={t('notice.draft')}
        note={notice.draft && t('notice.draftedBy', { name: notice.draft.draftedByName })}
      />
      <TextArea
        label={t('notice.replyText')}
        hint={t('notice.draftHint')}
        value={text}
        onChange={(words) => kept.put('text', words)}
        limit={LIMITS.text}
        error={save.fields.text}
      />
      <div className={css.verbs}>
        <Button busy={save.busy} off={text.trim() === '' ? t('notice.writeFirst') : null} onClick={() => void store()}>
          {t('notice.saveDraft')}
        </Button>
      </div>
      {notice.draft && (
        <>
          <HeldFiles files={notice.draft.attachments} removable />
          <FilesField label={t('notice.replyFiles')} files={files} optional />
          {waiting && (
            <div className={css.verbs}>
              <Button busy={sending} onClick={() => void upload()}>
                {t('piece.send')}
              </Button>
            </div>
          )}
        </>
      )}
      <OperationErrors operation={save} fields={['text']} draftKept={kept.dirty} />
      <OperationErrors operation={send} />
      {sendVerb ? (
        <div className={css.verbs}>
          <Button
            look="ink"
            busy={send.busy}
            off={why ?? blocked}
            onClick={() => void send.run({ input: seen }).then((done) => done && toast(t('notice.done.replied')))}
          >
            {t('vocabulary.noticeVerb.sendReply')}
          </Button>
        </div>
      ) : (
        <p className={css.quiet}>{t('notice.secretarySends')}</p>
      )}
    </section>
  );
}
