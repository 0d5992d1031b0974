import { useQuery } from '@apollo/client/react';
import { LIMITS } from '@closeout/domain/limits';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../forms/use-draft.ts';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import type { IssueNotice_InspectionFragment, NoticeKind } from '../../gql/graphql.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { toast } from '../../ui/toast-store.ts';
import { ManyField } from '../findings/ManyField.tsx';
import { NOTICE_LISTS } from './notice-facts.ts';
import { dueInput, NO_DUE, ReplyDueFields, type DueValues } from './ReplyDueFields.tsx';

const IssueNoticeFragment = graphql(`
  fragment IssueNotice_inspection on Inspection {
    id
    body {
      id
      shortName
    }
    settingsInForce
    noticeLadder {
      kind
      open
      reason
      follows
    }
  }
`);

/** Whom a notice can go to, what it can concern, and the notices it can follow. */
const NoticeLadderDocument = graphql(`
  query NoticeLadder($inspection: ID!, $bodyId: String!, $inspectionId: String!) {
    inspection(id: $inspection) {
      id
      body {
        id
        posts(first: 100) {
          edges {
            node {
              id
              title
              active
              holder {
                id
                name
              }
            }
          }
        }
      }
    }
    findingOutlines(filter: { inspectionId: $inspectionId }, first: 100) {
      edges {
        node {
          id
          seq
          title
          state
        }
      }
    }
    notices(filter: { bodyId: $bodyId, overdue: true }, first: 100) {
      edges {
        node {
          id
          number
          title
        }
      }
    }
  }
`);

const IssueNotice = graphql(`
  mutation IssueNotice($input: IssueNoticeInput!) {
    issueNotice(input: $input) {
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

interface Values extends DueValues {
  kind: NoticeKind;
  title: string;
  text: string;
  recipientIds: string[];
  findingIds: string[];
  handedTo: string;
  followsId: string | null;
  skipReason: string;
}

const EMPTY: Values = {
  kind: 'SUPERVISION',
  title: '',
  text: '',
  recipientIds: [],
  findingIds: [],
  handedTo: '',
  followsId: null,
  skipReason: '',
  ...NO_DUE,
};

type Step = NonNullable<IssueNotice_InspectionFragment['noticeLadder']>[number];

type IssueNoticeDialogProps = {
  inspection: FragmentType<typeof IssueNoticeFragment>;
  onClose: () => void;
  onIssued: (noticeId: string) => void;
};

/** 发通知: which step of the ladder, to which posts, about which findings, by when a reply is due. */
export function IssueNoticeDialog({ inspection: masked, onClose, onIssued }: IssueNoticeDialogProps) {
  const { t } = useTranslation();
  const inspection = readFragment(IssueNoticeFragment, masked);
  const draft = useDraft<Values>(`notice:${inspection.id}`, EMPTY);
  const operation = useOperation(IssueNotice, NOTICE_LISTS);
  const { value: values, put } = draft;
  const steps = inspection.noticeLadder ?? [];
  const step = steps.find((one) => one.kind === values.kind);
  const follows = values.followsId ?? step?.follows[0] ?? null;
  const handover = values.kind === 'HANDOVER';
  const submit = async () => {
    const input = {
      inspectionId: inspection.id,
      kind: values.kind,
      title: values.title.trim(),
      text: values.text.trim(),
      findingIds: values.findingIds,
      recipientIds: handover ? [] : values.recipientIds,
      handedTo: handover ? values.handedTo.trim() : null,
      followsId: step?.follows.includes(follows ?? '') ? follows : null,
      skipReason: step?.open ? null : values.skipReason.trim() || null,
      ...(handover ? {} : dueInput(values)),
    };
    const payload = await operation.run({ input });
    if (!payload?.notice) return;
    draft.clear();
    toast(t('notice.done.issued'));
    onClose();
    onIssued(payload.notice.id);
  };
  const addressed = handover ? values.handedTo.trim() !== '' : values.recipientIds.length > 0;
  const placed = step?.open || values.skipReason.trim() !== '';
  const complete = values.title.trim() !== '' && values.text.trim() !== '' && addressed && placed;
  return (
    <VerbDialog
      title={t('notice.issueTitle', { body: inspection.body.shortName })}
      verb={t('notice.send')}
      operation={operation}
      onSubmit={submit}
      onClose={onClose}
      fields={[
        'title',
        'text',
        'recipientIds',
        'findingIds',
        'handedTo',
        'followsId',
        'skipReason',
        'replyDueOn',
        'replyWorkingDays',
      ]}
      draft={draft}
      shape="wide"
      off={complete ? null : t('notice.first')}
    >
      <ChoiceField
        label={t('notice.kind')}
        value={values.kind}
        onChange={(kind) => draft.set({ ...values, kind, followsId: null })}
        options={steps.map(({ kind }) => ({ value: kind, label: t(`vocabulary.noticeKind.${kind}`) }))}
      />
      <People
        bodyId={inspection.body.id}
        inspectionId={inspection.id}
        step={step}
        values={values}
        follows={follows}
        put={put}
        errors={operation.fields}
      />
      <TextField
        label={t('notice.titleField')}
        value={values.title}
        onChange={(title) => put('title', title)}
        error={operation.fields.title}
      />
      <TextArea
        label={t('notice.text')}
        hint={t('notice.textHint')}
        value={values.text}
        onChange={(text) => put('text', text)}
        limit={LIMITS.text}
        error={operation.fields.text}
      />
      {!handover && (
        <ReplyDueFields
          settings={inspection.settingsInForce}
          values={values}
          onPut={(due) => draft.set({ ...values, ...due })}
          errors={operation.fields}
        />
      )}
    </VerbDialog>
  );
}

type PeopleProps = {
  bodyId: string;
  inspectionId: string;
  step: Step | undefined;
  values: Values;
  follows: string | null;
  put: <K extends keyof Values>(key: K, value: Values[K]) => void;
  errors: Readonly<Record<string, string>>;
};

/** Its place on the ladder, whom it goes to and which findings it concerns. */
function People({ bodyId, inspectionId, step, values, follows, put, errors }: PeopleProps) {
  const { t } = useTranslation();
  const { data } = useQuery(NoticeLadderDocument, {
    variables: { inspection: inspectionId, bodyId, inspectionId },
    fetchPolicy: 'cache-and-network',
  });
  const posts = (data?.inspection?.body.posts.edges ?? []).map((edge) => edge.node).filter((post) => post.active);
  const findings = (data?.findingOutlines.edges ?? []).map((edge) => edge.node);
  const lower = (data?.notices.edges ?? []).map((edge) => edge.node).filter((one) => step?.follows.includes(one.id));
  return (
    <>
      {step && !step.open && (
        <TextArea
          label={t('notice.skipReason')}
          hint={
            step.reason ? t('notice.skipHint', { why: t(`vocabulary.noticeStepReason.${step.reason}`) }) : undefined
          }
          value={values.skipReason}
          onChange={(words) => put('skipReason', words)}
          limit={LIMITS.reason}
          error={errors.skipReason}
        />
      )}
      {lower.length > 0 && (
        <SelectField
          label={t('notice.follows')}
          emptyLabel={t('notice.chooseFollows')}
          value={follows}
          onChange={(id) => put('followsId', id)}
          options={lower.map((one) => ({ value: one.id, label: `${one.number} ${one.title}` }))}
          error={errors.followsId}
        />
      )}
      {values.kind === 'HANDOVER' ? (
        <TextField
          label={t('notice.handedTo')}
          hint={t('notice.handedToHint')}
          value={values.handedTo}
          onChange={(words) => put('handedTo', words)}
          error={errors.handedTo}
        />
      ) : (
        <ManyField
          label={t('notice.recipients')}
          hint={t('notice.recipientsHint')}
          value={values.recipientIds}
          onChange={(ids) => put('recipientIds', ids)}
          options={posts.map((post) => ({ id: post.id, label: post.title, detail: post.holder?.name }))}
          error={errors.recipientIds}
        />
      )}
      <ManyField
        label={t('notice.findings')}
        hint={t('notice.findingsHint')}
        value={values.findingIds}
        onChange={(ids) => put('findingIds', ids)}
        options={findings.map((one) => ({
          id: one.id,
          label: `${one.seq} ${one.title}`,
          detail: t(`vocabulary.findingState.${one.state}`),
        }))}
        error={errors.findingIds}
      />
    </>
  );
}
