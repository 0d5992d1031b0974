import { useTranslation } from 'react-i18next';
import { useDraft } from '../../forms/use-draft.ts';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql } from '../../gql/index.ts';
import type { FilingPage_FilingFragment } from '../../gql/graphql.ts';
import { toast } from '../../ui/toast-store.ts';
import { EMPTY_REVIEW, ReviewFields, reviewInput } from '../reviews/ReviewFields.tsx';
import { filingTitle } from './filing-words.ts';

const ReviewFiling = graphql(`
  mutation ReviewFiling($input: ReviewFilingInput!) {
    reviewFiling(input: $input) {
      filing {
        id
        ...FilingPage_filing
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

/** What a reviewer says of the plan: whose opinion, whether it agrees, its words. */
export function ReviewFilingDialog({ filing, onClose }: { filing: FilingPage_FilingFragment; onClose: () => void }) {
  const { t } = useTranslation();
  const draft = useDraft(`filing:review:${filing.id}`, EMPTY_REVIEW);
  const operation = useOperation(ReviewFiling);
  const said = reviewInput(draft.value);
  const verb = t('vocabulary.filingVerb.reviewFiling');
  const submit = async () => {
    if (said === null) return;
    const seen = { filingId: filing.id, version: filing.standing.version! };
    if (!(await operation.run({ input: { ...seen, ...said } }))) return;
    draft.clear();
    toast(t('filing.done.reviewFiling'));
    onClose();
  };
  return (
    <VerbDialog
      title={t('filing.verbTitle', { verb, paper: filingTitle(t, filing.standing) })}
      verb={verb}
      operation={operation}
      onSubmit={submit}
      onClose={onClose}
      fields={['reviewer', 'name', 'opinion', 'text']}
      draft={draft}
      off={said === null ? t('filing.reviewFirst') : null}
    >
      <ReviewFields value={draft.value} put={draft.put} errors={operation.fields} />
    </VerbDialog>
  );
}
