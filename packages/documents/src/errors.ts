import { documentMessage } from './messages.ts';
import type { MessageCode, MessageParams } from './messages.ts';

/**
 * A file that cannot be used at all. `message` is the Chinese sentence for the user (what is wrong and what to do);
 * `code` and `params` let a catalogue say the same in another language (`documentMessage(code, params, 'en')`).
 */
export class DocumentError extends Error {
  readonly code: MessageCode;
  readonly params: MessageParams;

  constructor(code: MessageCode, params: MessageParams = {}) {
    super(documentMessage(code, params));
    this.name = 'DocumentError';
    this.code = code;
    this.params = params;
  }
}

/** One remark about one cell. An `error` means the value was not taken over; a `warning` means: taken over, please check. */
export interface RowError {
  /** 1-based row number as the spreadsheet program shows it. */
  row: number;
  /** Column letter as the spreadsheet program shows it, e.g. `P`; null when the remark is about the whole row. */
  column: string | null;
  level: 'error' | 'warning';
  code: MessageCode;
  /** The cell's text as it stands in the file. */
  value: string;
  params: MessageParams;
  /** The Chinese sentence made from code and params. */
  message: string;
}

/** Builds a row remark, with its sentence. */
export function rowError(
  at: { row: number; column: string | null; value: string },
  level: RowError['level'],
  code: MessageCode,
  params: MessageParams = {},
): RowError {
  const all = { value: at.value, ...params };
  return { ...at, level, code, params: all, message: documentMessage(code, all) };
}
