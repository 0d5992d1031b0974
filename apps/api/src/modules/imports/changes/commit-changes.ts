import type { TableAddition, TableChange, TableChanges } from '@closeout/documents';
import { DomainError } from '@closeout/domain';
import type { Context } from '../../../graphql/context.ts';
import { decodeId } from '../../../read/ids.ts';
import { plain, type AuditEntry, type Transaction } from '../../audit/in-transaction.ts';
import { demandVersion } from '../../findings/change-finding.ts';
import { settingsOfInspection } from '../../rounds/settings-of-inspection.ts';
import { readingOf, type FoundImport, type ImportChange } from '../change-import.ts';
import { directoryOf } from '../commit/directory.ts';
import { addRows } from './add-rows.ts';
import { carryOut, type Cell } from './carry-out.ts';
import { findingsNow } from './ledger-now.ts';
import { tableChangesOf } from './read-changes.ts';
import { resolve } from './resolve.ts';
import { stateAfter, stateBefore } from './table-state.ts';

/** Most records that one table changes at once: all of it must fit into one transaction. */
const MAX_RECORDS = 1_000;

const uuid = (id: string | null): string => decodeId(id ?? '')?.uuid ?? '';
const idsOf = (ids: readonly (string | null)[]): string[] => [...new Set(ids.filter((id) => id !== null).map(uuid))];

/** The records that accepted cells and rows are about, with the versions that were checked. */
interface Touched {
  findings: ReadonlyMap<string, number>;
  actions: ReadonlyMap<string, number>;
}

function touchedBy(changes: readonly TableChange[], additions: readonly TableAddition[]): Touched {
  const findings = [
    ...changes.map((one) => [uuid(one.findingId), one.findingVersion] as const),
    ...additions.flatMap((one) => (one.findingId === null ? [] : [[uuid(one.findingId), one.findingVersion ?? 0] as const])), // prettier-ignore
  ];
  const actions = changes.flatMap((one) => (one.actionId === null ? [] : [[uuid(one.actionId), one.actionVersion ?? 0] as const])); // prettier-ignore
  return { findings: new Map(findings), actions: new Map(actions) };
}

/** Locks the findings and refuses the whole table where one of its records was changed after the check, naming who did what. */
async function demandChecked(tx: Transaction, { findings, actions }: Touched): Promise<void> {
  const ids = [...findings.keys()];
  await tx.$queryRaw`SELECT 1 FROM finding WHERE id = ANY(${ids}::text[]::uuid[]) ORDER BY id FOR UPDATE`;
  const present = await tx.finding.findMany({ where: { id: { in: ids } } });
  const own = await tx.action.findMany({ where: { id: { in: [...actions.keys()] } } });
  if (present.length < findings.size || own.length < actions.size)
    throw new DomainError({ code: 'CONFLICT', rule: 'imports.recheck', message: 'a record is not there any more: compare again' }); // prettier-ignore
  for (const action of own) await demandVersion(tx, action, 'Action', actions.get(action.id));
  for (const finding of present) await demandVersion(tx, finding, 'Finding', findings.get(finding.id));
}

/** Each accepted cell in the words of the ledger's operations, read again as things stand. */
async function resolvedCells(ctx: Context, found: FoundImport, changes: readonly TableChange[]): Promise<Cell[]> {
  const { planAcceptedOn } = await settingsOfInspection(ctx.db, found.inspectionId);
  const context = { viewer: ctx.viewer, directory: await directoryOf(ctx.db, found.bodyId), planAcceptedOn };
  const now = await findingsNow(ctx, found.inspectionId, idsOf(changes.map(({ findingId }) => findingId)));
  return changes.map((change) => {
    const finding = now.get(uuid(change.findingId));
    if (finding === undefined)
      throw new DomainError({ code: 'CONFLICT', rule: 'imports.recheck', message: 'a finding is out of reach now: compare again' }); // prettier-ignore
    const place = { column: change.column, owner: change.owner, cell: change.cell, actionUuid: change.actionId === null ? null : uuid(change.actionId) }; // prettier-ignore
    return { change, resolved: resolve(place, finding, context), now: finding };
  });
}

const accepted = <T extends { accepted: boolean; refusal: unknown }>(list: readonly T[]): T[] =>
  list.filter((one) => one.accepted && one.refusal === null);

function demandSome(
  changes: readonly TableChange[],
  additions: readonly TableAddition[],
  { findings, actions }: Touched,
): void {
  if (changes.length + additions.length === 0)
    throw new DomainError({
      code: 'MISSING',
      rule: 'imports.nothingAccepted',
      message: 'no cell of the table is taken',
    });
  const records = findings.size + actions.size + additions.length;
  if (records > MAX_RECORDS)
    throw new DomainError({ code: 'LIMIT', rule: 'imports.tooManyChanges', message: `${records} records at once; at most ${MAX_RECORDS}`, params: { count: records, limit: MAX_RECORDS } }); // prettier-ignore
}

/**
 * Carries the accepted cells out by the ledger's own operations, each with its rights, rules and entries in the trail, all in
 * this one transaction: the first refusal takes everything back. What stood before is kept for taking the table back.
 */
export async function commitChanges(ctx: Context, tx: Transaction, found: FoundImport): Promise<ImportChange> {
  const { parsed } = await readingOf(tx, found.id);
  const table: TableChanges = tableChangesOf(parsed);
  const changes = accepted(table.changes);
  const additions = accepted(table.additions);
  const touched = touchedBy(changes, additions);
  demandSome(changes, additions, touched);
  await demandChecked(tx, touched);
  const events: AuditEntry[] = [];
  const inside: Context = { ...ctx, transact: (work) => work(tx), gather: (entries) => void events.push(...entries) };
  const cells = await resolvedCells(ctx, found, changes);
  const before = await stateBefore(tx, [...touched.findings.keys()]);
  await carryOut(inside, cells, `表格《${found.fileName}》`);
  const created = await addRows(inside, tx, found.inspectionId, additions);
  const applied = await stateAfter(tx, before, created);
  return {
    patch: { state: 'COMMITTED', committedAt: ctx.now(), applied: plain(applied) },
    after: { cells: changes.length, added: additions.length, findings: touched.findings.size },
    events,
  };
}
