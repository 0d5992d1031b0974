import { describe, expect, test } from 'vitest';
import { EVERYONE, ROLE_OF, fullGrant, viewerWith, type Who } from '../../test/people.ts';
import { cell, readTable, words } from '../../test/tables.ts';
import { DomainError } from '../errors.ts';
import { FIELD_CLASSES, TOKEN_STATES, TOKEN_VERBS, type FieldClass } from '../vocabulary.ts';
import { can, canInBody } from './can.ts';
import { classesToApprove, FIELD_CLASS_RULES, mayReadClass } from './field-classes.ts';
import { scopeOf } from './matrix.ts';
import {
  classesInForce,
  demandToken,
  lastDayOfToken,
  tokenActs,
  tokenStateOf,
  type TokenFacts,
  type TokenRequest,
} from './token.ts';

const TODAY = '2026-11-27';

/** Every token, by hand: what it asks for, what was decided, and what it gives today. S T N M are the four classes. */
const TOKENS = `
  asks | decision | approver | revoked | lastDay    | state     | gives | secretary      | secadmin
  -----|----------|----------|---------|------------|-----------|-------|----------------|---------
  S    | -        | -        | no      | 2026-11-27 | IN_FORCE  | S     | -              | revoke
  S    | -        | -        | no      | 2026-11-26 | EXPIRED   | -     | -              | -
  S    | -        | -        | yes     | 2027-11-27 | REVOKED   | -     | -              | -
  STNM | -        | -        | no      | 2027-11-27 | REQUESTED | S     | approve refuse | revoke
  T    | -        | -        | no      | 2027-11-27 | REQUESTED |       | approve refuse | revoke
  STNM | -        | -        | no      | 2026-11-26 | EXPIRED   | -     | -              | -
  STNM | -        | -        | yes     | 2027-11-27 | REVOKED   | -     | -              | -
  STNM | REFUSED  | -        | no      | 2027-11-27 | REFUSED   | S     | -              | revoke
  STNM | REFUSED  | stands   | yes     | 2027-11-27 | REVOKED   | -     | -              | -
  STNM | APPROVED | stands   | no      | 2026-11-27 | IN_FORCE  | STNM  | refuse         | revoke
  SM   | APPROVED | stands   | no      | 2027-11-27 | IN_FORCE  | SM    | refuse         | revoke
  STNM | APPROVED | stands   | no      | 2026-11-26 | EXPIRED   | -     | -              | -
  STNM | APPROVED | stands   | yes     | 2027-11-27 | REVOKED   | -     | -              | -
  STNM | APPROVED | gone     | no      | 2027-11-27 | LAPSED    | S     | approve refuse | revoke
  STNM | APPROVED | gone     | yes     | 2026-11-26 | REVOKED   | -     | -              | -
`;

const LETTERS: Record<string, FieldClass> = { S: 'STATISTICS', T: 'TEXT', N: 'NAMES', M: 'MONEY' };
const classes = (text: string): FieldClass[] => [...text].map((letter) => LETTERS[letter] as FieldClass);
const as = (who: Who) => viewerWith(fullGrant(ROLE_OF[who]));
const factsOf = (line: Record<string, string>): TokenFacts => ({
  bodyId: 'own-body',
  classes: classes(cell(line, 'asks')),
  lastDay: cell(line, 'lastDay'),
  revoked: cell(line, 'revoked') === 'yes',
  decision: cell(line, 'decision') === '-' ? null : (cell(line, 'decision') as 'APPROVED' | 'REFUSED'),
  approverStands: cell(line, 'approver') === 'stands',
});
const acts = (text: string): string[] => (text === '-' ? [] : words(text));

describe('what a token is worth', () => {
  for (const line of readTable(TOKENS)) {
    const facts = factsOf(line);
    test(`${Object.values(line).slice(0, 5).join(' ')} → ${cell(line, 'state')}`, () => {
      expect(tokenStateOf(facts, TODAY)).toBe(cell(line, 'state'));
      expect(classesInForce(facts, TODAY)).toEqual(cell(line, 'gives') === '-' ? null : classes(cell(line, 'gives')));
      for (const who of EVERYONE)
        expect(tokenActs(as(who), facts, TODAY), who).toEqual(
          who === 'secretary' || who === 'secadmin' ? acts(cell(line, who)) : [],
        );
      // Another body's secretary decides nothing.
      expect(tokenActs(as('secretary'), { ...facts, bodyId: 'other-body' }, TODAY)).toEqual([]);
    });
  }

  test('the table shows every state', () => {
    expect(new Set(readTable(TOKENS).map((line) => cell(line, 'state')))).toEqual(new Set(TOKEN_STATES));
  });

  test('whatever was decided, nothing beyond statistics without an approver who stands', () => {
    for (const decision of [null, 'REFUSED', 'APPROVED'] as const)
      for (const approverStands of [true, false])
        for (const revoked of [true, false])
          for (const lastDay of ['2026-11-26', '2026-11-27']) {
            const facts = { bodyId: 'b', classes: FIELD_CLASSES, decision, approverStands, revoked, lastDay };
            const beyond = classesToApprove(classesInForce(facts, TODAY) ?? []);
            const approved = decision === 'APPROVED' && approverStands && !revoked && lastDay >= TODAY;
            expect(beyond, JSON.stringify(facts)).toEqual(approved ? ['TEXT', 'NAMES', 'MONEY'] : []);
          }
  });
});

describe('field classes', () => {
  test('statistics are given with a token, everything else by the secretary', () => {
    expect(Object.fromEntries(FIELD_CLASSES.map((one) => [one, FIELD_CLASS_RULES[one].approver]))).toEqual({
      STATISTICS: null,
      TEXT: 'SECRETARY',
      NAMES: 'SECRETARY',
      MONEY: 'SECRETARY',
    });
    for (const one of FIELD_CLASSES) {
      const { approver } = FIELD_CLASS_RULES[one];
      if (approver !== null) expect(scopeOf(approver, 'approveTokens')).not.toBe('-');
    }
  });

  test('a field without a class is read only by those who have no such limit', () => {
    expect(mayReadClass({ classes: null }, null)).toBe(true);
    expect(mayReadClass({ classes: FIELD_CLASSES }, null)).toBe(false);
    for (const held of FIELD_CLASSES)
      for (const needed of FIELD_CLASSES)
        expect(mayReadClass({ classes: [held] }, needed), `${held} reads ${needed}`).toBe(held === needed);
  });
});

describe('a token’s verbs', () => {
  const place = {
    bodyId: 'own-body',
    leadDepartmentId: null,
    supportingDepartmentIds: [],
    leaderPostId: null,
    handlerIds: [],
    openToOffice: false,
  };

  test('are all the integrator’s own', () => {
    for (const verb of TOKEN_VERBS) expect(scopeOf('INTEGRATOR', verb)).toBe('token');
    expect(scopeOf('INTEGRATOR', 'readRestricted')).toBe('-');
  });

  test('cut the role down, and never widen it', () => {
    const only = viewerWith(fullGrant('INTEGRATOR', { verbs: ['readOutline'] }));
    expect(can(only, 'readOutline', place)).toBe(true);
    expect(can(only, 'readFinding', place)).toBe(false);
    expect(canInBody(only, 'exportLedger', 'own-body')).toBe(false);
    const wide = viewerWith(fullGrant('INTEGRATOR', { verbs: ['readRestricted', 'sign', 'manageTokens'] }));
    expect([can(wide, 'readRestricted', place), can(wide, 'sign', place)]).toEqual([false, false]);
    expect(canInBody(wide, 'manageTokens', null)).toBe(false);
    expect(can(viewerWith(fullGrant('INTEGRATOR', { verbs: [] })), 'readOutline', place)).toBe(false);
  });
});

describe('a token that is asked for', () => {
  const good: TokenRequest = {
    classes: ['STATISTICS'],
    verbs: ['readOutline'],
    expiresOn: '2027-11-27',
    approverNamed: false,
  };

  test.each([
    ['no class', { classes: [] }, 'classes'],
    ['no verb', { verbs: [] }, 'verbs'],
    ['a day that is over', { expiresOn: '2026-11-26' }, 'expiresOn'],
    ['more than a year', { expiresOn: '2027-11-28' }, 'expiresOn'],
    ['texts without an approver', { classes: ['STATISTICS', 'TEXT'] }, 'approverId'],
    ['names without an approver', { classes: ['NAMES'] }, 'approverId'],
    ['sums without an approver', { classes: ['MONEY'] }, 'approverId'],
  ] as [string, Partial<TokenRequest>, string][])('%s is refused', (_what, change, field) => {
    const refused = (() => {
      try {
        demandToken({ ...good, ...change }, TODAY);
        return null;
      } catch (error) {
        return error;
      }
    })();
    expect(refused).toBeInstanceOf(DomainError);
    expect((refused as DomainError).refusals[0]).toMatchObject({ code: 'INVALID', field });
  });

  test('a whole year, and more than statistics with an approver', () => {
    expect(() => demandToken(good, TODAY)).not.toThrow();
    expect(() => demandToken({ ...good, expiresOn: TODAY }, TODAY)).not.toThrow();
    expect(() => demandToken({ ...good, classes: FIELD_CLASSES, approverNamed: true }, TODAY)).not.toThrow();
    expect(lastDayOfToken('2028-02-29')).toBe('2029-02-28');
  });
});
