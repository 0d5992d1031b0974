import { canInBody } from '../access/can.ts';
import type { BodyVerb } from '../access/verbs.ts';
import type { Viewer } from '../access/viewer.ts';
import { daysBetween, type Day } from '../deadlines/calendar.ts';
import { FILING_STATES, type FilingKind, type FilingState } from '../vocabulary.ts';

/** What happens to a filing: GraphQL mutation = operation = entry of the trail. */
export const FILING_VERBS = [
  'prepareFiling',
  'declineFiling',
  'fileFiling',
  'receiveFiling',
  'reviewFiling',
  'returnFiling',
  'acceptFiling',
] as const;
export type FilingVerb = (typeof FILING_VERBS)[number];

/** Where a filing stands: DUE while nothing was prepared, else the state of its latest version. */
export const FILING_STANDINGS = ['DUE', ...FILING_STATES] as const;
export type FilingStanding = (typeof FILING_STANDINGS)[number];

interface Rule {
  /** The right of the matrix. */
  right: BodyVerb;
  from: readonly FilingStanding[];
  /** Null: it stays where it is. */
  to: FilingState | null;
  kinds?: readonly FilingKind[];
}

/**
 * The clerk prepares, as often as he likes until it is filed; the secretary files or declines; the office signs for it,
 * enters what its reviewers say of a plan, returns it with reasons, or accepts it where it is a plan. A returned one is prepared and filed again as the next version.
 */
export const FILING_RULES: Readonly<Record<FilingVerb, Rule>> = {
  prepareFiling: { right: 'prepareFiling', from: ['DUE', 'PREPARED', 'DECLINED', 'RETURNED'], to: 'PREPARED' },
  declineFiling: { right: 'approveFiling', from: ['PREPARED'], to: 'DECLINED' },
  fileFiling: { right: 'approveFiling', from: ['PREPARED'], to: 'FILED' },
  receiveFiling: { right: 'decideFiling', from: ['FILED'], to: 'RECEIVED' },
  reviewFiling: { right: 'decideFiling', from: ['FILED', 'RECEIVED'], to: null, kinds: ['PLAN'] },
  returnFiling: { right: 'decideFiling', from: ['FILED', 'RECEIVED'], to: 'RETURNED' },
  acceptFiling: { right: 'decideFiling', from: ['FILED', 'RECEIVED'], to: 'ACCEPTED', kinds: ['PLAN'] },
};

/** States of a version that the office has: what is not among them stays inside the body. */
export const FILED_STATES = ['FILED', 'RECEIVED', 'RETURNED', 'ACCEPTED'] as const satisfies readonly FilingState[];

export interface FilingFacts {
  bodyId: string;
  kind: FilingKind;
  standing: FilingStanding;
}

export type FilingReason = 'FORBIDDEN' | 'WRONG_STATE' | 'WRONG_KIND';

/** Why this viewer cannot do this to the filing now; null when he can. */
export function whyNotFile(viewer: Viewer, verb: FilingVerb, facts: FilingFacts): FilingReason | null {
  const rule = FILING_RULES[verb];
  if (!canInBody(viewer, rule.right, facts.bodyId)) return 'FORBIDDEN';
  if (rule.kinds !== undefined && !rule.kinds.includes(facts.kind)) return 'WRONG_KIND';
  return rule.from.includes(facts.standing) ? null : 'WRONG_STATE';
}

/** What this viewer can do with the filing now. */
export const filingVerbsOf = (viewer: Viewer, facts: FilingFacts): FilingVerb[] =>
  FILING_VERBS.filter((verb) => whyNotFile(viewer, verb, facts) === null);

/** Whether a filing asks something of its body now: it is under way or came back, or is due within the round's first threshold. */
export function isPressing(standing: FilingStanding, dueOn: Day, today: Day, soonDays: number): boolean {
  if (standing === 'DUE') return daysBetween(today, dueOn) <= soonDays;
  return standing === 'PREPARED' || standing === 'DECLINED' || standing === 'RETURNED';
}
