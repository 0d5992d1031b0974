import { cellWords, findingRows, printOf, type CellOwner, type LedgerColumn } from '@closeout/documents';
import type { FindingFacts } from '@closeout/domain';
import type { Context } from '../../../graphql/context.ts';
import { findingsWithin } from '../../access/visibility.ts';
import { reading } from '../../findings/change-finding.ts';
import { findingFactsSql, readFacts } from '../../findings/finding.facts.ts';
import { settingsOfInspection } from '../../rounds/settings-of-inspection.ts';
import { ledgerRowsOf, piecesOf, type LedgerRow } from '../../reports/ledger-rows.ts';
import { sheetFinding } from '../../reports/ledger-sheet.ts';

/** Which records of an inspection's ledger the viewer may change by a table, with their numbers and versions. Keys are uuids. */
export interface Reach {
  findings: ReadonlyMap<string, { seq: number; version: number }>;
  actions: ReadonlyMap<string, { findingId: string; ordinal: number; version: number }>;
}

/** What the viewer may change by a table in this inspection: what is not here answers like an absent record. */
export async function reachOf(ctx: Context, inspectionId: string): Promise<Reach> {
  const r = reading(ctx);
  const within = `f.inspection_id = ${r.statement.param(inspectionId, 'text::uuid')} AND (${findingsWithin('changeByTable', 'f', r)})`;
  const findings = await ctx.db.$queryRawUnsafe<{ id: string; seq: number; version: number }[]>(
    `SELECT f.id, f.seq, f.version FROM finding f WHERE ${within}`,
    ...r.statement.values,
  );
  const actions = await ctx.db.$queryRawUnsafe<{ id: string; finding_id: string; ordinal: number; version: number }[]>(
    `SELECT a.id, a.finding_id, a.ordinal, a.version FROM action a JOIN finding f ON f.id = a.finding_id WHERE ${within}`,
    ...r.statement.values,
  );
  return {
    findings: new Map(findings.map(({ id, ...rest }) => [id, rest])),
    actions: new Map(actions.map(({ id, finding_id: findingId, ...rest }) => [id, { findingId, ...rest }])),
  };
}

/** A finding as it stands: its row, its facts, and the words of its cells. */
export interface FindingNow {
  row: LedgerRow;
  facts: FindingFacts;
  /** What the ledger prints in a cell; an action by its uuid. */
  words(column: LedgerColumn, owner: CellOwner, actionId: string | null): string;
}

type Words = ReadonlyMap<string, string>;

/** Loads these findings as the ledger prints them now, with what their rules ask. */
export async function findingsNow(
  ctx: Context,
  inspectionId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, FindingNow>> {
  const rows = await ledgerRowsOf(ctx.db, ids);
  const pieces = await piecesOf(ctx, rows);
  const { settings } = await settingsOfInspection(ctx.db, inspectionId);
  const facts = await factsOfAll(ctx, ids);
  return new Map(
    rows.flatMap((row): [string, FindingNow][] => {
      const own = facts.get(row.id);
      if (own === undefined) return [];
      const words = wordsOf(row, sheetFinding(row, pieces, settings));
      const at = (column: LedgerColumn, owner: CellOwner, actionId: string | null): string =>
        words.get(`${column} ${owner === 'ACTION' ? actionId : ''}`) ?? words.get(`${column} `) ?? '';
      return [[row.id, { row, facts: own, words: at }]];
    }),
  );
}

/** Both the finding's own words of every column and, where they differ from row to row, those of each action. */
function wordsOf(row: LedgerRow, sheet: Parameters<typeof findingRows>[0]): Words {
  const own = findingRows({ ...sheet, actions: [] });
  const words = new Map((own[0] ?? []).map(({ field, words: text }) => [`${field} `, cellWords(text)]));
  findingRows(sheet).forEach((line, index) => {
    const action = row.actions[index];
    for (const { field, owner, words: text } of line)
      if (owner === 'ACTION' && action !== undefined) words.set(`${field} ${action.id}`, cellWords(text));
  });
  return words;
}

async function factsOfAll(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, FindingFacts>> {
  const r = reading(ctx);
  const text = `SELECT f.id, ${findingFactsSql('f', r)} AS facts FROM finding f WHERE f.id = ANY(${r.statement.param(ids, 'text[]::uuid[]')})`;
  const found = await ctx.db.$queryRawUnsafe<{ id: string; facts: unknown }[]>(text, ...r.statement.values);
  return new Map(found.map(({ id, facts }) => [id, readFacts(facts)]));
}

/** Whether the ledger still says what was exported. */
export const standsAsExported = (now: string, base: string): boolean => printOf(now) === base;
