import type {
  ChangedCell,
  ReturnedLedger,
  ReturnedRow,
  TableChange,
  TableChanges,
  TableRemark,
  TableRowRemark,
} from '@closeout/documents';
import { whyNotByTable, type TableColumn } from '@closeout/domain';
import type { Context } from '../../../graphql/context.ts';
import { decodeId, encodeId } from '../../../read/ids.ts';
import type { InspectionWithBody } from '../inspection-for.ts';
import { additionsOf } from './additions.ts';
import { changersOf } from './changers.ts';
import type { Comparing } from './comparing.ts';
import { findingsNow, reachOf, standsAsExported, type FindingNow, type Reach } from './ledger-now.ts';
import { headingOf, remark } from './remark.ts';
import { resolve, type ResolveContext } from './resolve.ts';

const uuid = (id: string): string => decodeId(id)?.uuid ?? '';

/** A row whose records are within reach; ids as uuids. */
interface KnownRow {
  row: ReturnedRow;
  findingId: string;
  actionId: string | null;
}

function known({ findings, actions }: Reach, row: ReturnedRow): KnownRow | null {
  const findingId = uuid(row.key.finding.id);
  const actionId = row.key.action === null ? null : uuid(row.key.action.id);
  if (!findings.has(findingId)) return null;
  if (actionId !== null && actions.get(actionId)?.findingId !== findingId) return null;
  return { row, findingId, actionId };
}

/** Why the rules do not take a cell, in words. */
function refusalOf(ctx: Comparing, now: FindingNow, cell: ChangedCell, actionUuid: string | null): TableRemark | null {
  const { column, owner } = cell;
  const params = { column: headingOf(column), value: cell.text };
  if (owner === 'ACTION' && actionUuid === null) return remark('TABLE_OF_ACTION', params);
  const reason = whyNotByTable(ctx.viewer, column satisfies TableColumn, owner, now.facts);
  switch (reason) {
    case null: {
      const read = resolve({ column, owner, cell, actionUuid }, now, ctx);
      return 'refusal' in read ? read.refusal : null;
    }
    case 'FORBIDDEN':
    case 'WRONG_STATE':
    case 'NUMBER':
    case 'ASPECT':
    case 'EVIDENCE':
    case 'MONEY':
    case 'STATE':
    case 'OF_FINDING':
    case 'OF_ACTION':
      return remark(`TABLE_${reason}`, params);
    default:
      return remark('TABLE_REFUSED', params);
  }
}

/** One changed cell against the ledger as it stands; null where the ledger says the same already. */
function changeOf(ctx: Comparing, { row, findingId, actionId }: KnownRow, cell: ChangedCell): TableChange | null {
  const now = ctx.findings.get(findingId);
  if (now === undefined) return null;
  const ownAction = cell.owner === 'ACTION' ? actionId : null;
  const before = now.words(cell.column, cell.owner, ownAction);
  const after = cell.number ?? cell.text;
  if (before === after) return null;
  const seen = (cell.owner === 'ACTION' ? row.key.action : row.key.finding)?.version;
  const action = ownAction === null ? undefined : ctx.reach.actions.get(ownAction);
  const version = ownAction === null ? now.row.version : action?.version;
  const since = cell.base === null ? seen !== version : !standsAsExported(before, cell.base);
  const refusal = refusalOf(ctx, now, cell, ownAction);
  return {
    row: row.row,
    letter: cell.letter,
    column: cell.column,
    owner: cell.owner,
    findingId: encodeId('fnd', findingId),
    findingVersion: now.row.version,
    actionId: ownAction === null ? null : encodeId('act', ownAction),
    actionVersion: action?.version ?? null,
    seq: now.row.seq,
    ordinal: action?.ordinal ?? null,
    before,
    after,
    cell: { column: cell.column, letter: cell.letter, text: cell.text, number: cell.number, date: cell.date, fault: cell.fault }, // prettier-ignore
    conflict: since && refusal === null ? { by: '', at: '' } : null,
    refusal,
    accepted: !since && refusal === null,
  };
}

/** The cells of a finding's rows are one cell: the same words once, different words refuse each other. */
function oncePerRecord(changes: TableChange[]): TableChange[] {
  const groups = Map.groupBy(changes, (one) => `${one.column} ${one.actionId ?? one.findingId}`);
  return [...groups.values()].flatMap((group) => {
    const words = new Set(group.map(({ after }) => after));
    if (words.size === 1) return group.slice(0, 1);
    return group.map((one) => ({
      ...one,
      conflict: null,
      accepted: false,
      refusal: remark('TABLE_SEVERAL', { column: headingOf(one.column) }),
    }));
  });
}

/** Rows whose records are not there for the viewer: named, nothing is said of what they may be. */
const absentRows = (returned: ReturnedLedger, rows: ReadonlySet<ReturnedRow>): TableRowRemark[] =>
  returned.rows
    .filter((row) => !rows.has(row))
    .map(({ row, changed }) => ({ row, value: changed[0]?.text ?? '', note: remark('TABLE_ABSENT') }));

/** Rows that were exported, are still in the ledger, and did not come back: each finding is named once. */
function missingOf(returned: ReturnedLedger, { findings }: Reach): TableRemark[] {
  const seqs = returned.missing.flatMap(({ finding }) => findings.get(uuid(finding.id))?.seq ?? []);
  return [...new Set(seqs)].toSorted((a, b) => a - b).map((seq) => remark('TABLE_MISSING', { seq }));
}

/** Compares a ledger that came back with the ledger there is, cell by cell, within what the viewer may change. */
export async function compare(
  ctx: Context,
  inspection: InspectionWithBody,
  returned: ReturnedLedger,
  resolving: ResolveContext,
): Promise<TableChanges> {
  const reach = await reachOf(ctx, inspection.id);
  const rows = returned.rows.flatMap((row) => known(reach, row) ?? []);
  const touched = rows.filter(({ row }) => row.changed.length > 0).map(({ findingId }) => findingId);
  const under = returned.added.flatMap((one) => (one.under === null ? [] : uuid(one.under))).filter((id) => reach.findings.has(id)); // prettier-ignore
  const findings = await findingsNow(ctx, inspection.id, [...new Set([...touched, ...under])]);
  const all: Comparing = { ...resolving, reach, findings };
  const changes = oncePerRecord(
    rows.flatMap((one) => one.row.changed.flatMap((cell) => changeOf(all, one, cell) ?? [])),
  );
  const { additions, remarks, taken } = additionsOf(all, inspection, returned, changes);
  return {
    origin: returned.origin,
    sheet: returned.sheet,
    headerRow: returned.headerRow,
    rows: returned.rows.length,
    changes: await changersOf(
      ctx,
      changes.filter((one) => !taken.has(one)),
    ),
    additions,
    remarks: [...absentRows(returned, new Set(rows.map(({ row }) => row))), ...remarks].toSorted(
      (a, b) => a.row - b.row,
    ),
    missing: missingOf(returned, reach),
    unknownColumns: returned.unknownColumns,
  };
}
