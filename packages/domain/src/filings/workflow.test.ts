import { describe, expect, test } from 'vitest';
import { EVERYONE, ROLE_OF, fullGrant, viewerWith } from '../../test/people.ts';
import { cell, readTable, words } from '../../test/tables.ts';
import { FILING_KINDS, type FilingKind } from '../vocabulary.ts';
import {
  FILED_STATES,
  FILING_RULES,
  FILING_STANDINGS,
  FILING_VERBS,
  filingVerbsOf,
  isPressing,
  whyNotFile,
  type FilingStanding,
} from './workflow.ts';

/** Written by hand: what each role can do with a filing of a body in its reach, where it stands. */
const TABLE = `
  standing | plan: clerk   | secretary                  | office                                | report: office
  ---------|---------------|----------------------------|---------------------------------------|---------------------------
  DUE      | prepareFiling | -                          | -                                     | -
  PREPARED | prepareFiling | declineFiling fileFiling   | -                                     | -
  DECLINED | prepareFiling | -                          | -                                     | -
  FILED    | -             | -                          | receiveFiling reviewFiling returnFiling acceptFiling | receiveFiling returnFiling
  RECEIVED | -             | -                          | reviewFiling returnFiling acceptFiling             | returnFiling
  RETURNED | prepareFiling | -                          | -                                     | -
  ACCEPTED | -             | -                          | -                                     | -
`;

const as = (who: (typeof EVERYONE)[number]) => viewerWith(fullGrant(ROLE_OF[who]));
const can = (who: (typeof EVERYONE)[number], kind: FilingKind, standing: FilingStanding, bodyId: string) =>
  filingVerbsOf(as(who), { bodyId, kind, standing });
const said = (text: string) => words(text).filter((one) => one !== '-');

describe('who does what with a filing', () => {
  for (const line of readTable(TABLE)) {
    const standing = cell(line, 'standing') as FilingStanding;
    test(standing, () => {
      expect(can('clerk', 'PLAN', standing, 'own-body')).toEqual(said(cell(line, 'plan: clerk')));
      expect(can('secretary', 'PLAN', standing, 'own-body')).toEqual(said(cell(line, 'secretary')));
      expect(can('office', 'PLAN', standing, 'in-round')).toEqual(said(cell(line, 'office')));
      for (const kind of FILING_KINDS.filter((one) => one !== 'PLAN'))
        expect(can('office', kind, standing, 'in-round')).toEqual(said(cell(line, 'report: office')));
    });
  }

  test('the table has every standing, and nobody else does anything, nor anybody elsewhere', () => {
    expect(readTable(TABLE).map((line) => cell(line, 'standing'))).toEqual(FILING_STANDINGS);
    for (const standing of FILING_STANDINGS)
      for (const who of EVERYONE)
        for (const bodyId of ['own-body', 'in-round', 'supervised', 'foreign']) {
          const own = (who === 'clerk' || who === 'secretary') && bodyId === 'own-body';
          if (!own && !(who === 'office' && bodyId === 'in-round'))
            expect(can(who, 'PLAN', standing, bodyId), `${who} ${standing} ${bodyId}`).toEqual([]);
        }
  });

  test('the reason says whether it is the right, the kind or the moment', () => {
    const facts = { bodyId: 'in-round', kind: 'FINAL', standing: 'FILED' } as const;
    expect(whyNotFile(as('secretary'), 'receiveFiling', facts)).toBe('FORBIDDEN');
    expect(whyNotFile(as('office'), 'acceptFiling', facts)).toBe('WRONG_KIND');
    expect(whyNotFile(as('office'), 'receiveFiling', { ...facts, standing: 'RECEIVED' })).toBe('WRONG_STATE');
  });

  test('what leads to a filed state starts from a prepared one: nothing reaches the office but through the secretary', () => {
    const filed: readonly string[] = FILED_STATES;
    for (const verb of FILING_VERBS) {
      const { from, to, right } = FILING_RULES[verb];
      if (to !== null && filed.includes(to) && !from.every((one) => filed.includes(one)))
        expect([verb, right]).toEqual(['fileFiling', 'approveFiling']);
    }
  });

  test.each([
    ['DUE', '2026-12-12', true],
    ['DUE', '2026-12-13', false],
    ['DUE', '2026-11-01', true],
    ['PREPARED', '2027-06-18', true],
    ['DECLINED', '2027-06-18', true],
    ['RETURNED', '2027-06-18', true],
    ['FILED', '2026-11-01', false],
    ['RECEIVED', '2026-11-01', false],
    ['ACCEPTED', '2026-11-01', false],
  ] as const)('%s, due %s, on 2026-11-22 with 20 days: pressing %s', (standing, dueOn, pressing) => {
    expect(isPressing(standing, dueOn, '2026-11-22', 20)).toBe(pressing);
  });
});
