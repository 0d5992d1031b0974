import { canInBody } from '../access/can.ts';
import type { Viewer } from '../access/viewer.ts';
import { addDays, isDay, type Day } from '../deadlines/calendar.ts';
import { invalid } from '../errors.ts';

/** Sight of findings (下钻查阅): the office asks with a reason, the body's secretary grants it for a time or refuses. */
export const SIGHT_STATES = ['PENDING', 'GRANTED', 'REFUSED', 'WITHDRAWN'] as const;
export type SightState = (typeof SIGHT_STATES)[number];

/** What a round decides about sight. */
export interface SightSettings {
  /** Calendar days for which sight is granted at most, the first one counted. */
  maxDays: number;
}

export const DEFAULT_SIGHT: SightSettings = { maxDays: 30 };

export const SIGHT_VERBS = ['decideSight', 'withdrawSight', 'openSight'] as const;
export type SightVerb = (typeof SIGHT_VERBS)[number];

export interface SightFacts {
  bodyId: string;
  /** The office that asked. */
  officeId: string;
  state: SightState;
  toOn: Day | null;
}

/** Whether what was granted can be read today: it ends by itself after its last day. */
export const sightRuns = ({ state, toOn }: Pick<SightFacts, 'state' | 'toOn'>, today: Day): boolean =>
  state === 'GRANTED' && toOn !== null && today <= toOn;

const grants = (viewer: Viewer, bodyId: string): boolean => canInBody(viewer, 'grantSight', bodyId);

/** Whether the viewer acts for the office that asked. */
export const asksFor = (viewer: Viewer, { bodyId, officeId }: Pick<SightFacts, 'bodyId' | 'officeId'>): boolean =>
  viewer.grants.some(
    (grant) => grant.bodyId === officeId && canInBody({ ...viewer, grants: [grant] }, 'requestSight', bodyId),
  );

/** Why this viewer cannot do this with the request now; null when he can. Either side ends it at any time. */
export function whyNotSight(
  viewer: Viewer,
  verb: SightVerb,
  facts: SightFacts,
  today: Day,
): 'FORBIDDEN' | 'WRONG_STATE' | null {
  const own = asksFor(viewer, facts);
  const body = grants(viewer, facts.bodyId);
  const runs = sightRuns(facts, today);
  const [may, possible] = {
    decideSight: [body, facts.state === 'PENDING'],
    withdrawSight: [own || body, runs || (own && facts.state === 'PENDING')],
    openSight: [own, runs],
  }[verb] as [boolean, boolean];
  if (!may) return 'FORBIDDEN';
  return possible ? null : 'WRONG_STATE';
}

export const sightVerbsOf = (viewer: Viewer, facts: SightFacts, today: Day): SightVerb[] =>
  SIGHT_VERBS.filter((verb) => whyNotSight(viewer, verb, facts, today) === null);

/** The last day of sight that is granted today: today or later, within what the settings allow. */
export function readSightEnd(wanted: string | null | undefined, today: Day, { maxDays }: SightSettings): Day {
  const last = addDays(today, maxDays - 1);
  if (!wanted || !isDay(wanted) || wanted < today || wanted > last)
    throw invalid('toOn', 'filings.sightDays', `sight is granted from today until a day up to ${last}`, {
      from: today,
      to: last,
    });
  return wanted;
}
