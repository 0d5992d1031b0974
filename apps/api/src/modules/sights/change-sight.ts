import {
  canInBody,
  DomainError,
  forbidden,
  invalid,
  LIMITS,
  notFound,
  readSightEnd,
  shanghaiDay,
  whyNotSight,
  type SightVerb,
} from '@closeout/domain';
import type { Prisma, Sight } from '@closeout/prisma/client';
import type { Context } from '../../graphql/context.ts';
import { uuidOf } from '../../read/ids.ts';
import { demandVisible } from '../access/demand-visible.ts';
import { inTransaction, type AuditEntry, type Transaction } from '../audit/in-transaction.ts';
import { fromDate, toDate } from '../day.ts';
import { demandVersion } from '../findings/change-finding.ts';
import { settingsOfInspection } from '../rounds/settings-of-inspection.ts';
import { postTitleOf } from '../signoff/chain-records.ts';
import { optionalText, requireText } from '../text.ts';
import type { DecideSightInput, OpenSightInput, RequestSightInput, SightInput } from './sight.inputs.ts';

const entryOf = (verb: string, sight: Sight, more: Partial<AuditEntry> = {}): AuditEntry => ({
  verb,
  recordType: 'Sight',
  recordId: sight.id,
  bodyId: sight.bodyId,
  ...more,
});

/** The office in whose name the viewer asks. */
function askingOffice(ctx: Context, bodyId: string): string {
  const grant = ctx.viewer.grants.find((one) => canInBody({ ...ctx.viewer, grants: [one] }, 'requestSight', bodyId));
  if (grant === undefined || grant.bodyId === null) throw forbidden('requestSight');
  return grant.bodyId;
}

/** The findings by their outlines, each once and all of this inspection. */
async function namedFindings(tx: Transaction, inspectionId: string, outlineIds: readonly string[]): Promise<string[]> {
  const ids = [...new Set(outlineIds.map((id) => uuidOf(id, 'out', 'one of the findings')))];
  if (ids.length > LIMITS.batch)
    throw invalid('outlineIds', 'input.batch', `at most ${LIMITS.batch} findings at once`, { limit: LIMITS.batch });
  const there = await tx.finding.count({ where: { id: { in: ids }, inspectionId } });
  if (there !== ids.length) throw notFound('one of the findings');
  return ids;
}

/** The office asks, with a reason, for named findings or for the whole inspection. */
export async function requestSight(ctx: Context, input: RequestSightInput): Promise<string> {
  const inspectionId = uuidOf(input.inspectionId, 'ins', 'the inspection');
  const reason = requireText(input.reason, 'reason', LIMITS.reason);
  return inTransaction(ctx, async (tx) => {
    await demandVisible(ctx, tx, 'Inspection', inspectionId, 'the inspection');
    const { bodyId } = await tx.inspection.findUniqueOrThrow({ where: { id: inspectionId } });
    const officeId = askingOffice(ctx, bodyId);
    const ids = await namedFindings(tx, inspectionId, input.outlineIds ?? []);
    const sight = await tx.sight.create({
      data: {
        inspectionId,
        bodyId,
        officeId,
        whole: ids.length === 0,
        reason,
        requestedByName: ctx.viewer.name,
        requestedAt: ctx.now(),
        findings: { create: ids.map((findingId) => ({ findingId })) },
      },
    });
    return { value: sight.id, events: [entryOf('requestSight', sight, { after: { findings: ids.length }, reason })] };
  });
}

/** Locks a request that the viewer sees, and refuses what the rules do not allow now. */
async function lockSight(ctx: Context, tx: Transaction, verb: SightVerb, sightId: string): Promise<Sight> {
  const id = uuidOf(sightId, 'sgt', 'the request');
  await demandVisible(ctx, tx, 'Sight', id, 'the request');
  await tx.$queryRawUnsafe('SELECT 1 FROM sight WHERE id = $1::uuid FOR UPDATE', id);
  const sight = await tx.sight.findUniqueOrThrow({ where: { id } });
  const reason = whyNotSight(ctx.viewer, verb, { ...sight, toOn: fromDate(sight.toOn) }, shanghaiDay(ctx.now()));
  if (reason === 'FORBIDDEN') throw forbidden(verb);
  if (reason !== null)
    throw new DomainError({
      code: 'ILLEGAL_TRANSITION',
      rule: 'filings.sight',
      message: `${verb} is not possible: the request is ${sight.state}`,
      params: { state: sight.state },
    });
  return sight;
}

async function changeSight(
  ctx: Context,
  verb: SightVerb,
  input: SightInput,
  work: (tx: Transaction, sight: Sight) => Promise<{ patch: Prisma.SightUpdateInput; reason?: string | null }>,
): Promise<string> {
  return inTransaction(ctx, async (tx) => {
    const sight = await lockSight(ctx, tx, verb, input.sightId);
    const seen = { id: sight.id, version: sight.version, updatedByName: null, updatedAt: sight.requestedAt };
    await demandVersion(tx, seen, 'Sight', input.version);
    const { patch, reason } = await work(tx, sight);
    await tx.sight.update({ where: { id: sight.id }, data: { ...patch, version: { increment: 1 } } });
    const after = { state: patch.state, toOn: patch.toOn };
    return {
      value: sight.id,
      events: [entryOf(verb, sight, { before: { state: sight.state }, after, reason: reason ?? null })],
    };
  });
}

/** The secretary grants sight from today for a time within the settings, or refuses with a reason. */
export async function decideSight(ctx: Context, input: DecideSightInput): Promise<string> {
  const answer = input.grant
    ? (optionalText(input.answer, 'answer', LIMITS.reason) ?? null)
    : requireText(input.answer, 'answer', LIMITS.reason);
  return changeSight(ctx, 'decideSight', input, async (tx, sight) => {
    const today = shanghaiDay(ctx.now());
    const { settings } = await settingsOfInspection(tx, sight.inspectionId);
    const decided = {
      answer,
      decidedByName: ctx.viewer.name,
      decidedByPost: await postTitleOf(tx, ctx.viewer.personId),
      decidedAt: ctx.now(),
    };
    if (!input.grant) return { patch: { ...decided, state: 'REFUSED' }, reason: answer };
    const toOn = toDate(readSightEnd(input.toOn, today, settings.sight));
    return { patch: { ...decided, state: 'GRANTED', fromOn: toDate(today), toOn }, reason: answer };
  });
}

/** Ends it: what was granted can no longer be read with the very next request. */
export const withdrawSight = (ctx: Context, input: SightInput): Promise<string> =>
  changeSight(ctx, 'withdrawSight', input, async () => ({
    patch: { state: 'WITHDRAWN', withdrawnByName: ctx.viewer.name, withdrawnAt: ctx.now() },
  }));

/** Opens one finding for this person and this day: the reading is logged before anything can be read. */
export async function openSight(ctx: Context, input: OpenSightInput): Promise<string> {
  const findingId = uuidOf(input.outlineId, 'out', 'the finding');
  return inTransaction(ctx, async (tx) => {
    const sight = await lockSight(ctx, tx, 'openSight', input.sightId);
    const finding = await tx.finding.findFirst({
      where: {
        id: findingId,
        inspectionId: sight.inspectionId,
        ...(sight.whole ? {} : { sights: { some: { sightId: sight.id } } }),
      },
      select: { refNo: true },
    });
    if (finding === null) throw notFound('the finding');
    const key = {
      findingId,
      personId: ctx.viewer.personId as string,
      openedOn: toDate(shanghaiDay(ctx.now())),
      sightId: sight.id,
    };
    await tx.sightOpening.upsert({
      where: { findingId_personId_openedOn_sightId: key },
      create: { ...key, personName: ctx.viewer.name, lastAt: ctx.now() },
      update: { times: { increment: 1 }, lastAt: ctx.now() },
    });
    return {
      value: findingId,
      events: [
        {
          verb: 'openSight',
          recordType: 'Finding',
          recordId: findingId,
          bodyId: sight.bodyId,
          after: { refNo: finding.refNo, sight: `sgt_${sight.id}` },
          reason: sight.reason,
        },
      ],
    };
  });
}
