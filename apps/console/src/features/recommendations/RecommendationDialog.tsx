import { RECOMMENDATION_STATES, type RecommendationState } from '@closeout/domain/vocabulary';
import { LIMITS } from '@closeout/domain/limits';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../forms/use-draft.ts';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql } from '../../gql/index.ts';
import type { RecommendationsPart_InspectionFragment } from '../../gql/graphql.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { ComboField } from '../../ui/ComboField.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { toast } from '../../ui/toast-store.ts';
import { usePeopleOptions } from '../findings/people-options.ts';

const SaveRecommendation = graphql(`
  mutation SaveRecommendation($input: SaveRecommendationInput!) {
    saveRecommendation(input: $input) {
      inspection {
        ...InspectionFacts_inspection
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

type Recommendation = RecommendationsPart_InspectionFragment['recommendations'][number];
type RecommendationDialogProps = {
  inspection: { id: string; bodyId: string };
  /** The one to change; null: a new one. */
  recommendation: Recommendation | null;
  onClose: () => void;
};

/** 意见建议: its words, the responsible post, and the answer. */
export function RecommendationDialog({ inspection, recommendation, onClose }: RecommendationDialogProps) {
  const { t } = useTranslation();
  const options = usePeopleOptions(inspection.bodyId);
  const draft = useDraft(`recommendation:${recommendation?.id ?? inspection.id}:${recommendation?.version ?? 0}`, {
    text: recommendation?.text ?? '',
    postId: recommendation?.post?.id ?? null,
    state: recommendation?.state ?? ('OPEN' as RecommendationState),
    answer: recommendation?.answer ?? '',
    answeredOn: recommendation?.answeredOn ?? null,
  });
  const operation = useOperation(SaveRecommendation);
  const { text, postId, state, answer, answeredOn } = draft.value;
  const submit = async () => {
    const which = { inspectionId: inspection.id, recommendationId: recommendation?.id ?? null };
    const answered = { state, answer: answer.trim() || null, answeredOn: state === 'ANSWERED' ? answeredOn : null };
    const input = { ...which, version: recommendation?.version ?? null, text: text.trim(), postId, ...answered };
    if (!(await operation.run({ input }))) return;
    draft.clear();
    toast(t('recommendation.saved'));
    onClose();
  };
  return (
    <VerbDialog
      title={t(recommendation ? 'recommendation.change' : 'recommendation.add', {
        number: recommendation?.number ?? '',
      })}
      verb={t('ui.save')}
      operation={operation}
      onSubmit={submit}
      onClose={onClose}
      draft={draft}
      fields={['text', 'postId', 'state', 'answer', 'answeredOn']}
      off={text.trim() === '' ? t('recommendation.first') : null}
    >
      <TextArea
        label={t('recommendation.text')}
        value={text}
        onChange={(words) => draft.put('text', words)}
        limit={LIMITS.text}
        rows={3}
        error={operation.fields.text}
      />
      <ComboField
        key={`posts ${options.leaders.length}`}
        loading={options.loading}
        label={t('recommendation.post')}
        optional
        value={postId}
        onChange={(id) => draft.put('postId', id)}
        options={options.leaders}
        error={operation.fields.postId}
      />
      <ChoiceField
        label={t('recommendation.state')}
        value={state}
        onChange={(next) => draft.put('state', next)}
        options={RECOMMENDATION_STATES.map((value) => ({ value, label: t(`vocabulary.recommendationState.${value}`) }))}
      />
      <TextArea
        label={t('recommendation.answer')}
        optional={state !== 'ANSWERED'}
        value={answer}
        onChange={(words) => draft.put('answer', words)}
        limit={LIMITS.text}
        rows={3}
        error={operation.fields.answer}
      />
      {state === 'ANSWERED' && (
        <DateField
          label={t('recommendation.answeredOn')}
          value={answeredOn}
          onChange={(day) => draft.put('answeredOn', day)}
          error={operation.fields.answeredOn}
        />
      )}
    </VerbDialog>
  );
}
