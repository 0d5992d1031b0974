import { describe, expect, test } from 'vitest';
import { fullGrant, viewerWith } from '../../test/people.ts';
import { cell, readTable, words } from '../../test/tables.ts';
import type { Viewer } from '../access/viewer.ts';
import {
  isAcknowledged,
  missingRoles,
  rolesOfPost,
  sideOf,
  whyNotAcknowledge,
  type HandoverFacts,
  type PostGrant,
} from './handover.ts';

/** From domain.md sections 1 and 8: who acknowledges what, while the outgoing person is there, is gone, and was the secretary. */
const SIDES = `
  who             | outgoing is there | is gone  | was secretary and is gone
  ----------------|-------------------|----------|--------------------------
  outgoing        | OUTGOING          | OUTGOING | OUTGOING
  incoming        | INCOMING          | INCOMING | INCOMING
  secretary       | -                 | IN_PLACE | -
  deputy of him   | -                 | -        | -
  sysadmin        | -                 | -        | IN_PLACE
  clerk           | -                 | -        | -
  another leader  | -                 | -        | -
  other secretary | -                 | -        | -
`;

/** O: outgoing saw, I: incoming saw; of the list as it is now (now), of an older one (old), or of none (-). */
const ACKNOWLEDGED = `
  O   | I   | roles missing | outgoing             | incoming             | complete
  ----|-----|---------------|----------------------|----------------------|---------
  -   | -   | -             | may                  | may                  | no
  now | -   | -             | ALREADY_ACKNOWLEDGED | may                  | no
  -   | now | -             | may                  | ALREADY_ACKNOWLEDGED | no
  old | now | -             | may                  | ALREADY_ACKNOWLEDGED | no
  now | old | -             | ALREADY_ACKNOWLEDGED | may                  | no
  now | now | -             | ALREADY_ACKNOWLEDGED | ALREADY_ACKNOWLEDGED | yes
  -   | -   | LEADER        | may                  | ROLES_MISSING        | no
  now | now | LEADER        | ALREADY_ACKNOWLEDGED | ALREADY_ACKNOWLEDGED | no
`;

const as = (personId: string, ...grants: Parameters<typeof viewerWith>): Viewer => ({
  ...viewerWith(...grants),
  personId,
});
const VIEWERS: Record<string, Viewer> = {
  outgoing: as('outgoing', fullGrant('LEADER')),
  incoming: as('incoming', fullGrant('LEADER')),
  secretary: as('secretary', fullGrant('SECRETARY')),
  'deputy of him': as('deputy', fullGrant('SECRETARY', { deputyFor: 'secretary' })),
  sysadmin: as('sysadmin', fullGrant('SYSTEM_ADMIN')),
  clerk: as('clerk', fullGrant('CLERK')),
  'another leader': as('leader', fullGrant('LEADER')),
  'other secretary': as('other', fullGrant('SECRETARY', { bodyId: 'another-body' })),
};
const facts = (change: Partial<HandoverFacts> = {}): HandoverFacts => ({
  bodyId: 'own-body',
  state: 'OPEN',
  outgoingId: 'outgoing',
  incomingId: 'incoming',
  outgoingGone: false,
  outgoingSecretary: false,
  outgoingSeen: null,
  incomingSeen: null,
  digest: 'now',
  missingRoles: [],
  ...change,
});

describe('who acknowledges as what', () => {
  for (const line of readTable(SIDES))
    test(cell(line, 'who'), () => {
      const viewer = VIEWERS[cell(line, 'who')]!;
      const seen = (change: Partial<HandoverFacts>) => sideOf(viewer, facts(change)) ?? '-';
      expect(seen({})).toBe(cell(line, 'outgoing is there'));
      expect(seen({ outgoingGone: true })).toBe(cell(line, 'is gone'));
      expect(seen({ outgoingGone: true, outgoingSecretary: true })).toBe(cell(line, 'was secretary and is gone'));
    });

  test('who takes the post over does not acknowledge for the other as well', () => {
    const successor = as('incoming', fullGrant('SECRETARY'));
    expect(sideOf(successor, facts({ outgoingGone: true }))).toBe('INCOMING');
  });
});

describe('acknowledging', () => {
  for (const line of readTable(ACKNOWLEDGED))
    test(`outgoing ${cell(line, 'O')}, incoming ${cell(line, 'I')}, missing ${cell(line, 'roles missing')}`, () => {
      const seen = (column: string) => (cell(line, column) === '-' ? null : cell(line, column));
      const missing = words(cell(line, 'roles missing')) as HandoverFacts['missingRoles'];
      const now = facts({ outgoingSeen: seen('O'), incomingSeen: seen('I'), missingRoles: missing });
      for (const who of ['outgoing', 'incoming'])
        expect(whyNotAcknowledge(VIEWERS[who]!, now) ?? 'may').toBe(cell(line, who));
      expect(isAcknowledged(now)).toBe(cell(line, 'complete') === 'yes');
    });

  test.each(['DONE', 'CANCELLED'] as const)('nothing is acknowledged once it is %s', (state) => {
    expect(whyNotAcknowledge(VIEWERS['outgoing']!, facts({ state }))).toBe('WRONG_STATE');
    expect(whyNotAcknowledge(VIEWERS['clerk']!, facts({ state }))).toBe('FORBIDDEN');
  });
});

describe('the roles that a post carries', () => {
  const grants: PostGrant[] = [
    { id: '1', role: 'LEADER', departmentId: null, postId: 'vice' },
    { id: '2', role: 'LEADER', departmentId: null, postId: 'other' },
    { id: '3', role: 'DEPARTMENT_HEAD', departmentId: 'finance', postId: null },
    { id: '4', role: 'HANDLER', departmentId: 'office', postId: null },
    { id: '5', role: 'SECRETARY', departmentId: null, postId: null },
    { id: '6', role: 'CLERK', departmentId: null, postId: null },
    { id: '7', role: 'INTEGRATOR', departmentId: null, postId: null },
  ];
  test.each([
    ['a post of the leadership', { id: 'vice', departmentId: null, leadership: true }, '1 5'],
    ['a head’s post', { id: 'head', departmentId: 'finance', leadership: false }, '3 6'],
    ['a post without a department', { id: 'desk', departmentId: null, leadership: false }, '6'],
  ])('%s', (_words, post, carried) => {
    expect(
      rolesOfPost(post, grants)
        .map((one) => one.id)
        .join(' '),
    ).toBe(carried);
  });

  test('the successor needs each in the same scope', () => {
    const [leader, , head] = grants as [PostGrant, PostGrant, PostGrant];
    expect(missingRoles([leader, head], [])).toEqual(['LEADER', 'DEPARTMENT_HEAD']);
    expect(missingRoles([leader, head], [{ ...leader, id: 'x' }])).toEqual(['DEPARTMENT_HEAD']);
    expect(missingRoles([head], [{ ...head, departmentId: 'office' }])).toEqual(['DEPARTMENT_HEAD']);
    expect(missingRoles([], [])).toEqual([]);
  });
});
