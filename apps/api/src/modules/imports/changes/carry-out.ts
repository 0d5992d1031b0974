import type { TableChange } from '@closeout/documents';
import { DomainError, entersOnBehalf, rolesFor } from '@closeout/domain';
import type { Context } from '../../../graphql/context.ts';
import { decodeId, encodeId } from '../../../read/ids.ts';
import { editAction } from '../../actions/edit-action.ts';
import { updateProgress } from '../../actions/update-progress.ts';
import type { Transaction } from '../../audit/in-transaction.ts';
import { fromDate } from '../../day.ts';
import { assign } from '../../findings/assign-finding.ts';
import { factsOf } from '../../findings/change-finding.ts';
import { nameHandler } from '../../findings/claim-finding.ts';
import { editFinding } from '../../findings/edit-finding.ts';
import { textsOf } from './finding-texts.ts';
import { headingOf } from './remark.ts';
import type { Resolved } from './resolve.ts';
import type { AssignValues, EditActionValues, EditFindingValues } from './values.ts';

export interface Cell {
  change: TableChange;
  resolved: Resolved;
}

type Verb = Exclude<Resolved, { refusal: unknown }>['verb'];

/** The values of one verb that the cells of a record give together; undefined for none. */
function together<T extends object>(cells: readonly Cell[], verb: Verb): T | undefined {
  const own = cells.flatMap(({ resolved }) => ('verb' in resolved && resolved.verb === verb ? [resolved.values] : []));
  return own.length === 0 ? undefined : (Object.assign({}, ...own) as T);
}

const uuid = (id: string): string => decodeId(id)?.uuid ?? '';
const global = (prefix: string, id: string | null | undefined): string | null | undefined =>
  id === null || id === undefined ? id : encodeId(prefix, id);
const given = <T extends object>(values: T): T =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;

const findingVersion = async (tx: Transaction, id: string): Promise<number> =>
  (await tx.finding.findUniqueOrThrow({ where: { id: uuid(id) }, select: { version: true } })).version;

async function carryFinding(ctx: Context, tx: Transaction, findingId: string, cells: readonly Cell[]): Promise<void> {
  const at = async () => ({ findingId, version: await findingVersion(tx, findingId) });
  const assigned = together<AssignValues>(cells, 'assign');
  if (assigned !== undefined) {
    const { leaderId, leadDepartmentId, supportingDepartmentIds, ...rest } = assigned;
    const ids = {
      leaderId: global('pst', leaderId),
      leadDepartmentId: global('dep', leadDepartmentId),
      supportingDepartmentIds: supportingDepartmentIds?.map((id) => encodeId('dep', id)),
    };
    await assign(ctx, given({ ...(await at()), ...rest, ...ids }));
  }
  const handler = together<{ handlerId: string }>(cells, 'nameHandler');
  if (handler !== undefined) await nameHandler(ctx, { ...(await at()), handlerId: encodeId('psn', handler.handlerId) });
  const edited = together<EditFindingValues>(cells, 'editFinding');
  if (edited !== undefined)
    await editFinding(ctx, { ...(await at()), ...(await textsOf(tx, uuid(findingId), edited)) });
}

/** What is reported of an action through a table: the words; that an action is done stays as it was. */
async function carryProgress(
  ctx: Context,
  tx: Transaction,
  at: { actionId: string; version: number },
  text: string,
  source: string,
): Promise<void> {
  const action = await tx.action.findUniqueOrThrow({ where: { id: uuid(at.actionId) }, include: { finding: true } });
  const roles = rolesFor(ctx.viewer, 'updateProgress', await factsOf(ctx, tx, action.findingId));
  const department = action.departmentId ?? action.finding.leadDepartmentId;
  const done = action.state === 'DONE';
  await updateProgress(ctx, {
    ...at,
    text,
    state: done ? 'DONE' : 'IN_PROGRESS',
    ...(done ? { doneOn: fromDate(action.doneOn) } : {}),
    ...(entersOnBehalf(roles) && department !== null
      ? { onBehalfOf: encodeId('dep', department), onBehalfSource: source }
      : {}),
  });
}

async function carryAction(
  ctx: Context,
  tx: Transaction,
  actionId: string,
  cells: readonly Cell[],
  source: string,
): Promise<void> {
  const version = async (): Promise<number> =>
    (await tx.action.findUniqueOrThrow({ where: { id: uuid(actionId) }, select: { version: true } })).version;
  const edited = together<EditActionValues>(cells, 'editAction');
  if (edited !== undefined) {
    const { departmentId, handlerId, ...rest } = edited;
    const ids = { departmentId: global('dep', departmentId), handlerId: global('psn', handlerId) };
    await editAction(ctx, given({ actionId, version: await version(), ...rest, ...ids }));
  }
  const reported = together<{ text: string }>(cells, 'updateProgress');
  if (reported !== undefined)
    await carryProgress(ctx, tx, { actionId, version: await version() }, reported.text, source);
}

/** The refusal of an operation, with the row and column of the table that it is about. */
function placed(error: unknown, cells: readonly Cell[]): unknown {
  if (!(error instanceof DomainError)) return error;
  const first = cells[0]?.change;
  const place = { row: first?.row ?? 0, column: [...new Set(cells.map(({ change }) => headingOf(change.column)))].join('、') }; // prettier-ignore
  return new DomainError(error.refusals.map((one) => ({ ...one, params: { ...one.params, ...place } })));
}

/** Carries accepted cells out, record by record: who is responsible first, then the finding's words, then its actions. */
export async function carryOut(ctx: Context, tx: Transaction, cells: readonly Cell[], source: string): Promise<void> {
  for (const { resolved, change } of cells) {
    if (!('refusal' in resolved)) continue;
    throw new DomainError({ code: 'CONFLICT', rule: 'imports.recheck', message: `${resolved.refusal.en} (row ${change.row}): compare again` }); // prettier-ignore
  }
  const inOrder = cells.toSorted((a, b) => a.change.seq - b.change.seq || (a.change.ordinal ?? 0) - (b.change.ordinal ?? 0)); // prettier-ignore
  const groups = Map.groupBy(inOrder, ({ change }) => change.actionId ?? change.findingId);
  for (const [id, own] of groups) {
    try {
      if (own[0]?.change.actionId === null) await carryFinding(ctx, tx, id, own);
      else await carryAction(ctx, tx, id, own, source);
    } catch (error) {
      throw placed(error, own);
    }
  }
}
