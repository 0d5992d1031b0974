import { DEFAULT_SETTINGS, nextAfterSignature, startChain } from '@closeout/domain';
import type { ChainStep, StepHolders } from '@closeout/domain';
import type { BodyKey, DemoFinding } from './content/types.ts';
import { at, dateOf } from './days.ts';
import { attach } from './evidence.ts';
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
  };
}

function seedAttempt(stage: Stage, body: BodyKey, finding: DemoFinding, attempt: Attempt): void {
  const { rows, id } = stage;
  const submitter = personOf(finding.submittedBy ?? finding.handler);
  const people = { holders: holdersOf(body, finding), subjectIds: finding.subjects ?? [] };
  const [submittedDay, ...days] = attempt.signedOn;
  const submittedAt = at(submittedDay!, '09:20');
  const signatures = new Map<number, Signature>();
  const reached = new Map<number, Date>();
  let steps = startChain(DEFAULT_SETTINGS.chain, submitter.key, people);
  noteReached(steps, reached, submittedAt);
  days.forEach((day, index) => {
    const current = steps.find((step) => step.state === 'CURRENT')!;
    const byResolution =
      current.kind === 'RESOLUTION' || (current.kind === 'SECRETARY' && finding.byResolution === true);
    const signer = byResolution || current.kind === 'RESOLUTION' ? null : people.holders[current.kind][0]!;
    const time = `${10 + index * 2}:30`;
    signatures.set(current.ordinal, { day, time, signer });
    steps = nextAfterSignature({ submittedById: submitter.key, steps }, people, signer).steps;
    noteReached(steps, reached, at(day, time));
  });
  const submissionId = id(`submission:${body}:${finding.no}:${attempt.number}`);
  const waiting = steps.some((step) => step.state === 'CURRENT');
  const outcome = attempt.returned ? 'RETURNED' : waiting ? 'PENDING' : 'APPROVED';
  const decidedOn = attempt.returned?.date ?? attempt.signedOn.at(-1)!;
  const { continuing } = finding;
  rows.submissions.push({
    id: submissionId,
    findingId: id(`finding:${body}:${finding.no}`),
    cycle: 1,
    attempt: attempt.number,
    purpose: continuing ? 'CONTINUE' : 'CLOSE_OUT',
    outcome,
    statement: attempt.statement,
    reason: continuing?.reason ?? null,
    target: continuing?.target ?? null,
    nextReviewOn: continuing ? dateOf(continuing.nextReview) : null,
    submittedById: id(`person:${submitter.key}`),
    submittedByName: submitter.name,
    submittedByPost: submitter.post,
    submittedAt,
    decidedAt: outcome === 'PENDING' ? null : at(decidedOn, '16:30'),
  });
  const verb = continuing ? 'submitForContinuation' : 'submit';
  auditFinding(stage, body, finding, submittedAt, submitter.key, verb, { state: 'IN_REVIEW', attempt: attempt.number });
  for (const step of steps) {
    seedStep(
      stage,
      body,
      finding,
      attempt,
      submissionId,
      step,
      signatures.get(step.ordinal),
      reached.get(step.ordinal) ?? null,
    );
  }
}

function noteReached(steps: ChainStep[], reached: Map<number, Date>, when: Date): void {
  const current = steps.find((step) => step.state === 'CURRENT');
  if (current && !reached.has(current.ordinal)) reached.set(current.ordinal, when);
}

const OPINIONS = ['佐证齐全，同意上报。', '账据相符，同意。', '同意销号，注意巩固。'];

function seedStep(
  stage: Stage,
  body: BodyKey,
  finding: DemoFinding,
  attempt: Attempt,
  submissionId: string,
  step: ChainStep,
  signature: Signature | undefined,
  reachedAt: Date | null,
): void {
  const { id, rows } = stage;
  const base = {
    id: id(`step:${submissionId}:${step.ordinal}`),
    submissionId,
    ordinal: step.ordinal,
    kind: step.kind,
    reachedAt,
  };
  const { returned } = attempt;
  if (returned && step.state === 'CURRENT') {
    const by = personOf(returned.by);
    const signedAt = at(returned.date, '16:20');
    const signer = { signerId: id(`person:${by.key}`), signerName: by.name, signerPost: by.post };
    rows.steps.push({ ...base, state: 'RETURNED', ...signer, opinion: returned.reason, signedAt });
    auditFinding(stage, body, finding, signedAt, by.key, 'returnFinding', { state: 'RECTIFYING' }, returned.reason);
    return;
  }
  if (!signature) {
    rows.steps.push({ ...base, state: step.state, skipReason: step.skipReason });
    return;
  }
  const signedAt = at(signature.day, signature.time);
  const last = step.kind === 'SECRETARY' || step.kind === 'RESOLUTION';
  if (!signature.signer) {
    const clerk = clerkOf(body);
    const resolutionId = resolutionOf(stage, body, signature.day);
    rows.steps.push({
      ...base,
      state: 'SIGNED',
      signedAt,
      resolutionId,
      opinion: '会议审议通过。',
      recordedByName: clerk.name,
    });
    auditFinding(stage, body, finding, signedAt, clerk.key, 'recordResolution', { state: finding.state });
    return;
  }
  const by = personOf(signature.signer);
  const signer = { signerId: id(`person:${by.key}`), signerName: by.name, signerPost: by.post };
  const opinion =
    finding.continuing && last ? '同意转入持续整改，到期复核。' : OPINIONS[Math.min(step.ordinal, 3) - 1]!;
  rows.steps.push({ ...base, state: 'SIGNED', ...signer, signedAt, opinion });
  const openedAt = new Date(signedAt.getTime() - 6 * 60_000);
  rows.openings.push({ submissionId, accountId: id(`account:${by.key}`), openedAt });
  auditFinding(stage, body, finding, signedAt, by.key, 'sign', { step: step.kind });
}

/** The Party group's resolution of one day: made with its meeting and minutes when the first finding names it. */
function resolutionOf(stage: Stage, body: BodyKey, day: string): string {
  const { id, rows } = stage;
  const resolutionId = id(`resolution:${body}:${day}`);
  if (rows.resolutions.some((row) => row.id === resolutionId)) return resolutionId;
  const clerk = clerkOf(body);
  const meetingId = id(`evidence:resolution:${body}:${day}`);
  const title = '党组会：集体审议整改销号事项';
  const recorded = at(day, '17:30');
  const common = { bodyId: id(`body:${body}`), createdAt: recorded };
  rows.evidence.push({
    ...common,
    id: meetingId,
    inspectionId: id(`inspection:${body}`),
    kind: 'MEETING',
    pieceNumber: `0-0-${day}`,
    title,
    occurredOn: dateOf(day),
    yearSource: 'STATED',
    place: '机关三楼会议室',
    acceptance: 'ACCEPTED',
    acceptedByName: clerk.name,
    acceptedAt: recorded,
    createdById: id(`account:${clerk.key}`),
    createdByName: clerk.name,
    updatedAt: recorded,
  });
  const text = '会议逐项听取整改情况，审阅佐证材料，一致同意所列问题予以销号。';
  const chair = secretaryOf(body).name;
  rows.meetings.push({
    evidenceId: meetingId,
    type: 'PARTY_GROUP',
    chair,
    recorder: clerk.name,
    resolution: text,
    minutesNumber: '〔2026〕18号',
  });
  const scan = stage.scans.pdf(title, [`日期：${day}`, text, '演示样张，内容均为虚构。']);
  const file = { fileName: '党组会议纪要〔2026〕18号.pdf', purpose: 'SCAN' as const, ...scan };
  const attachment = attach(stage, body, clerk, resolutionId, file);
  rows.attachments.push({ ...attachment, evidenceId: meetingId, uploadedAt: recorded });
  const decided = { text, decidedOn: dateOf(day), recordedByName: clerk.name };
  rows.resolutions.push({ ...common, ...decided, id: resolutionId, meetingId, scanId: attachment.id });
  return resolutionId;
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
