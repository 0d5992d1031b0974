import { describe, expect, test } from 'vitest';
import { EVERYONE, fullGrant, ROLE_OF, viewerWith } from '../../test/people.ts';
import { action, readyFacts } from '../../test/facts.ts';
import { missingForCloseOut, missingToClose } from '../findings/gate.ts';
import type { FindingFacts } from '../findings/facts.ts';
import { lackingOf, mayAcknowledge, mayReadUrge } from './urge.ts';

const facts = (state: FindingFacts['state']): FindingFacts =>
  readyFacts({
    state,
    actions: [action(1, { pieces: [{ kind: 'FILE', acceptance: 'PENDING' }] })],
    points: [{ ordinal: 1, outcome: null }],
  });

describe('what a finding lacks', () => {
  test.each(['UNCLAIMED', 'RECTIFYING'] as const)('%s: what its submission needs', (state) => {
    expect(lackingOf(facts(state))).toEqual(missingForCloseOut(facts(state)));
    expect(lackingOf(facts(state)).map((one) => one.code)).toContain('POINT_OUTCOME');
  });

  test('in review: what its closing needs', () => {
    expect(lackingOf(facts('IN_REVIEW'))).toEqual(missingToClose(facts('IN_REVIEW')));
  });
});

describe('a 催报单 to my department', () => {
  const own = { bodyId: 'own-body', departmentId: 'own-department' };
  const whoMay = (may: (who: ReturnType<typeof viewerWith>) => boolean) =>
    EVERYONE.filter((who) => may(viewerWith(fullGrant(ROLE_OF[who]))));

  test('is acknowledged by its head alone, read by head, secretary and clerk', () => {
    expect(whoMay((viewer) => mayAcknowledge(viewer, own))).toEqual(['head']);
    expect(whoMay((viewer) => mayReadUrge(viewer, own))).toEqual(['head', 'secretary', 'clerk']);
  });

  test('of another department is read by secretary and clerk', () => {
    expect(whoMay((viewer) => mayReadUrge(viewer, { ...own, departmentId: 'other' }))).toEqual(['secretary', 'clerk']);
  });

  test('of another body is nobody’s', () => {
    expect(whoMay((viewer) => mayReadUrge(viewer, { bodyId: 'foreign', departmentId: 'other' }))).toEqual([]);
  });
});
