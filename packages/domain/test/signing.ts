import {
  eligibleSigners,
  nextAfterSignature,
  startChain,
  type ChainSettings,
  type ChainStep,
  type FindingFacts,
} from '../src/index.ts';

export type People = Pick<FindingFacts, 'holders' | 'subjectIds' | 'deputies'>;

export interface Play {
  settings: ChainSettings;
  people: People;
  submittedById: string;
  /** A meeting's resolution signs the secretary's step in his place. */
  meetingForSecretary: boolean;
  /** Picks one of those who may sign; the first unless told. */
  pick?: (eligible: string[]) => string;
}

export interface Played {
  /** The chain before each signature and at its end. */
  history: ChainStep[][];
  /** Ended with all signatures; `false`: it waits at a step that nobody may sign. */
  done: boolean;
}

/** Plays a chain to its end with people who sign only where they may. */
export function playChain({
  settings,
  people,
  submittedById,
  meetingForSecretary,
  pick = (all) => all[0]!,
}: Play): Played {
  let steps = startChain(settings, submittedById, people);
  const history = [steps];
  for (let round = 0; round < 20; round += 1) {
    const current = steps.find((step) => step.state === 'CURRENT');
    if (current === undefined) throw new Error('a chain that waits has a current step');
    const byMeeting = current.kind === 'RESOLUTION' || (current.kind === 'SECRETARY' && meetingForSecretary);
    const eligible = eligibleSigners({ submittedById, steps }, people);
    if (!byMeeting && eligible.length === 0) return { history, done: false };
    const next = nextAfterSignature({ submittedById, steps }, people, byMeeting ? null : pick(eligible));
    steps = next.steps;
    history.push(steps);
    if (next.done) return { history, done: true };
  }
  throw new Error('the chain does not end');
}

const SHORT = {
  CLERK_CHECK: 'clerk',
  DEPARTMENT_HEAD: 'head',
  LEADER: 'leader',
  SECRETARY: 'secretary',
  OFFICE: 'office',
  RESOLUTION: 'resolution',
};

/** The chain in the words of the table. */
export const inWords = (steps: readonly ChainStep[]): string =>
  steps
    .map((step) => {
      const end = {
        SIGNED: step.byResolution ? 'meeting' : [step.signerId, step.principalId].filter(Boolean).join('/'),
        SKIPPED: `(${step.skipReason})`,
        WAITING: 'waiting',
        CURRENT: 'current',
        RETURNED: 'returned',
      };
      return `${SHORT[step.kind]}:${end[step.state]}`;
    })
    .join(' ');
