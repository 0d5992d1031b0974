import { describe, expect, test } from 'vitest';
import { readyFacts } from '../../test/facts.ts';
import { fullGrant, ME, ROLE_OF, viewerWith, type Who } from '../../test/people.ts';
import { cell, readTable } from '../../test/tables.ts';
import { DomainError } from '../errors.ts';
import { judge } from '../findings/workflow.ts';
import { deadlineRefusal, NO_EXTENSION, readExtensionDay, whyNotDecide, type ExtensionFacts } from './extension.ts';

const asking = (who: Who) => viewerWith(fullGrant(ROLE_OF[who]));
const waiting = (change: object = {}): ExtensionFacts => ({
  ...NO_EXTENSION,
  pending: { id: 'request', requestedById: 'worker', approver: 'SECRETARY', ...change },
});

/** Who asks, who decides, and what stands in the way; the finding is due on 2026-06-30 and in work. */
const CASES: [string, Who, 'requestExtension' | 'withdrawExtension' | 'decideExtension', ExtensionFacts, string][] = [
  ['the first request', 'head', 'requestExtension', NO_EXTENSION, 'yes'],
  ['one more within the cap', 'head', 'requestExtension', { ...NO_EXTENSION, granted: 1 }, 'yes'],
  ['the cap is reached', 'head', 'requestExtension', { ...NO_EXTENSION, granted: 2 }, 'EXTENSION_CAP'],
  ['no extensions in this round', 'head', 'requestExtension', { ...NO_EXTENSION, cap: 0 }, 'EXTENSION_CAP'],
  ['one waits already', 'head', 'requestExtension', waiting(), 'EXTENSION_PENDING'],
  ['the handler asks his head', 'handler', 'requestExtension', NO_EXTENSION, 'FORBIDDEN'],
  ['taken back', 'head', 'withdrawExtension', waiting(), 'yes'],
  ['nothing to take back', 'head', 'withdrawExtension', NO_EXTENSION, 'NOTHING_REQUESTED'],
  ['the secretary decides', 'secretary', 'decideExtension', waiting(), 'yes'],
  ['nothing to decide', 'secretary', 'decideExtension', NO_EXTENSION, 'NOTHING_REQUESTED'],
  ['nobody decides his own', 'secretary', 'decideExtension', waiting({ requestedById: ME }), 'OWN_SUBMISSION'],
  ['the office has the word', 'secretary', 'decideExtension', waiting({ approver: 'OFFICE' }), 'NOT_APPROVER'],
  ['the clerk does not decide', 'clerk', 'decideExtension', waiting(), 'FORBIDDEN'],
];

describe('延期', () => {
  test.each(CASES)('%s', (_case, who, verb, extension, expected) => {
    const transition = judge(asking(who), verb, readyFacts({ extension }));
    expect(transition.allowed ? 'yes' : transition.reason).toBe(expected);
  });

  test('without a due day there is nothing to extend', () => {
    const transition = judge(asking('head'), 'requestExtension', readyFacts({ dueOn: null }));
    expect(transition.missing.map((one) => one.code)).toEqual(['DUE_DAY']);
  });

  test('the office decides what was put to it, and only that', () => {
    expect(whyNotDecide(waiting({ approver: 'OFFICE' }), 'OFFICE', asking('office'))).toBeNull();
    expect(whyNotDecide(waiting(), 'OFFICE', asking('office'))).toBe('NOT_APPROVER');
  });
});

test.each([
  ['before the plan is accepted the clerk sets it', null, '2026-06-30', '2026-09-30', null],
  ['afterwards only an extension changes it', '2026-03-01', '2026-06-30', '2026-09-30', 'deadlines.planAccepted'],
  ['nor is it taken away', '2026-03-01', '2026-06-30', null, 'deadlines.planAccepted'],
  ['the same day is no change', '2026-03-01', '2026-06-30', '2026-06-30', null],
  ['a first one may still be given', '2026-03-01', null, '2026-09-30', null],
] as const)('%s', (_case, accepted, now, wanted, rule) => {
  expect(deadlineRefusal(accepted, now, wanted)?.rule ?? null).toBe(rule);
});

const DAYS = `
  wanted     | due        | today      | most days | answer
  -----------|------------|------------|-----------|-------
  2026-07-31 | 2026-06-30 | 2026-06-01 | -         | 2026-07-31
  2026-07-01 | 2026-06-30 | 2026-06-30 | -         | 2026-07-01
  2026-06-30 | 2026-06-30 | 2026-06-01 | -         | after the present one, 2026-06-30
  2026-06-01 | 2026-06-30 | 2026-05-01 | -         | after the present one, 2026-06-30
  2026-07-15 | 2026-06-30 | 2026-07-15 | -         | after today
  2026-07-16 | 2026-06-30 | 2026-07-15 | -         | 2026-07-16
  2026-07-30 | 2026-06-30 | 2026-06-01 | 30        | 2026-07-30
  2026-07-31 | 2026-06-30 | 2026-06-01 | 30        | at most 30 days: until 2026-07-30
  2026-02-30 | 2026-01-31 | 2026-01-01 | -         | no day of the calendar
  下个月     | 2026-01-31 | 2026-01-01 | -         | no day of the calendar
`;

test.each(readTable(DAYS).map((line) => [cell(line, 'wanted'), line] as const))('until %s', (wanted, line) => {
  const most = cell(line, 'most days') === '-' ? null : Number(cell(line, 'most days'));
  let answer: string;
  try {
    answer = readExtensionDay(wanted, cell(line, 'due'), cell(line, 'today'), most);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    expect(error.refusals[0]).toMatchObject({ field: 'dueOn', rule: 'deadlines.extensionDay' });
    answer = error.message;
  }
  expect(answer).toContain(cell(line, 'answer'));
});
