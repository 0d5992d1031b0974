import type { RowError } from '../errors.ts';
import type { DeadlineKind } from '../text/dates.ts';
import type { LedgerColumn } from './columns.ts';

export type { LedgerColumn } from './columns.ts';
export type * from './changed-types.ts';

/** How a body's list is to be read where the automatic reading needs correcting. */
export interface ReadLedgerOptions {
  /** Name of the sheet; default: the visible sheet whose header names most fields. */
  sheet?: string;
  /** 1-based first row of the header; default: found. */
  headerRow?: number;
  /** Column number (1 = A) → field, or null for "leave out"; columns not named keep the automatic mapping. */
  mapping?: Record<number, LedgerColumn | null>;
  /**
   * Split a cell holding `1.…2.…` into several actions. Default: yes, except in files this system exported itself,
   * where each row is one action already.
   */
  splitMeasures?: boolean;
}

/** One column under the header. */
export interface LedgerSheetColumn {
  index: number;
  letter: string;
  header: string;
  field: LedgerColumn | null;
}

/** A deadline: the words of the cell, the day they name, and how it is meant. Both day and kind can be set. */
export interface LedgerDeadline {
  text: string;
  date: string | null;
  kind: DeadlineKind | null;
}

/** A stated sum in whole fen, with the words it was read from. */
export interface LedgerAmount {
  fen: number;
  quote: string;
}

/** One action. Empty fields (null) mean: as the finding says. */
export interface LedgerAction {
  row: number;
  text: string;
  leader: string | null;
  department: string | null;
  person: string | null;
  deadline: LedgerDeadline | null;
  progress: string | null;
  evidence: string | null;
}

/** One finding with its action rows. Texts are trimmed, line breaks are `\n`; an empty cell is null. */
export interface LedgerFinding {
  /** First and last sheet row. */
  rows: [from: number, to: number];
  /** Place in the list, from 1. */
  seq: number;
  /** The number as printed in the list, e.g. `1`, `（一）3`; null when there is none. */
  printedNumber: string | null;
  aspect: string | null;
  title: string;
  description: string | null;
  /** The specific points of the description; one when it is not enumerated, none when there is no description. */
  points: string[];
  remediationType: 'IMMEDIATE' | 'STAGED' | 'CONTINUING' | null;
  target: string | null;
  leader: string | null;
  leadDepartment: string | null;
  supportingDepartments: string[];
  person: string | null;
  deadline: LedgerDeadline | null;
  /** Progress told once for the whole finding (a merged cell over several actions); per action otherwise. */
  progress: string | null;
  /** Evidence named once for the whole finding; per action otherwise. */
  evidence: string | null;
  effect: string | null;
  result: string | null;
  closedOn: string | null;
  remark: string | null;
  statedAmount: LedgerAmount | null;
  recoveredAmount: LedgerAmount | null;
  actions: LedgerAction[];
}

/** A row that is no data, and why it was left out: nothing of a sheet disappears silently. */
export interface SkippedRow {
  row: number;
  reason: 'SECTION' | 'TOTAL' | 'SIGNATURE' | 'REPEATED_HEADER' | 'ORPHAN';
  text: string;
}

/** What a body's own list says, ready to be checked by a person before it is taken over. */
export interface LedgerWorkbook {
  sheetNames: string[];
  sheet: string;
  headerRow: number;
  /** The lines above the header, e.g. title and `填报单位：…`. */
  preamble: string[];
  /** The body named by `填报单位：…`, if any. */
  bodyName: string | null;
  columns: LedgerSheetColumn[];
  /** Columns with a heading that no field was found for. */
  unmapped: LedgerSheetColumn[];
  findings: LedgerFinding[];
  skippedRows: SkippedRow[];
  hiddenRows: number[];
  rowErrors: RowError[];
}
