import { describe, expect, test } from 'vitest';
import { fullGrant, PLACES, viewerWith } from '../../test/people.ts';
import { cell, readTable, words } from '../../test/tables.ts';
import { can, canInBody } from '../access/can.ts';
import { capabilitiesOf } from '../access/capabilities.ts';
import { scopeOf } from '../access/matrix.ts';
import { BODY_VERBS, DEPUTY_VERBS, FINDING_VERBS } from '../access/verbs.ts';
import type { Role } from '../vocabulary.ts';
import {
  confirmerOf,
  DEPUTATION_STATES,
  DEPUTISED_ROLES,
  readPeriod,
  whyNotAppoint,
  whyNotConfirm,
  whyNotEnd,
  type DeputisedRole,
} from './deputies.ts';

const ROLES_HERE: Record<string, Role> = {
  handler: 'HANDLER',
  head: 'DEPARTMENT_HEAD',
  leader: 'LEADER',
  secretary: 'SECRETARY',
  clerk: 'CLERK',
};

/** From domain.md sections 4 and 8: a colleague for a head, one of the leadership for the leadership; the clerk signs nothing. */
const STAND_IN = `
  post      | by handler | by head | by leader | by secretary | by clerk
  ----------|------------|---------|-----------|--------------|---------
  head      | yes        | yes     | yes       | no           | no
  leader    | no         | no      | yes       | yes          | no
  secretary | no         | no      | yes       | no           | no
`;

/** Y asks for X from the 10th to the 20th. Standing: `a/b:from-to`, a stands in for b. */
const TIMES = `
  case                                      | standing              | answer
  ------------------------------------------|-----------------------|-------
  nobody is away                            | -                     | yes
  another pair in the same time             | P/Q:10-20             | yes
  X stands in for a third as well           | X/Q:10-20             | yes
  Y has a deputy that ends the day before   | P/Y:01-09             | yes
  Y has a deputy that begins the day after  | P/Y:21-30             | yes
  Y has a deputy until the first day        | P/Y:01-10             | AWAY_ALREADY
  Y has a deputy from the last day          | P/Y:20-30             | AWAY_ALREADY
  Y has a deputy within                     | P/Y:14-15             | AWAY_ALREADY
  X is away himself                         | P/X:15-16             | DEPUTY_AWAY
  X is away before                          | P/X:01-09             | yes
  Y stands in for somebody                  | Y/Q:15-16             | IS_DEPUTY
  Y stood in for somebody before            | Y/Q:01-09             | yes
  X and Y would stand in for each other     | Y/X:12-18             | DEPUTY_AWAY
`;

const day = (number: string): string => `2026-06-${number}`;
const asked = {
  principalId: 'Y',
  deputyId: 'X',
  fromOn: day('10'),
  toOn: day('20'),
  role: 'LEADER' as const,
  deputyRoles: ['LEADER'] as Role[],
  standing: [],
};

describe('who may stand in for whom', () => {
  for (const line of readTable(STAND_IN))
    test.each(Object.keys(ROLES_HERE))(`the ${cell(line, 'post')} by %s`, (by) => {
      const role = ROLES_HERE[cell(line, 'post')] as DeputisedRole;
      const answer = whyNotAppoint({ ...asked, role, deputyRoles: [ROLES_HERE[by]!] });
      expect(answer).toBe(cell(line, `by ${by}`) === 'yes' ? null : 'NO_STANDING');
    });

  test('nobody for himself, nobody without a role of his own, and one role that fits is enough', () => {
    expect(whyNotAppoint({ ...asked, deputyId: 'Y' })).toBe('SAME_PERSON');
    expect(whyNotAppoint({ ...asked, deputyRoles: [] })).toBe('NO_STANDING');
    expect(whyNotAppoint({ ...asked, deputyRoles: ['CLERK', 'LEADER'] })).toBeNull();
  });
});

describe('at the same time', () => {
  for (const line of readTable(TIMES))
    test(`${cell(line, 'case')}: ${cell(line, 'answer')}`, () => {
      const standing = words(cell(line, 'standing')).map((each) => {
        const [, deputyId, principalId, from, to] = /^(\w+)\/(\w+):(\d+)-(\d+)$/.exec(each)!;
        return { deputyId: deputyId!, principalId: principalId!, fromOn: day(from!), toOn: day(to!) };
      });
      expect(whyNotAppoint({ ...asked, standing }) ?? 'yes').toBe(cell(line, 'answer'));
    });
});

test('two people stand behind a deputation: the secretary confirms, and of his own appointments the deputy', () => {
  expect([confirmerOf(false), confirmerOf(true)]).toEqual(['SECRETARY', 'DEPUTY']);
});

describe('the period', () => {
  const today = '2026-06-10';
  test.each([
    ['2026-06-10', '2026-06-10', null],
    ['2026-06-10', '2026-12-09', null],
    ['2026-06-09', '2026-06-20', 'fromOn'],
    ['2026-06-12', '2026-06-11', 'toOn'],
    ['2026-06-10', '2026-12-10', 'toOn'],
    ['2026-02-30', '2026-06-20', 'fromOn'],
    ['2026-06-10', 'soon', 'toOn'],
  ])('%s to %s: %s', (fromOn, toOn, field) => {
    const read = () => readPeriod(fromOn, toOn, today);
    if (field === null) expect(read()).toEqual({ fromOn, toOn });
    else expect(read).toThrow(expect.objectContaining({ refusals: [expect.objectContaining({ field })] }));
  });
});

describe('what a deputy’s grant carries', () => {
  test.each(DEPUTISED_ROLES)('as %s: sees what the post sees, signs and returns, and nothing else', (role) => {
    const grant = { ...fullGrant(role), deputyFor: 'Y' };
    const [own, deputy] = [viewerWith(fullGrant(role)), viewerWith(grant)];
    for (const place of Object.values(PLACES))
      for (const verb of [...FINDING_VERBS, 'readFinding', 'readRestricted', 'readOutline'] as const)
        expect(can(deputy, verb, place), verb).toBe(DEPUTY_VERBS.includes(verb) && can(own, verb, place));
    for (const verb of BODY_VERBS.filter((one) => !DEPUTY_VERBS.includes(one) && scopeOf(role, one) === 'body'))
      expect(canInBody(deputy, verb, grant.bodyId), verb).toBe(false);
    expect(capabilitiesOf(deputy).toSorted()).toEqual(['EVIDENCE', 'INBOX', 'LEDGER', 'MEETINGS', 'MONEY']);
  });
});

/** Appointed by the absent person (own) or by the secretary; C confirms or declines, E ends, - neither. */
const MAY = `
  who                | own | by secretary
  -------------------|-----|-------------
  the absent person  | E   | E
  the deputy         | E   | CE
  the secretary      | CE  | E
  another leader     | -   | -
  the clerk          | -   | -
  another's secretary| -   | -
`;

describe('who confirms and who ends', () => {
  const viewers: Record<string, ReturnType<typeof viewerWith>> = {
    'the absent person': { ...viewerWith(fullGrant('LEADER')), personId: 'Y' },
    'the deputy': { ...viewerWith(fullGrant('LEADER')), personId: 'X' },
    'the secretary': { ...viewerWith(fullGrant('SECRETARY')), personId: 'S' },
    'another leader': { ...viewerWith(fullGrant('LEADER')), personId: 'L' },
    'the clerk': { ...viewerWith(fullGrant('CLERK')), personId: 'C' },
    "another's secretary": { ...viewerWith(fullGrant('SECRETARY', { bodyId: 'another-body' })), personId: 'A' },
  };
  const facts = (bySecretary: boolean) => ({
    bodyId: 'own-body',
    principalId: 'Y',
    deputyId: 'X',
    appointedById: bySecretary ? 'S' : 'Y',
    appointedBySecretary: bySecretary,
    state: 'PROPOSED' as const,
    toOn: '2026-06-20',
  });
  for (const line of readTable(MAY))
    test.each([
      ['own', false],
      ['by secretary', true],
    ] as const)(`${cell(line, 'who')}, %s`, (column, bySecretary) => {
      const viewer = viewers[cell(line, 'who')]!;
      const seen = [
        whyNotConfirm(viewer, facts(bySecretary), '2026-06-20') === null ? 'C' : '',
        whyNotEnd(viewer, facts(bySecretary), '2026-06-20') === null ? 'E' : '',
      ].join('');
      expect(seen || '-').toBe(cell(line, column));
    });

  test('only what waits is confirmed, only what stands is ended, and nothing once it is over', () => {
    const secretary = viewers['the secretary']!;
    const answers = DEPUTATION_STATES.map((state) => [
      state,
      whyNotConfirm(secretary, { ...facts(false), state }, '2026-06-20'),
      whyNotEnd(secretary, { ...facts(false), state }, '2026-06-20'),
    ]);
    expect(answers).toEqual([
      ['PROPOSED', null, null],
      ['CONFIRMED', 'WRONG_STATE', null],
      ['DECLINED', 'WRONG_STATE', 'WRONG_STATE'],
      ['ENDED', 'WRONG_STATE', 'WRONG_STATE'],
    ]);
    expect(whyNotConfirm(secretary, facts(false), '2026-06-21')).toBe('OVER');
    expect(whyNotEnd(secretary, facts(false), '2026-06-21')).toBe('OVER');
  });

  test('a deputy of the secretary confirms nobody', () => {
    const deputy = { ...viewerWith(fullGrant('SECRETARY', { deputyFor: 'S' })), personId: 'L' };
    expect(whyNotConfirm(deputy, facts(false), '2026-06-20')).toBe('FORBIDDEN');
  });
});
