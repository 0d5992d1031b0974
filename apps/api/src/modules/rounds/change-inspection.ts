import {
  canInBody,
  canManageRound,
  demandNoSecret,
  demandPlansKept,
  DomainError,
  invalid,
  LIMITS,
  notFound,
  readPlans,
  type PlanKind,
  type Viewer,
} from '@closeout/domain';
import type { Body } from '@closeout/prisma/client';
import type { Context } from '../../graphql/context.ts';
import { uuidOf } from '../../read/ids.ts';
import { before, given, lockRecord } from '../audit/change-record.ts';
import { inTransaction, type AuditEntry, type Transaction } from '../audit/in-transaction.ts';
import { ifGiven } from '../bodies/change-body.ts';
import { fromDate, toOptionalDate } from '../day.ts';
import { optionalText } from '../text.ts';
import { checkedSettings, demandSomeRounds, lockRound, nameActor } from './change-round.ts';
import type { EditInspectionInput, OpenInspectionsInput } from './round.inputs.ts';

/** On site before the feedback, in order. */
function demandOrder(days: { onSiteFrom?: string | null; onSiteTo?: string | null; feedbackOn?: string | null }): void {
  if (days.onSiteFrom && days.onSiteTo && days.onSiteTo < days.onSiteFrom)
    throw invalid('onSiteTo', 'rounds.days', 'the last day on site lies before the first');
  if (days.onSiteFrom && days.feedbackOn && days.feedbackOn < days.onSiteFrom)
    throw invalid('feedbackOn', 'rounds.days', 'the feedback lies before the first day on site');
}

/** The bodies to inspect, each on its own: in the viewer's reach, or under the same administration as the office (行政区划). */
async function bodiesOf(ctx: Context, tx: Transaction, officeId: string | null, ids: string[]): Promise<Body[]> {
  const bodies = await tx.body.findMany({ where: { id: { in: ids }, kind: 'INSPECTED', active: true } });
  const office = officeId === null ? null : await tx.body.findUnique({ where: { id: officeId } });
  const reached = (body: Body): boolean =>
    canInBody(ctx.viewer, 'manageRounds', body.id) ||
    (body.regionCode !== null && body.regionCode === office?.regionCode);
  if (bodies.length !== ids.length || !bodies.every(reached)) throw notFound('one of the bodies');
  return bodies;
}

/** The named bodies, each once, at most a batch of them. */
function namedBodies(ids: readonly string[]): string[] {
  const bodyIds = [...new Set(ids)].map((id) => uuidOf(id, 'bdy', 'one of the bodies'));
  if (bodyIds.length === 0) throw invalid('bodyIds', 'input.required', 'name at least one body');
  if (bodyIds.length <= LIMITS.batch) return bodyIds;
  const message = `at most ${LIMITS.batch} bodies at once`;
  throw new DomainError({
    code: 'LIMIT',
    rule: 'input.batch',
    field: 'bodyIds',
    message,
    params: { limit: LIMITS.batch },
  });
}

/** A body is inspected once in a round; the refusal names those that are. */
async function demandNotOpened(tx: Transaction, roundId: string, bodyIds: string[]): Promise<void> {
  const there = await tx.inspection.findMany({
    where: { roundId, bodyId: { in: bodyIds } },
    include: { body: true },
  });
  if (there.length === 0) return;
  const message = `already inspected in this round: ${there.map((one) => one.body.shortName).join(', ')}`;
  throw new DomainError({ code: 'DUPLICATE', rule: 'rounds.opened', field: 'bodyIds', message });
}

/** The office reaches what it has just opened, in the answer already. */
const reachingToo = (viewer: Viewer, officeId: string | null, bodyIds: readonly string[]): Viewer => ({
  ...viewer,
  grants: viewer.grants.map((grant) =>
    grant.role === 'INSPECTION_OFFICE' && grant.bodyId === officeId
      ? { ...grant, reachedBodyIds: [...new Set([...grant.reachedBodyIds, ...bodyIds])] }
      : grant,
  ),
});

/** What single bodies of the list have of their own, by body. */
function ownFacts(input: OpenInspectionsInput, bodyIds: readonly string[]) {
  const facts = new Map<string, { feedbackOn?: Date; plans?: PlanKind[] }>();
  for (const [index, line] of (input.own ?? []).entries()) {
    const field = `own.${index}`;
    const bodyId = uuidOf(line.bodyId, 'bdy', 'one of the bodies');
    if (!bodyIds.includes(bodyId)) throw invalid(field, 'rounds.ownBody', 'a line is about one of the bodies to open');
    if (facts.has(bodyId)) throw invalid(field, 'rounds.ownTwice', 'a body has one line of its own');
    demandOrder({ onSiteFrom: input.onSiteFrom, feedbackOn: line.feedbackOn });
    facts.set(bodyId, {
      ...(line.feedbackOn ? { feedbackOn: toOptionalDate(line.feedbackOn) as Date } : {}),
      ...(line.plans ? { plans: readPlans(line.plans) } : {}),
    });
  }
  return facts;
}

/** Opens inspections of many bodies with the same days, or their own, all or none, each with its entry in the trail. */
export async function openInspections(
  ctx: Context,
  input: OpenInspectionsInput,
): Promise<{ roundId: string; inspectionIds: string[] }> {
  demandSomeRounds(ctx.viewer);
  const roundId = uuidOf(input.roundId, 'rnd', 'the round');
  const classification = demandNoSecret(input.classification);
  const bodyIds = namedBodies(input.bodyIds);
  demandOrder(input);
  const own = ownFacts(input, bodyIds);
  const common = {
    roundId,
    classification,
    plans: readPlans(input.plans),
    type: input.type ?? ('ROUTINE' as const),
    team: optionalText(input.team, 'team', LIMITS.name) ?? null,
    onSiteFrom: toOptionalDate(input.onSiteFrom) ?? null,
    onSiteTo: toOptionalDate(input.onSiteTo) ?? null,
    feedbackOn: toOptionalDate(input.feedbackOn) ?? null,
  };
  const opened = await inTransaction(ctx, async (tx) => {
    const round = await lockRound(ctx, tx, roundId);
    const bodies = await bodiesOf(ctx, tx, round.officeId, bodyIds);
    await demandNotOpened(tx, roundId, bodyIds);
    const data = bodies.map(({ id: bodyId }) => ({ ...common, ...own.get(bodyId), bodyId }));
    await nameActor(ctx, tx);
    const made = await tx.inspection.createManyAndReturn({ data });
    const events = made.map(({ id, bodyId }): AuditEntry => ({
      verb: 'openInspections',
      recordType: 'Inspection',
      recordId: id,
      bodyId,
      after: { ...common, ...own.get(bodyId) },
    }));
    return {
      value: { roundId, officeId: round.officeId, inspectionIds: made.map((one) => one.id) },
      events: events as [AuditEntry, ...AuditEntry[]],
    };
  });
  ctx.viewer = reachingToo(ctx.viewer, opened.officeId, bodyIds);
  return opened;
}

/** The plans after a change; one that findings belong to stays. */
async function plansOf(tx: Transaction, id: string, wanted: PlanKind[] | null | undefined) {
  if (wanted === null || wanted === undefined) return undefined;
  const used = await tx.finding.findMany({ where: { inspectionId: id }, distinct: ['plan'], select: { plan: true } });
  const plans = readPlans(wanted);
  demandPlansKept(
    plans,
    used.map((one) => one.plan),
  );
  return plans;
}

export async function editInspection(ctx: Context, input: EditInspectionInput): Promise<string> {
  demandSomeRounds(ctx.viewer);
  const id = uuidOf(input.inspectionId, 'ins', 'the inspection');
  const days = {
    onSiteFrom: input.onSiteFrom,
    onSiteTo: input.onSiteTo,
    feedbackOn: input.feedbackOn,
    planAcceptedOn: input.planAcceptedOn,
  };
  return inTransaction(ctx, async (tx) => {
    const known = await tx.inspection.findUnique({ where: { id }, include: { round: true } });
    if (known === null || !canManageRound(ctx.viewer, known.round.officeId)) throw notFound('the inspection');
    const inspection = await lockRecord(
      tx,
      { table: 'inspection', recordType: 'Inspection', id, what: 'the inspection', version: input.version },
      () => tx.inspection.findUnique({ where: { id } }),
    );
    demandOrder({
      onSiteFrom: fromDate(inspection.onSiteFrom),
      onSiteTo: fromDate(inspection.onSiteTo),
      feedbackOn: fromDate(inspection.feedbackOn),
      ...given(days),
    });
    const patch = given({
      plans: await plansOf(tx, id, input.plans),
      type: ifGiven(input.type),
      team: optionalText(input.team, 'team', LIMITS.name),
      onSiteFrom: toOptionalDate(days.onSiteFrom),
      onSiteTo: toOptionalDate(days.onSiteTo),
      feedbackOn: toOptionalDate(days.feedbackOn),
      planAcceptedOn: toOptionalDate(days.planAcceptedOn),
      settings: checkedSettings(input.settings, known.round.settings),
    });
    await nameActor(ctx, tx);
    await tx.inspection.update({ where: { id }, data: { ...patch, version: { increment: 1 } } });
    return {
      value: id,
      events: [
        {
          verb: 'editInspection',
          recordType: 'Inspection',
          recordId: id,
          bodyId: inspection.bodyId,
          before: before(inspection, patch),
          after: { ...patch, ...given(days) },
        },
      ],
    };
  });
}
