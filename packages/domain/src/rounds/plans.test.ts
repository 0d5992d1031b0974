import { describe, expect, test } from 'vitest';
import { PLAN_KINDS, RECOMMENDATION_STATES } from '../vocabulary.ts';
import { demandPlan, demandPlansKept, readPlans } from './plans.ts';
import { checkAnswer } from './recommendation.ts';

describe('the plans of a visit', () => {
  test('each once, in their order; none said is the main one', () => {
    expect(readPlans(undefined)).toEqual(['MAIN']);
    expect(readPlans(['IDEOLOGY', 'MAIN', 'IDEOLOGY'])).toEqual(['MAIN', 'IDEOLOGY']);
    expect(readPlans(['PERSONNEL'])).toEqual(['PERSONNEL']);
    expect(() => readPlans([])).toThrow('at least one plan');
  });

  test('a finding belongs to one that is carried, for every pair', () => {
    for (const carried of PLAN_KINDS)
      for (const wanted of PLAN_KINDS) {
        const demand = () => demandPlan([carried], wanted);
        if (carried === wanted) expect(demand).not.toThrow();
        else expect(demand).toThrow('does not carry');
      }
  });

  test('one that findings belong to is not dropped', () => {
    expect(() => demandPlansKept(['MAIN'], ['MAIN', 'PERSONNEL'])).toThrow('PERSONNEL');
    expect(() => demandPlansKept(['MAIN', 'PERSONNEL'], ['MAIN'])).not.toThrow();
  });
});

describe('the answer to a recommendation', () => {
  const TODAY = '2026-11-22';

  test('for every state: what it must have, and what it must not', () => {
    for (const state of RECOMMENDATION_STATES)
      for (const answer of ['已采纳', null])
        for (const answeredOn of [TODAY, '2026-11-23', null]) {
          const allowed = state === 'ANSWERED' ? answer !== null && answeredOn === TODAY : answeredOn === null;
          const check = () => checkAnswer({ state, answer, answeredOn }, TODAY);
          if (allowed) expect(check, `${state} ${answer} ${answeredOn}`).not.toThrow();
          else expect(check, `${state} ${answer} ${answeredOn}`).toThrow();
        }
  });
});
