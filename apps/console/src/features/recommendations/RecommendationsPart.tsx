import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OperationErrors } from '../../forms/OperationErrors.tsx';
import { RowVerbs, RowVerbsHead } from '../../forms/RowVerbs.tsx';
import { useOperation } from '../../forms/use-operation.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import type { RecommendationsPart_InspectionFragment } from '../../gql/graphql.ts';
import { Button } from '../../ui/Button.tsx';
import { State } from '../../ui/State.tsx';
import { Table, Td, Th } from '../../ui/Table.tsx';
import { toast } from '../../ui/toast-store.ts';
import { PartHead } from '../findings/Panel.tsx';
import { RecommendationDialog } from './RecommendationDialog.tsx';

const RecommendationsPartFragment = graphql(`
  fragment RecommendationsPart_inspection on Inspection {
    id
    viewerCan
    body {
      id
    }
    recommendations {
      id
      number
      text
      state
      answer
      answeredOn
      removable
      version
      post {
        id
        title
      }
    }
    recommendationCounts {
      state
      count
    }
  }
`);

const RemoveRecommendation = graphql(`
  mutation RemoveRecommendation($input: RemoveRecommendationInput!) {
    removeRecommendation(input: $input) {
      inspection {
        ...InspectionFacts_inspection
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

const TONES = { OPEN: 'calm', UNDER_WAY: 'plain', ANSWERED: 'ok' } as const;
type Recommendation = RecommendationsPart_InspectionFragment['recommendations'][number];

/** 意见建议: for the body with words and answers, for the office as counts. */
export function RecommendationsPart({
  inspection: masked,
}: {
  inspection: FragmentType<typeof RecommendationsPartFragment>;
}) {
  const { t } = useTranslation();
  const inspection = readFragment(RecommendationsPartFragment, masked);
  const [opened, setOpened] = useState<{ one: Recommendation | null } | null>(null);
  const remove = useOperation(RemoveRecommendation);
  const may = inspection.viewerCan.includes('keepInspection');
  const { recommendations, recommendationCounts: counts } = inspection;
  if (!may && !counts && recommendations.length === 0) return null;
  const takeBack = async (recommendationId: string) => {
    if (await remove.run({ input: { inspectionId: inspection.id, recommendationId } }))
      toast(t('recommendation.removed'));
  };
  return (
    <section aria-label={t('recommendation.title')}>
      <PartHead
        title={t('recommendation.title')}
        note={counts?.map(({ state, count }) => `${t(`vocabulary.recommendationState.${state}`)} ${count}`).join(' · ')}
        actions={
          may && (
            <Button look="quiet" onClick={() => setOpened({ one: null })}>
              {t('recommendation.add')}
            </Button>
          )
        }
      />
      {recommendations.length > 0 && (
        <Table caption={t('recommendation.title')} cards>
          <thead>
            <tr>
              <Th right>{t('recommendation.number')}</Th>
              <Th>{t('recommendation.text')}</Th>
              <Th>{t('recommendation.post')}</Th>
              <Th>{t('recommendation.state')}</Th>
              <Th>{t('recommendation.answer')}</Th>
              {may && <RowVerbsHead />}
            </tr>
          </thead>
          <tbody>
            {recommendations.map((one) => (
              <tr key={one.id}>
                <Td right label={t('recommendation.number')}>
                  {one.number}
                </Td>
                <Td label={t('recommendation.text')}>{one.text}</Td>
                <Td label={t('recommendation.post')}>{one.post?.title ?? '—'}</Td>
                <Td label={t('recommendation.state')} style={{ whiteSpace: 'nowrap' }}>
                  <State tone={TONES[one.state]}>{t(`vocabulary.recommendationState.${one.state}`)}</State>
                </Td>
                <Td label={t('recommendation.answer')}>
                  {[one.answeredOn, one.answer].filter(Boolean).join(' ') || '—'}
                </Td>
                {may && (
                  <RowVerbs
                    onChange={() => setOpened({ one })}
                    remove={one.removable ? t('recommendation.remove') : null}
                    busy={remove.busy}
                    onRemove={() => void takeBack(one.id)}
                  />
                )}
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <OperationErrors operation={remove} />
      {opened && (
        <RecommendationDialog
          inspection={{ id: inspection.id, bodyId: inspection.body.id }}
          recommendation={opened.one}
          onClose={() => setOpened(null)}
        />
      )}
    </section>
  );
}
