import { deadlineByRule, deadlineRefusal, demandPlan, DomainError, invalid, type PlanKind } from '@closeout/domain';
import type { Finding, Prisma } from '@closeout/prisma/client';
import type { Context } from '../../graphql/context.ts';
import { optionalUuid, uuidOf } from '../../read/ids.ts';
import type { Transaction } from '../audit/in-transaction.ts';
import { loadCalendar } from '../calendar/load-calendar.ts';
import { fromDate, toDate } from '../day.ts';
import { reasonColumns } from '../rounds/due-reason.ts';
import { settingsOfInspection } from '../rounds/settings-of-inspection.ts';
import { optionalText } from '../text.ts';
import { changeFinding } from './change-finding.ts';
import type { AssignInput, ReassignDepartmentsInput } from './finding.inputs.ts';

/** Refuses a post, department or person of another body: every id is checked on its own. */
async function demandOwn(
  tx: Transaction,
  bodyId: string,
  ids: { posts?: string[]; departments?: string[]; persons?: string[] },
  field: string,
): Promise<void> {
  const { posts = [], departments = [], persons = [] } = ids;
  const found =
    (await tx.post.count({ where: { bodyId, active: true, id: { in: posts } } })) +
    (await tx.department.count({ where: { bodyId, active: true, id: { in: departments } } })) +
    (await tx.person.count({ where: { bodyId, active: true, id: { in: persons } } }));
  if (found !== posts.length + departments.length + persons.length)
    throw invalid(field, 'findings.ownBody', `${field} names somebody who is not in this body`);
}

/** The deadline after an assignment: as the clerk set it, else by the round's rule. */
async function deadlineOf(
  tx: Transaction,
  finding: Finding,
  input: AssignInput,
): Promise<Prisma.FindingUncheckedUpdateManyInput> {
  const text = optionalText(input.dueText, 'dueText', 200);
  const type = input.remediationType === undefined ? finding.remediationType : input.remediationType;
  if (input.dueOn)
    return {
      dueOn: toDate(input.dueOn),
      dueKind: input.dueKind ?? 'DATE',
      dueRule: 'SET_BY_CLERK',
      ...(text === undefined ? {} : { dueText: text }),
    };
  const { settings, feedbackOn } = await settingsOfInspection(tx, finding.inspectionId);
  const byRule = deadlineByRule(feedbackOn, type, settings, await loadCalendar(tx));
  const untouched =
    input.dueOn === undefined &&
    (finding.dueOn !== null || finding.dueKind !== null) &&
    input.remediationType === undefined;
  if (untouched && input.dueKind === undefined && text === undefined) return {};
  if (input.dueKind === 'ONGOING' || byRule === null)
    return {
      dueOn: null,
      dueKind: input.dueKind === 'DATE' ? null : (input.dueKind ?? null),
      dueRule: 'SET_BY_CLERK',
      ...(text === undefined ? {} : { dueText: text }),
    };
  return {
    dueOn: byRule.dueOn === null ? null : toDate(byRule.dueOn),
    dueKind: byRule.kind,
    ...reasonColumns(byRule.reason),
    ...(text === undefined ? {} : { dueText: text }),
  };
}

/** The deadline after an assignment, unless only an extension may change it now. */
async function allowedDeadline(
  tx: Transaction,
  finding: Finding,
  input: AssignInput,
): Promise<Prisma.FindingUncheckedUpdateManyInput> {
  const patch = await deadlineOf(tx, finding, input);
  if (patch.dueOn === undefined) return patch;
  const { planAcceptedOn } = await settingsOfInspection(tx, finding.inspectionId);
  const refusal = deadlineRefusal(planAcceptedOn, fromDate(finding.dueOn), fromDate(patch.dueOn as Date | null));
  if (refusal === null) return patch;
  // another class does not move a day that stands: only whoever asks for another day is refused
  if (input.dueOn === undefined && input.dueKind === undefined)
    return patch.dueText === undefined ? {} : { dueText: patch.dueText };
  throw new DomainError(refusal);
}

async function replaceSupporting(
  tx: Transaction,
  finding: Finding,
  ids: string[] | null | undefined,
  lead: string | null,
): Promise<void> {
  if (ids === undefined || ids === null) return;
  await demandOwn(tx, finding.bodyId, { departments: ids }, 'supportingDepartmentIds');
  if (lead !== null && ids.includes(lead))
    throw invalid(
      'supportingDepartmentIds',
      'findings.leadNotSupporting',
      'the lead department does not support itself',
    );
  await tx.findingDepartment.deleteMany({ where: { findingId: finding.id } });
  await tx.findingDepartment.createMany({ data: ids.map((departmentId) => ({ findingId: finding.id, departmentId })) });
}

async function replaceSubjects(tx: Transaction, finding: Finding, ids: string[] | null | undefined): Promise<void> {
  if (ids === undefined || ids === null) return;
  await demandOwn(tx, finding.bodyId, { persons: ids }, 'subjectIds');
  await tx.findingSubject.deleteMany({ where: { findingId: finding.id } });
  await tx.findingSubject.createMany({ data: ids.map((personId) => ({ findingId: finding.id, personId })) });
}

/** The plan that was asked for, if any: one of those that the visit carries. */
async function planOf(tx: Transaction, finding: Finding, { plan }: AssignInput): Promise<PlanKind | null> {
  if (plan === null || plan === undefined) return null;
  const { plans } = await tx.inspection.findUniqueOrThrow({ where: { id: finding.inspectionId } });
  demandPlan(plans, plan);
  return plan;
}

const many = (ids: string[] | null | undefined, prefix: string, what: string): string[] | null | undefined =>
  ids ? [...new Set(ids)].map((id) => uuidOf(id, prefix, what)) : ids;

/** The clerk proposes leader, departments, subjects and deadline. A new leader must be confirmed by the secretary again. */
export async function assign(ctx: Context, input: AssignInput): Promise<string> {
  const leaderId = optionalUuid(input.leaderId, 'pst', 'the post');
  const leadId = optionalUuid(input.leadDepartmentId, 'dep', 'the department');
  const supporting = many(input.supportingDepartmentIds, 'dep', 'the department');
  const subjects = many(input.subjectIds, 'psn', 'the person');
  return changeFinding(
    ctx,
    { findingId: input.findingId, version: input.version, verb: 'assign' },
    async ({ tx, finding }) => {
      if (leaderId) await demandOwn(tx, finding.bodyId, { posts: [leaderId] }, 'leaderId');
      if (leadId) await demandOwn(tx, finding.bodyId, { departments: [leadId] }, 'leadDepartmentId');
      if (leadId === null && finding.state === 'RECTIFYING')
        throw invalid('leadDepartmentId', 'findings.claimedHasDepartment', 'a claimed finding keeps a lead department');
      await replaceSupporting(tx, finding, supporting, leadId === undefined ? finding.leadDepartmentId : leadId);
      await replaceSubjects(tx, finding, subjects);
      const plan = await planOf(tx, finding, input);
      const newLeader = leaderId !== undefined && leaderId !== finding.leaderPostId;
      return {
        patch: {
          ...(leaderId === undefined ? {} : { leaderPostId: leaderId }),
          ...(newLeader ? { leaderConfirmedAt: null } : {}),
          ...(leadId === undefined
            ? {}
            : { leadDepartmentId: leadId, ...(leadId === finding.leadDepartmentId ? {} : { handlerId: null }) }),
          ...(plan === null ? {} : { plan }),
          ...(input.remediationType === undefined ? {} : { remediationType: input.remediationType }),
          ...(await allowedDeadline(tx, finding, input)),
        },
        after: {
          ...(supporting ? { supportingDepartmentIds: supporting } : {}),
          ...(subjects ? { subjectIds: subjects } : {}),
        },
      };
    },
  );
}

/** The responsible leader may change the departments; a new lead department claims anew. */
export async function reassignDepartments(ctx: Context, input: ReassignDepartmentsInput): Promise<string> {
  const leadId = uuidOf(input.leadDepartmentId, 'dep', 'the department');
  const supporting = many(input.supportingDepartmentIds, 'dep', 'the department');
  return changeFinding(
    ctx,
    { findingId: input.findingId, version: input.version, verb: 'reassignDepartments' },
    async ({ tx, finding }) => {
      await demandOwn(tx, finding.bodyId, { departments: [leadId] }, 'leadDepartmentId');
      await replaceSupporting(tx, finding, supporting, leadId);
      const moved = leadId !== finding.leadDepartmentId;
      return {
        patch: {
          leadDepartmentId: leadId,
          ...(moved ? { state: 'UNCLAIMED' as const, handlerId: null, claimedAt: null } : {}),
        },
        after: supporting ? { supportingDepartmentIds: supporting } : {},
      };
    },
  );
}

/** A person named as handler must work in the same body. */
export const demandHandler = (tx: Transaction, finding: Finding, personId: string): Promise<void> =>
  demandOwn(tx, finding.bodyId, { persons: [personId] }, 'handlerId');
