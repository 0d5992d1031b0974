import { demandOrdinal, DomainError, LIMITS } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import { uuidOf } from '../../read/ids.ts';
import { before, given, lockRecord } from '../audit/change-record.ts';
import { inTransaction, type Transaction } from '../audit/in-transaction.ts';
import { requireText } from '../text.ts';
import { demandDirectory, ifGiven, lockBody, requiredIfGiven } from './change-body.ts';
import type { CreateDepartmentInput, EditDepartmentInput } from './body.inputs.ts';

async function demandFreeName(
  tx: Transaction,
  bodyId: string,
  name: string | undefined,
  except: string | null,
): Promise<void> {
  if (name === undefined) return;
  const taken = await tx.department.findUnique({ where: { bodyId_name: { bodyId, name } } });
  if (taken !== null && taken.id !== except)
    throw new DomainError({
      code: 'DUPLICATE',
      rule: 'bodies.departmentName',
      field: 'name',
      message: `the body has a department ${name} already`,
    });
}

export async function createDepartment(ctx: Context, input: CreateDepartmentInput): Promise<string> {
  demandDirectory(ctx.viewer);
  const bodyId = uuidOf(input.bodyId, 'bdy', 'the body');
  const name = requireText(input.name, 'name', LIMITS.name);
  return inTransaction(ctx, async (tx) => {
    await lockBody(tx, bodyId);
    await demandFreeName(tx, bodyId, name, null);
    const ordinal = demandOrdinal(input.ordinal, 'ordinal') ?? (await tx.department.count({ where: { bodyId } })) + 1;
    const { id } = await tx.department.create({ data: { bodyId, name, ordinal } });
    return {
      value: id,
      events: [{ verb: 'createDepartment', recordType: 'Department', recordId: id, bodyId, after: { name, ordinal } }],
    };
  });
}

/** A department that still leads open findings cannot be dissolved: they would have nobody. */
async function demandFree(tx: Transaction, departmentId: string): Promise<void> {
  const open = await tx.finding.count({
    where: { leadDepartmentId: departmentId, state: { notIn: ['CLOSED', 'RECORDED'] } },
  });
  if (open > 0)
    throw new DomainError({
      code: 'ILLEGAL_TRANSITION',
      rule: 'bodies.departmentInUse',
      field: 'active',
      message: `it leads ${open} findings that are not closed: reassign them first`,
      params: { open },
    });
}

export async function editDepartment(ctx: Context, input: EditDepartmentInput): Promise<string> {
  demandDirectory(ctx.viewer);
  const id = uuidOf(input.departmentId, 'dep', 'the department');
  const patch = given({
    name: requiredIfGiven(input.name, 'name', LIMITS.name),
    ordinal: ifGiven(demandOrdinal(input.ordinal, 'ordinal')),
    active: ifGiven(input.active),
  });
  return inTransaction(ctx, async (tx) => {
    const department = await lockRecord(
      tx,
      { table: 'department', recordType: 'Department', id, what: 'the department', version: input.version },
      () => tx.department.findUnique({ where: { id } }),
    );
    await demandFreeName(tx, department.bodyId, patch.name, id);
    if (patch.active === false) await demandFree(tx, id);
    await tx.department.update({ where: { id }, data: { ...patch, version: { increment: 1 } } });
    return {
      value: id,
      events: [
        {
          verb: 'editDepartment',
          recordType: 'Department',
          recordId: id,
          bodyId: department.bodyId,
          before: before(department, patch),
          after: patch,
        },
      ],
    };
  });
}
