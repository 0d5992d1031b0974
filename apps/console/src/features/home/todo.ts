import type { TFunction } from 'i18next';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import type { FindingVerb, MissingCode, Todo_FindingFragment } from '../../gql/graphql.ts';
import type { Tone } from '../../ui/State.tsx';
import { urgencyWords } from '../ledger/DeadlineCell.tsx';

export const TodoFragment = graphql(`
  fragment Todo_finding on Finding {
    id
    seq
    title
    state
    viewerCan
    transitions {
      verb
      allowed
      reason
      missing {
        code
        subject
        count
      }
    }
    returned {
      at
      byName
      reason
    }
    deadline {
      dueOn
      daysLeft
      urgency
    }
    handler {
      id
      name
    }
    ...Lacks_finding
  }
`);

export type TodoVerb = 'sign' | 'claim' | 'answer' | 'evidence' | 'progress' | 'sum' | 'recovery' | 'point' | 'submit';
export type Todo = {
  finding: Todo_FindingFragment;
  verb: TodoVerb;
  /** Where on the finding's page it is done. */
  hash: string;
  tone: Tone;
  words: string;
  rank: number;
};

const STEPS: readonly {
  code: MissingCode;
  needs: FindingVerb;
  verb: TodoVerb;
  at: (subject?: string | null) => string;
}[] = [
  { code: 'EVIDENCE_PRESENT', needs: 'addEvidence', verb: 'evidence', at: (n) => (n ? `action-${n}` : 'actions') },
  { code: 'ACTION_NOT_SETTLED', needs: 'updateProgress', verb: 'progress', at: (n) => (n ? `action-${n}` : 'actions') },
  { code: 'ACTIONS', needs: 'addAction', verb: 'progress', at: () => 'actions' },
  { code: 'SUM_NOT_ESTABLISHED', needs: 'establishSum', verb: 'sum', at: () => 'points' },
  { code: 'DISPOSITION', needs: 'establishSum', verb: 'sum', at: () => 'points' },
  { code: 'MONEY_OUTSTANDING', needs: 'addRecovery', verb: 'recovery', at: () => 'points' },
  { code: 'POINT_OUTCOME', needs: 'setPointOutcome', verb: 'point', at: () => 'points' },
];

/** The one thing to do next, from what the server allows and what it says is missing; `null` when it is others' turn. */
function nextStep(finding: Todo_FindingFragment): { verb: TodoVerb; hash: string } | null {
  const may = (verb: FindingVerb) => finding.viewerCan.includes(verb);
  if (may('sign')) return { verb: 'sign', hash: '' };
  if (may('claim')) return { verb: 'claim', hash: '' };
  const missing = finding.transitions.find((each) => each.verb === 'submit')?.missing ?? [];
  const step = STEPS.find((each) => may(each.needs) && missing.some((item) => item.code === each.code));
  const hash = step?.at(missing.find((item) => item.code === step.code)?.subject) ?? 'actions';
  if (finding.returned && may('updateProgress')) return { verb: 'answer', hash };
  if (step) return { verb: step.verb, hash };
  return may('submit') ? { verb: 'submit', hash: '' } : null;
}

/** 逾期, 被退回, 临期, 待认领, 缺佐证, then the rest: worst first. */
function standing(t: TFunction, finding: Todo_FindingFragment, verb: TodoVerb): Pick<Todo, 'tone' | 'words' | 'rank'> {
  const pressing = urgencyWords(t, finding.deadline);
  if (pressing?.tone === 'late') return { ...pressing, rank: 0 };
  if (verb === 'answer') return { tone: 'warn', words: t('home.todo.returned'), rank: 1 };
  if (pressing) return { ...pressing, rank: 2 };
  if (verb === 'claim') return { tone: 'calm', words: t('vocabulary.findingState.UNCLAIMED'), rank: 3 };
  if (verb === 'evidence') return { tone: 'calm', words: t('home.todo.noEvidence'), rank: 4 };
  return { tone: 'calm', words: finding.deadline.dueOn ?? t(`vocabulary.findingState.${finding.state}`), rank: 5 };
}

/** What the viewer can do now, one verb per finding, worst first; within a kind the nearest deadline first. */
export function todosOf(t: TFunction, findings: readonly FragmentType<typeof TodoFragment>[]): Todo[] {
  const todos = findings.flatMap((masked) => {
    const finding = readFragment(TodoFragment, masked);
    const step = nextStep(finding);
    return step ? [{ finding, ...step, ...standing(t, finding, step.verb) }] : [];
  });
  const days = (todo: Todo) => todo.finding.deadline.daysLeft ?? 100_000;
  return todos.sort((a, b) => a.rank - b.rank || days(a) - days(b) || a.finding.seq - b.finding.seq);
}
