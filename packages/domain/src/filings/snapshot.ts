import type { Day } from '../deadlines/calendar.ts';
import type {
  ActionState,
  FilingKind,
  FindingState,
  PlanKind,
  PointOutcome,
  RecoveryKind,
  RemediationType,
  Result,
} from '../vocabulary.ts';

/** The version of the form below; a reader of an old file knows by it what to expect. */
export const SNAPSHOT_SCHEMA = 1;

export interface FiledAction {
  ordinal: number;
  text: string;
  state: ActionState;
  department: string | null;
  person: string | null;
  deadline: string | null;
  progress: string | null;
  /** Numbers and titles of its evidence; nothing of restricted pieces. */
  evidence: string | null;
}

/** One finding as it is filed: the columns of the official ledger, and the codes behind its words. */
export interface FiledFinding {
  refNo: string;
  seq: number;
  aspect: string | null;
  title: string;
  description: string | null;
  points: { ordinal: number; text: string; outcome: PointOutcome | null }[];
  remediationType: RemediationType | null;
  target: string | null;
  leader: string | null;
  leadDepartment: string | null;
  supportingDepartments: string[];
  person: string | null;
  deadline: string | null;
  dueOn: Day | null;
  actions: FiledAction[];
  state: FindingState;
  result: Result | null;
  resultText: string | null;
  effect: string | null;
  /** Fen as decimal strings, as everywhere in JSON. */
  statedFen: string | null;
  recoveredFen: string | null;
  closedOn: Day | null;
  remark: string | null;
}

/** The figures of the day, as statistics counted them. */
export interface FiledFigures {
  findings: number;
  closed: number;
  overdue: number;
  completed: number;
  basisPoints: number | null;
  formula: string;
  actions: number;
  settledActions: number;
  byState: { state: FindingState; count: number }[];
  byResult: { result: Result; count: number }[];
  balance: { dueFen: string; recoveredFen: string; waivedFen: string; outstandingFen: string };
  recovered: { kind: RecoveryKind; fen: string; count: number }[];
}

/** What is filed: the ledger of one moment. Its JSON text is kept as it was written, with its SHA-256. */
export interface FilingSnapshot {
  schema: number;
  kind: FilingKind;
  planKind: PlanKind;
  number: number;
  takenAt: string;
  asOf: Day;
  body: string;
  creditCode: string | null;
  round: string;
  team: string | null;
  feedbackOn: Day | null;
  figures: FiledFigures;
  findings: FiledFinding[];
  /** The official report in its words; null where the kind has none. */
  report: string | null;
}

/** One value that differs; each side is null where it was not said. */
export interface FiledChange {
  /** The field's name, for an action with its ordinal: `actions.2.progress`. */
  field: string;
  before: string | null;
  after: string | null;
}

export interface FindingChange {
  refNo: string;
  title: string;
  kind: 'ADDED' | 'REMOVED' | 'CHANGED';
  changes: FiledChange[];
}

export interface FilingComparison {
  figures: FiledChange[];
  findings: FindingChange[];
  reportChanged: boolean;
}

/** Every leaf of a value by its path; list items go by their ordinal, kind, state or result, not by their place. */
function leaves(value: unknown, path: string, into: Map<string, string>): Map<string, string> {
  if (value === null || value === undefined) return into;
  if (Array.isArray(value)) {
    for (const [index, one] of value.entries()) {
      const key = typeof one === 'object' && one !== null ? keyOf(one as Record<string, unknown>) : null;
      leaves(one, `${path}.${key ?? index + 1}`, into);
    }
    return into;
  }
  if (typeof value === 'object') {
    for (const [name, one] of Object.entries(value)) leaves(one, path === '' ? name : `${path}.${name}`, into);
    return into;
  }
  return into.set(path, String(value));
}

const keyOf = (one: Record<string, unknown>): string | null => {
  const key = one['ordinal'] ?? one['state'] ?? one['result'] ?? one['kind'];
  return key === undefined || key === null ? null : String(key as string | number);
};

function changesOf(before: unknown, after: unknown): FiledChange[] {
  const [was, is] = [leaves(before, '', new Map()), leaves(after, '', new Map())];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((field) => {
    const change = { field, before: was.get(field) ?? null, after: is.get(field) ?? null };
    return change.before === change.after ? [] : [change];
  });
}

/** What changed from one filed version to another: findings by their reference number, figures, the report. */
export function compareFilings(before: FilingSnapshot, after: FilingSnapshot): FilingComparison {
  const [was, is] = [before, after].map(({ findings }) => new Map(findings.map((one) => [one.refNo, one])));
  const findings = [...new Set([...was!.keys(), ...is!.keys()])].flatMap((refNo): FindingChange[] => {
    const [old, now] = [was!.get(refNo), is!.get(refNo)];
    const title = (now ?? old)!.title;
    if (old === undefined) return [{ refNo, title, kind: 'ADDED', changes: [] }];
    if (now === undefined) return [{ refNo, title, kind: 'REMOVED', changes: [] }];
    const changes = changesOf(old, now);
    return changes.length === 0 ? [] : [{ refNo, title, kind: 'CHANGED', changes }];
  });
  return {
    figures: changesOf(before.figures, after.figures),
    findings,
    reportChanged: before.report !== after.report,
  };
}
