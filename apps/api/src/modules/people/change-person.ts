import { LIMITS, notFound, shanghaiDay } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import { uuidOf } from '../../read/ids.ts';
import { before, given, lockRecord } from '../audit/change-record.ts';
import { inTransaction, type AuditEntry, type Transaction } from '../audit/in-transaction.ts';
import { demandDirectory, ifGiven, requiredIfGiven } from '../bodies/change-body.ts';
import { toDate } from '../day.ts';
import { optionalText, requireText } from '../text.ts';
import type { CreatePersonInput, EditPersonInput } from './people.inputs.ts';

export async function createPerson(ctx: Context, input: CreatePersonInput): Promise<string> {
  demandDirectory(ctx.viewer);
  const bodyId = uuidOf(input.bodyId, 'bdy', 'the body');
  const data = {
    bodyId,
    name: requireText(input.name, 'name', LIMITS.name),
    phone: optionalText(input.phone, 'phone', 40) ?? null,
  };
  return inTransaction(ctx, async (tx) => {
    if ((await tx.body.findUnique({ where: { id: bodyId } })) === null) throw notFound('the body');
    const { id } = await tx.person.create({ data });
    return {
      value: id,
      events: [{ verb: 'createPerson', recordType: 'Person', recordId: id, bodyId, after: { name: data.name } }],
    };
  });
}

/** Who leaves may no longer sign in, and leaves the posts with the end of the day: both in the same change. */
async function leave(ctx: Context, tx: Transaction, personId: string, bodyId: string): Promise<AuditEntry[]> {
  const today = toDate(shanghaiDay(ctx.now()));
  await tx.$executeRaw`UPDATE post_holding SET to_on = greatest(from_on, ${today}::date) WHERE person_id = ${personId}::uuid AND to_on IS NULL`;
  const account = await tx.account.findUnique({ where: { personId } });
  if (account === null || !account.active) return [];
  await tx.account.update({ where: { id: account.id }, data: { active: false, version: { increment: 1 } } });
  await tx.session.deleteMany({ where: { accountId: account.id } });
  return [
    {
      verb: 'disableAccount',
      recordType: 'Account',
      recordId: account.id,
      bodyId,
      before: { active: true },
      after: { active: false },
      reason: 'the person left',
    },
  ];
}

export async function editPerson(ctx: Context, input: EditPersonInput): Promise<string> {
  demandDirectory(ctx.viewer);
  const id = uuidOf(input.personId, 'psn', 'the person');
  const patch = given({
    name: requiredIfGiven(input.name, 'name', LIMITS.name),
    phone: optionalText(input.phone, 'phone', 40),
    active: ifGiven(input.active),
  });
  return inTransaction(ctx, async (tx) => {
    const person = await lockRecord(
      tx,
      { table: 'person', recordType: 'Person', id, what: 'the person', version: input.version },
      () => tx.person.findUnique({ where: { id } }),
    );
    await tx.person.update({ where: { id }, data: { ...patch, version: { increment: 1 } } });
    const left = patch.active === false && person.active ? await leave(ctx, tx, id, person.bodyId) : [];
    return {
      value: id,
      events: [
        {
          verb: 'editPerson',
          recordType: 'Person',
          recordId: id,
          bodyId: person.bodyId,
          before: before(person, patch),
          after: patch,
        },
        ...left,
      ],
    };
  });
}
