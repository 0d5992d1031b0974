import { useTranslation } from 'react-i18next';
import { useDraft } from '../../forms/use-draft.ts';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { toast } from '../../ui/toast-store.ts';
import { EMPTY_REVIEW, ReviewFields, reviewInput } from './ReviewFields.tsx';

const ReviewSubmissionFragment = graphql(`
  fragment ReviewSubmissionDialog_finding on Finding {
    id
    seq
    version
  }
`);

const ReviewSubmission = graphql(`
  mutation ReviewSubmission($input: ReviewSubmissionInput!) {
    reviewSubmission(input: $input) {
      finding {
        ...FindingPage_finding
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

/** 会审意见 on the close-out that waits for the office. */
export function ReviewSubmissionDialog(props: {
  finding: FragmentType<typeof ReviewSubmissionFragment>;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { id, seq, version } = readFragment(ReviewSubmissionFragment, props.finding);
  const draft = useDraft(`finding:review:${id}`, EMPTY_REVIEW);
  const operation = useOperation(ReviewSubmission);
  const said = reviewInput(draft.value);
  const submit = async () => {
    if (said === null || !(await operation.run({ input: { findingId: id, version, ...said } }))) return;
    draft.clear();
    toast(t('filing.done.reviewFiling'));
    props.onClose();
  };
  return (
    <VerbDialog
      title={t('signing.reviewTitle', { number: seq })}
      verb={t('vocabulary.findingVerb.reviewSubmission')}
      operation={operation}
      onSubmit={submit}
      onClose={props.onClose}
      fields={['reviewer', 'name', 'opinion', 'text']}
      draft={draft}
      off={said === null ? t('filing.reviewFirst') : null}
    >
      <ReviewFields value={draft.value} put={draft.put} errors={operation.fields} />
    </VerbDialog>
  );
}
