import { bodies, days as demoDays, round } from './content/bodies.ts';
import { findings } from './content/findings.ts';
import { printedWord } from './content/report.ts';
import type { BodyKey, DemoFinding } from './content/types.ts';
import { seedActions } from './actions.ts';
import { seedBeside } from './beside.ts';
import { at, dateOf, deadlineOf } from './days.ts';
import { importOf } from './imports.ts';
import { seedMoney } from './money.ts';
import { seedSignoff } from './signoff.ts';
import { audit, clerkOf, headOf, leaderOf, personOf, secretaryOf } from './stage.ts';
import type { Stage } from './stage.ts';

/** Days on which a body took its findings into the ledger, confirmed the leaders and claimed them. */
const START: Record<BodyKey, { entered: string; confirmed: string; claimed: string }> = {
  qiaoqing: { entered: '2026-06-22', confirmed: '2026-06-29', claimed: '2026-06-30' },
  yuanlin: { entered: '2026-06-23', confirmed: '2026-06-26', claimed: '2026-06-29' },
  tizong: { entered: '2026-11-03', confirmed: '2026-11-09', claimed: '2026-11-10' },
};

/** Every finding with all that hangs on it, body by body. */
export function seedFindings(stage: Stage): void {
  for (const { key } of bodies) {
    for (const finding of findings[key]) {
      seedFinding(stage, key, finding);
      seedActions(stage, key, finding);
      seedMoney(stage, key, finding);
      seedBeside(stage, key, finding);
      seedSignoff(stage, key, finding);
      seedStart(stage, key, finding);
    }
  }
}

/** The deadline with the rule that gave it and what that rule counted; what is only recorded has none. */
function dueOf(finding: DemoFinding, today: Stage['today']) {
  if (finding.state === 'RECORDED') return {};
  const { dueOn, kind: dueKind, text: dueText, rule: dueRule } = deadlineOf(finding, today);
  const counted =
    dueRule === 'CONCENTRATED_MONTHS' ? { dueAmount: 6, dueUnit: 'MONTH', dueFrom: dateOf(demoDays.feedback) } : {};
  return { dueOn: dueOn ? dateOf(dueOn) : null, dueKind, dueText, dueRule, ...counted };
}

function seedFinding(stage: Stage, body: BodyKey, finding: DemoFinding): void {
  const { rows, id, today } = stage;
  const recorded = finding.state === 'RECORDED';
  const { continuing } = finding;
  rows.findings.push({
    id: id(`finding:${body}:${finding.no}`),
    inspectionId: id(`inspection:${body}`),
    bodyId: id(`body:${body}`),
    seq: finding.no,
    refNo: `${round.year}-${round.number}-${bodies.find((one) => one.key === body)!.shortName}-${finding.no}`,
    printedNumber: `${finding.no}.`,
    aspectId: finding.aspect ? id(`aspect:${body}:${finding.aspect}`) : null,
    remediationType: finding.class,
    title: finding.text.split('。')[0]!,
    description: finding.text,
    state: finding.state,
    ...resultOf(finding),
    ...dueOf(finding, today),
    continuingReason: continuing?.reason ?? null,
    continuingTarget: continuing?.target ?? null,
    nextReviewOn: continuing ? dateOf(continuing.nextReview) : null,
    ...peopleOf(stage, body, finding),
    ...returnOf(finding),
    closedAt: finding.state === 'CLOSED' ? at(finding.signedOn!.at(-1)!, '16:30') : null,
    remark: remarkOf(finding),
    ...importOf(stage, body, finding),
    createdAt: at(START[body].entered, '09:30'),
    updatedAt: at(lastDay(body, finding), '17:00'),
    updatedByName: recorded ? clerkOf(body).name : personOf(finding.handler).name,
  });
  seedParts(stage, body, finding);
}

/** Supporting departments, recused persons and points. */
function seedParts({ rows, id }: Stage, body: BodyKey, finding: DemoFinding): void {
  const findingId = id(`finding:${body}:${finding.no}`);
  for (const key of finding.state === 'RECORDED' ? [] : (finding.co ?? [])) {
    rows.supporting.push({ findingId, departmentId: id(`department:${body}:${key}`) });
  }
  for (const key of finding.subjects ?? []) rows.subjects.push({ findingId, personId: id(`person:${key}`) });
  finding.points.forEach(({ text, outcome, note }, index) =>
    rows.points.push({
      id: id(`point:${body}:${finding.no}:${index + 1}`),
      findingId,
      ordinal: index + 1,
      text,
      outcome: outcome ?? null,
      outcomeNote: note ?? null,
    }),
  );
}

function resultOf(finding: DemoFinding) {
  if (finding.state === 'RECORDED') return { result: finding.printed!, resultText: printedWord(finding) };
  if (finding.state === 'CLOSED') return { result: 'COMPLETED' as const, resultText: printedWord(finding) };
  if (finding.state === 'CONTINUING') return { result: 'ONGOING' as const, resultText: printedWord(finding) };
  return { result: 'UNKNOWN' as const, resultText: null };
}

function peopleOf({ id }: Stage, body: BodyKey, finding: DemoFinding) {
  if (finding.state === 'RECORDED') return {};
  const claimed = finding.state !== 'UNCLAIMED';
  return {
    leaderPostId: id(`post:${leaderOf(body, finding.leader).key}`),
    leaderConfirmedAt: at(START[body].confirmed, '15:00'),
    leadDepartmentId: id(`department:${body}:${finding.lead}`),
    handlerId: claimed ? id(`person:${finding.handler}`) : null,
    claimedAt: claimed ? at(START[body].claimed, '09:00') : null,
  };
}

/** The reason of a return stands on the finding only until it is submitted again. */
function returnOf(finding: DemoFinding) {
  const { returned } = finding;
  if (!returned || finding.state !== 'RECTIFYING') return {};
  return {
    returnReason: returned.reason,
    returnedAt: at(returned.date, '16:20'),
    returnedByName: personOf(returned.by).name,
  };
}

function remarkOf(finding: DemoFinding): string | null {
  return finding.repeatOf ? `屡改屡犯：${finding.repeatOf}。` : null;
}

/** The last day on which anything happened to the finding. */
function lastDay(body: BodyKey, finding: DemoFinding): string {
  const pieces = finding.actions.flatMap((action) => action.evidence);
  const dated = pieces.flatMap((piece) => (piece.kind === 'SHARED' ? [] : [piece.date]));
  const { signedOn = [], returned, instruction } = finding;
  const all = [
    START[body].entered,
    ...dated,
    ...signedOn,
    ...(returned ? [returned.date] : []),
    instruction?.date ?? '',
  ];
  return all.sort().at(-1)!;
}

/** How the finding came into work: entered, leader confirmed, claimed; and what the secretary wrote on it. */
function seedStart(stage: Stage, body: BodyKey, finding: DemoFinding): void {
  const { rows, id } = stage;
  const findingId = id(`finding:${body}:${finding.no}`);
  const { entered, confirmed, claimed } = START[body];
  const on = { body, type: 'Finding', id: findingId };
  audit(stage, { ...on, at: at(entered, '09:30'), by: clerkOf(body), verb: 'createFinding' });
  if (finding.state === 'RECORDED') return;
  if (body === 'tizong') audit(stage, { ...on, at: at(entered, '15:00'), by: clerkOf(body), verb: 'takeOver' });
  const secretary = secretaryOf(body);
  audit(stage, { ...on, at: at(confirmed, '15:00'), by: secretary, verb: 'confirmLeader' });
  if (finding.state !== 'UNCLAIMED') {
    audit(stage, {
      ...on,
      at: at(claimed, '09:00'),
      by: headOf(body, finding.lead),
      verb: 'claim',
      after: { state: 'RECTIFYING' },
    });
  }
  const { instruction } = finding;
  if (!instruction) return;
  const written = {
    at: at(instruction.date, '08:40'),
    byId: id(`person:${secretary.key}`),
    byName: secretary.name,
    byPost: secretary.post,
  };
  rows.instructions.push({
    id: id(`instruction:${body}:${finding.no}`),
    findingId,
    text: instruction.text,
    ...written,
  });
  audit(stage, { ...on, at: written.at, by: secretary, verb: 'instruct', after: { text: instruction.text } });
}
