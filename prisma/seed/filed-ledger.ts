import {
  completionBasisPoints,
  FINDING_STATES,
  RATE_FORMULA,
  RESULTS,
  SNAPSHOT_SCHEMA,
  type Day,
  type FiledFinding,
  type FilingKind,
  type FilingSnapshot,
} from '@closeout/domain';
import { composeReport } from '@closeout/report';
import { bodies, days, round } from './content/bodies.ts';
import { findings } from './content/findings.ts';
import type { BodyKey, DemoFinding } from './content/types.ts';
import { at, deadlineOf } from './days.ts';
import { leaderOf, personOf } from './stage.ts';

/** Where a finding stood on a day: the demo knows when it was signed. */
function stateOn(finding: DemoFinding, day: Day): 'CLOSED' | 'CONTINUING' | 'RECTIFYING' {
  const signed = finding.signedOn?.at(-1);
  if (signed === undefined || signed > day) return 'RECTIFYING';
  return finding.state === 'CONTINUING' ? 'CONTINUING' : finding.state === 'CLOSED' ? 'CLOSED' : 'RECTIFYING';
}

const RESULT = { CLOSED: 'COMPLETED', CONTINUING: 'ONGOING', RECTIFYING: 'ONGOING' } as const;
const WORDS = { CLOSED: '已整改到位', CONTINUING: '持续整改', RECTIFYING: '正在整改' } as const;

const sum = (fen: readonly bigint[]): string | null =>
  fen.length === 0 ? null : String(fen.reduce((total, one) => total + one, 0n));

/** What came back by the day, dues apart. */
const recoveriesOn = (finding: DemoFinding, day: Day) =>
  (finding.money ?? []).flatMap((one) => one.recoveries ?? []).filter((one) => one.date <= day);

function filedFinding(body: BodyKey, finding: DemoFinding, day: Day, planned: boolean, today: Day): FiledFinding {
  const { departments, aspects, shortName } = bodies.find((one) => one.key === body)!;
  const department = (key: string): string => departments.find((one) => one.key === key)!.name;
  const state = planned ? 'RECTIFYING' : stateOn(finding, day);
  const { dueOn, text } = deadlineOf(finding, today);
  const stated = (finding.money ?? []).flatMap((one) => one.established?.fen ?? one.stated?.fen ?? []);
  const recovered = recoveriesOn(finding, day).filter((one) => one.kind !== 'DUES_BACK_PAYMENT');
  return {
    refNo: `${round.year}-${round.number}-${shortName}-${finding.no}`,
    seq: finding.no,
    aspect: aspects.find((one) => one.key === finding.aspect)?.title ?? null,
    title: finding.text.split('。')[0]!,
    description: finding.text,
    points: finding.points.map((point, index) => ({
      ordinal: index + 1,
      text: point.text,
      outcome: state === 'CLOSED' ? (point.outcome ?? null) : null,
    })),
    remediationType: finding.class,
    target: finding.continuing?.target ?? null,
    leader: leaderOf(body, finding.leader).name,
    leadDepartment: department(finding.lead),
    supportingDepartments: (finding.co ?? []).map(department),
    person: personOf(finding.handler).name,
    deadline: text ?? dueOn,
    dueOn,
    actions: finding.actions.map((action, index) => ({
      ordinal: index + 1,
      text: action.text,
      state: planned ? 'PLANNED' : state === 'CLOSED' ? 'DONE' : 'IN_PROGRESS',
      department: null,
      person: null,
      deadline: null,
      progress: planned || state !== 'CLOSED' ? null : (action.progress ?? null),
      evidence: null,
    })),
    state,
    result: planned ? null : RESULT[state],
    resultText: planned ? null : WORDS[state],
    effect: null,
    statedFen: sum(stated),
    recoveredFen: planned ? null : sum(recovered.map((one) => one.fen)),
    closedOn: state === 'CLOSED' ? finding.signedOn!.at(-1)! : null,
    remark: null,
  };
}

function figuresOf(filed: readonly FiledFinding[]): FilingSnapshot['figures'] {
  const count = (test: (one: FiledFinding) => boolean): number => filed.filter(test).length;
  const closed = count((one) => one.state === 'CLOSED');
  const actions = filed.flatMap((one) => one.actions);
  const recovered = filed.reduce((total, one) => total + BigInt(one.recoveredFen ?? 0), 0n);
  return {
    findings: filed.length,
    closed,
    overdue: 0,
    completed: closed,
    basisPoints: completionBasisPoints(closed, filed.length),
    formula: RATE_FORMULA,
    actions: actions.length,
    settledActions: actions.filter((one) => one.state === 'DONE').length,
    byState: FINDING_STATES.map((state) => ({ state, count: count((one) => one.state === state) })),
    byResult: RESULTS.map((result) => ({ result, count: count((one) => one.result === result) })),
    balance: {
      dueFen: String(recovered),
      recoveredFen: String(recovered),
      waivedFen: '0',
      outstandingFen: '0',
    },
    recovered: [],
  };
}

function reportOf(body: BodyKey, filed: readonly FiledFinding[]): string {
  const { name, team } = bodies.find((one) => one.key === body)!;
  const titles = [...new Set(filed.map((one) => one.aspect))];
  return composeReport({
    title: `${name}关于巡察整改进展情况的报告`,
    body: name,
    kind: '巡察',
    team,
    inspectionStart: days.onSiteFrom,
    inspectionEnd: days.onSiteTo,
    feedbackDate: days.feedback,
    aspects: titles.map((title) => ({
      title: title ?? '立行立改情况',
      findings: filed
        .filter((one) => one.aspect === title)
        .map((one) => ({
          description: one.description ?? one.title,
          actions: one.actions.map((action) => action.progress ?? action.text),
          status: one.result ?? 'UNKNOWN',
          resultText: one.resultText,
        })),
    })),
  });
}

/** The ledger of a body as it was on a day, in the form in which it is filed. A plan has no results; it may leave findings out. */
export function filedLedger(
  body: BodyKey,
  what: { kind: FilingKind; number: number },
  day: Day,
  today: Day,
  change: (filed: FiledFinding) => FiledFinding = (one) => one,
): FilingSnapshot {
  const { name, creditCode, team } = bodies.find((one) => one.key === body)!;
  const planned = what.kind === 'PLAN';
  const filed = findings[body].map((one) => change(filedFinding(body, one, day, planned, today)));
  return {
    schema: SNAPSHOT_SCHEMA,
    ...what,
    planKind: 'MAIN',
    takenAt: at(day, '09:00').toISOString(),
    asOf: day,
    body: name,
    creditCode,
    round: round.name,
    team,
    feedbackOn: days.feedback,
    figures: figuresOf(filed),
    findings: filed,
    report: planned ? null : reportOf(body, filed),
  };
}
