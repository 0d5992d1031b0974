import { demandOrdinal, DomainError, invalid, LIMITS } from '@closeout/domain';
import type { Post } from '@closeout/prisma/client';
import type { Context } from '../../graphql/context.ts';
import { optionalUuid, uuidOf } from '../../read/ids.ts';
import { before, given, lockRecord } from '../audit/change-record.ts';
import { inTransaction, type Transaction } from '../audit/in-transaction.ts';
import { demandDirectory, ifGiven, lockBody, requiredIfGiven } from '../bodies/change-body.ts';
import { fromDate, toDate } from '../day.ts';
import { requireText } from '../text.ts';
import { demandNothingHandled } from './handled-items.ts';
import type { CreatePostInput, EditPostInput, HoldPostInput, VacatePostInput } from './people.inputs.ts';

async function demandOwnDepartments(tx: Transaction, bodyId: string, ids: string[], field: string): Promise<void> {
  const found = await tx.department.count({ where: { bodyId, active: true, id: { in: ids } } });
  if (found !== ids.length)
    throw invalid(field, 'people.ownDepartment', `${field} names a department that is not one of this body`);
}

async function demandFreeTitle(
  tx: Transaction,
  bodyId: string,
  title: string | undefined,
  except: string | null,
): Promise<void> {
  if (title === undefined) return;
  const taken = await tx.post.findUnique({ where: { bodyId_title: { bodyId, title } } });
  if (taken !== null && taken.id !== except)
    throw new DomainError({
      code: 'DUPLICATE',
      rule: 'people.postTitle',
      field: 'title',
      message: `the body has a post ${title} already`,
    });
}

async function replaceCharge(
  tx: Transaction,
  post: { id: string; bodyId: string },
  ids: string[] | undefined,
): Promise<void> {
  if (ids === undefined) return;
  await demandOwnDepartments(tx, post.bodyId, ids, 'inChargeOf');
  await tx.postDepartment.deleteMany({ where: { postId: post.id } });
  await tx.postDepartment.createMany({ data: ids.map((departmentId) => ({ postId: post.id, departmentId })) });
}

const departments = (ids: string[] | null | undefined): string[] | undefined =>
  ids ? [...new Set(ids)].map((id) => uuidOf(id, 'dep', 'the department')) : undefined;

export async function createPost(ctx: Context, input: CreatePostInput): Promise<string> {
  demandDirectory(ctx.viewer);
  const bodyId = uuidOf(input.bodyId, 'bdy', 'the body');
  const title = requireText(input.title, 'title', LIMITS.name);
  const departmentId = optionalUuid(input.departmentId, 'dep', 'the department') ?? null;
  const inChargeOf = departments(input.inChargeOf);
  return inTransaction(ctx, async (tx) => {
    await lockBody(tx, bodyId);
    await demandFreeTitle(tx, bodyId, title, null);
    if (departmentId !== null) await demandOwnDepartments(tx, bodyId, [departmentId], 'departmentId');
    const ordinal = demandOrdinal(input.ordinal, 'ordinal') ?? (await tx.post.count({ where: { bodyId } })) + 1;
    const data = { bodyId, title, departmentId, leadership: input.leadership ?? false, ordinal };
    const post = await tx.post.create({ data });
    await replaceCharge(tx, post, inChargeOf);
    return {
      value: post.id,
      events: [
        {
          verb: 'createPost',
          recordType: 'Post',
          recordId: post.id,
          bodyId,
          after: { ...data, inChargeOf: inChargeOf ?? [] },
        },
      ],
    };
  });
}

export const lockPost = (tx: Transaction, id: string, version: number | null): Promise<Post> =>
  lockRecord(tx, { table: 'post', recordType: 'Post', id, what: 'the post', version }, () =>
    tx.post.findUnique({ where: { id } }),
  );

/** A post that is responsible for open findings stays a post of the leadership. */
async function demandFree(tx: Transaction, postId: string, field: string): Promise<void> {
  const open = await tx.finding.count({ where: { leaderPostId: postId, state: { notIn: ['CLOSED', 'RECORDED'] } } });
  if (open > 0)
    throw new DomainError({
      code: 'ILLEGAL_TRANSITION',
      rule: 'people.postInUse',
      field,
      message: `it is responsible for ${open} findings that are not closed: reassign them first`,
      params: { open },
    });
}

/** Who takes a post over while its handover waits would take it without its items. */
export async function demandNoHandover(tx: Transaction, postId: string): Promise<void> {
  if ((await tx.handover.count({ where: { postId, state: 'OPEN' } })) > 0)
    throw new DomainError({
      code: 'DUPLICATE',
      rule: 'people.handoverOpen',
      field: 'postId',
      message: 'a handover of this post waits already',
    });
}

export async function editPost(ctx: Context, input: EditPostInput): Promise<string> {
  demandDirectory(ctx.viewer);
  const id = uuidOf(input.postId, 'pst', 'the post');
  const patch = given({
    title: requiredIfGiven(input.title, 'title', LIMITS.name),
    departmentId: optionalUuid(input.departmentId, 'dep', 'the department'),
    leadership: ifGiven(input.leadership),
    ordinal: ifGiven(demandOrdinal(input.ordinal, 'ordinal')),
    active: ifGiven(input.active),
  });
  const inChargeOf = departments(input.inChargeOf);
  return inTransaction(ctx, async (tx) => {
    const post = await lockPost(tx, id, input.version);
    await demandFreeTitle(tx, post.bodyId, patch.title, id);
    if (patch.departmentId) await demandOwnDepartments(tx, post.bodyId, [patch.departmentId], 'departmentId');
    if (patch.active === false) await demandFree(tx, id, 'active');
    if (patch.leadership === false) await demandFree(tx, id, 'leadership');
    await replaceCharge(tx, post, inChargeOf);
    await tx.post.update({ where: { id }, data: { ...patch, version: { increment: 1 } } });
    return {
      value: id,
      events: [
        {
          verb: 'editPost',
          recordType: 'Post',
          recordId: id,
          bodyId: post.bodyId,
          before: before(post, patch),
          after: { ...patch, ...(inChargeOf ? { inChargeOf } : {}) },
        },
      ],
    };
  });
}

export const DAY_MS = 86_400_000;

/** Ends the present holding; a holding of no whole day is taken back instead. */
export async function endHolding(tx: Transaction, postId: string, lastDay: Date): Promise<string | null> {
  const current = await tx.postHolding.findFirst({ where: { postId, toOn: null } });
  if (current === null) return null;
  if (lastDay < current.fromOn)
    throw invalid(
      'fromOn',
      'people.holdingOrder',
      `the present holder came on ${fromDate(current.fromOn)}: the change must be later`,
      { from: fromDate(current.fromOn) ?? '' },
    );
  await tx.postHolding.update({ where: { id: current.id }, data: { toOn: lastDay } });
  return current.personId;
}

/** The person takes the post, and with it the post's items; the former holder, who handles nothing open, leaves the day before. */
export async function holdPost(ctx: Context, input: HoldPostInput): Promise<string> {
  demandDirectory(ctx.viewer);
  const id = uuidOf(input.postId, 'pst', 'the post');
  const personId = uuidOf(input.personId, 'psn', 'the person');
  const fromOn = toDate(input.fromOn);
  return inTransaction(ctx, async (tx) => {
    const post = await lockPost(tx, id, input.version);
    if (!post.active) throw invalid('postId', 'people.postActive', 'this post was abolished');
    await demandNoHandover(tx, id);
    await demandNothingHandled(tx, post, personId);
    const person = await tx.person.findFirst({ where: { id: personId, bodyId: post.bodyId, active: true } });
    if (person === null) throw invalid('personId', 'people.ownPerson', 'personId names nobody who works in this body');
    const former = await endHolding(tx, id, new Date(fromOn.getTime() - DAY_MS));
    if (former === personId) throw invalid('personId', 'people.holds', `${person.name} holds this post already`);
    await tx.postHolding.create({ data: { postId: id, personId, fromOn } });
    await tx.post.update({ where: { id }, data: { version: { increment: 1 } } });
    return {
      value: id,
      events: [
        {
          verb: 'holdPost',
          recordType: 'Post',
          recordId: id,
          bodyId: post.bodyId,
          before: { holderId: former },
          after: { holderId: personId, fromOn: input.fromOn },
        },
      ],
    };
  });
}

export async function vacatePost(ctx: Context, input: VacatePostInput): Promise<string> {
  demandDirectory(ctx.viewer);
  const id = uuidOf(input.postId, 'pst', 'the post');
  return inTransaction(ctx, async (tx) => {
    const post = await lockPost(tx, id, input.version);
    const former = await endHolding(tx, id, toDate(input.toOn));
    if (former === null) throw invalid('postId', 'people.vacant', 'nobody holds this post');
    await tx.post.update({ where: { id }, data: { version: { increment: 1 } } });
    return {
      value: id,
      events: [
        {
          verb: 'vacatePost',
          recordType: 'Post',
          recordId: id,
          bodyId: post.bodyId,
          before: { holderId: former },
          after: { holderId: null, toOn: input.toOn },
        },
      ],
    };
  });
}
