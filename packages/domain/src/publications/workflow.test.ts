import { describe, expect, test } from 'vitest';
import { EVERYONE, ME, ROLE_OF, fullGrant, viewerWith, type Who } from '../../test/people.ts';
import { cell, readTable, words } from '../../test/tables.ts';
import { PUBLICATION_STATES, type PublicationState } from './words.ts';
import {
  PUBLICATION_REASONS,
  PUBLICATION_RULES,
  PUBLICATION_VERBS,
  judgePublication,
  publicationTransitions,
  type PublicationFacts,
} from './workflow.ts';

/** Written by hand: what each of the three can do where it stands, everything being ready and an earlier version being up. */
const TABLE = `
  state      | clerk | leader | secretary
  -----------|-------|--------|----------
  DRAFT      | draftPublication editPassage decidePassage acceptPassage decideHit setPublicPage proposePublication takeDown | - | decideHit unmaskHit takeDown
  PROPOSED   | setPublicPage takeDown recordPublicationSignature | reviewPublication returnPublication | takeDown
  REVIEWED   | setPublicPage takeDown recordPublicationSignature | - | approvePublication returnPublication takeDown
  APPROVED   | setPublicPage publish takeDown                    | - | returnPublication takeDown
  PUBLISHED  | draftPublication setPublicPage takeDown           | - | takeDown
  TAKEN_DOWN | draftPublication setPublicPage takeDown           | - | takeDown
`;
const LEADS: Partial<Record<string, PublicationState>> = {
  draftPublication: 'DRAFT',
  proposePublication: 'PROPOSED',
  reviewPublication: 'REVIEWED',
  approvePublication: 'APPROVED',
  returnPublication: 'DRAFT',
  publish: 'PUBLISHED',
};

const as = (who: Who) => viewerWith(fullGrant(ROLE_OF[who]));
const ready = (state: PublicationState): PublicationFacts => ({
  bodyId: 'own-body',
  state,
  proposedById: 'proposer',
  reviewedById: 'reviewer',
  openHits: 0,
  askedHits: 0,
  pendingPassages: 0,
  passages: 3,
  isUp: true,
});

describe('who may what, where it stands', () => {
  const lines = readTable(TABLE);

  test('the table has every state', () => {
    expect(lines.map((line) => cell(line, 'state'))).toEqual([...PUBLICATION_STATES]);
  });

  for (const line of lines)
    for (const who of EVERYONE) {
      const state = cell(line, 'state') as PublicationState;
      const expected = who === 'clerk' || who === 'leader' || who === 'secretary' ? words(cell(line, who)) : [];
      test(`${state} × ${who}: ${expected.join(' ') || '-'}`, () => {
        const allowed = publicationTransitions(as(who), ready(state)).filter((one) => one.allowed);
        expect(allowed.map(({ verb }) => verb).toSorted()).toEqual(expected.toSorted());
        for (const { verb, to } of allowed)
          expect(to, verb).toBe(
            verb === 'takeDown' ? (state === 'PUBLISHED' ? 'TAKEN_DOWN' : state) : (LEADS[verb] ?? state),
          );
        // Another body's people do nothing with it.
        expect(publicationTransitions(as(who), { ...ready(state), bodyId: 'other-body' })).toEqual([]);
      });
    }

  test('every verb is somebody’s in some state', () => {
    const told = new Set(
      lines.flatMap((line) => ['clerk', 'leader', 'secretary'].flatMap((who) => words(cell(line, who)))),
    );
    expect(told).toEqual(new Set(PUBLICATION_VERBS));
    expect(Object.keys(PUBLICATION_RULES)).toEqual([...PUBLICATION_VERBS]);
  });
});

describe('three different people', () => {
  const all = viewerWith(...(['clerk', 'leader', 'secretary'] as const).map((who) => fullGrant(ROLE_OF[who])));
  const judge = (verb: 'reviewPublication' | 'approvePublication', facts: Partial<PublicationFacts>) =>
    judgePublication(all, verb, {
      ...ready(verb === 'reviewPublication' ? 'PROPOSED' : 'REVIEWED'),
      ...facts,
    }).reason;

  test('whoever holds every role still neither reviews nor approves what he proposed', () => {
    expect(judge('reviewPublication', { proposedById: ME })).toBe('OWN_PROPOSAL');
    expect(judge('approvePublication', { proposedById: ME })).toBe('OWN_PROPOSAL');
    expect(judge('approvePublication', { reviewedById: ME })).toBe('OWN_REVIEW');
    expect(judge('reviewPublication', {})).toBeNull();
    expect(judge('approvePublication', {})).toBeNull();
  });

  test('an account without a person signs nothing', () => {
    const nobody = { ...as('leader'), personId: null };
    expect(judgePublication(nobody, 'reviewPublication', ready('PROPOSED')).reason).toBe('FORBIDDEN');
  });
});

describe('what must be there first', () => {
  test.each([
    [{ passages: 0 }, 'NOTHING_TO_PUBLISH'],
    [{ openHits: 1 }, 'HITS_UNDECIDED'],
    [{ askedHits: 1 }, 'HITS_UNDECIDED'],
    [{ pendingPassages: 1 }, 'CHANGES_PENDING'],
    [{}, null],
  ] as const)('to propose with %j: %s', (facts, reason) => {
    expect(judgePublication(as('clerk'), 'proposePublication', { ...ready('DRAFT'), ...facts }).reason).toBe(reason);
  });

  test('nothing is taken down that is not up', () => {
    for (const state of PUBLICATION_STATES)
      expect(judgePublication(as('secretary'), 'takeDown', { ...ready(state), isUp: false }).reason).toBe(
        'NOT_PUBLISHED',
      );
  });

  test('every reason is given by a case above or by the table', () => {
    expect(PUBLICATION_REASONS).toHaveLength(8);
    expect(judgePublication(as('clerk'), 'publish', ready('REVIEWED')).reason).toBe('WRONG_STATE');
  });
});
