import { invalid } from '../errors.ts';
import { PLAN_KINDS, type PlanKind } from '../vocabulary.ts';

/** The plans of a visit, each once and in their order; none given: the main one alone. */
export function readPlans(plans: readonly PlanKind[] | null | undefined): PlanKind[] {
  if (plans === null || plans === undefined) return ['MAIN'];
  if (plans.length === 0) throw invalid('plans', 'plans.some', 'a visit carries at least one plan');
  return PLAN_KINDS.filter((kind) => plans.includes(kind));
}

/** A finding belongs to one of its inspection's plans. */
export function demandPlan(plans: readonly PlanKind[], plan: PlanKind): void {
  if (!plans.includes(plan))
    throw invalid(
      'plan',
      'plans.carried',
      `this visit does not carry the plan ${plan}: it carries ${plans.join(', ')}`,
    );
}

/** A plan with findings is not dropped. */
export function demandPlansKept(next: readonly PlanKind[], used: readonly PlanKind[]): void {
  const gone = used.filter((plan) => !next.includes(plan));
  if (gone.length > 0)
    throw invalid('plans', 'plans.used', `findings belong to ${gone.join(', ')}: move them to another plan first`);
}
