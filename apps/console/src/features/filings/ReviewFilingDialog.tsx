import { LIMITS } from '@closeout/domain/limits';
import { REVIEWERS, REVIEW_OPINIONS } from '@closeout/domain/vocabulary';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../forms/use-draft.ts';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql } from '../../gql/index.ts';
import type { FilingPage_FilingFragment, Reviewer, ReviewOpinion } from '../../gql/graphql.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { toast } from '../../ui/toast-store.ts';
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

const EMPTY = { reviewer: null as Reviewer | null, name: '', opinion: null as ReviewOpinion | null, text: '' };

const isComplete = ({ reviewer, name, opinion, text }: typeof EMPTY): boolean =>
  reviewer !== null &&
  opinion !== null &&
  (opinion === 'AGREE' || text.trim() !== '') &&
  (reviewer !== 'OTHER' || name.trim() !== '');

/** What a reviewer says of the plan: whose opinion, whether it agrees, its words. */
export function ReviewFilingDialog({ filing, onClose }: { filing: FilingPage_FilingFragment; onClose: () => void }) {
  const { t } = useTranslation();
  const draft = useDraft(`filing:review:${filing.id}`, EMPTY);
  const operation = useOperation(ReviewFiling);
  const { reviewer, name, opinion, text } = draft.value;
  const verb = t('vocabulary.filingVerb.reviewFiling');
  const submit = async () => {
    if (reviewer === null || opinion === null) return;
    const said = { reviewer, opinion, name: name.trim() || null, text: text.trim() || null };
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
      off={isComplete(draft.value) ? null : t('filing.reviewFirst')}
    >
      <ChoiceField
        label={t('filing.reviewer')}
        value={reviewer}
        onChange={(value) => draft.put('reviewer', value)}
        options={REVIEWERS.map((value) => ({ value, label: t(`vocabulary.reviewer.${value}`) }))}
      />
      {reviewer === 'OTHER' && (
        <TextField
          label={t('filing.reviewerName')}
          value={name}
          onChange={(words) => draft.put('name', words)}
          error={operation.fields.name}
        />
      )}
      <ChoiceField
        label={t('filing.opinion')}
        value={opinion}
        onChange={(value) => draft.put('opinion', value)}
        options={REVIEW_OPINIONS.map((value) => ({ value, label: t(`vocabulary.reviewOpinion.${value}`) }))}
      />
      <TextArea
        label={t('filing.reviewText')}
        hint={t('filing.reviewHint')}
        optional={opinion !== 'COMMENTS'}
        value={text}
        onChange={(words) => draft.put('text', words)}
        limit={LIMITS.text}
        error={operation.fields.text}
      />
    </VerbDialog>
  );
}
