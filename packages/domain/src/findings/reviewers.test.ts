import { describe, expect, test } from 'vitest';
import { readyFacts, waitingAt } from '../../test/facts.ts';
import { fullGrant, viewerWith } from '../../test/people.ts';
import { cell, readTable, words } from '../../test/tables.ts';
import type { Reviewer, SignoffStepKind } from '../vocabulary.ts';
import { judge } from './workflow.ts';

/** 会审 at the office's step: who must be heard, who was, and what still keeps the office from signing. */
const SIGNING = `
  needed                            | heard                   | lacks
  ----------------------------------|-------------------------|------------------------
  -                                 | -                       | -
  -                                 | ORGANISATION            | -
  ORGANISATION                      | -                       | ORGANISATION
  ORGANISATION                      | PUBLICITY OTHER         | ORGANISATION
  ORGANISATION PUBLICITY            | ORGANISATION            | PUBLICITY
  ORGANISATION PUBLICITY DISCIPLINE | OTHER                   | ORGANISATION PUBLICITY DISCIPLINE
  ORGANISATION DISCIPLINE           | DISCIPLINE ORGANISATION | -
`;
const list = (text: string): Reviewer[] => words(text).filter((word) => word !== '-') as Reviewer[];
const office = viewerWith(fullGrant('INSPECTION_OFFICE', { reachedBodyIds: ['own-body'] }));
const waiting = (step: SignoffStepKind, officeReviewers: Reviewer[], reviewed: Reviewer[]) =>
  readyFacts({
    state: 'IN_REVIEW',
    openToOffice: true,
    officeReviewers,
    holders: { CLERK_CHECK: [], DEPARTMENT_HEAD: [], LEADER: [], SECRETARY: ['me'], OFFICE: ['me'] },
    pending: waitingAt(step, ['w', 'x', 'y', 'z'], { reviewed }),
  });

describe('the office signs', () => {
  for (const row of readTable(SIGNING))
    test(`${cell(row, 'needed')} needed, ${cell(row, 'heard')} heard: lacks ${cell(row, 'lacks')}`, () => {
      const facts = waiting('OFFICE', list(cell(row, 'needed')), list(cell(row, 'heard')));
      const { allowed, missing } = judge(office, 'sign', facts);
      const lacks = list(cell(row, 'lacks'));
      expect(missing).toEqual(lacks.map((subject) => ({ code: 'REVIEW', subject, count: null })));
      expect(allowed).toBe(lacks.length === 0);
      expect(judge(office, 'returnFinding', facts).allowed, 'a return waits for nobody').toBe(true);
      expect(judge(office, 'reviewSubmission', facts).allowed).toBe(true);
    });
});

test('before its step there is nothing to enter, and nobody else is held up', () => {
  const facts = waiting('SECRETARY', ['ORGANISATION'], []);
  expect(judge(office, 'reviewSubmission', facts).reason).toBe('NOT_YOUR_STEP');
  expect(judge(viewerWith(fullGrant('SECRETARY')), 'sign', facts).missing).toEqual([]);
});
