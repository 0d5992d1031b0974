import type { StepHolders } from '@closeout/domain';

type Step = keyof StepHolders;

/** The office in charge of the finding's round. */
const officeOf = (f: string): string =>
  `(SELECT og.office_id FROM inspection oi JOIN round og ON og.id = oi.round_id WHERE oi.id = ${f}.inspection_id)`;

/** Which role holds each step of a finding's chain, and where its grant must lie. */
const GRANTS: Record<Step, { role: string; at: (g: string, f: string) => string }> = {
  CLERK_CHECK: { role: 'CLERK', at: (g, f) => `${g}.body_id = ${f}.body_id` },
  DEPARTMENT_HEAD: { role: 'DEPARTMENT_HEAD', at: (g, f) => `${g}.department_id = ${f}.lead_department_id` },
  LEADER: { role: 'LEADER', at: (g, f) => `${g}.post_id = ${f}.leader_post_id` },
  SECRETARY: { role: 'SECRETARY', at: (g, f) => `${g}.body_id = ${f}.body_id` },
  OFFICE: { role: 'INSPECTION_OFFICE', at: (g, f) => `${g}.body_id = ${officeOf(f)}` },
};
const STEPS = Object.keys(GRANTS) as Step[];

/** The step that a role holds; no role holds two. */
export const stepOfRole = (role: string): string =>
  `CASE ${role} ${STEPS.map((step) => `WHEN '${GRANTS[step].role}' THEN '${step}'`).join(' ')} END`;

const granted = (step: Step, g: string, f: string): string =>
  `${g}.role = '${GRANTS[step].role}' AND ${GRANTS[step].at(g, f)}`;

/** A grant that holds any step of the finding's chain. */
export const holdsAnyStep = (g: string, f: string): string =>
  STEPS.map((step) => `(${granted(step, g, f)})`).join(' OR ');

/** A holding, now, of the post that leads the finding. */
export const leaderPostHeld = (holding: string, f: string): string =>
  `${holding}.post_id = ${f}.leader_post_id AND ${holding}.to_on IS NULL`;

/**
 * A person holds a step through one of his grants, the leader's also by the post: the one place that says so in SQL. Who of
 * the holders may sign is the domain's (signoff/chain.ts). `otherwise` is for the steps that nobody holds (a resolution).
 */
export function holdsStep(kind: string, g: string, f: string, person: string, otherwise: string): string {
  const cases = STEPS.map((step) => {
    const byPost =
      step === 'LEADER'
        ? ` OR EXISTS (SELECT 1 FROM post_holding oh WHERE oh.person_id = ${person} AND ${leaderPostHeld('oh', f)})`
        : '';
    return `WHEN '${step}' THEN (${granted(step, g, f)})${byPost}`;
  });
  return `CASE ${kind} ${cases.join(' ')} ELSE ${otherwise} END`;
}
