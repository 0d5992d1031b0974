import { grantsWith, type Grant, type Scope, type Verb, type Viewer } from '@closeout/domain';
import type { Reading } from '../../read/model.ts';

/**
 * The one place that says in SQL which rows a scope of the matrix reaches. Every read goes through it, and the parity
 * test holds it against `can` of packages/domain: a row is returned exactly where the domain allows the read.
 */

const ids = (grants: readonly Grant[], of: (grant: Grant) => readonly (string | null)[]): string[] => [
  ...new Set(grants.flatMap(of).filter((id): id is string => id !== null)),
];

/** A column that is one of these; for a single one by `=`, whose rows PostgreSQL can estimate in a prepared statement. */
export function oneOf(column: string, values: readonly string[], reading: Reading): string {
  if (values.length === 0) return 'false';
  if (values.length === 1) return `${column} = ${reading.statement.param(values[0], 'uuid')}`;
  return `${column} = ANY(${reading.statement.param(values, 'text[]::uuid[]')})`;
}

/** Findings that the viewer opened today under sight that was granted to his office and runs. */
function openedToday(offices: readonly string[], row: string, reading: Reading): string {
  const { statement, today, viewer } = reading;
  const day = statement.param(today, 'text::date');
  const me = statement.param(viewer.personId, 'text::uuid');
  return `EXISTS (SELECT 1 FROM sight_opening go JOIN sight gs ON gs.id = go.sight_id WHERE go.finding_id = ${row}.id AND go.person_id = ${me} AND go.opened_on = ${day} AND ${oneOf('gs.office_id', offices, reading)} AND gs.state = 'GRANTED' AND gs.to_on >= ${day})`;
}

/** What the body itself opened to the office: the close-out waits at the office's step. */
export const openToOffice = (row: string): string =>
  `EXISTS (SELECT 1 FROM submission vs JOIN signoff_step vt ON vt.submission_id = vs.id WHERE vs.finding_id = ${row}.id AND vs.outcome = 'PENDING' AND vt.kind = 'OFFICE' AND vt.state = 'CURRENT')`;

/**
 * What a body shows to its office: findings that it let it see for a time, opened today, and those whose close-out waits at
 * the office's step. What was shown once is not shown again by asking for that time.
 */
function shownToOffice(scope: 'granted' | 'opened', grants: readonly Grant[], row: string, reading: Reading): string {
  if (reading.isPast) return 'false';
  const bodies = ids(grants, (grant) => grant.reachedBodyIds);
  const atStep = `(${oneOf(`${row}.body_id`, bodies, reading)} AND ${openToOffice(row)})`;
  if (scope === 'opened') return atStep;
  const offices = ids(grants, (grant) => [grant.bodyId]);
  return `${openedToday(offices, row, reading)} OR ${atStep}`;
}

/** How each scope reaches a row of `finding`. */
function scopeCondition(
  scope: Exclude<Scope, '-' | 'all'>,
  grants: readonly Grant[],
  row: string,
  reading: Reading,
): string {
  const any = (column: string, values: string[]): string => oneOf(column, values, reading);
  const departments = ids(grants, (grant) => [grant.departmentId]);
  switch (scope) {
    case 'items': {
      const person = reading.statement.param(reading.viewer.personId, 'text::uuid');
      return `${any(
        `${row}.body_id`,
        ids(grants, (grant) => [grant.bodyId]),
      )} AND (${row}.handler_id = ${person} OR EXISTS (SELECT 1 FROM action va WHERE va.finding_id = ${row}.id AND va.handler_id = ${person}))`;
    }
    case 'lead':
      return any(`${row}.lead_department_id`, departments);
    case 'dept':
      return `${any(`${row}.lead_department_id`, departments)} OR EXISTS (SELECT 1 FROM finding_department vd WHERE vd.finding_id = ${row}.id AND ${any('vd.department_id', departments)})`;
    case 'post':
      return `${any(
        `${row}.leader_post_id`,
        ids(grants, (grant) => [grant.postId]),
      )} OR ${any(
        `${row}.lead_department_id`,
        ids(grants, (grant) => grant.departmentsInCharge),
      )}`;
    case 'granted':
    case 'opened':
      return shownToOffice(scope, grants, row, reading);
    case 'body':
    case 'token':
      return any(
        `${row}.body_id`,
        ids(grants, (grant) => [grant.bodyId]),
      );
    case 'supervised':
    case 'rounds':
      return any(
        `${row}.body_id`,
        ids(grants, (grant) => grant.reachedBodyIds),
      );
  }
}

/** The condition under which a row of `finding` is within the viewer's reach for a verb; `false` without any grant. */
export function findingsWithin(verb: Verb, row: string, reading: Reading): string {
  const byScope = new Map<Exclude<Scope, '-' | 'all'>, Grant[]>();
  for (const { grant, scope } of grantsWith(reading.viewer, verb)) {
    if (scope !== 'all') byScope.set(scope, [...(byScope.get(scope) ?? []), grant]);
  }
  const parts = [...byScope].map(([scope, grants]) => `(${scopeCondition(scope, grants, row, reading)})`);
  return parts.length === 0 ? 'false' : parts.join(' OR ');
}

export const visibleFinding = (row: string, reading: Reading): string => findingsWithin('readFinding', row, reading);

/** A row that hangs on a finding by `column` is visible with it. */
export const visibleWithFinding =
  (column = 'finding_id') =>
  (row: string, reading: Reading): string => {
    const finding = reading.statement.alias('vf');
    return `EXISTS (SELECT 1 FROM finding ${finding} WHERE ${finding}.id = ${row}.${column} AND (${visibleFinding(finding, reading)}))`;
  };

/** Evidence tied to no action (the clerk's list of meetings) is read by whoever reads every finding of its body: `mayReadLoose` of packages/domain in SQL. */
function looseEvidence(verb: 'readFinding' | 'readRestricted', row: string, reading: Reading): string {
  const whole = wholeBodiesWithin(verb, `${row}.body_id`, reading);
  if (whole === 'false') return 'false';
  return `(${whole} AND NOT EXISTS (SELECT 1 FROM evidence_action vn WHERE vn.evidence_id = ${row}.id))`;
}

/** The bodies that a grant reaches as a whole. */
const wholeBodies = (grant: Grant, scope: Scope): readonly (string | null)[] => {
  if (scope === 'body' || scope === 'token') return [grant.bodyId];
  return scope === 'supervised' || scope === 'rounds' ? grant.reachedBodyIds : [];
};

/** The condition for rows of a body that only who reaches it as a whole may see. */
export function wholeBodiesWithin(verb: Verb, column: string, reading: Reading): string {
  const reached = grantsWith(reading.viewer, verb).flatMap(({ grant, scope }) => wholeBodies(grant, scope));
  const bodies = [...new Set(reached.filter((id): id is string => id !== null))];
  return bodies.length === 0 ? 'false' : oneOf(column, bodies, reading);
}

/** Evidence reached through any finding that one of its actions belongs to. */
function evidenceThrough(verb: 'readFinding' | 'readRestricted', row: string, reading: Reading): string {
  const link = reading.statement.alias('ve');
  const finding = reading.statement.alias('vf');
  const action = reading.statement.alias('va');
  return `EXISTS (SELECT 1 FROM evidence_action ${link} JOIN action ${action} ON ${action}.id = ${link}.action_id JOIN finding ${finding} ON ${finding}.id = ${action}.finding_id WHERE ${link}.evidence_id = ${row}.id AND (${findingsWithin(verb, finding, reading)})) OR ${looseEvidence(verb, row, reading)}`;
}

/** Evidence is visible with any finding that one of its actions belongs to; a restricted piece needs the right to read restricted ones there. */
export const visibleEvidence = (row: string, reading: Reading): string =>
  `CASE WHEN ${row}.restricted THEN ${evidenceThrough('readRestricted', row, reading)} ELSE ${evidenceThrough('readFinding', row, reading)} END`;

/** Under a visible action, only restricted pieces need another look. */
export const visibleEvidenceOfVisibleAction = (row: string, reading: Reading): string =>
  `(NOT ${row}.restricted OR ${evidenceThrough('readRestricted', row, reading)})`;

/** Scopes that reach into the body their role is held in, wholly or in part. */
const IN_OWN_BODY: readonly Scope[] = ['body', 'token', 'dept', 'lead', 'post', 'items'];

/** The condition for rows of a body as a whole (departments, posts, persons, inspections, imports …). */
export function bodiesWithin(verb: Verb, column: string, reading: Reading): string {
  const own = new Set<string>();
  for (const { grant, scope } of grantsWith(reading.viewer, verb)) {
    if (scope === 'all') return 'true';
    if (IN_OWN_BODY.includes(scope) && grant.bodyId !== null) own.add(grant.bodyId);
    if (scope === 'supervised' || scope === 'rounds') {
      for (const id of grant.reachedBodyIds) own.add(id);
      if (grant.bodyId !== null) own.add(grant.bodyId);
    }
  }
  return oneOf(column, [...own], reading);
}

/** The bodies whose changes a mirror hears of: `seen` where anything is read, `restricted` where restricted evidence may be. */
export interface MirrorBodies {
  seen: readonly string[];
  restricted: readonly string[];
}

/** What an office is shown for a time comes and goes by the clock, which no change tells: no mirror has it. */
export function bodiesOfMirror(viewer: Viewer): MirrorBodies {
  const reached = (verb: Verb): string[] =>
    grantsWith(viewer, verb).flatMap(({ grant, scope }): string[] => {
      if (scope === 'supervised') return [...grant.reachedBodyIds];
      return IN_OWN_BODY.includes(scope) && grant.bodyId !== null ? [grant.bodyId] : [];
    });
  const bodies = (verb: Verb): string[] => [...new Set(reached(verb))].toSorted();
  return { seen: bodies('readFinding'), restricted: bodies('readRestricted') };
}

/** Whether a viewer may do something in the installation as a whole. */
export const holdsAll = (viewer: Viewer, verb: Verb): boolean =>
  grantsWith(viewer, verb).some(({ scope }) => scope === 'all');
