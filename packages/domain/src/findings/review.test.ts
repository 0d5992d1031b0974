import { describe, expect, test } from 'vitest';
import { action, readyFacts, waitingAt } from '../../test/facts.ts';
import { fullGrant, viewerWith } from '../../test/people.ts';
import { cell, readTable, words } from '../../test/tables.ts';
import { CHAIN_ENDS, WHO_RETURNS } from '../../test/workflow.table.ts';
import type { FindingVerb } from '../access/verbs.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Role, SignoffStepKind, SubmissionPurpose } from '../vocabulary.ts';
import type { FindingFacts, PendingSubmission } from './facts.ts';
import { judge } from './workflow.ts';

const ROLES_OF: Record<string, Role> = {
  worker: 'HANDLER',
  clerk: 'CLERK',
  head: 'DEPARTMENT_HEAD',
  leader: 'LEADER',
  secretary: 'SECRETARY',
};
const person = (name: string): Viewer => ({ ...viewerWith(fullGrant(ROLES_OF[name]!)), personId: name });
const BODY = {
  CLERK_CHECK: ['clerk'],
  DEPARTMENT_HEAD: ['head'],
  LEADER: ['leader'],
  SECRETARY: ['secretary'],
  OFFICE: [],
};
const SIGNER: Record<string, string> = {
  CLERK_CHECK: 'clerk',
  DEPARTMENT_HEAD: 'head',
  LEADER: 'leader',
  SECRETARY: 'secretary',
};

const inReview = (pending: PendingSubmission, change: Partial<FindingFacts> = {}): FindingFacts =>
  readyFacts({ state: 'IN_REVIEW', holders: BODY, pending, ...change });
/** Waits at the step; before a resolution only one signed, else everybody before. */
const at = (kind: SignoffStepKind, purpose: SubmissionPurpose = 'CLOSE_OUT'): PendingSubmission =>
  waitingAt(kind, kind === 'RESOLUTION' ? ['clerk'] : ['clerk', 'head', 'leader'], { purpose });

describe('where a signature leads', () => {
  for (const line of readTable(CHAIN_ENDS))
    for (const verb of ['sign', 'recordPaperSignature', 'recordResolution'] as const) {
      const kind = cell(line, 'step') as SignoffStepKind;
      test(`${verb} at ${kind}: ${cell(line, verb)}`, () => {
        const by = person(verb === 'sign' ? (SIGNER[kind] ?? 'secretary') : 'clerk');
        const [closeOut, continued = closeOut] = cell(line, verb).replace(/[()]/g, '').split(' ');
        const outcome = (purpose: SubmissionPurpose): string => {
          const { allowed, reason, to } = judge(by, verb, inReview(at(kind, purpose)));
          return allowed ? to : reason === 'NOT_YOUR_STEP' ? 'no' : String(reason);
        };
        expect(outcome('CLOSE_OUT')).toBe(closeOut);
        expect(outcome('CONTINUE')).toBe(continued);
      });
    }
});

describe('who returns and who withdraws', () => {
  const allowed = (verb: FindingVerb, pending: PendingSubmission): string[] =>
    Object.keys(ROLES_OF).filter((name) => judge(person(name), verb, inReview(pending)).allowed);
  for (const line of readTable(WHO_RETURNS)) {
    const kind = cell(line, 'step') as SignoffStepKind;
    test(`at ${kind}`, () => {
      expect(allowed('returnFinding', at(kind))).toEqual(words(cell(line, 'returnFinding')));
      expect(allowed('withdraw', waitingAt(kind, []))).toEqual(words(cell(line, 'withdraw, nobody signed')));
      if (kind !== 'CLERK_CHECK')
        expect(allowed('withdraw', at(kind))).toEqual(words(cell(line, 'withdraw, somebody signed')));
    });
  }

  test('only the submitter withdraws, and after a signature he is told why not', () => {
    const submitter = person('worker');
    expect(judge(submitter, 'withdraw', inReview(at('LEADER')))).toMatchObject({
      allowed: false,
      reason: 'ALREADY_REVIEWED',
    });
    expect(judge(person('head'), 'withdraw', inReview(waitingAt('CLERK_CHECK', [])))).toMatchObject({
      reason: 'FORBIDDEN',
    });
  });
});

describe('why a signature is refused', () => {
  const sign = (name: string, pending: PendingSubmission, change: Partial<FindingFacts> = {}) =>
    judge(person(name), 'sign', inReview(pending, change)).reason;

  test('not the own step, the own submission, the own case, the second time', () => {
    expect(sign('secretary', at('LEADER'))).toBe('NOT_YOUR_STEP');
    const twoLeaders = { ...BODY, LEADER: ['leader', 'second'] };
    expect(sign('leader', { ...at('LEADER'), submittedById: 'leader' }, { holders: twoLeaders })).toBe(
      'OWN_SUBMISSION',
    );
    expect(sign('leader', at('LEADER'), { holders: twoLeaders, subjectIds: ['leader'] })).toBe('RECUSED');
    const headLeadsToo = { ...BODY, LEADER: ['head', 'leader'] };
    expect(sign('head', at('LEADER'), { holders: headLeadsToo })).toBe('ALREADY_SIGNED');
    expect(sign('leader', at('LEADER'), { holders: headLeadsToo })).toBe(null);
    expect(sign('worker', at('LEADER'))).toBe('FORBIDDEN');
  });

  test('a step whose only holder became the submitter or the subject does not hold the chain up', () => {
    expect(sign('secretary', { ...at('LEADER'), submittedById: 'leader' })).toBe(null);
    expect(sign('secretary', at('LEADER'), { subjectIds: ['leader'] })).toBe(null);
  });

  test('the subject does not record the signatures or the meeting’s return under his own finding either', () => {
    const own = (name: string, verb: FindingVerb, kind: SignoffStepKind) =>
      judge(person(name), verb, inReview(at(kind), { subjectIds: [name] })).reason;
    expect(own('secretary', 'recordResolution', 'RESOLUTION')).toBe('RECUSED');
    expect(own('secretary', 'recordResolution', 'SECRETARY')).toBe('RECUSED');
    expect(own('secretary', 'returnFinding', 'RESOLUTION')).toBe('RECUSED');
    expect(own('clerk', 'recordPaperSignature', 'LEADER')).toBe('RECUSED');
    expect(
      judge(person('clerk'), 'recordResolution', inReview(at('RESOLUTION'), { subjectIds: ['secretary'] })).reason,
    ).toBe(null);
  });

  test('without a waiting submission nothing can be signed or returned', () => {
    const broken = readyFacts({ state: 'IN_REVIEW', holders: BODY, pending: null });
    for (const verb of ['sign', 'returnFinding', 'recordPaperSignature', 'recordResolution'] as const)
      expect(judge(person('clerk'), verb, broken)).toMatchObject({
        allowed: false,
        reason: 'WRONG_STATE',
        to: verb === 'returnFinding' ? 'RECTIFYING' : 'IN_REVIEW',
      });
  });

  test('an account without a person signs nothing', () => {
    const nameless = { ...person('leader'), personId: null };
    expect(judge(nameless, 'sign', inReview(at('LEADER'))).reason).toBe('NOT_YOUR_STEP');
  });
});

describe('to close, the evidence must be accepted', () => {
  const unaccepted = [
    action(1, { pieces: [{ kind: 'FILE', acceptance: 'PENDING' }] }),
    action(2, { state: 'DROPPED', pieces: [] }),
  ];
  const missing = [{ code: 'EVIDENCE_ACCEPTED', subject: '1', count: null }];
  const last = (change: Partial<FindingFacts> = {}): FindingFacts =>
    inReview(at('SECRETARY'), { actions: unaccepted, ...change });

  test.each([
    ['sign', 'secretary'],
    ['recordPaperSignature', 'clerk'],
    ['recordResolution', 'secretary'],
  ] as const)('%s as the last signature waits for it and names the action', (verb, by) => {
    expect(judge(person(by), verb, last())).toMatchObject({ allowed: false, reason: 'MISSING', missing, to: 'CLOSED' });
  });

  test('an earlier signature, a return and a continuation do not wait for it', () => {
    expect(judge(person('leader'), 'sign', inReview(at('LEADER'), { actions: unaccepted })).allowed).toBe(true);
    expect(judge(person('secretary'), 'returnFinding', last()).allowed).toBe(true);
    expect(
      judge(person('secretary'), 'sign', inReview(at('SECRETARY', 'CONTINUE'), { actions: unaccepted })).allowed,
    ).toBe(true);
  });

  test('a paper signature that skips the rest of the chain closes too: the leader is the secretary', () => {
    const holders = { ...BODY, LEADER: ['secretary'] };
    const paper = (actions = unaccepted) =>
      judge(person('clerk'), 'recordPaperSignature', inReview(at('LEADER'), { holders, actions }));
    expect(paper()).toMatchObject({ allowed: false, reason: 'MISSING', missing, to: 'CLOSED' });
    expect(paper([action(1)])).toMatchObject({ allowed: true, to: 'CLOSED' });
    // Where one of two possible signers would close it, the gate is asked: which of them signed is only known afterwards.
    holders.LEADER = ['second leader', 'secretary'];
    expect(paper()).toMatchObject({ allowed: false, reason: 'MISSING', missing, to: 'CLOSED' });
  });

  test('nobody can be recorded as having signed on paper where nobody may sign', () => {
    const gone = inReview(at('LEADER'), { holders: { ...BODY, LEADER: [] } });
    expect(judge(person('clerk'), 'recordPaperSignature', gone).reason).toBe('NOT_YOUR_STEP');
  });
});

describe('what the other verbs need first', () => {
  const unassigned = { state: 'UNCLAIMED', leadDepartmentId: null, leaderPostId: null } as const;
  const clerkAndAll = viewerWith(fullGrant('SECRETARY'), fullGrant('CLERK'), fullGrant('DEPARTMENT_HEAD'));
  const codes = (verb: FindingVerb, change: Partial<FindingFacts>) =>
    judge(clerkAndAll, verb, readyFacts(change)).missing.map((one) => one.code);

  test('a leader is confirmed only once one is named', () => {
    expect(codes('confirmLeader', { ...unassigned, leaderConfirmed: false })).toEqual(['LEADER']);
    expect(codes('confirmLeader', { state: 'UNCLAIMED', leaderConfirmed: false })).toEqual([]);
  });

  test('a finding without lead department cannot be claimed by anybody', () => {
    expect(judge(clerkAndAll, 'claim', readyFacts(unassigned))).toMatchObject({ allowed: false, reason: 'FORBIDDEN' });
  });

  test('submitting names everything that the gate misses', () => {
    expect(codes('submit', { actions: [], points: [{ ordinal: 3, outcome: null }] })).toEqual([
      'ACTIONS',
      'POINT_OUTCOME',
    ]);
    expect(judge(clerkAndAll, 'submit', readyFacts({ actions: [] }))).toMatchObject({
      reason: 'MISSING',
      to: 'IN_REVIEW',
    });
    expect(codes('submitForContinuation', { actions: [], leaderConfirmed: false })).toEqual(['LEADER_CONFIRMATION']);
  });
});
