import { describe, expect, test } from 'vitest';
import { action, readyFacts, sum, waitingAt } from '../../test/facts.ts';
import { EVERYONE, ME, ROLE_OF, fullGrant, viewerWith } from '../../test/people.ts';
import { FINDING_VERBS } from '../access/verbs.ts';
import { FINDING_STATES, type FindingState } from '../vocabulary.ts';
import { statesAsking, type FactPart } from './asked.ts';
import type { FindingFacts } from './facts.ts';
import { judge } from './workflow.ts';

/** The facts without a part, as a page that did not load it has them. */
const WITHOUT: Record<FactPart, (facts: FindingFacts) => FindingFacts> = {
  proof: (facts) => ({ ...facts, actions: facts.actions.map((one) => ({ ...one, pieces: [] })) }),
  points: (facts) => ({ ...facts, points: [] }),
  sums: (facts) => ({ ...facts, sums: [] }),
  extension: (facts) => ({ ...facts, extension: { ...facts.extension, pending: null, granted: 0 } }),
  holders: (facts) => ({
    ...facts,
    holders: { CLERK_CHECK: [], DEPARTMENT_HEAD: [], LEADER: [], SECRETARY: [], OFFICE: [] },
  }),
  pending: (facts) => ({ ...facts, pending: null }),
  subjects: (facts) => ({ ...facts, subjectIds: [] }),
  deputies: (facts) => ({ ...facts, deputies: [] }),
};
const PARTS = Object.keys(WITHOUT) as FactPart[];

const VIEWERS = EVERYONE.map((who) => viewerWith(fullGrant(ROLE_OF[who], { reachedBodyIds: ['own-body'] })));
const HOLDERS = { CLERK_CHECK: [ME], DEPARTMENT_HEAD: [ME], LEADER: ['leader'], SECRETARY: [ME], OFFICE: [ME] };

/** Findings of a state between which every part, taken away, makes a difference where it is asked. */
function findingsIn(state: FindingState): FindingFacts[] {
  const of = (change: Partial<FindingFacts>): FindingFacts => readyFacts({ state, holders: HOLDERS, ...change });
  const asked = { id: 'request', requestedById: 'worker', approver: 'SECRETARY' as const };
  const findings = [
    of({}),
    of({ points: [{ ordinal: 1, outcome: null }] }),
    of({ sums: [sum('A', { disposition: null })] }),
    of({ actions: [action(1, { pieces: [{ kind: 'FILE', acceptance: 'PENDING' }] })] }),
    of({ extension: { pending: asked, granted: 0, cap: 2 } }),
    of({ extension: { pending: null, granted: 2, cap: 2 } }),
  ];
  if (state !== 'IN_REVIEW') return findings;
  const waiting = (['DEPARTMENT_HEAD', 'LEADER', 'SECRETARY', 'RESOLUTION'] as const).map((kind) =>
    waitingAt(kind, ['x', 'y']),
  );
  return waiting.flatMap((pending) => [
    ...findings.map((one) => ({ ...one, pending })),
    of({ pending, subjectIds: [ME] }),
    of({ pending, deputies: [{ step: 'LEADER', deputyId: ME, principalId: 'leader' }] }),
  ]);
}

const differs = (part: FactPart, state: FindingState): boolean =>
  findingsIn(state).some((facts) =>
    VIEWERS.some((viewer) =>
      FINDING_VERBS.some(
        (verb) =>
          JSON.stringify(judge(viewer, verb, facts)) !== JSON.stringify(judge(viewer, verb, WITHOUT[part](facts))),
      ),
    ),
  );

describe('a part of the facts is asked in exactly the states in which it makes a difference', () => {
  test.each(PARTS)('%s', (part) => {
    expect(FINDING_STATES.filter((state) => differs(part, state))).toEqual(statesAsking(part));
  });
});
