import { describe, expect, test } from 'vitest';
import { EVERYONE, PLACES, ROLE_OF, fullGrant, viewerWith, type Who } from '../../test/people.ts';
import { ADMIN_ROLES } from '../vocabulary.ts';
import { can, canInBody, grantsWith, rolesFor } from './can.ts';
import { BODY_VERBS, FINDING_VERBS, type FindingVerb } from './verbs.ts';

const FINDING_READS = ['readFinding', 'readRestricted', 'readOutline'] as const;
const ABOUT_FINDINGS = [...FINDING_VERBS, ...FINDING_READS] as const;
const places = Object.entries(PLACES);
const as = (...who: Who[]) => viewerWith(...who.map((one) => fullGrant(ROLE_OF[one])));
const allowedTo = (who: Who): string[] =>
  ABOUT_FINDINGS.filter((verb) => places.some(([, place]) => can(as(who), verb, place)));

describe('walls between roles', () => {
  test.each(ADMIN_ROLES)('%s reaches no finding, by no verb, even with a body in the grant', (role) => {
    const viewer = viewerWith(fullGrant(role, { reachedBodyIds: ['own-body', 'supervised', 'in-round', 'foreign'] }));
    expect(ABOUT_FINDINGS.filter((verb) => places.some(([, place]) => can(viewer, verb, place)))).toEqual([]);
    expect(
      (['createFinding', 'importReport', 'exportLedger'] as const).filter((verb) =>
        canInBody(viewer, verb, 'own-body'),
      ),
    ).toEqual([]);
  });

  test('the inspection office reads states and counts of its rounds, and a finding only where it was shown and opened, or waits for its signature', () => {
    expect(allowedTo('office')).toEqual(['sign', 'returnFinding', 'reviewSubmission', 'readFinding', 'readOutline']);
    const where = (verb: 'sign' | 'returnFinding' | 'readFinding') =>
      places.filter(([, place]) => can(as('office'), verb, place)).map(([letter]) => letter);
    expect([where('sign'), where('returnFinding'), where('readFinding')]).toEqual([['W'], ['W'], ['G', 'W']]);
  });

  test('the integrator only reads, and no restricted talks', () => {
    expect(allowedTo('integrator')).toEqual(['readFinding', 'readOutline']);
    expect(BODY_VERBS.filter((verb) => canInBody(as('integrator'), verb, 'own-body'))).toEqual([
      'readFinding',
      'readOutline',
      'exportLedger',
    ]);
  });

  test('the discipline group reads, restricted talks included, gives its opinion, and changes nothing of the work', () => {
    expect(allowedTo('discipline')).toEqual([
      'giveOpinion',
      'noteRepeat',
      'readFinding',
      'readRestricted',
      'readOutline',
    ]);
  });

  test('the three administrators share no right but reading the directory', () => {
    const rights = (who: Who) => BODY_VERBS.filter((verb) => canInBody(as(who), verb, null));
    expect(rights('sysadmin')).toEqual([
      'readDirectory',
      'manageDirectory',
      'manageAccounts',
      'manageRounds',
      'manageCalendar',
    ]);
    expect(rights('secadmin')).toEqual(['readDirectory', 'manageGrants', 'manageTokens']);
    expect(rights('auditadmin')).toEqual(['readAudit']);
  });

  test('nobody acts on a finding that he may not read', () => {
    const blind = EVERYONE.flatMap((who) =>
      places.flatMap(([letter, place]) =>
        FINDING_VERBS.filter((verb) => can(as(who), verb, place) && !can(as(who), 'readFinding', place)).map(
          (verb) => `${who} ${verb} at ${letter}`,
        ),
      ),
    );
    expect(blind).toEqual([]);
  });

  test('who reads a finding or its restricted talks also sees its outline', () => {
    for (const who of EVERYONE)
      for (const [letter, place] of places)
        if (can(as(who), 'readFinding', place) || can(as(who), 'readRestricted', place))
          expect(can(as(who), 'readOutline', place), `${who} at ${letter}`).toBe(true);
  });
});

describe('grants', () => {
  test('an account without a grant may do nothing', () => {
    const nobody = viewerWith();
    expect(ABOUT_FINDINGS.filter((verb) => places.some(([, place]) => can(nobody, verb, place)))).toEqual([]);
    expect(BODY_VERBS.filter((verb) => canInBody(nobody, verb, 'own-body') || canInBody(nobody, verb, null))).toEqual(
      [],
    );
  });

  test('several roles of one person add up, and each verb names the roles that allow it', () => {
    for (const one of EVERYONE)
      for (const other of EVERYONE)
        for (const verb of ABOUT_FINDINGS)
          for (const [letter, place] of places)
            expect(can(as(one, other), verb, place), `${one} + ${other}: ${verb} at ${letter}`).toBe(
              can(as(one), verb, place) || can(as(other), verb, place),
            );
    expect(rolesFor(as('clerk', 'head'), 'editFinding', PLACES['L']!)).toEqual(['CLERK', 'DEPARTMENT_HEAD']);
    expect(rolesFor(as('clerk', 'head'), 'editFinding', PLACES['D']!)).toEqual(['CLERK']);
  });

  test('what is not assigned belongs to nobody: empty never equals empty', () => {
    const unassigned = {
      bodyId: 'own-body',
      leadDepartmentId: null,
      supportingDepartmentIds: [],
      leaderPostId: null,
      handlerIds: [],
      openToOffice: false,
    };
    const empty = { departmentId: null, postId: null, departmentsInCharge: [] };
    for (const who of ['handler', 'head', 'leader'] as const) {
      expect(can(viewerWith(fullGrant(ROLE_OF[who], empty)), 'readFinding', unassigned), who).toBe(false);
      expect(can(as(who), 'readFinding', unassigned), who).toBe(false);
    }
    const token = { ...as('handler'), personId: null };
    expect(can(token, 'addEvidence', { ...PLACES['I']!, handlerIds: [] })).toBe(false);
    expect(can(token, 'addEvidence', PLACES['I']!)).toBe(false);
  });

  test('a body that is nobody’s never equals a grant without body', () => {
    const noBody = viewerWith(fullGrant('CLERK', { bodyId: null }));
    expect(canInBody(noBody, 'importReport', null)).toBe(false);
    expect(canInBody(noBody, 'importReport', 'own-body')).toBe(false);
  });

  test('grantsWith gives the scopes that the visibility filter translates, without the nevers', () => {
    const scopes = (verb: FindingVerb | 'readFinding', ...who: Who[]) =>
      grantsWith(as(...who), verb).map((one) => [one.grant.role, one.scope]);
    expect(scopes('readFinding', 'handler', 'leader', 'office', 'sysadmin', 'discipline')).toEqual([
      ['HANDLER', 'dept'],
      ['LEADER', 'post'],
      ['INSPECTION_OFFICE', 'granted'],
      ['DISCIPLINE_GROUP', 'supervised'],
    ]);
    expect(scopes('claim', 'handler', 'secretary')).toEqual([]);
  });
});
