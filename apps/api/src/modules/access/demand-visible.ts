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
  await columnsOfVisible(ctx, tx, type, uuid, what, '1');
}

/** The finding of a record that the viewer may see; a record that he may not see is refused like one that does not exist. */
export async function findingOfVisible(
  ctx: Context,
  tx: Transaction,
  type: string,
  uuid: string,
  what: string,
): Promise<string> {
  const { id } = await columnsOfVisible<{ id: string }>(ctx, tx, type, uuid, what, 'v0.finding_id::text AS id');
  return id;
}

async function columnsOfVisible<T>(
  ctx: Context,
  tx: Transaction,
  type: string,
  uuid: string,
  what: string,
  columns: string,
): Promise<T> {
  const { table, visible } = typeNamed(type);
  const r = reading(ctx);
  const condition = `v0.id = ${r.statement.param(uuid, 'uuid')} AND (${visible('v0', r)})`;
  const sql = `SELECT ${columns} FROM ${table} v0 WHERE ${condition}`;
  const [row] = await tx.$queryRawUnsafe<T[]>(sql, ...r.statement.values);
  if (row === undefined) throw notFound(what);
  return row;
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
