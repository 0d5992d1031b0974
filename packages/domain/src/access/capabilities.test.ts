import { describe, expect, test } from 'vitest';
import { EVERYONE, ROLE_OF, fullGrant, viewerWith, type Who } from '../../test/people.ts';
import { cell, readTable, words } from '../../test/tables.ts';
import { CAPABILITIES, type Capability } from '../vocabulary.ts';
import { HOME_ORDER, capabilitiesOf, homeOf } from './capabilities.ts';
import { scopeOf } from './matrix.ts';
import type { Verb } from './verbs.ts';

/** What each role's navigation shows: by hand from domain.md section 8 and the console's screens. */
const NAVIGATION = `
  who        | home            | screens
  -----------|-----------------|--------
  handler    | HOME_DEPARTMENT | LEDGER EVIDENCE MONEY MEETINGS WARNINGS
  head       | HOME_DEPARTMENT | LEDGER OUTLINE INBOX EVIDENCE MONEY MEETINGS WARNINGS JOBS
  leader     | HOME_LEADER     | LEDGER INBOX EVIDENCE MONEY MEETINGS STATISTICS WARNINGS PUBLICATION JOBS
  secretary  | HOME_SECRETARY  | LEDGER INBOX EVIDENCE MONEY MEETINGS REPORT STATISTICS RECHECKS NOTICES URGING WARNINGS FILINGS TOKENS PUBLICATION JOBS
  clerk      | HOME_CLERK      | LEDGER INBOX EVIDENCE MONEY MEETINGS IMPORT REPORT STATISTICS RECHECKS NOTICES URGING WARNINGS FILINGS PUBLICATION JOBS
  discipline | HOME_DISCIPLINE | LEDGER EVIDENCE MONEY MEETINGS STATISTICS RECHECKS RECHECK_DRAW NOTICES FILINGS JOBS
  office     | HOME_OFFICE     | INBOX OUTLINE STATISTICS RECHECKS RECHECK_DRAW NOTICES ADMIN_ROUNDS WARNINGS FILINGS SIGHT_ASK
  sysadmin   | HOME_ADMIN      | ADMIN_DIRECTORY ADMIN_ACCOUNTS ADMIN_ROUNDS ADMIN_CALENDAR
  secadmin   | HOME_ADMIN      | ADMIN_GRANTS TOKENS DEVELOPER
  auditadmin | HOME_ADMIN      | AUDIT
  integrator | HOME_DEVELOPER  | DEVELOPER
`;

/** The right that each screen needs: a role without one of these verbs must not be shown it. */
const NEEDS: Record<Exclude<Capability, `HOME_${string}`>, readonly Verb[]> = {
  LEDGER: ['readFinding'],
  OUTLINE: ['readOutline'],
  INBOX: ['sign'],
  EVIDENCE: ['readFinding'],
  MONEY: ['readFinding'],
  MEETINGS: ['readFinding'],
  IMPORT: ['importReport'],
  REPORT: ['exportLedger'],
  STATISTICS: ['readOutline'],
  RECHECKS: ['readOutline'],
  WARNINGS: ['readOutline'],
  FILINGS: ['readFiling'],
  JOBS: ['exportLedger', 'importReport'],
  SIGHT_ASK: ['requestSight'],
  PUBLICATION: ['readPublication'],
  RECHECK_DRAW: ['drawRecheck'],
  NOTICES: ['readNotices'],
  URGING: ['readUrges'],
  ADMIN_DIRECTORY: ['manageDirectory'],
  ADMIN_ACCOUNTS: ['manageAccounts'],
  ADMIN_GRANTS: ['manageGrants'],
  ADMIN_ROUNDS: ['manageRounds'],
  ADMIN_CALENDAR: ['manageCalendar'],
  AUDIT: ['readAudit'],
  TOKENS: ['manageTokens', 'approveTokens'],
  DEVELOPER: ['manageTokens', 'readFinding'],
};

const as = (...who: Who[]) => viewerWith(...who.map((one) => fullGrant(ROLE_OF[one])));
const isHome = (one: Capability): boolean => one.startsWith('HOME_');

describe('what the navigation shows', () => {
  for (const line of readTable(NAVIGATION))
    test(`${cell(line, 'who')}: ${cell(line, 'home')} and its screens, nothing else`, () => {
      const own = capabilitiesOf(as(cell(line, 'who') as Who));
      expect(own.toSorted()).toEqual([cell(line, 'home'), ...words(cell(line, 'screens'))].toSorted());
      expect(homeOf(as(cell(line, 'who') as Who))).toBe(cell(line, 'home'));
    });

  test('the table has every role', () => {
    expect(readTable(NAVIGATION).map((line) => cell(line, 'who'))).toEqual(EVERYONE);
  });

  test('nothing is shown that the matrix does not allow', () => {
    const needs: Partial<Record<Capability, readonly Verb[]>> = NEEDS;
    for (const who of EVERYONE)
      for (const capability of capabilitiesOf(as(who)).filter((one) => !isHome(one)))
        expect(
          needs[capability]?.some((verb) => scopeOf(ROLE_OF[who], verb) !== '-'),
          `${who} ${capability}`,
        ).toBe(true);
  });

  test('every capability is somebody’s, and every home has its place in the order', () => {
    expect(new Set(EVERYONE.flatMap((who) => capabilitiesOf(as(who))))).toEqual(new Set(CAPABILITIES));
    expect(HOME_ORDER.toSorted()).toEqual(CAPABILITIES.filter(isHome).toSorted());
  });

  test('an account without a role sees nothing and has no home', () => {
    expect(capabilitiesOf(as())).toEqual([]);
    expect(homeOf(as())).toBeNull();
  });

  test('several roles add up without repeating, and the highest home opens first', () => {
    const both = capabilitiesOf(as('head', 'clerk'));
    expect(new Set(both).size).toBe(both.length);
    expect(new Set(both)).toEqual(new Set([...capabilitiesOf(as('head')), ...capabilitiesOf(as('clerk'))]));
    expect(homeOf(as('handler', 'secretary'))).toBe('HOME_SECRETARY');
    expect(homeOf(as('head', 'leader'))).toBe('HOME_LEADER');
    expect(homeOf(as('handler', 'clerk'))).toBe('HOME_CLERK');
    expect(homeOf(as('integrator', 'sysadmin'))).toBe('HOME_ADMIN');
  });
});
