import { DEFAULT_SETTINGS, nextAfterSignature, startChain } from '@closeout/domain';
import type { ChainStep, StepHolders } from '@closeout/domain';
import type { Prisma } from '../generated/client/client.ts';
import type { DemoPerson } from './content/people.ts';
import type { BodyKey, DemoFinding } from './content/types.ts';
import { at, dateOf } from './days.ts';
import { resolutionOf } from './resolution.ts';
import { audit, clerkOf, headOf, leaderOf, personOf, secretaryOf } from './stage.ts';
import type { Stage } from './stage.ts';

interface Attempt {
  number: number;
  signedOn: string[];
  statement: string;
  returned?: { by: string; date: string; reason: string };
}

/** What one signature of the chain added to its step. */
interface Signature {
  day: string;
  time: string;
  signer: string | null;
}

/**
 * The submissions of one finding. The chain is played through by the rules of @closeout/domain, signature by signature, so
 * skipped, recused and countersigned steps come out as the product itself would have made them.
 */
export function seedSignoff(stage: Stage, body: BodyKey, finding: DemoFinding): void {
  const { returned, signedOn = [] } = finding;
  if (returned)
    seedAttempt(stage, body, finding, { number: 1, signedOn: returned.signedOn, statement: words(finding), returned });
  if (signedOn.length === 0) return;
  const number = returned ? 2 : 1;
  seedAttempt(stage, body, finding, { number, signedOn, statement: returned?.answer ?? words(finding) });
}

function words(finding: DemoFinding): string {
  const count = finding.actions.length;
  return finding.continuing
    ? `${count}条措施已见成效，申请转入持续整改。`
    : `${count}条措施全部完成，佐证已上传，提请销号。`;
}

function holdersOf(body: BodyKey, finding: DemoFinding): StepHolders {
  return {
    CLERK_CHECK: [],
    DEPARTMENT_HEAD: [headOf(body, finding.lead).key],
    LEADER: [leaderOf(body, finding.leader).key],
    SECRETARY: [secretaryOf(body).key],
    OFFICE: [],
  };
}

/** How a chain stands after the given days of signature, with what each signature added and since when a step waited. */
interface Played {
  steps: ChainStep[];
  signatures: Map<number, Signature>;
  reached: Map<number, Date>;
}

function playChain(body: BodyKey, finding: DemoFinding, submitter: string, signedOn: string[]): Played {
  const people = { holders: holdersOf(body, finding), subjectIds: finding.subjects ?? [], deputies: [] };
  const [submittedDay, ...days] = signedOn;
  const signatures = new Map<number, Signature>();
  const reached = new Map<number, Date>();
  let steps = startChain(DEFAULT_SETTINGS.chain, submitter, people);
  noteReached(steps, reached, at(submittedDay!, '09:20'));
  days.forEach((day, index) => {
    const current = steps.find((step) => step.state === 'CURRENT')!;
    const byMeeting = current.kind === 'RESOLUTION' || (current.kind === 'SECRETARY' && finding.byResolution);
    const signer = byMeeting || current.kind === 'RESOLUTION' ? null : people.holders[current.kind][0]!;
    const time = `${10 + index * 2}:30`;
    signatures.set(current.ordinal, { day, time, signer });
    steps = nextAfterSignature({ submittedById: submitter, steps }, people, signer).steps;
    noteReached(steps, reached, at(day, time));
  });
  return { steps, signatures, reached };
}

function seedAttempt(stage: Stage, body: BodyKey, finding: DemoFinding, attempt: Attempt): void {
  const { rows, id } = stage;
  const submitter = personOf(finding.submittedBy ?? finding.handler);
  const submittedAt = at(attempt.signedOn[0]!, '09:20');
  const { steps, signatures, reached } = playChain(body, finding, submitter.key, attempt.signedOn);
  const submissionId = id(`submission:${body}:${finding.no}:${attempt.number}`);
  const waiting = steps.some((step) => step.state === 'CURRENT');
  const outcome = attempt.returned ? 'RETURNED' : waiting ? 'PENDING' : 'APPROVED';
  const decidedOn = attempt.returned?.date ?? attempt.signedOn.at(-1)!;
  rows.submissions.push({
    id: submissionId,
    findingId: id(`finding:${body}:${finding.no}`),
    cycle: 1,
    attempt: attempt.number,
    outcome,
    statement: attempt.statement,
    ...purposeOf(finding),
    submittedById: id(`person:${submitter.key}`),
    submittedByName: submitter.name,
    submittedByPost: submitter.post,
    submittedAt,
    decidedAt: outcome === 'PENDING' ? null : at(decidedOn, '16:30'),
  });
  const verb = finding.continuing ? 'submitForContinuation' : 'submit';
  auditFinding(stage, body, finding, submittedAt, submitter.key, verb, { state: 'IN_REVIEW', attempt: attempt.number });
  for (const step of steps) {
    const { ordinal, kind } = step;
    const base = {
      id: id(`step:${submissionId}:${ordinal}`),
      submissionId,
      ordinal,
      kind,
      reachedAt: reached.get(ordinal) ?? null,
    };
    seedStep({ stage, body, finding, base }, attempt, step, signatures.get(ordinal));
  }
}

function purposeOf({ continuing }: DemoFinding) {
  if (!continuing) return { purpose: 'CLOSE_OUT' as const };
  const { reason, target, nextReview } = continuing;
  return { purpose: 'CONTINUE' as const, reason, target, nextReviewOn: dateOf(nextReview) };
}

function noteReached(steps: ChainStep[], reached: Map<number, Date>, when: Date): void {
  const current = steps.find((step) => step.state === 'CURRENT');
  if (current && !reached.has(current.ordinal)) reached.set(current.ordinal, when);
}

const OPINIONS = ['佐证齐全，同意上报。', '账据相符，同意。', '同意销号，注意巩固。'];

/** One step to be written: where it stands and its columns so far. */
interface Place {
  stage: Stage;
  body: BodyKey;
  finding: DemoFinding;
  base: Pick<Prisma.SignoffStepCreateManyInput, 'id' | 'submissionId' | 'ordinal' | 'kind' | 'reachedAt'>;
}

const signerOf = ({ id }: Stage, by: DemoPerson) => ({
  signerId: id(`person:${by.key}`),
  signerName: by.name,
  signerPost: by.post,
});

function seedStep(place: Place, { returned }: Attempt, step: ChainStep, signature: Signature | undefined): void {
  const { stage, body, finding, base } = place;
  if (returned && step.state === 'CURRENT') {
    const by = personOf(returned.by);
    const signedAt = at(returned.date, '16:20');
    stage.rows.steps.push({ ...base, state: 'RETURNED', ...signerOf(stage, by), opinion: returned.reason, signedAt });
    auditFinding(stage, body, finding, signedAt, by.key, 'returnFinding', { state: 'RECTIFYING' }, returned.reason);
  } else if (!signature) {
    stage.rows.steps.push({ ...base, state: step.state, skipReason: step.skipReason });
  } else if (signature.signer) {
    seedSignature(place, personOf(signature.signer), at(signature.day, signature.time));
  } else {
    const clerk = clerkOf(body);
    const signedAt = at(signature.day, signature.time);
    const resolutionId = resolutionOf(stage, body, signature.day);
    const recorded = { resolutionId, opinion: '会议审议通过。', recordedByName: clerk.name };
    stage.rows.steps.push({ ...base, state: 'SIGNED', signedAt, ...recorded });
    auditFinding(stage, body, finding, signedAt, clerk.key, 'recordResolution', { state: finding.state });
  }
}

/** A person's signature: opened first, then signed with an opinion. */
function seedSignature({ stage, body, finding, base }: Place, by: DemoPerson, signedAt: Date): void {
  const last = base.kind === 'SECRETARY' && finding.continuing !== undefined;
  const opinion = last ? '同意转入持续整改，到期复核。' : OPINIONS[Math.min(base.ordinal, 3) - 1]!;
  stage.rows.steps.push({ ...base, state: 'SIGNED', ...signerOf(stage, by), signedAt, opinion });
  const openedAt = new Date(signedAt.getTime() - 6 * 60_000);
  stage.rows.openings.push({ submissionId: base.submissionId, accountId: stage.id(`account:${by.key}`), openedAt });
  auditFinding(stage, body, finding, signedAt, by.key, 'sign', { step: base.kind });
}

function auditFinding(
  stage: Stage,
  body: BodyKey,
  finding: DemoFinding,
  when: Date,
  by: string,
  verb: string,
  after: object,
  reason?: string,
): void {
  const on = { body, type: 'Finding', id: stage.id(`finding:${body}:${finding.no}`) };
  audit(stage, { ...on, at: when, by: personOf(by), verb, after, ...(reason ? { reason } : {}) });
}
