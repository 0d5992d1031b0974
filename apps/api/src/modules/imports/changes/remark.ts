import { documentMessage, LEDGER_COLUMNS, type LedgerColumn, type TableRemark } from '@closeout/documents';
import type { MessageCode, MessageParams } from '@closeout/documents';

const HEADINGS = new Map<LedgerColumn, string>(LEDGER_COLUMNS.map(({ field, header }) => [field, header]));

export const headingOf = (column: LedgerColumn): string => HEADINGS.get(column) ?? column;

/** A sentence about a cell or row in both languages; a column goes by its heading in the paper. */
export const remark = (code: MessageCode, params: MessageParams = {}): TableRemark => ({
  code,
  zh: documentMessage(code, params, 'zh'),
  en: documentMessage(code, params, 'en'),
});
