import type { TFunction } from 'i18next';
import { chineseOrdinal, groupedYuan } from '../../format.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';

const LacksFragment = graphql(`
  fragment Lacks_finding on Finding {
    state
    returned {
      reason
    }
    leader {
      id
    }
    leaderConfirmedAt
    leadDepartment {
      id
    }
    actions(first: 50) {
      edges {
        node {
          id
          ordinal
          state
        }
      }
    }
    points {
      id
      outcome
    }
    sums {
      id
      establishedFen
      disposition
    }
    balance {
      outstandingFen
    }
    transitions {
      verb
      missing {
        code
        subject
      }
    }
    pendingSubmission {
      id
      currentStep {
        id
        kind
        holderNames
      }
    }
  }
`);

/** What still stands between a finding and its close-out, in words, counted from its rows: 缺什么. */
export function lacksOf(t: TFunction, language: string, masked: FragmentType<typeof LacksFragment>): string[] {
  const finding = readFragment(LacksFragment, masked);
  const step = finding.pendingSubmission?.currentStep;
  if (step) {
    const who = step.holderNames.join('、') || t(`vocabulary.signoffStepKind.${step.kind}`);
    return [t('home.lacks.signature', { who })];
  }
  if (finding.state === 'CLOSED' || finding.state === 'CONTINUING') return [];
  const ordinals = (numbers: number[]) => numbers.map((n) => (language === 'zh' ? chineseOrdinal(n) : n)).join('、');
  const actions = finding.actions.edges.map((edge) => edge.node);
  const unsettled = actions.filter((each) => each.state === 'PLANNED' || each.state === 'IN_PROGRESS');
  // not counted here: a reader who may not see a restricted talk would take its action for unproven
  const unproven = (finding.transitions.find((each) => each.verb === 'submit')?.missing ?? [])
    .filter((item) => item.code === 'EVIDENCE_PRESENT')
    .map((item) => Number(item.subject));
  const points = finding.points.filter((point) => point.outcome === null).length;
  const undecided = finding.sums.filter((sum) => sum.disposition === null || sum.disposition === 'UNDECIDED').length;
  return [
    !finding.leadDepartment && t('home.lacks.department'),
    !finding.leader && t('home.lacks.leader'),
    finding.leader && !finding.leaderConfirmedAt && t('home.lacks.confirmation'),
    finding.state === 'UNCLAIMED' && finding.leadDepartment && t('home.lacks.claim'),
    finding.returned && t('home.lacks.answer'),
    finding.state !== 'UNCLAIMED' && actions.length === 0 && t('home.lacks.actions'),
    finding.state !== 'UNCLAIMED' &&
      unsettled.length > 0 &&
      t('home.lacks.unsettled', { ordinals: ordinals(unsettled.map((each) => each.ordinal)) }),
    unproven.length > 0 && t('home.lacks.evidence', { ordinals: ordinals(unproven) }),
    finding.state !== 'UNCLAIMED' && points > 0 && t('home.lacks.points', { count: points }),
    undecided > 0 && t('home.lacks.disposition', { count: undecided }),
    finding.balance.outstandingFen !== '0' &&
      t('home.lacks.outstanding', { figure: groupedYuan(finding.balance.outstandingFen) }),
  ].filter((words): words is string => Boolean(words));
}
