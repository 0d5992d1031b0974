import { describe, expect, test } from 'vitest';
import { brokenLaws, column, differences, EXPECTED, letters, type Matrix } from '../../test/matrix-differences.ts';
import { BODIES, EVERYONE, PLACES, ROLE_OF, fullGrant, viewerWith, type Who } from '../../test/people.ts';
import { ROLES } from '../vocabulary.ts';
import { can, canInBody } from './can.ts';
import { MATRIX, MATRIX_ROLES, type Scope } from './matrix.ts';
import { BODY_VERBS, FINDING_VERBS, type BodyVerb, type Verb } from './verbs.ts';

const replaced = (verb: Verb, who: Who, scope: Scope): Matrix => ({
  ...MATRIX,
  [verb]: MATRIX[verb].map((old, index) => (index === column(who) ? scope : old)),
});
const SCOPES: readonly Scope[] = ['-', 'items', 'dept', 'lead', 'post', 'body', 'supervised', 'rounds', 'token', 'all'];

describe('the matrix against the written tables', () => {
  test('the tables name every verb and every role once', () => {
    const named = [...Object.keys(EXPECTED.finding), ...Object.keys(EXPECTED.body)];
    expect(named.toSorted()).toEqual([...FINDING_VERBS, ...BODY_VERBS].toSorted());
    expect(Object.keys(MATRIX).toSorted()).toEqual(named.toSorted());
    expect(EVERYONE.map((who) => ROLE_OF[who])).toEqual([...ROLES]);
    expect(MATRIX_ROLES).toEqual(ROLES);
  });

  test('every cell of all verbs and 11 roles is as written, at every place', () => {
    expect(differences(MATRIX)).toEqual([]);
    expect(brokenLaws(MATRIX)).toEqual([]);
  });

  test('the functions in use answer as the tables say', () => {
    for (const who of EVERYONE) {
      const viewer = viewerWith(fullGrant(ROLE_OF[who]));
      for (const verb of [...FINDING_VERBS, 'readFinding', 'readRestricted', 'readOutline'] as const)
        expect(
          letters(PLACES, (letter) => can(viewer, verb, PLACES[letter]!)),
          `${verb} × ${who}`,
        ).toBe(EXPECTED.finding[verb]![who]);
      for (const verb of Object.keys(EXPECTED.body))
        expect(
          letters(BODIES, (letter) => canInBody(viewer, verb as BodyVerb, BODIES[letter] ?? null)),
          `${verb} × ${who}`,
        ).toBe(EXPECTED.body[verb]![who]);
    }
  });
});

describe('a planted wrong cell', () => {
  test.each([
    ['readFinding', 'office', 'rounds'],
    ['readFinding', 'sysadmin', 'body'],
    ['readFinding', 'handler', 'body'],
    ['readRestricted', 'clerk', 'body'],
    ['readOutline', 'office', '-'],
    ['claim', 'head', 'dept'],
    ['sign', 'leader', 'body'],
    ['sign', 'handler', 'items'],
    ['submit', 'integrator', 'token'],
    ['confirmLeader', 'clerk', 'body'],
    ['instruct', 'secretary', 'post'],
    ['manageGrants', 'sysadmin', 'all'],
    ['readAudit', 'auditadmin', 'body'],
    ['importReport', 'clerk', '-'],
    ['readDirectory', 'discipline', 'body'],
  ] as const)('%s × %s = %s is reported, and nothing else', (verb, who, scope) => {
    expect(differences(replaced(verb, who, scope))).toEqual([`${verb} × ${who}`]);
  });

  test('each of the verbs × 11 cells, set to each other scope, is reported as exactly that cell', () => {
    const verbs = Object.keys(MATRIX) as Verb[];
    let planted = 0;
    const unnoticed: string[] = [];
    for (const verb of verbs)
      for (const who of EVERYONE)
        for (const scope of SCOPES.filter((one) => one !== MATRIX[verb][column(who)])) {
          planted += 1;
          const wrong = replaced(verb, who, scope);
          const found = [...new Set([...differences(wrong), ...brokenLaws(wrong)])];
          if (found.join() !== `${verb} × ${who}`) unnoticed.push(`${verb} × ${who} = ${scope}: ${found.join()}`);
        }
    expect(unnoticed).toEqual([]);
    expect(planted).toBe((FINDING_VERBS.length + BODY_VERBS.length) * 11 * 9);
  }, 60_000);
});
