export type ReportFileProblem =
  | 'UNSUPPORTED'
  | 'BINARY_WORD'
  | 'SCAN_OR_PDF'
  | 'ENCRYPTED'
  | 'DAMAGED'
  | 'EMPTY'
  | 'TOO_LARGE'
  | 'ENCODING'
  | 'NO_FINDINGS'
  | 'UNSAFE';

/** A file that cannot be read as a report; the message says why and what to do, in the user's words. */
export class ReportFileError extends Error {
  override readonly name = 'ReportFileError';
  readonly code: ReportFileProblem;
  constructor(code: ReportFileProblem, message: string) {
    super(message);
    this.code = code;
  }
}
