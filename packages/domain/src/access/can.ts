import type { Role } from '../vocabulary.ts';
import { scopeOf, type Scope } from './matrix.ts';
import { DEPUTY_VERBS, type BodyVerb, type FindingVerb, type Verb } from './verbs.ts';
import type { FindingPlace, Grant, Viewer } from './viewer.ts';

/** Whether a finding lies within the reach of one grant's scope. */
export function reaches(scope: Scope, grant: Grant, place: FindingPlace, personId: string | null): boolean {
  switch (scope) {
    case '-':
    case 'all':
      return false;
    case 'items':
      return grant.bodyId === place.bodyId && personId !== null && place.handlerIds.includes(personId);
    case 'lead':
      return grant.departmentId !== null && grant.departmentId === place.leadDepartmentId;
    case 'dept':
      return (
        grant.departmentId !== null &&
        (grant.departmentId === place.leadDepartmentId || place.supportingDepartmentIds.includes(grant.departmentId))
      );
    case 'post':
      return (
        (grant.postId !== null && grant.postId === place.leaderPostId) ||
        (place.leadDepartmentId !== null && grant.departmentsInCharge.includes(place.leadDepartmentId))
      );
    case 'body':
    case 'token':
      return grant.bodyId === place.bodyId;
    case 'opened':
      return place.openToOffice && grant.reachedBodyIds.includes(place.bodyId);
    case 'supervised':
    case 'rounds':
      return grant.reachedBodyIds.includes(place.bodyId);
    case 'granted':
      return (
        (place.sights ?? []).some((one) => one.officeId === grant.bodyId && one.personId === personId) ||
        reaches('opened', grant, place, personId)
      );
  }
}

/** How far a grant carries a verb: as its role does; as a deputy no further than seeing and signing, as a token no further than its verbs. */
export function scopeOfGrant(grant: Grant, verb: Verb): Scope {
  if (grant.deputyFor !== undefined && !DEPUTY_VERBS.includes(verb)) return '-';
  return grant.verbs === undefined || grant.verbs.includes(verb) ? scopeOf(grant.role, verb) : '-';
}

/** The viewer's roles that allow the verb on this finding; empty means: not allowed. */
export function rolesFor(
  viewer: Viewer,
  verb: FindingVerb | 'readFinding' | 'readRestricted' | 'readOutline',
  place: FindingPlace,
): Role[] {
  return viewer.grants
    .filter((grant) => reaches(scopeOfGrant(grant, verb), grant, place, viewer.personId))
    .map((grant) => grant.role);
}

export const can = (
  viewer: Viewer,
  verb: FindingVerb | 'readFinding' | 'readRestricted' | 'readOutline',
  place: FindingPlace,
): boolean => rolesFor(viewer, verb, place).length > 0;

/** Whether a whole body lies within the reach of one grant's scope; narrower scopes reach single findings, never a body. */
export function reachesBody(scope: Scope, grant: Grant, bodyId: string | null): boolean {
  if (scope === 'all') return true;
  if (bodyId === null) return false;
  if (scope === 'body' || scope === 'token') return grant.bodyId === bodyId;
  if (scope === 'supervised' || scope === 'rounds') return grant.reachedBodyIds.includes(bodyId);
  return false;
}

/** Whether the verb is allowed for a body as a whole (imports, directory, rounds …); `null` asks for the installation. */
export const canInBody = (viewer: Viewer, verb: BodyVerb, bodyId: string | null): boolean =>
  viewer.grants.some((grant) => reachesBody(scopeOfGrant(grant, verb), grant, bodyId));

/** Grants whose role has the verb at all, with the scope: what the visibility filter translates into SQL. */
export function grantsWith(viewer: Viewer, verb: Verb): { grant: Grant; scope: Exclude<Scope, '-'> }[] {
  return viewer.grants.flatMap((grant) => {
    const scope = scopeOfGrant(grant, verb);
    return scope === '-' ? [] : [{ grant, scope }];
  });
}
