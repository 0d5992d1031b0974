import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OperationErrors } from '../../forms/OperationErrors.tsx';
import { useOperation } from '../../forms/use-operation.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import { toast } from '../../ui/toast-store.ts';
import { AcceptReplyDialog, AskAgainDialog, WithdrawNoticeDialog } from './NoticeDialogs.tsx';
import { NOTICE_LISTS } from './notice-facts.ts';
import css from './notices.module.css';

const NoticeVerbsFragment = graphql(`
  fragment NoticeVerbs_notice on Notice {
    id
    version
    number
    inspection {
      id
      settingsInForce
    }
    transitions {
      verb
      allowed
    }
  }
`);

const SignForNotice = graphql(`
  mutation SignForNotice($input: NoticeVerbInput!) {
    signForNotice(input: $input) {
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

/** What the viewer can do with the notice now; the reply has a form of its own. */
export function NoticeVerbs({ notice: masked }: { notice: FragmentType<typeof NoticeVerbsFragment> }) {
  const { t } = useTranslation();
  const notice = readFragment(NoticeVerbsFragment, masked);
  const [open, setOpen] = useState<'withdrawNotice' | 'acceptReply' | 'askAgain' | null>(null);
  const sign = useOperation(SignForNotice, NOTICE_LISTS);
  const may = (verb: string) => notice.transitions.some((one) => one.verb === verb && one.allowed);
  const seen = { noticeId: notice.id, version: notice.version };
  const close = () => setOpen(null);
  const signFor = async () => {
    if (await sign.run({ input: seen })) toast(t('notice.done.signedFor'));
  };
  return (
    <>
      <div className={`${css.verbs} no-print`}>
        {may('signForNotice') && (
          <Button look="ink" busy={sign.busy} onClick={() => void signFor()}>
            {t('vocabulary.noticeVerb.signForNotice')}
          </Button>
        )}
        {may('acceptReply') && (
          <Button look="ink" onClick={() => setOpen('acceptReply')}>
            {t('vocabulary.noticeVerb.acceptReply')}
          </Button>
        )}
        {may('askAgain') && <Button onClick={() => setOpen('askAgain')}>{t('vocabulary.noticeVerb.askAgain')}</Button>}
        {may('withdrawNotice') && (
          <Button onClick={() => setOpen('withdrawNotice')}>{t('vocabulary.noticeVerb.withdrawNotice')}</Button>
        )}
      </div>
      <OperationErrors operation={sign} />
      {open === 'withdrawNotice' && <WithdrawNoticeDialog seen={seen} number={notice.number} onClose={close} />}
      {open === 'acceptReply' && <AcceptReplyDialog seen={seen} number={notice.number} onClose={close} />}
      {open === 'askAgain' && (
        <AskAgainDialog
          seen={seen}
          number={notice.number}
          settings={notice.inspection.settingsInForce}
          onClose={close}
        />
      )}
    </>
  );
}
