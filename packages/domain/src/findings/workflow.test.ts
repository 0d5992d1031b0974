import { describe, expect, test } from 'vitest';
import { readyFacts, waitingAt } from '../../test/facts.ts';
import { EVERYONE, ME, ROLE_OF, fullGrant, viewerWith, type Who } from '../../test/people.ts';
import { cell, readTable, words, type Line } from '../../test/tables.ts';
import { WORKFLOW } from '../../test/workflow.table.ts';
import { MATRIX } from '../access/matrix.ts';
import { FINDING_VERBS, type FindingVerb } from '../access/verbs.ts';
import { FINDING_STATES, type FindingState, type SignoffStepKind } from '../vocabulary.ts';
import type { FindingFacts } from './facts.ts';
import { MOVES, judge, transitionsOf, viewerCan, type Transition } from './workflow.ts';

const TABLE = readTable(WORKFLOW);
const STEP_OF: Partial<Record<Who, SignoffStepKind>> = {
  head: 'DEPARTMENT_HEAD',
  leader: 'LEADER',
  clerk: 'CLERK_CHECK',
};
const CHAIN_VERBS: readonly string[] = ['sign', 'recordPaperSignature', 'recordResolution'];

/** Reached by every grant at once, so that only role, verb and state decide. */
const asking = (who: Who) => viewerWith(fullGrant(ROLE_OF[who], { reachedBodyIds: ['own-body'] }));

/** A finding with nothing missing; in review it waits at the step that this verb of this role is about. */
function factsFor(who: Who, verb: FindingVerb, state: FindingState): FindingFacts {
  const holders = { CLERK_CHECK: [ME], DEPARTMENT_HEAD: [ME], LEADER: [ME], SECRETARY: [ME], OFFICE: [ME] };
  if (verb === 'confirmLeader') return readyFacts({ state, holders, leaderConfirmed: false });
  if (verb === 'withdrawExtension' || verb === 'decideExtension') {
    const pending = { id: 'request', requestedById: 'worker', approver: 'SECRETARY' as const };
    return readyFacts({ state, holders, extension: { pending, granted: 0, cap: 2 } });
  }
  if (verb === 'reviewSubmission') {
    const pending = state === 'IN_REVIEW' ? waitingAt('OFFICE', ['w', 'x', 'y', 'z']) : null;
    return readyFacts({ state, holders, openToOffice: true, pending });
  }
  if (state !== 'IN_REVIEW') return readyFacts({ state, holders });
  if (verb === 'withdraw')
    return readyFacts({ state, holders, pending: waitingAt('CLERK_CHECK', [], { submittedById: ME }) });
  if (verb === 'recordPaperSignature')
    return readyFacts({ state, holders: { ...holders, LEADER: ['leader'] }, pending: waitingAt('LEADER', ['x', 'y']) });
  const at = verb === 'recordResolution' ? 'SECRETARY' : (STEP_OF[who] ?? 'SECRETARY');
  return readyFacts({ state, holders, pending: waitingAt(at, ['x', 'y', 'z']) });
}

interface Seen {
  verb: FindingVerb;
  who: Who;
  state: FindingState;
  transition: Transition;
}
const SEEN: Seen[] = FINDING_VERBS.flatMap((verb) =>
  EVERYONE.flatMap((who) =>
    FINDING_STATES.map((state) => ({
      verb,
      who,
      state,
      transition: judge(asking(who), verb, factsFor(who, verb, state)),
    })),
  ),
);

/** What a cell of the table says about one answer, in the table's own words. */
function inWords({ verb, state, transition }: Seen): string {
  if (!transition.allowed) return transition.reason ?? 'refused without a reason';
  if (CHAIN_VERBS.includes(verb)) return ['IN_REVIEW', 'CLOSED'].includes(transition.to) ? 'next' : transition.to;
  return transition.to === state ? '=' : transition.to;
}

function expected(table: Line[], seen: Seen): string {
  const line = table.find((one) => one['verb'] === seen.verb);
  if (line === undefined) return 'no line';
  if (!words(cell(line, 'who')).includes(seen.who)) return 'FORBIDDEN';
  return cell(line, seen.state) === '-' ? 'WRONG_STATE' : cell(line, seen.state);
}

const differences = (table: Line[]): Seen[] => SEEN.filter((seen) => inWords(seen) !== expected(table, seen));
const name = (seen: Seen): string => `${seen.who} ${seen.verb} ${seen.state}`;
const withCell = (line: Line, column: string, value: string): Line[] =>
  TABLE.map((one) => (one === line ? { ...one, [column]: value } : one));

describe('every role × verb × state', () => {
  test('the table has one line for each verb', () => {
    expect(TABLE.map((line) => line['verb'])).toEqual([...FINDING_VERBS]);
    expect(SEEN).toHaveLength(11 * 36 * 6);
  });

  test('every answer is as written', () => {
    expect(differences(TABLE).map((seen) => `${name(seen)}: ${inWords(seen)}, not ${expected(TABLE, seen)}`)).toEqual(
      [],
    );
  });

  test('an answer that is allowed has no reason and misses nothing; one that is refused has a reason', () => {
    for (const { transition } of SEEN) {
      expect(transition.allowed).toBe(transition.reason === null);
      expect(transition.missing).toEqual([]);
    }
  });

  test('transitions and viewerCan, which the console draws, say the same', () => {
    for (const state of FINDING_STATES.filter((one) => one !== 'IN_REVIEW'))
      for (const who of EVERYONE) {
        const facts = factsFor(who, 'editFinding', state);
        const legal = TABLE.filter((line) => cell(line, state) !== '-' && words(cell(line, 'who')).includes(who)).map(
          (line) => line['verb'],
        );
        // nothing was asked for, and the leader is confirmed
        const done = ['withdrawExtension', 'decideExtension', 'confirmLeader'];
        const now = legal.filter((verb) => !done.includes(verb ?? ''));
        expect(viewerCan(asking(who), facts), `${who} in ${state}`).toEqual(now);
        expect(
          transitionsOf(asking(who), facts).map((one) => one.verb),
          `${who} in ${state}`,
        ).toEqual(legal);
      }
  });
});

describe('a planted wrong cell', () => {
  test('each of the 32 × 6 state cells, changed, is reported for exactly its verb, state and people', () => {
    for (const line of TABLE)
      for (const state of FINDING_STATES) {
        const people = words(cell(line, 'who'));
        const found = differences(withCell(line, state, cell(line, state) === '-' ? '=' : '-'));
        expect(found.map(name), `${line['verb']} ${state}`).toEqual(
          EVERYONE.filter((who) => people.includes(who)).map((who) => `${who} ${line['verb']} ${state}`),
        );
      }
  });

  test('each of the 32 × 11 rights, given or taken, is reported for exactly its verb and person', () => {
    for (const line of TABLE)
      for (const who of EVERYONE) {
        const people = words(cell(line, 'who'));
        const flipped = people.includes(who) ? people.filter((one) => one !== who) : [...people, who];
        const found = differences(withCell(line, 'who', flipped.join(' ') || '-'));
        expect(found.map(name), `${line['verb']} ${who}`).toEqual(
          FINDING_STATES.map((state) => `${who} ${line['verb']} ${state}`),
        );
      }
  });

  test('a wrong target is reported', () => {
    const claim = TABLE.find((line) => line['verb'] === 'claim')!;
    expect(differences(withCell(claim, 'UNCLAIMED', 'IN_REVIEW')).map(name)).toEqual(['head claim UNCLAIMED']);
  });
});

describe('the graph', () => {
  const targets = (state: FindingState): FindingState[] =>
    MOVES.filter((move) => move.from.includes(state)).flatMap((move): FindingState[] =>
      move.to === 'chain' ? ['IN_REVIEW', 'CLOSED', 'CONTINUING'] : move.to === 'same' ? [state] : [move.to],
    );
  const reachable = (from: FindingState): Set<FindingState> => {
    const seen = new Set([from]);
    for (const state of seen) for (const next of targets(state)) seen.add(next);
    return seen;
  };

  test('every state is reached from a recorded finding, and all but RECORDED from a new one', () => {
    expect([...reachable('RECORDED')].toSorted()).toEqual([...FINDING_STATES].toSorted());
    expect([...reachable('UNCLAIMED')].toSorted()).toEqual(
      FINDING_STATES.filter((state) => state !== 'RECORDED').toSorted(),
    );
  });

  test('from every state but CLOSED the close-out can still be reached: there is no dead end', () => {
    for (const state of FINDING_STATES) expect(reachable(state).has('CLOSED'), state).toBe(true);
  });

  test('only 重启 leaves CLOSED, and a recorded finding is taken over before anything else is done on it', () => {
    const leaving = (state: FindingState) => MOVES.filter((move) => move.from.includes(state) && move.to !== 'same');
    expect(leaving('CLOSED').map((move) => move.verb)).toEqual(['reopen']);
    expect(leaving('RECORDED').map((move) => move.verb)).toEqual(['takeOver']);
  });

  test('every verb has exactly one move and a row in the matrix that somebody holds', () => {
    expect(MOVES.map((move) => move.verb)).toEqual([...FINDING_VERBS]);
    for (const verb of FINDING_VERBS)
      expect(
        MATRIX[verb].some((scope) => scope !== '-'),
        verb,
      ).toBe(true);
  });

  test('a verb that the workflow does not know is a fault, not a refusal', () => {
    expect(() => judge(asking('clerk'), 'deleteFinding' as FindingVerb, readyFacts())).toThrow(
      'no row in the workflow for deleteFinding',
    );
  });
});
