import type { TableChange } from '@closeout/documents';
import { DomainError, entersOnBehalf, rolesFor } from '@closeout/domain';
import type { Context } from '../../../graphql/context.ts';
import { decodeId, encodeId } from '../../../read/ids.ts';
import { editAction } from '../../actions/edit-action.ts';
import { updateProgress } from '../../actions/update-progress.ts';
import { fromDate } from '../../day.ts';
import { assign } from '../../findings/assign-finding.ts';
import { nameHandler } from '../../findings/claim-finding.ts';
import { editFinding } from '../../findings/edit-finding.ts';
import { textsOf } from './finding-texts.ts';
import type { FindingNow } from './ledger-now.ts';
import { headingOf } from './remark.ts';
import type { Resolved } from './resolve.ts';
import type { AssignValues, EditActionValues, EditFindingValues } from './values.ts';

export interface Cell {
  change: TableChange;
  resolved: Resolved;
  /** The finding as it stood when the table began to be written. */
  now: FindingNow;
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

/** How often this table has changed each finding so far: every verb on it, or on one of its actions, is one version. */
type Done = Map<string, number>;

/** The version that the finding has now; the verb that follows makes it another. */
function nextVersion(done: Done, { row }: FindingNow): number {
  const before = done.get(row.id) ?? 0;
  done.set(row.id, before + 1);
  return row.version + before;
}

async function carryFinding(ctx: Context, cells: readonly Cell[], done: Done): Promise<void> {
  const { now } = cells[0] as Cell;
  const at = () => ({ findingId: encodeId('fnd', now.row.id), version: nextVersion(done, now) });
  const assigned = together<AssignValues>(cells, 'assign');
  if (assigned !== undefined) {
    const { leaderId, leadDepartmentId, supportingDepartmentIds, ...rest } = assigned;
    const ids = {
      leaderId: global('pst', leaderId),
      leadDepartmentId: global('dep', leadDepartmentId),
      supportingDepartmentIds: supportingDepartmentIds?.map((id) => encodeId('dep', id)),
    };
    await assign(ctx, given({ ...at(), ...rest, ...ids }));
  }
  const handler = together<{ handlerId: string }>(cells, 'nameHandler');
  if (handler !== undefined) await nameHandler(ctx, { ...at(), handlerId: encodeId('psn', handler.handlerId) });
  const edited = together<EditFindingValues>(cells, 'editFinding');
  if (edited !== undefined) await editFinding(ctx, { ...at(), ...textsOf(now.row, edited) });
}

/** A report of progress through a table: the words; that an action is done stays as it was. The clerk's names the department and the table. */
function reportOf(ctx: Context, { now, change }: Cell, source: string) {
  const action = now.row.actions.find(({ id }) => id === uuid(change.actionId ?? ''));
  const department = action?.departmentId ?? now.row.leadDepartmentId;
  const onBehalf = entersOnBehalf(rolesFor(ctx.viewer, 'updateProgress', now.facts)) && department !== null;
  return {
    ...(action?.state === 'DONE'
      ? { state: 'DONE' as const, doneOn: fromDate(action.doneOn) }
      : { state: 'IN_PROGRESS' as const }),
    ...(onBehalf ? { onBehalfOf: encodeId('dep', department), onBehalfSource: source } : {}),
  };
}

async function carryAction(
  ctx: Context,
  actionId: string,
  cells: readonly Cell[],
  done: Done,
  source: string,
): Promise<void> {
  const first = cells[0] as Cell;
  let version = first.change.actionVersion ?? 0;
  const edited = together<EditActionValues>(cells, 'editAction');
  if (edited !== undefined) {
    const { departmentId, handlerId, ...rest } = edited;
    const ids = { departmentId: global('dep', departmentId), handlerId: global('psn', handlerId) };
    nextVersion(done, first.now);
    await editAction(ctx, given({ actionId, version, ...rest, ...ids }));
    version += 1;
  }
  const reported = together<{ text: string }>(cells, 'updateProgress');
  if (reported === undefined) return;
  nextVersion(done, first.now);
  await updateProgress(ctx, { actionId, version, text: reported.text, ...reportOf(ctx, first, source) });
}

/** The refusal of an operation, with the row and column of the table that it is about. */
function placed(error: unknown, cells: readonly Cell[]): unknown {
  if (!(error instanceof DomainError)) return error;
  const first = cells[0]?.change;
  const place = { row: first?.row ?? 0, column: [...new Set(cells.map(({ change }) => headingOf(change.column)))].join('、') }; // prettier-ignore
  return new DomainError(error.refusals.map((one) => ({ ...one, params: { ...one.params, ...place } })));
}

/** Carries accepted cells out, record by record: who is responsible first, then the finding's words, then its actions. */
export async function carryOut(ctx: Context, cells: readonly Cell[], source: string): Promise<void> {
  const done: Done = new Map();
  for (const { resolved, change } of cells) {
    if (!('refusal' in resolved)) continue;
    throw new DomainError({ code: 'CONFLICT', rule: 'imports.recheck', message: `${resolved.refusal.en} (row ${change.row}): compare again` }); // prettier-ignore
  }
  const inOrder = cells.toSorted((a, b) => a.change.seq - b.change.seq || (a.change.ordinal ?? 0) - (b.change.ordinal ?? 0)); // prettier-ignore
  const groups = Map.groupBy(inOrder, ({ change }) => change.actionId ?? change.findingId);
  for (const [id, own] of groups) {
    try {
      if (own[0]?.change.actionId === null) await carryFinding(ctx, own, done);
      else await carryAction(ctx, id, own, done, source);
    } catch (error) {
      throw placed(error, own);
    }
  }
}
