import { describe, expect, test } from 'vitest';
import { ME, ROLE_OF, fullGrant, viewerWith } from '../../test/people.ts';
import { as, publicationDifferences, publicationReady as ready } from '../../test/publication-differences.ts';
import { PUBLICATION_ACCESS } from '../../test/publications.table.ts';
import { cell, readTable, words } from '../../test/tables.ts';
import { PUBLICATION_STATES } from './words.ts';
import {
  PUBLICATION_REASONS,
  PUBLICATION_RULES,
  PUBLICATION_VERBS,
  judgePublication,
  type PublicationFacts,
} from './workflow.ts';

describe('who may what, where it stands', () => {
  const lines = readTable(PUBLICATION_ACCESS);

  test('the table has every state', () => {
    expect(lines.map((line) => cell(line, 'state'))).toEqual([...PUBLICATION_STATES]);
  });

  test('the rules answer as the table is written, and lead where it says', () => {
    expect(publicationDifferences()).toEqual([]);
  });

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
