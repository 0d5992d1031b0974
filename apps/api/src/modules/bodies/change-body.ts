import { canInBody, DomainError, forbidden, invalid, LIMITS, type Viewer } from '@closeout/domain';
import type { Body } from '@closeout/prisma/client';
import type { Context } from '../../graphql/context.ts';
import { uuidOf } from '../../read/ids.ts';
import { before, given, lockRecord } from '../audit/change-record.ts';
import { inTransaction, type Transaction } from '../audit/in-transaction.ts';
import { optionalText, requireText } from '../text.ts';
import type { CreateBodyInput, EditBodyInput, SetSupervisionInput } from './body.inputs.ts';

/** The directory is kept by who manages all of it. Asked before any id is looked at: the refusal tells nothing about what exists. */
export function demandDirectory(viewer: Viewer): void {
  if (!canInBody(viewer, 'manageDirectory', null)) throw forbidden('manageDirectory');
}

/** A required text that may stay away: absent stays, null and empty are refused. */
export const requiredIfGiven = (value: string | null | undefined, field: string, limit: number): string | undefined =>
  value === undefined ? undefined : requireText(value, field, limit);

/** A switch or number that may stay away; null counts as absent, because there is nothing to clear. */
export const ifGiven = <T>(value: T | null | undefined): T | undefined => value ?? undefined;

const code = (
  value: string | null | undefined,
  field: string,
  pattern: RegExp,
  words: string,
): string | null | undefined => {
  const text = optionalText(value, field, 30);
  if (typeof text === 'string' && !pattern.test(text)) throw invalid(field, `bodies.${field}`, words);
  return text;
};

export const creditCode = (value: string | null | undefined) =>
  code(value, 'creditCode', /^[0-9A-Z]{18}$/, 'a 统一社会信用代码 has 18 digits and capital letters');
export const regionCode = (value: string | null | undefined) =>
  code(value, 'regionCode', /^\d{6}(\d{3}|\d{6})?$/, 'a 行政区划代码 has 6, 9 or 12 digits');

/** Names are unique in the installation; the refusal says which one is taken. */
export async function demandFreeName(
  tx: Transaction,
  names: { name?: string; shortName?: string },
  except: string | null,
): Promise<void> {
  for (const field of ['name', 'shortName'] as const) {
    const value = names[field];
    if (value === undefined) continue;
    const taken = await tx.body.findFirst({
      where: { [field]: value, ...(except === null ? {} : { id: { not: except } }) },
    });
    if (taken !== null)
      throw new DomainError({
        code: 'DUPLICATE',
        rule: 'bodies.name',
        field,
        message: `there is a body named ${value} already`,
      });
  }
}

export async function createBody(ctx: Context, input: CreateBodyInput): Promise<string> {
  demandDirectory(ctx.viewer);
  const data = {
    kind: input.kind,
    name: requireText(input.name, 'name', LIMITS.name),
    shortName: requireText(input.shortName, 'shortName', 40),
    creditCode: creditCode(input.creditCode) ?? null,
    regionCode: regionCode(input.regionCode) ?? null,
  };
  return inTransaction(ctx, async (tx) => {
    await demandFreeName(tx, data, null);
    const { id } = await tx.body.create({ data });
    return { value: id, events: [{ verb: 'createBody', recordType: 'Body', recordId: id, bodyId: id, after: data }] };
  });
}

export async function editBody(ctx: Context, input: EditBodyInput): Promise<string> {
  demandDirectory(ctx.viewer);
  const id = uuidOf(input.bodyId, 'bdy', 'the body');
  const patch = given({
    name: requiredIfGiven(input.name, 'name', LIMITS.name),
    shortName: requiredIfGiven(input.shortName, 'shortName', 40),
    creditCode: creditCode(input.creditCode),
    regionCode: regionCode(input.regionCode),
    active: ifGiven(input.active),
  });
  return inTransaction(ctx, async (tx) => {
    const body = await lockBody(tx, id, input.version);
    await demandFreeName(tx, patch, id);
    await tx.body.update({ where: { id }, data: { ...patch, version: { increment: 1 } } });
    return {
      value: id,
      events: [
        { verb: 'editBody', recordType: 'Body', recordId: id, bodyId: id, before: before(body, patch), after: patch },
      ],
    };
  });
}

export const lockBody = (tx: Transaction, id: string, version?: number): Promise<Body> =>
  lockRecord(tx, { table: 'body', recordType: 'Body', id, what: 'the body', version }, () =>
    tx.body.findUnique({ where: { id } }),
  );

/** Replaces what a discipline group supervises: who reads for it sees exactly these bodies with the next request. */
export async function setSupervision(ctx: Context, input: SetSupervisionInput): Promise<string> {
  demandDirectory(ctx.viewer);
  const groupId = uuidOf(input.groupId, 'bdy', 'the discipline group');
  const bodyIds = [...new Set(input.bodyIds)].map((id) => uuidOf(id, 'bdy', 'the body'));
  return inTransaction(ctx, async (tx) => {
    const group = await lockBody(tx, groupId, input.version);
    if (group.kind !== 'DISCIPLINE_GROUP')
      throw invalid('groupId', 'bodies.group', `${group.shortName} is no discipline group`);
    const found = await tx.body.count({ where: { id: { in: bodyIds }, kind: 'INSPECTED' } });
    if (found !== bodyIds.length) throw invalid('bodyIds', 'bodies.supervised', 'only inspected bodies are supervised');
    const old = await tx.supervision.findMany({ where: { groupId } });
    await tx.supervision.deleteMany({ where: { groupId } });
    await tx.supervision.createMany({ data: bodyIds.map((bodyId) => ({ groupId, bodyId })) });
    await tx.body.update({ where: { id: groupId }, data: { version: { increment: 1 } } });
    return {
      value: groupId,
      events: [
        {
          verb: 'setSupervision',
          recordType: 'Supervision',
          recordId: groupId,
          bodyId: groupId,
          before: { bodyIds: old.map((one) => one.bodyId) },
          after: { bodyIds },
        },
      ],
    };
  });
}
