import type { DirectoryRowError } from '@closeout/documents';

/** A remark about a row of the list, in the user's words. */
export interface Remark {
  sheet: string;
  row: number;
  column: string | null;
  level: 'error' | 'warning';
  code: string;
  value: string;
  message: string;
}

/** A list of which nothing was taken over, with what is wrong in which row. */
export class ListRefused extends Error {
  readonly remarks: readonly Remark[];

  constructor(remarks: readonly Remark[]) {
    super(`${remarks.length} rows cannot be taken over`);
    this.name = 'ListRefused';
    this.remarks = remarks;
  }
}

export const fromReader = (errors: readonly DirectoryRowError[]): Remark[] =>
  errors.map(({ sheet, row, column, level, code, value, message }) => ({
    sheet,
    row,
    column,
    level,
    code,
    value,
    message,
  }));

/** A row that the ledger itself refuses. */
export const refusedRow = (sheet: string, row: number, code: string, value: string, message: string): Remark => ({
  sheet,
  row,
  column: null,
  level: 'error',
  code,
  value,
  message,
});

/** Nothing is written while one row is wrong. */
export function demandNoErrors(remarks: readonly Remark[]): void {
  if (remarks.some((remark) => remark.level === 'error')) throw new ListRefused(remarks);
}
