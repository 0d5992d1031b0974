import { invalid, notFound } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import { typeNamed } from '../../read/model.ts';
import type { Transaction } from '../audit/in-transaction.ts';
import { reading } from '../findings/change-finding.ts';

/**
 * Refuses a record that the viewer may not see, in the words used for one that does not exist. It asks the condition of
 * the read model, so that what can be changed is never more than what can be read.
 */
export async function demandVisible(
  ctx: Context,
  tx: Transaction,
  type: string,
  uuid: string,
  what: string,
): Promise<void> {
  const { table, visible } = typeNamed(type);
  const r = reading(ctx);
  const sql = `SELECT 1 FROM ${table} v0 WHERE v0.id = ${r.statement.param(uuid, 'uuid')} AND (${visible('v0', r)})`;
  if ((await tx.$queryRawUnsafe<unknown[]>(sql, ...r.statement.values)).length === 0) throw notFound(what);
}

/** Refuses a department that is none of this body's; answers its name. */
export async function demandDepartment(tx: Transaction, bodyId: string, uuid: string, field: string): Promise<string> {
  const department = await tx.department.findFirst({ where: { id: uuid, bodyId, active: true } });
  if (department === null) throw invalid(field, 'findings.ownBody', `${field} names no department of this body`);
  return department.name;
}

/** Refuses a person who does not work in this body. */
export async function demandPerson(tx: Transaction, bodyId: string, uuid: string, field: string): Promise<void> {
  const found = await tx.person.count({ where: { id: uuid, bodyId, active: true } });
  if (found === 0) throw invalid(field, 'findings.ownBody', `${field} names somebody who is not in this body`);
}
