import { LIMITS } from '@closeout/domain/limits';
import { REVIEWERS, REVIEW_OPINIONS } from '@closeout/domain/vocabulary';
import { useTranslation } from 'react-i18next';
import type { Reviewer, ReviewOpinion } from '../../gql/graphql.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';

export const EMPTY_REVIEW = {
  reviewer: null as Reviewer | null,
  name: '',
  opinion: null as ReviewOpinion | null,
  text: '',
};
export type ReviewDraft = typeof EMPTY_REVIEW;

/** The input of a complete draft; null while something is missing. */
export function reviewInput({ reviewer, name, opinion, text }: ReviewDraft) {
  if (reviewer === null || opinion === null) return null;
  if ((opinion === 'COMMENTS' && text.trim() === '') || (reviewer === 'OTHER' && name.trim() === '')) return null;
  return { reviewer, opinion, name: name.trim() || null, text: text.trim() || null };
}

type ReviewFieldsProps = {
  value: ReviewDraft;
  put: <K extends keyof ReviewDraft>(key: K, value: ReviewDraft[K]) => void;
  errors: Partial<Record<'name' | 'text', string>>;
};

/** Whose opinion, whether it agrees, its words. */
export function ReviewFields({ value, put, errors }: ReviewFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <ChoiceField
        label={t('filing.reviewer')}
        value={value.reviewer}
        onChange={(reviewer) => put('reviewer', reviewer)}
        options={REVIEWERS.map((one) => ({ value: one, label: t(`vocabulary.reviewer.${one}`) }))}
      />
      {value.reviewer === 'OTHER' && (
        <TextField
          label={t('filing.reviewerName')}
          value={value.name}
          onChange={(words) => put('name', words)}
          error={errors.name}
        />
      )}
      <ChoiceField
        label={t('filing.opinion')}
        value={value.opinion}
        onChange={(opinion) => put('opinion', opinion)}
        options={REVIEW_OPINIONS.map((one) => ({ value: one, label: t(`vocabulary.reviewOpinion.${one}`) }))}
      />
      <TextArea
        label={t('filing.reviewText')}
        hint={t('filing.reviewHint')}
        optional={value.opinion !== 'COMMENTS'}
        value={value.text}
        onChange={(words) => put('text', words)}
        limit={LIMITS.text}
        error={errors.text}
      />
    </>
  );
}
