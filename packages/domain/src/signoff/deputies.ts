import { canInBody } from '../access/can.ts';
import type { Viewer } from '../access/viewer.ts';
import { DomainError, invalid } from '../errors.ts';
import { addDays, isDay, type Day } from '../deadlines/calendar.ts';
import type { FindingFacts } from '../findings/facts.ts';
import type { Role, SignoffStepKind } from '../vocabulary.ts';

/** Roles whose signature a deputy (代签) may give; the clerk signs nothing, and the office stands above the body. */
export const DEPUTISED_ROLES = ['DEPARTMENT_HEAD', 'LEADER', 'SECRETARY'] as const;
export type DeputisedRole = (typeof DEPUTISED_ROLES)[number];

/** PROPOSED waits for its confirmation; ENDED was taken back before or within its time. */
export const DEPUTATION_STATES = ['PROPOSED', 'CONFIRMED', 'DECLINED', 'ENDED'] as const;
export type DeputationState = (typeof DEPUTATION_STATES)[number];

/** A person of the body who may sign a step of the finding for one of its holders, today. */
export interface Deputy {
  step: SignoffStepKind;
  deputyId: string;
  principalId: string;
}

/** As whom a person would sign a step: himself (null) first, then each holder whose deputy he is; who holds nothing lends nothing. */
export function capacitiesOf(
  kind: SignoffStepKind,
  holders: readonly string[],
  deputies: FindingFacts['deputies'],
  personId: string,
): (string | null)[] {
  const standsFor = deputies.filter(
    (one) =>
      one.step === kind &&
      one.deputyId === personId &&
      one.principalId !== personId &&
      holders.includes(one.principalId),
  );
  return [...(holders.includes(personId) ? [null] : []), ...standsFor.map((one) => one.principalId)];
}

/** Whose own role lets him stand in: a member of the leadership for one of the leadership, a colleague for a head. */
const MAY_STAND_IN: Record<DeputisedRole, readonly Role[]> = {
  DEPARTMENT_HEAD: ['HANDLER', 'DEPARTMENT_HEAD', 'LEADER'],
  LEADER: ['LEADER', 'SECRETARY'],
  SECRETARY: ['LEADER'],
};

export const isDeputised = (role: Role): role is DeputisedRole => DEPUTISED_ROLES.includes(role as DeputisedRole);

/** Whether somebody with these roles of his own may stand in for a role. */
export const mayStandIn = (role: DeputisedRole, own: readonly Role[]): boolean =>
  MAY_STAND_IN[role].some((one) => own.includes(one));

/** The days from when to when, both inclusive, in which a person is away or stands in. */
export interface Absence {
  principalId: string;
  deputyId: string;
  fromOn: Day;
  toOn: Day;
}

/** What is asked of a new deputation. */
export interface Appointment extends Absence {
  role: DeputisedRole;
  /** Roles that the deputy holds himself in the body, today. */
  deputyRoles: readonly Role[];
  /** Deputations of the body that stand: waiting or confirmed. */
  standing: readonly Absence[];
}

export const DEPUTY_REASONS = ['SAME_PERSON', 'NO_STANDING', 'DEPUTY_AWAY', 'IS_DEPUTY', 'AWAY_ALREADY'] as const;
export type DeputyReason = (typeof DEPUTY_REASONS)[number];

const overlap = (one: Absence, other: Absence): boolean => one.fromOn <= other.toOn && other.fromOn <= one.toOn;

/**
 * Why a deputation cannot be; null when it can. Nobody is away twice in one time, a deputy is not away himself (AB 岗 are never
 * both empty), and who stands in for somebody names no deputy in that time: there is no deputy of a deputy.
 */
export function whyNotAppoint(asked: Appointment): DeputyReason | null {
  if (asked.deputyId === asked.principalId) return 'SAME_PERSON';
  if (!mayStandIn(asked.role, asked.deputyRoles)) return 'NO_STANDING';
  const meanwhile = asked.standing.filter((one) => overlap(one, asked));
  if (meanwhile.some((one) => one.principalId === asked.deputyId)) return 'DEPUTY_AWAY';
  if (meanwhile.some((one) => one.deputyId === asked.principalId)) return 'IS_DEPUTY';
  return meanwhile.some((one) => one.principalId === asked.principalId) ? 'AWAY_ALREADY' : null;
}

const REFUSALS: Record<DeputyReason, { rule: string; field: string; message: string }> = {
  SAME_PERSON: { rule: 'signoff.deputySelf', field: 'deputyId', message: 'nobody is his own deputy' },
  NO_STANDING: {
    rule: 'signoff.deputyStanding',
    field: 'deputyId',
    message: 'this person’s own role does not let him stand in for that post',
  },
  DEPUTY_AWAY: {
    rule: 'signoff.deputyAway',
    field: 'deputyId',
    message: 'this person is away himself in that time and has a deputy',
  },
  IS_DEPUTY: {
    rule: 'signoff.deputyOfDeputy',
    field: 'fromOn',
    message: 'who stands in for somebody in that time cannot have a deputy',
  },
  AWAY_ALREADY: {
    rule: 'signoff.deputyTwice',
    field: 'fromOn',
    message: 'there is a deputy for that time already: end that one first',
  },
};

/** Refuses a deputation that cannot be, in words that name the field. */
export function demandAppointment(asked: Appointment): void {
  const reason = whyNotAppoint(asked);
  if (reason !== null) throw new DomainError({ code: 'INVALID', ...REFUSALS[reason], params: { reason } });
}

/** The longest time that one deputation covers; whoever is away longer hands over. */
export const DEPUTATION_DAYS = 183;

/** The period of a deputation: not begun in the past, not longer than half a year. */
export function readPeriod(fromOn: string, toOn: string, today: Day): { fromOn: Day; toOn: Day } {
  if (!isDay(fromOn) || fromOn < today)
    throw invalid('fromOn', 'signoff.deputyFrom', 'the first day is today or later: nobody signs for the past');
  if (!isDay(toOn) || toOn < fromOn)
    throw invalid('toOn', 'signoff.deputyTo', 'the last day is the first one or later');
  const last = addDays(fromOn, DEPUTATION_DAYS - 1);
  if (toOn > last)
    throw invalid('toOn', 'signoff.deputyLong', `a deputation ends on ${last} at the latest: after that, hand over`);
  return { fromOn, toOn };
}

/** Who confirms: the secretary; of what the secretary himself appointed, the deputy, so that two people stand behind each. */
export const confirmerOf = (appointedBySecretary: boolean): 'SECRETARY' | 'DEPUTY' =>
  appointedBySecretary ? 'DEPUTY' : 'SECRETARY';

/** One deputation, as far as its own verbs are concerned. */
export interface DeputationFacts {
  bodyId: string;
  principalId: string;
  deputyId: string;
  appointedById: string;
  appointedBySecretary: boolean;
  state: DeputationState;
  toOn: Day;
}

export type DeputationRefusal = 'FORBIDDEN' | 'WRONG_STATE' | 'OVER';

const standing = (facts: DeputationFacts, today: Day, states: readonly DeputationState[]): DeputationRefusal | null => {
  if (!states.includes(facts.state)) return 'WRONG_STATE';
  return facts.toOn < today ? 'OVER' : null;
};

/** Why this viewer cannot confirm or decline it; null when he can. Nobody confirms what he appointed. */
export function whyNotConfirm(viewer: Viewer, facts: DeputationFacts, today: Day): DeputationRefusal | null {
  const may =
    confirmerOf(facts.appointedBySecretary) === 'DEPUTY'
      ? viewer.personId === facts.deputyId
      : canInBody(viewer, 'confirmDeputy', facts.bodyId) && viewer.personId !== facts.appointedById;
  return may ? standing(facts, today, ['PROPOSED']) : 'FORBIDDEN';
}

/** Why this viewer cannot end it; null when he can: the two people it is about, who appointed, and the secretary. */
export function whyNotEnd(viewer: Viewer, facts: DeputationFacts, today: Day): DeputationRefusal | null {
  const involved = [facts.principalId, facts.deputyId, facts.appointedById];
  const may =
    (viewer.personId !== null && involved.includes(viewer.personId)) ||
    canInBody(viewer, 'confirmDeputy', facts.bodyId);
  return may ? standing(facts, today, ['PROPOSED', 'CONFIRMED']) : 'FORBIDDEN';
}
