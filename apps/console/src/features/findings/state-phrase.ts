import type { TFunction } from 'i18next';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import type { Tone } from '../../ui/State.tsx';

export const StatePhraseFragment = graphql(`
  fragment StatePhrase_finding on Finding {
    state
    result
    resultText
    returned {
      at
    }
    continuation {
      nextReviewOn
    }
    pendingSubmission {
      id
      currentStep {
        id
        kind
      }
    }
  }
`);

/** State and result as one phrase, with the tone that goes with it. */
export function statePhrase(
  t: TFunction,
  masked: FragmentType<typeof StatePhraseFragment>,
): { tone: Tone; words: string } {
  const finding = readFragment(StatePhraseFragment, masked);
  const state = t(`vocabulary.findingState.${finding.state}`);
  const result = finding.resultText ?? t(`vocabulary.result.${finding.result}`);
  const step = finding.pendingSubmission?.currentStep;
  const joined = (more: string) => `${state} · ${more}`;
  switch (finding.state) {
    case 'IN_REVIEW':
      return {
        tone: 'plain',
        words: step ? joined(t('finding.waitsFor', { step: t(`vocabulary.signoffStepKind.${step.kind}`) })) : state,
      };
    case 'RECTIFYING':
      return finding.returned
        ? { tone: 'warn', words: joined(t('finding.returned')) }
        : { tone: 'plain', words: state };
    case 'CONTINUING':
      return {
        tone: 'plain',
        words: finding.continuation
          ? joined(t('finding.reviewOn', { date: finding.continuation.nextReviewOn }))
          : state,
      };
    case 'UNCLAIMED':
      return { tone: 'calm', words: state };
    case 'RECORDED':
      return { tone: 'calm', words: joined(result) };
    case 'CLOSED':
      return { tone: 'ok', words: joined(result) };
  }
}
