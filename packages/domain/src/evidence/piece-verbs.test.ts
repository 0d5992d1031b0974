import { describe, expect, test } from 'vitest';
import { readyFacts, waitingAt } from '../../test/facts.ts';
import { EVERYONE, fullGrant, ROLE_OF, viewerWith, type Who } from '../../test/people.ts';
import { cell, readTable, words } from '../../test/tables.ts';
import { FINDING_STATES, type FindingState } from '../vocabulary.ts';
import { pieceVerbs, type ProvingPiece } from './piece-verbs.ts';

const asking = (who: Who) => viewerWith(fullGrant(ROLE_OF[who], { reachedBodyIds: ['own-body'] }));
const finding = (state: FindingState) =>
  readyFacts(state === 'IN_REVIEW' ? { state, pending: waitingAt('SECRETARY', ['x', 'y', 'z']) } : { state });
const piece = (states: readonly FindingState[], change: Partial<ProvingPiece> = {}): ProvingPiece => ({
  bodyId: 'own-body',
  acceptance: 'PENDING',
  createdById: null,
  hasResolution: false,
  hasPayments: false,
  findings: states.map(finding),
  ...change,
});
/** `edit link`: the verbs without "Evidence"; `-` for none. */
const seen = (who: Who, asked: ProvingPiece): string =>
  pieceVerbs(asking(who), asked)
    .map((verb) => verb.replace('Evidence', ''))
    .join(' ') || '-';

/**
 * Written from domain.md sections 6 and 8: whoever enters evidence changes it while the finding is worked on; the
 * department head, the leader, the secretary and the clerk review it in work and in review; a piece of the body as a whole
 * (loose) is entered by the clerk and reviewed by secretary and clerk; everybody else only reads.
 */
const TABLE = readTable(`
  who        | RECORDED | UNCLAIMED | RECTIFYING                     | IN_REVIEW     | CLOSED | CONTINUING | loose
  -----------|----------|-----------|--------------------------------|---------------|--------|------------|-------------------------------
  handler    | -        | -         | edit link remove               | -             | -      | -          | -
  head       | -        | -         | edit link remove accept reject | accept reject | -      | -          | -
  leader     | -        | -         | accept reject                  | accept reject | -      | -          | -
  secretary  | -        | -         | accept reject                  | accept reject | -      | -          | accept reject
  clerk      | -        | -         | edit link remove accept reject | accept reject | -      | -          | edit link remove accept reject
  discipline | -        | -         | -                              | -             | -      | -          | -
  office     | -        | -         | -                              | -             | -      | -          | -
  sysadmin   | -        | -         | -                              | -             | -      | -          | -
  secadmin   | -        | -         | -                              | -             | -      | -          | -
  auditadmin | -        | -         | -                              | -             | -      | -          | -
  integrator | -        | -         | -                              | -             | -      | -          | -
`);

test('the table has one line for each role', () => expect(TABLE.map((line) => line['who'])).toEqual(EVERYONE));

describe.each(EVERYONE)('%s', (who) => {
  const line = TABLE.find((one) => one['who'] === who)!;
  test.each([...FINDING_STATES, 'loose'] as const)('%s', (state) => {
    expect(seen(who, piece(state === 'loose' ? [] : [state]))).toBe(words(cell(line, state)).join(' ') || '-');
  });
});

const OWN = { createdById: 'account' };
const OTHERS = { createdById: 'somebody' };

test.each<[string, Who, readonly FindingState[], Partial<ProvingPiece>, string]>([
  ['the own piece is taken back, not reviewed', 'head', ['RECTIFYING'], OWN, 'edit link remove'],
  ["another's piece is reviewed, not taken back", 'head', ['RECTIFYING'], OTHERS, 'edit link accept reject'],
  ['a handler corrects what a colleague entered', 'handler', ['RECTIFYING'], OTHERS, 'edit link'],
  [
    'accepted: it stays, and can still be rejected',
    'head',
    ['RECTIFYING'],
    { acceptance: 'ACCEPTED' },
    'edit link reject',
  ],
  [
    'rejected: it stays, and can still be accepted',
    'head',
    ['RECTIFYING'],
    { acceptance: 'REJECTED' },
    'edit link accept',
  ],
  ['a meeting that resolved stays', 'clerk', ['RECTIFYING'], { hasResolution: true }, 'edit link accept reject'],
  ['with payments, where payments are entered', 'handler', ['RECTIFYING'], { hasPayments: true }, 'edit link remove'],
  ['two findings in work', 'clerk', ['RECTIFYING', 'RECTIFYING'], {}, 'edit link remove accept reject'],
  ['one in work, one in review', 'clerk', ['RECTIFYING', 'IN_REVIEW'], {}, 'accept reject'],
  ['one in work, one decided with it', 'clerk', ['RECTIFYING', 'CLOSED'], {}, 'accept'],
  ['one in review, one continued with it', 'secretary', ['IN_REVIEW', 'CONTINUING'], {}, 'accept'],
  ['one in work, one only recorded', 'clerk', ['RECTIFYING', 'RECORDED'], {}, 'accept reject'],
  ["the body's own meeting, entered by oneself", 'clerk', [], OWN, 'edit link remove'],
  ["the body's own meeting of a resolution", 'clerk', [], { hasResolution: true }, 'edit link accept reject'],
  ["another body's meeting", 'clerk', [], { bodyId: 'other-body' }, '-'],
])('%s', (_case, who, states, change, expected) => expect(seen(who, piece(states, change))).toBe(expected));

test('a finding of another department among those it proves stops the head from changing it', () => {
  const foreign = { ...finding('RECTIFYING'), leadDepartmentId: 'other-department', supportingDepartmentIds: [] };
  const asked = piece([], { findings: [finding('RECTIFYING'), foreign] });
  expect(seen('head', asked)).toBe('-');
  expect(seen('clerk', asked)).toBe('edit link remove accept reject');
});
