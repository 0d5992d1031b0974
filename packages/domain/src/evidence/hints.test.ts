import { describe, expect, test } from 'vitest';
import { readyFacts } from '../../test/facts.ts';
import { EVERYONE, ROLE_OF, fullGrant, viewerWith } from '../../test/people.ts';
import { FINDING_STATES } from '../vocabulary.ts';
import { hintsOf, seesHints, type HintFacts } from './hints.ts';

const NOTHING: HintFacts = { indicators: [], spellings: [] };
const value = (kind: 'BASELINE' | 'PROGRESS', numerator: number, denominator: number | null, definition: string) => ({
  kind,
  definition,
  numerator,
  denominator,
  statedBasisPoints: null,
  asOf: '2026-11-01',
});

describe('the hints of a finding', () => {
  test('none where nothing is odd', () => {
    expect(hintsOf(NOTHING)).toEqual([]);
  });

  test('name what they are about, in the order of the rules', () => {
    const firms = [value('BASELINE', 248, null, '高新技术企业'), value('PROGRESS', 423, 718, '规上工业企业')];
    const over = [value('BASELINE', 3, 10, 'x'), value('PROGRESS', 11, 10, 'x')];
    const spellings = [['饮片', '饮品']] as const;
    expect(
      hintsOf({
        indicators: [
          { name: '企业', readings: firms },
          { name: '率', readings: over },
        ],
        spellings,
      }),
    ).toEqual([
      { code: 'INDICATOR_DEFINITION', subject: '企业' },
      { code: 'INDICATOR_DENOMINATOR', subject: '企业' },
      { code: 'INDICATOR_OVER_WHOLE', subject: '率' },
      { code: 'PARTY_SPELLING', subject: '饮片 / 饮品' },
    ]);
  });
});

describe('who is shown them', () => {
  const asking = (who: (typeof EVERYONE)[number]) =>
    viewerWith(fullGrant(ROLE_OF[who], { reachedBodyIds: ['own-body'] }));

  test('the department and the clerk first; everybody who reads the finding once it was submitted', () => {
    for (const state of FINDING_STATES) {
      const seeing = EVERYONE.filter((who) => seesHints(asking(who), readyFacts({ state })));
      const first = ['handler', 'head', 'clerk'];
      expect(seeing, state).toEqual(['IN_REVIEW', 'CLOSED', 'CONTINUING'].includes(state) ? [...EVERYONE] : first);
    }
  });
});
