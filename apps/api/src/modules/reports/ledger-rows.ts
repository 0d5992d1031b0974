import { grantsWith, forbidden } from '@closeout/domain';
import type { Prisma } from '@closeout/prisma/client';
import type { Context } from '../../graphql/context.ts';
import { filterSql } from '../../read/filter.ts';
import { typeNamed } from '../../read/model.ts';
import { Statement } from '../../read/statement.ts';
import type { Transaction } from '../audit/in-transaction.ts';
import { findingsWithin, visibleEvidence } from '../access/visibility.ts';
import { reading } from '../findings/change-finding.ts';
import type { LedgerFilter } from './ledger-filter.ts';
import { demandClasses } from './progress-report.ts';

const NAME = { select: { name: true } } as const;
const POST = { select: { title: true, holdings: { where: { toOn: null }, select: { person: NAME } } } } as const;
const INCLUDE = {
  aspect: true,
  leaderPost: POST,
  leadDepartment: NAME,
  handler: NAME,
  supportingDepartments: { select: { department: NAME }, orderBy: { department: { ordinal: 'asc' } } },
  points: { orderBy: { ordinal: 'asc' } },
  actions: { include: { department: NAME, handler: NAME }, orderBy: { ordinal: 'asc' } },
  sums: { include: { recoveries: true }, orderBy: { ordinal: 'asc' } },
} as const satisfies Prisma.FindingInclude;

/** One finding with everything that the official ledger prints. */
export type LedgerRow = Prisma.FindingGetPayload<{ include: typeof INCLUDE }>;

/** Pieces of evidence by action id, as the ledger prints them: number and title. */
export type PiecesByAction = ReadonlyMap<string, string[]>;

/** Who may take anything of a ledger along; what exactly is bounded by the rows. */
export function demandExport(ctx: Context): void {
  if (grantsWith(ctx.viewer, 'exportLedger').length === 0) throw forbidden('exportLedger');
  demandClasses(ctx);
}

/** The findings of an inspection within the viewer's right to export, filtered as the ledger filters, in their order. */
export async function ledgerRows(ctx: Context, inspectionId: string, filter: LedgerFilter): Promise<LedgerRow[]> {
  demandExport(ctx);
  const r = reading(ctx);
  const within = findingsWithin('exportLedger', 'f', r);
  const sql = `SELECT f.id FROM finding f WHERE f.inspection_id = ${r.statement.param(inspectionId, 'text::uuid')} AND (${within})${filterSql(r, typeNamed('Finding'), 'f', filter)}`;
  const ids = await ctx.db.$queryRawUnsafe<{ id: string }[]>(sql, ...r.statement.values);
  return ctx.db.finding.findMany({
    where: { id: { in: ids.map(({ id }) => id) } },
    include: INCLUDE,
    orderBy: { seq: 'asc' },
  });
}

/** Every finding of an inspection. The caller has checked that the viewer may read all of them. */
export const wholeLedger = (db: Pick<Transaction, 'finding'>, inspectionId: string): Promise<LedgerRow[]> =>
  db.finding.findMany({ where: { inspectionId }, include: INCLUDE, orderBy: { seq: 'asc' } });

/** The evidence of these findings that the viewer may read and nobody has rejected: restricted pieces only for who reads restricted ones. */
export function piecesOf(ctx: Context, rows: readonly LedgerRow[]): Promise<PiecesByAction> {
  const r = reading(ctx);
  return piecesWhere(ctx.db, rows, visibleEvidence('e', r), r.statement);
}

/** The evidence of these findings under a condition on `e`, as the ledger prints it; nothing that was rejected. */
export async function piecesWhere(
  db: Pick<Transaction, '$queryRawUnsafe'>,
  rows: readonly LedgerRow[],
  condition: string,
  statement: Statement = new Statement(),
): Promise<PiecesByAction> {
  const ids = statement.param(
    rows.map(({ id }) => id),
    'text[]::uuid[]',
  );
  const sql = `SELECT l.action_id, e.piece_number, e.title FROM evidence e JOIN evidence_action l ON l.evidence_id = e.id JOIN action a ON a.id = l.action_id
    WHERE a.finding_id = ANY(${ids}) AND e.acceptance <> 'REJECTED' AND (${condition}) ORDER BY e.piece_number, e.id`;
  const found = await db.$queryRawUnsafe<{ action_id: string; piece_number: string; title: string }[]>(
    sql,
    ...statement.values,
  );
  const byAction = Map.groupBy(found, (piece) => piece.action_id);
  return new Map(
    [...byAction].map(([id, pieces]) => [id, pieces.map((piece) => `${piece.piece_number} ${piece.title}`)]),
  );
}
