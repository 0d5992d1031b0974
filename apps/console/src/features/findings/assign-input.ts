import type { AssignInput, PlanKind, RemediationType } from '../../gql/graphql.ts';

export type DeadlineMode = 'KEEP' | 'RULE' | 'DATE' | 'ONGOING';
export type AssignForm = {
  leaderId: string | null;
  leadDepartmentId: string | null;
  supportingDepartmentIds: string[];
  subjectIds: string[];
  remediationType: RemediationType | null;
  plan: PlanKind;
  deadline: DeadlineMode;
  dueOn: string | null;
  dueText: string;
};

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function deadlineInput(form: AssignForm): Partial<AssignInput> {
  switch (form.deadline) {
    case 'KEEP':
      return {};
    case 'RULE':
      return { dueOn: null, remediationType: form.remediationType };
    case 'DATE':
      return { dueOn: form.dueOn, dueKind: 'DATE', dueText: form.dueText.trim() || null };
    case 'ONGOING':
      return { dueOn: null, dueKind: 'ONGOING', dueText: form.dueText.trim() || null };
  }
}

/**
 * Only what was changed is sent: sending the leader again would ask the secretary to confirm him again. A new class with
 * the deadline kept sends the date it had, because the server otherwise counts it anew by the round's rule.
 */
export function assignInput(before: AssignForm, after: AssignForm): Partial<AssignInput> {
  const plain = [
    'leaderId',
    'leadDepartmentId',
    'supportingDepartmentIds',
    'subjectIds',
    'remediationType',
    'plan',
  ] as const;
  const changed = Object.fromEntries(
    plain.filter((key) => !same(before[key], after[key])).map((key) => [key, after[key]]),
  );
  const keptDate = after.deadline === 'KEEP' && changed.remediationType && before.dueOn ? { dueOn: before.dueOn } : {};
  return { ...changed, ...keptDate, ...deadlineInput(after) };
}
