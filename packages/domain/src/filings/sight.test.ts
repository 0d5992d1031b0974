import { describe, expect, test } from 'vitest';
import { EVERYONE, ROLE_OF, fullGrant, viewerWith } from '../../test/people.ts';
import { DomainError } from '../errors.ts';
import { readSightEnd, SIGHT_STATES, sightRuns, sightVerbsOf, type SightState } from './sight.ts';

const TODAY = '2026-11-22';
const TABLE: Record<SightState, { running: string[][]; over: string[][] }> = {
  // [the office that asked, the secretary]
  PENDING: { running: [['withdrawSight'], ['decideSight']], over: [['withdrawSight'], ['decideSight']] },
  GRANTED: { running: [['withdrawSight', 'openSight'], ['withdrawSight']], over: [[], []] },
  REFUSED: { running: [[], []], over: [[], []] },
  WITHDRAWN: { running: [[], []], over: [[], []] },
};
const office = viewerWith(fullGrant('INSPECTION_OFFICE', { bodyId: 'office', reachedBodyIds: ['own-body'] }));
const other = viewerWith(fullGrant('INSPECTION_OFFICE', { bodyId: 'other-office', reachedBodyIds: ['own-body'] }));
const secretary = viewerWith(fullGrant('SECRETARY'));

describe('who does what with a request for sight', () => {
  test.each(SIGHT_STATES)('%s', (state) => {
    for (const [when, toOn] of [
      ['running', TODAY],
      ['over', '2026-11-21'],
    ] as const) {
      const facts = { bodyId: 'own-body', officeId: 'office', state, toOn: state === 'GRANTED' ? toOn : null };
      expect(
        [office, secretary].map((who) => sightVerbsOf(who, facts, TODAY)),
        when,
      ).toEqual(TABLE[state][when]);
      expect(sightVerbsOf(other, facts, TODAY)).toEqual([]);
      for (const who of EVERYONE.filter((one) => one !== 'secretary' && one !== 'office'))
        expect(sightVerbsOf(viewerWith(fullGrant(ROLE_OF[who])), facts, TODAY), who).toEqual([]);
      expect(sightRuns(facts, TODAY)).toBe(state === 'GRANTED' && when === 'running');
    }
  });
});

test.each([
  [TODAY, true],
  ['2026-12-21', true],
  ['2026-12-22', false],
  ['2026-11-21', false],
  ['2026-11-31', false],
  ['', false],
  [null, false],
])('until %s: %s', (wanted, allowed) => {
  const read = () => readSightEnd(wanted, TODAY, { maxDays: 30 });
  if (allowed) expect(read()).toBe(wanted);
  else expect(read).toThrow(DomainError);
});
