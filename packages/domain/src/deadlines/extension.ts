import { invalid, type Refusal } from '../errors.ts';
import type { Viewer } from '../access/viewer.ts';
import { addDays, isDay, type Day } from './calendar.ts';

/** Who approves an extension: a setting of the round. */
export const EXTENSION_APPROVERS = ['SECRETARY', 'OFFICE'] as const;
export type ExtensionApprover = (typeof EXTENSION_APPROVERS)[number];

/** LAPSED: the finding was submitted before anybody decided; who submits needs no more time. */
export const EXTENSION_STATES = ['PENDING', 'GRANTED', 'REFUSED', 'WITHDRAWN', 'LAPSED'] as const;
export type ExtensionState = (typeof EXTENSION_STATES)[number];

/** What a round decides about extensions (延期). */
export interface ExtensionSettings {
  /** How many may be granted to one finding in one cycle. */
  cap: number;
  approver: ExtensionApprover;
  /** Calendar days that one extension may add at most; null: as asked. */
  maxDays: number | null;
}

export const DEFAULT_EXTENSION: ExtensionSettings = { cap: 2, approver: 'SECRETARY', maxDays: null };

/**
 * Once the plan is accepted, a due day that was given changes only by an extension; a first one may still be given. Null: it
 * may be changed.
 */
export function deadlineRefusal(planAcceptedOn: Day | null, now: Day | null, wanted: Day | null): Refusal | null {
  if (planAcceptedOn === null || now === null || wanted === now) return null;
  const message = `the plan was accepted on ${planAcceptedOn}: the due day ${now} changes only by an extension`;
  return { code: 'ILLEGAL_TRANSITION', rule: 'deadlines.planAccepted', field: 'dueOn', message };
}

/** What the rules ask of a finding's extensions. */
export interface ExtensionFacts {
  /** The request that waits for its decision; the approver is the one that was in force when it was made. */
  pending: { id: string; requestedById: string; approver: ExtensionApprover } | null;
  /** Granted in the present cycle. */
  granted: number;
  cap: number;
}

export const NO_EXTENSION: ExtensionFacts = { pending: null, granted: 0, cap: DEFAULT_EXTENSION.cap };

export type ExtensionReason =
  'EXTENSION_PENDING' | 'EXTENSION_CAP' | 'NOTHING_REQUESTED' | 'NOT_APPROVER' | 'OWN_SUBMISSION';

/** Why no further extension can be asked for; null when it can. */
export function whyNotRequest(facts: ExtensionFacts): ExtensionReason | null {
  if (facts.pending !== null) return 'EXTENSION_PENDING';
  return facts.granted >= facts.cap ? 'EXTENSION_CAP' : null;
}

/** Why this viewer, as secretary or for the office, cannot decide the request; null when he can: nobody decides his own. */
export function whyNotDecide(facts: ExtensionFacts, as: ExtensionApprover, viewer: Viewer): ExtensionReason | null {
  if (facts.pending === null) return 'NOTHING_REQUESTED';
  if (facts.pending.approver !== as) return 'NOT_APPROVER';
  return facts.pending.requestedById === viewer.personId ? 'OWN_SUBMISSION' : null;
}

/** The new due day of a request: after the present one and after today, within what one extension may add. */
export function readExtensionDay(wanted: string, dueOn: Day, today: Day, maxDays: number | null): Day {
  const refuse = (message: string): never => {
    throw invalid('dueOn', 'deadlines.extensionDay', message);
  };
  if (!isDay(wanted)) return refuse('the new due day is no day of the calendar');
  if (wanted <= dueOn) return refuse(`the new due day must lie after the present one, ${dueOn}`);
  if (wanted <= today) return refuse('the new due day must lie after today');
  const last = maxDays === null ? null : addDays(dueOn, maxDays);
  if (last !== null && wanted > last) return refuse(`one extension adds at most ${maxDays} days: until ${last}`);
  return wanted;
}
