import type { LedgerColumn } from './columns.ts';
import type { LedgerOrigin } from './export-types.ts';
import type { CellOwner, RowKey } from './row-keys.ts';

/** The words of one cell as they came back. */
export interface ReturnedCell {
  column: LedgerColumn;
  /** Column letter as the spreadsheet program shows it. */
  letter: string;
  text: string;
  /** The exact decimal of a number cell. */
  number: string | null;
  /** YYYY-MM-DD of a real date cell. */
  date: string | null;
  fault: 'error' | 'uncalculated' | null;
}

/** A cell that no longer says what was exported. `base`: the fingerprint of what was; null where the file lost it. */
export interface ChangedCell extends ReturnedCell {
  owner: CellOwner;
  base: string | null;
}

/** A row of the export, with what was changed in it. */
export interface ReturnedRow {
  row: number;
  key: RowKey;
  changed: ChangedCell[];
}

/** A row that no record stands behind: typed in, or a copied row. */
export interface AddedRow {
  row: number;
  cells: ReturnedCell[];
  /** The finding that it stands under, by its number or else by the row above; null for none. */
  under: string | null;
  /** The row of the new finding that it belongs to (its own for the first); null under a finding of the ledger. */
  begunAt: number | null;
  /** The row whose key it repeats. */
  copyOf: number | null;
}

/** An exported ledger that came back. */
export interface ReturnedLedger {
  origin: LedgerOrigin | null;
  sheet: string;
  headerRow: number;
  rows: ReturnedRow[];
  added: AddedRow[];
  /** Rows that were exported and are not in the file any more. */
  missing: RowKey[];
  /** Columns that mean nothing here; they are left alone. */
  unknownColumns: { letter: string; header: string }[];
}

/** A sentence about a cell or row, in both languages. */
export interface TableRemark {
  code: string;
  zh: string;
  en: string;
}

/** One changed cell as the check screen shows it. Ids are global; versions are those at the time of checking. */
export interface TableChange {
  row: number;
  letter: string;
  column: LedgerColumn;
  owner: CellOwner;
  findingId: string;
  findingVersion: number;
  actionId: string | null;
  actionVersion: number | null;
  seq: number;
  ordinal: number | null;
  /** What the ledger says now, and what the table says. */
  before: string;
  after: string;
  /** The table's cell, to be read again when it is carried out. */
  cell: ReturnedCell;
  /** Changed by somebody else since the export. */
  conflict: { by: string; at: string } | null;
  /** Why it cannot be taken. */
  refusal: TableRemark | null;
  accepted: boolean;
}

/** A row without a record, offered as a new action or finding. */
export interface TableAddition {
  row: number;
  kind: 'ACTION' | 'FINDING';
  findingId: string | null;
  findingVersion: number | null;
  seq: number | null;
  begunAt: number | null;
  aspect: string | null;
  title: string | null;
  description: string | null;
  measure: string | null;
  note: TableRemark;
  refusal: TableRemark | null;
  accepted: boolean;
}

/** What is said of a row as a whole. */
export interface TableRowRemark {
  row: number;
  value: string;
  note: TableRemark;
}

/** What a ledger that came back would change, and what was decided about it. */
export interface TableChanges {
  origin: LedgerOrigin | null;
  sheet: string;
  headerRow: number;
  rows: number;
  changes: TableChange[];
  additions: TableAddition[];
  remarks: TableRowRemark[];
  missing: TableRemark[];
  unknownColumns: { letter: string; header: string }[];
}
