import type { Prisma } from '@closeout/prisma/client';
import { forgetStatements } from '@closeout/prisma/forget-statements';

/** What Prisma would make for a row of its own accord (its id) is given. */
type Complete<T> = Omit<T, 'id'> & { id: string };

/** A column of JSON takes null as SQL's. */
type Json = Prisma.InputJsonValue | null;

/** The tables that take many rows at once, with the columns of a row; what is left out has the table's default. */
interface Rows {
  action: Complete<Prisma.ActionCreateManyInput>;
  audit_event: Omit<Prisma.AuditEventCreateManyInput, 'before' | 'after'> & { before: Json; after: Json };
  evidence: Complete<Prisma.EvidenceCreateManyInput>;
  evidence_action: Prisma.EvidenceActionCreateManyInput;
  finding: Complete<Prisma.FindingCreateManyInput>;
  finding_department: Prisma.FindingDepartmentCreateManyInput;
  finding_point: Complete<Prisma.FindingPointCreateManyInput>;
  meeting: Prisma.MeetingCreateManyInput;
  money_sum: Complete<Prisma.MoneySumCreateManyInput>;
  policy_document: Prisma.PolicyDocumentCreateManyInput;
  talk: Prisma.TalkCreateManyInput;
}
export type RowOf<Table extends keyof Rows> = Rows[Table];

/** Rows that go into one statement: half a megabyte of JSON. */
const AT_ONCE = 500;

const columnOf = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The fields of a row that say something, one way for every order in which they were written. */
const fieldsOf = (row: object): string =>
  Object.entries(row)
    .flatMap(([field, value]) => (value === undefined ? [] : field))
    .toSorted()
    .join();

/** Fen as decimal strings, days and instants in ISO 8601: as PostgreSQL reads them. */
const asJson = (rows: readonly object[]): string =>
  JSON.stringify(rows, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));

/**
 * Writes many rows of a table, in their order, as one parameter of JSON: the client's `createMany` builds and compiles a parameter
 * for every cell (figures in 0028). Rows with other columns go into a statement of their own.
 */
export async function insertRows<Table extends keyof Rows>(
  tx: Prisma.TransactionClient,
  table: Table,
  rows: readonly RowOf<Table>[],
): Promise<void> {
  for (const [names, group] of Map.groupBy(rows, fieldsOf)) {
    const columns = names.split(',').map((field) => [columnOf(field), field as keyof RowOf<Table>] as const);
    const list = columns.map(([column]) => `"${column}"`).join(', ');
    const statement = `INSERT INTO ${table} (${list}) SELECT ${list} FROM json_populate_recordset(NULL::${table}, $1::json)`;
    for (let at = 0; at < group.length; at += AT_ONCE) {
      const part = group.slice(at, at + AT_ONCE);
      const records = part.map((row) => Object.fromEntries(columns.map(([column, field]) => [column, row[field]])));
      await tx.$executeRawUnsafe(statement, asJson(records));
    }
    if (group.length >= AT_ONCE) forgetStatements();
  }
}
